"""The seal: made once, closed by a passphrase, and set without touching what was there before."""

import os
import re
import subprocess
from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.pdf_utils.generic import StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner

from litconsent.pdf.archive import compacted
from litconsent.pdf.archive_objects import has_unclear_end
from litconsent.pdf.clinic_seal import (
    SealExpired,
    SealMissing,
    SealUnreadable,
    create_clinic_seal,
    load_clinic_seal,
)
from litconsent.pdf.seal import SEAL_FIELD, SealWriter, seal
from tests.pdf.sealing import CLINIC, FOUNDED, NOON, PASSPHRASE, a_clinic_seal, an_unsealed_form
from tests.pdf.validators import failures_of_page_validation


@pytest.fixture
def clinic_seal(tmp_path):
    return a_clinic_seal(tmp_path)


@pytest.fixture
def sealed(clinic_seal):
    return seal(an_unsealed_form(), clinic_seal, at=NOON, reason="consent")


def metadata_of(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return opened.Root.Metadata.read_raw_bytes()


def signature_of(pdf: bytes, field: str = SEAL_FIELD) -> dict:
    with pikepdf.open(BytesIO(pdf)) as opened:
        [found] = [f for f in opened.Root.AcroForm.Fields if str(f.T) == field]
        return {
            "SubFilter": str(found.V.SubFilter),
            "M": str(found.V.M),
            "Reason": str(found.V.Reason),
            "P": int(found.V.Reference[0].TransformParams.P),
        }


def test_a_new_seal_is_readable_by_its_owner_only(tmp_path):
    path = tmp_path / "keys" / "seal.p12"
    create_clinic_seal(path, PASSPHRASE, CLINIC, FOUNDED)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_an_existing_seal_is_never_overwritten(tmp_path):
    path = tmp_path / "seal.p12"
    create_clinic_seal(path, PASSPHRASE, CLINIC, FOUNDED)
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        create_clinic_seal(path, PASSPHRASE, CLINIC, FOUNDED)
    assert path.read_bytes() == before


def test_a_seal_that_did_not_reach_the_disk_does_not_stay(tmp_path, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    path = tmp_path / "seal.p12"
    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            create_clinic_seal(path, PASSPHRASE, CLINIC, FOUNDED)
    assert not path.exists()
    create_clinic_seal(path, PASSPHRASE, CLINIC, FOUNDED)


def test_the_certificate_signs_documents_and_nothing_else(clinic_seal):
    certificate = x509.load_pem_x509_certificate(clinic_seal.certificate_pem)
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage)
    assert usage.critical
    assert (usage.value.digital_signature, usage.value.content_commitment) == (True, True)
    assert not (usage.value.key_cert_sign or usage.value.crl_sign or usage.value.key_encipherment)
    assert not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert isinstance(certificate.public_key().curve, ec.SECP256R1)
    assert certificate.subject.rfc4514_string() == clinic_seal.subject == f"CN={CLINIC}"
    assert certificate.fingerprint(hashes.SHA256()).hex() == clinic_seal.fingerprint
    assert clinic_seal.not_after - FOUNDED == timedelta(days=3650)


def test_a_long_name_is_cut_to_what_a_certificate_holds(tmp_path):
    assert (
        a_clinic_seal(tmp_path, name="Ambulatorio " * 9).subject == f"CN={'Ambulatorio ' * 5}Ambu"
    )


def test_a_missing_seal_is_told_apart(tmp_path):
    with pytest.raises(SealMissing) as raised:
        load_clinic_seal(tmp_path / "none.p12", PASSPHRASE)
    assert raised.value.path == tmp_path / "none.p12"


def test_a_seal_does_not_open_with_another_passphrase(tmp_path):
    a_clinic_seal(tmp_path)
    with pytest.raises(SealUnreadable):
        load_clinic_seal(tmp_path / "seal.p12", PASSPHRASE + b"!")


@pytest.mark.parametrize("length", [0, 1, 40, 400, -1])
def test_a_cut_seal_is_unreadable(tmp_path, length):
    a_clinic_seal(tmp_path)
    path = tmp_path / "seal.p12"
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(SealUnreadable):
        load_clinic_seal(path, PASSPHRASE)


def test_a_seal_with_any_changed_byte_is_unreadable(tmp_path):
    a_clinic_seal(tmp_path)
    path = tmp_path / "seal.p12"
    whole = path.read_bytes()
    for place in range(60, len(whole), len(whole) // 12):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(SealUnreadable):
            load_clinic_seal(path, PASSPHRASE)


def test_what_cannot_be_read_as_a_file_is_unreadable(tmp_path):
    with pytest.raises(SealUnreadable):
        load_clinic_seal(tmp_path, PASSPHRASE)


def test_a_seal_prints_without_its_key(clinic_seal):
    assert repr(clinic_seal) == f"ClinicSeal('CN={CLINIC}', {clinic_seal.fingerprint})"


def test_sealing_leaves_every_byte_before_it_in_place(sealed):
    assert sealed.startswith(an_unsealed_form())


def test_the_seal_certifies_and_allows_no_change(sealed):
    signature = signature_of(sealed)
    assert signature["SubFilter"] == "/ETSI.CAdES.detached"
    assert signature["P"] == 1
    assert signature["Reason"] == "consent"


def test_the_seal_states_the_time_that_it_is_told(sealed):
    assert signature_of(sealed)["M"] == "D:20260302120000Z"


def test_nothing_is_sealed_outside_the_life_of_the_certificate(clinic_seal):
    for at in (FOUNDED - timedelta(days=1), clinic_seal.not_after + timedelta(seconds=1)):
        with pytest.raises(SealExpired) as raised:
            seal(an_unsealed_form(), clinic_seal, at=at, reason="consent")
        assert raised.value.not_after == clinic_seal.not_after


def test_the_seal_goes_into_a_prepared_field_only(clinic_seal):
    with pytest.raises(SigningError):
        seal(an_unsealed_form("Other"), clinic_seal, at=NOON, reason="consent")


def test_a_sealed_form_is_not_sealed_again(clinic_seal, sealed):
    with pytest.raises(SigningError):
        seal(sealed, clinic_seal, at=NOON, reason="consent")


def test_the_metadata_stay_byte_for_byte(clinic_seal, document):
    pdf = document(rows=1)
    assert metadata_of(seal(pdf, clinic_seal, at=NOON, reason="x", field="PatientSeal")) == (
        metadata_of(pdf)
    )


def test_the_library_alone_would_still_rewrite_the_metadata(clinic_seal, document):
    # When this fails, pyHanko has changed and our writer's override may be superfluous or blind.
    assert callable(BasePdfFileWriter._update_meta)
    pdf = document(rows=1)
    signer = signers.SimpleSigner(clinic_seal.certificate, clinic_seal.key, cert_registry=None)
    about = PdfSignatureMetadata(field_name="PatientSeal", md_algorithm="sha256")
    plain = PdfSigner(about, signer=signer).sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)))
    assert metadata_of(plain.getvalue()) != metadata_of(pdf)


def test_a_sealed_document_is_as_archivable_and_accessible_as_before(clinic_seal, document):
    pdf = document(rows=1)
    assert failures_of_page_validation(pdf) == []
    sealed = seal(pdf, clinic_seal, at=NOON, reason="consent", field="PatientSeal")
    assert failures_of_page_validation(sealed) == []


def test_no_sealed_document_has_a_stream_whose_end_is_unclear(clinic_seal):
    # One seal in 256 would have one, by chance.
    compact = compacted(an_unsealed_form())
    for length in range(800):
        sealed = seal(compact, clinic_seal, at=NOON, reason="x" * length)
        assert not has_unclear_end(sealed), length


def test_a_certificate_that_ends_like_a_line_is_added_with_a_clear_end(document):
    pdf = document(rows=1)
    writer = SealWriter(BytesIO(pdf))
    writer.root["/Proof"] = writer.add_object(StreamObject(stream_data=b"certificate\r"))
    writer.update_root()
    out = BytesIO()
    writer.write(out)
    assert not has_unclear_end(out.getvalue()[len(pdf) :])
    assert PdfFileReader(out).root["/Proof"].data == b"certificate\r"


def test_a_program_that_we_did_not_write_confirms_the_seal(sealed, tmp_path):
    def pdfsig(pdf: bytes) -> str:
        file = tmp_path / "sealed.pdf"
        file.write_bytes(pdf)
        command = ["pdfsig", "-nocert", str(file)]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout

    told = pdfsig(sealed)
    assert "Signature is Valid" in told and "Total document signed" in told
    assert re.search(rf"Common Name: {CLINIC}", told)
    place = sealed.index(b"/MediaBox") + len(b"/MediaBox [ 0 0 ")
    changed = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
    assert "Signature is Valid" not in pdfsig(changed)
