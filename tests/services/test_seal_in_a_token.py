"""A clinic whose seal lies in a token (PKCS#11), tried with a software token that is not ours."""

import os
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pkcs11
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID
from pkcs11 import Attribute
from pkcs11.util.x509 import decode_x509_certificate

from litconsent.cli.main import main
from litconsent.domain.decisions import Decision
from litconsent.domain.people import Role
from litconsent.domain.seal_tokens import TokenKey
from litconsent.pdf.seal import seal
from litconsent.pdf.seal_token import TokenUnusable, load_token_seal
from litconsent.pdf.verdict import verdict
from litconsent.services.clinic import open_clinic
from litconsent.services.decide import decide, sign
from litconsent.services.renew_seal import SealOnToken, renew_seal, request_certificate
from litconsent.services.seal_record import seal_record
from litconsent.services.verify_file import verify_file
from tests.journey import INK, PASSWORD, USERNAME, Journey
from tests.pdf.sealing import an_unsealed_form

NOW = datetime.now(UTC)
PIN = "246810"
KEYS = {
    "seal": lambda: ec.generate_private_key(ec.SECP256R1()),
    "older": lambda: rsa.generate_private_key(65537, 2048),
}
PLACES = ("/usr/lib/softhsm", "/usr/lib/x86_64-linux-gnu/softhsm", "/opt/homebrew/lib/softhsm")
DER, PEM = serialization.Encoding.DER, serialization.Encoding.PEM


@pytest.fixture(scope="module")
def token(tmp_path_factory):
    """A token that holds two keys with their certificates."""
    folder = tmp_path_factory.mktemp("token")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder}/tokens\n")
    os.environ["SOFTHSM2_CONF"] = str(folder / "softhsm2.conf")  # read once, by its library
    softhsm("--init-token", "--free", "--label", "clinic", "--so-pin", PIN, "--pin", PIN)
    [module] = [p for place in PLACES for p in Path(place).glob("libsofthsm2.so")][:1]
    found = TokenKey(module, "clinic", "seal", PIN)
    for number, (label, new_key) in enumerate(KEYS.items()):
        bring(found, folder, label, new_key(), f"{number:02}")
    return found


def softhsm(*arguments):
    tool = shutil.which("softhsm2-util")
    assert tool, "softhsm2 is not installed: scripts/install_test_tools.sh"
    subprocess.run([tool, *arguments], check=True, capture_output=True)


def bring(token, folder, label, key, number):
    form = serialization.PrivateFormat.PKCS8
    file = folder / f"{label}.pem"
    file.write_bytes(key.private_bytes(PEM, form, serialization.NoEncryption()))
    named = ("--label", label, "--id", number)
    softhsm("--import", str(file), "--token", "clinic", "--pin", PIN, *named)
    opened = pkcs11.lib(str(token.module)).get_token(token_label=token.token)
    with opened.open(rw=True, user_pin=PIN) as session:
        described = decode_x509_certificate(certificate_of(key))
        session.create_object({**described, Attribute.LABEL: label, Attribute.TOKEN: True})


def certificate_of(key):
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Clinic with a token")])
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=1))
        .not_valid_after(NOW + timedelta(days=45))
        .sign(key, hashes.SHA256())
        .public_bytes(DER)
    )


@pytest.fixture
def clinic(settings, token, clock):
    clock.time = NOW
    opened = open_clinic(replace(settings, seal_token=token), clock)
    yield opened
    opened.store.close()


def a_record(clinic, told):
    decide(clinic, told.tablet, Decision.REFUSAL)
    sign(clinic, told.tablet, Role.PATIENT, strokes=INK)
    record = seal_record(clinic, told.tablet, told.episode_id, USERNAME, PASSWORD, strokes=INK)
    with clinic.store.reading() as books:
        return books.records.pdf(record.id)


def test_a_record_is_sealed_in_the_token_and_no_key_lies_in_a_file(clinic):
    pdf = a_record(clinic, Journey(clinic).to_the_decision())
    judged = verify_file(pdf, clinic).verdict
    assert judged.valid and judged.signer == "Clinic with a token"
    assert judged.fingerprint == clinic.seal().fingerprint
    assert not clinic.settings.seal_file.exists()
    # Without the token it is verified all the same.
    away = replace(clinic.settings.seal_token, token="away")
    without = replace(clinic, settings=replace(clinic.settings, seal_token=away))
    assert verify_file(pdf, without).valid


@pytest.mark.parametrize("label", list(KEYS))
def test_keys_of_both_kinds_seal(token, label):
    known = load_token_seal(replace(token, label=label))
    pdf = seal(an_unsealed_form(), known, at=NOW, reason="consent", stamp_room=100)
    assert verdict(pdf, [known.certificate_pem]).valid
    assert PIN not in repr(known) and PIN not in repr(token)


@pytest.mark.parametrize(
    "wrong",
    [{"pin": "000000"}, {"token": "other"}, {"label": "other"}, {"module": Path("/none.so")}],
)
def test_a_token_that_cannot_be_used_says_why_and_never_its_pin(token, wrong):
    with pytest.raises(TokenUnusable) as caught:
        load_token_seal(replace(token, **wrong))
    assert caught.value.why and PIN not in str(caught.value)


def test_nothing_is_signed_while_the_token_is_away(clinic):
    told = Journey(clinic).to_the_decision()
    away = replace(clinic.settings.seal_token, token="away")
    without = replace(clinic, settings=replace(clinic.settings, seal_token=away))
    with pytest.raises(TokenUnusable):
        a_record(without, told)
    with clinic.store.reading() as books:
        assert not books.records.of_episode(told.episode_id)


def test_such_a_seal_is_renewed_in_its_token_only(clinic):
    for refused in (renew_seal, request_certificate):
        with pytest.raises(SealOnToken):
            refused(clinic)


def test_what_was_sealed_from_a_file_before_stays_valid(settings, token, clock):
    clock.time = NOW
    by_file = open_clinic(settings, clock)
    pdf = a_record(by_file, Journey(by_file).to_the_decision())
    by_token = replace(by_file, settings=replace(settings, seal_token=token))
    assert verify_file(pdf, by_token).valid
    by_file.store.close()


def test_the_commands_read_the_token_from_the_settings(
    clinic, token, tmp_path, monkeypatch, capsys
):
    (tmp_path / "pin").write_text(f"{PIN}\n")
    for name, value in {
        "DATA": clinic.settings.data_dir,
        "KEYS": clinic.settings.keys_dir,
        "PKCS11_MODULE": token.module,
        "PKCS11_TOKEN": token.token,
        "PKCS11_KEY": token.label,
        "PKCS11_PIN_FILE": tmp_path / "pin",
    }.items():
        monkeypatch.setenv(f"LITCONSENT_{name}", str(value))
    assert main(["seal", "show"]) == 0
    assert "Clinic with a token" in capsys.readouterr().out
    main(["doctor"])
    assert "renew the certificate in its token" in capsys.readouterr().out
