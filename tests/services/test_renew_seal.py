"""The clinic's seal is renewed or certified by an authority; what it sealed before stays valid."""

from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from litconsent.domain.decisions import Decision
from litconsent.domain.events import EventKind
from litconsent.domain.people import Role
from litconsent.pdf.seal_renewal import CertificateUnfit, Unfit
from litconsent.services.decide import decide, sign
from litconsent.services.renew_seal import (
    import_seal_certificate,
    renew_seal,
    request_certificate,
)
from litconsent.services.seal_record import seal_record
from litconsent.services.verify_file import verify_file
from tests.journey import INK, PASSWORD, USERNAME, Journey

PEM = serialization.Encoding.PEM


def sealed(clinic, journey=None):
    """Return the PDF of a refusal that was sealed just now."""
    told = journey or Journey(clinic).to_the_decision()
    decide(clinic, told.tablet, Decision.REFUSAL)
    sign(clinic, told.tablet, Role.PATIENT, strokes=INK)
    record = seal_record(clinic, told.tablet, told.episode_id, USERNAME, PASSWORD, strokes=INK)
    with clinic.store.reading() as books:
        return told, books.records.pdf(record.id)


def again(told):
    told.prepare().hand_over().read().hand_back().sign_in()
    told.talk().open_decision()
    return told


class Authority:
    """An authority that certifies keys, as a real one does."""

    def __init__(self, now) -> None:
        self.key, self.now = ec.generate_private_key(ec.SECP256R1()), now
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Example Authority")])
        self.own = self._issued(self.name, self.key.public_key(), authority=True)

    def certify(self, request_pem: bytes, *, signing=True, days=700) -> bytes:
        """Return the certificate for a request, and the authority's own, in one file."""
        request = x509.load_pem_x509_csr(request_pem)
        assert request.is_signature_valid
        leaf = self._issued(request.subject, request.public_key(), signing=signing, days=days)
        return leaf.public_bytes(PEM) + self.own.public_bytes(PEM)

    def _issued(self, subject, public_key, *, authority=False, signing=True, days=3000):
        usage = x509.KeyUsage(
            digital_signature=signing and not authority,
            content_commitment=signing and not authority,
            key_encipherment=not signing,
            data_encipherment=False,
            key_agreement=False,
            key_cert_sign=authority,
            crl_sign=authority,
            encipher_only=False,
            decipher_only=False,
        )
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self.name)
            .public_key(public_key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(self.now - timedelta(days=1))
            .not_valid_after(self.now - timedelta(days=1) + timedelta(days=days))
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
            .add_extension(usage, critical=True)
            .sign(self.key, hashes.SHA256())
        )


def test_what_was_sealed_before_a_renewal_stays_valid_and_what_comes_after_is_valid_too(
    clinic, clock
):
    told, before = sealed(clinic)
    old = clinic.seal()
    clock.move(days=100)
    told.sign_in()
    new = renew_seal(clinic)
    _told, after = sealed(clinic, again(told))
    assert new.fingerprint != old.fingerprint and new.subject == old.subject
    assert verify_file(before, clinic).valid and verify_file(after, clinic).valid
    with clinic.store.reading() as books:
        noted = books.events.of_clinic(EventKind.SEAL_RENEWED)
    assert [one.data for one in noted] == [{"former": old.fingerprint, "seal": new.fingerprint}]


def test_a_former_seal_that_is_no_longer_known_is_foreign(clinic):
    _told, before = sealed(clinic)
    renew_seal(clinic)
    for known in clinic.settings.former_seals.iterdir():
        known.unlink()
    assert not verify_file(before, clinic).valid


def test_an_authority_certifies_the_key_and_every_record_stays_valid(clinic, clock):
    told, before = sealed(clinic)
    authority = Authority(clock.time)
    seal = import_seal_certificate(clinic, authority.certify(request_certificate(clinic)))
    _told, after = sealed(clinic, again(told))
    assert [one.subject.native["common_name"] for one in seal.chain] == ["Example Authority"]
    assert verify_file(before, clinic).valid and verify_file(after, clinic).valid
    assert b"Example Authority" in bytes.fromhex(_contents(after))


def _contents(pdf: bytes) -> str:
    start = pdf.rindex(b"/Contents <") + len(b"/Contents <")
    return pdf[start : pdf.index(b">", start)].decode()


def unfit_certificates(clinic, authority):
    own = request_certificate(clinic)
    stranger = ec.generate_private_key(ec.SECP256R1())
    builder = x509.CertificateSigningRequestBuilder().subject_name(authority.name)
    foreign = builder.sign(stranger, hashes.SHA256()).public_bytes(PEM)
    return {
        Unfit.NO_CERTIFICATE: b"not a certificate",
        Unfit.OTHER_KEY: authority.certify(foreign),
        Unfit.NOT_NOW: authority.certify(own, days=0.5),
        Unfit.NOT_FOR_SIGNING: authority.certify(own, signing=False),
    }


@pytest.mark.parametrize("why", list(Unfit))
def test_a_certificate_that_does_not_fit_changes_nothing(clinic, clock, why):
    Journey(clinic).set_up()
    before = clinic.settings.seal_file.read_bytes()
    with pytest.raises(CertificateUnfit) as caught:
        import_seal_certificate(clinic, unfit_certificates(clinic, Authority(clock.time))[why])
    assert caught.value.why is why
    assert clinic.settings.seal_file.read_bytes() == before
    with clinic.store.reading() as books:
        assert not books.events.of_clinic(EventKind.SEAL_RENEWED)


def test_a_renewal_that_was_interrupted_is_no_obstacle_to_the_next(clinic):
    Journey(clinic).set_up()
    clinic.settings.seal_file.with_suffix(".new").write_bytes(b"half a fi")
    renew_seal(clinic)
    assert not clinic.settings.seal_file.with_suffix(".new").exists()
    assert clinic.seal().fingerprint
