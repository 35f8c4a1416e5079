"""The verdict: whatever was done to a sealed file has a name, and nothing makes it raise."""

import asyncio
import hashlib
import random
import tracemalloc
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner

from litconsent.pdf.seal import SEAL_FIELD, seal
from litconsent.pdf.verdict import SIZE_LIMIT, Problem, verdict
from tests.pdf.sealing import (
    CLINIC,
    FOUNDED,
    NOON,
    a_clinic_seal,
    an_unsealed_form,
    first_page,
    note,
    updated,
)


@pytest.fixture(scope="module")
def clinic_seal(tmp_path_factory):
    return a_clinic_seal(tmp_path_factory.mktemp("clinic"))


@pytest.fixture(scope="module")
def stranger(tmp_path_factory):
    """A seal of somebody else who took the clinic's name."""
    return a_clinic_seal(tmp_path_factory.mktemp("stranger"))


@pytest.fixture(scope="module")
def sealed(clinic_seal):
    return seal(an_unsealed_form(), clinic_seal, at=NOON, reason="consent")


@pytest.fixture(scope="module")
def trust(clinic_seal):
    return [clinic_seal.certificate_pem]


def rewritten(pdf: bytes, change=lambda opened: None, **options) -> bytes:
    """Write the whole file anew, as an editor does that was asked to save."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        change(opened)
        opened.save(out, **options)
    return out.getvalue()


def other_page(writer):
    content = generic.StreamObject(stream_data=b"BT ET")
    page = first_page(writer)
    page[generic.pdf_name("/Contents")] = writer.add_object(content)
    writer.update_container(page)


def other_title(writer):
    info = writer.trailer_view["/Info"]
    info[generic.pdf_name("/Title")] = generic.TextStringObject("Refusal")
    writer.update_container(info)


def other_language(writer):
    writer.root[generic.pdf_name("/Lang")] = generic.TextStringObject("en")
    writer.update_root()


def without_seal(opened):
    del opened.Root.AcroForm.Fields[0].V


def blank_page(opened):
    opened.pages[0].Contents = opened.make_stream(b"BT ET")


def password():
    return pikepdf.Encryption(owner="owner", user="")


TAMPERED = {
    "nothing at all": (lambda pdf: b"", Problem.EMPTY),
    "a text": (lambda pdf: b"I agree to everything.", Problem.NOT_A_PDF),
    "bytes before the beginning": (lambda pdf: b"\n" + pdf, Problem.NOT_A_PDF),
    "more bytes than any record": (lambda pdf: pdf.ljust(SIZE_LIMIT + 1), Problem.TOO_LARGE),
    "encrypted": (lambda pdf: rewritten(pdf, encryption=password()), Problem.ENCRYPTED),
    "cut in the middle": (lambda pdf: pdf[: len(pdf) // 2], Problem.DAMAGED),
    "without its last bytes": (lambda pdf: pdf[:-40], Problem.DAMAGED),
    "never sealed": (lambda pdf: an_unsealed_form(), Problem.UNSEALED),
    "with the seal taken out": (lambda pdf: rewritten(pdf, without_seal), Problem.UNSEALED),
    "saved again": (rewritten, Problem.CHANGED),
    "saved with a blank page": (lambda pdf: rewritten(pdf, blank_page), Problem.CHANGED),
    "another dose": (lambda pdf: pdf.replace(b"[ 0 0 595", b"[ 0 0 596"), Problem.CHANGED),
    "an annotation": (lambda pdf: updated(pdf, note), Problem.CHANGED_AFTERWARDS),
    "another page": (lambda pdf: updated(pdf, other_page), Problem.CHANGED_AFTERWARDS),
    "another title": (lambda pdf: updated(pdf, other_title), Problem.CHANGED_AFTERWARDS),
    "another language": (lambda pdf: updated(pdf, other_language), Problem.CHANGED_AFTERWARDS),
    "an empty line": (lambda pdf: pdf + b"\n", Problem.BYTES_APPENDED),
    "a comment": (lambda pdf: pdf + b"% I did not agree\n", Problem.BYTES_APPENDED),
    "a whole second file": (lambda pdf: pdf + an_unsealed_form(), Problem.UNSEALED),
}


@pytest.mark.parametrize(("tamper", "problem"), TAMPERED.values(), ids=TAMPERED)
def test_what_was_done_to_a_file_has_its_name(sealed, trust, tamper, problem):
    tampered = tamper(sealed)
    assert tampered != sealed
    judged = verdict(tampered, trust)
    assert judged.problem is problem
    assert not judged.valid and not judged.unchanged


def test_an_untouched_file_is_valid(sealed, trust, clinic_seal):
    judged = verdict(sealed, trust)
    assert judged.valid and judged.readable and judged.problem is Problem.NONE
    assert judged.seals == 1
    assert judged.intact and judged.trusted and judged.covers_whole_file and judged.unchanged
    assert judged.matches_record is None
    assert judged.sealed_at == NOON
    assert judged.signer == CLINIC
    assert judged.fingerprint == clinic_seal.fingerprint
    assert judged.sha256 == hashlib.sha256(sealed).hexdigest()


def test_a_file_at_the_limit_is_still_opened(trust):
    assert verdict(b"%PDF-1.7\n".ljust(SIZE_LIMIT, b"x"), trust).problem is Problem.DAMAGED


def test_a_foreign_seal_is_intact_but_not_trusted(stranger, trust):
    judged = verdict(seal(an_unsealed_form(), stranger, at=NOON, reason="consent"), trust)
    assert judged.problem is Problem.FOREIGN_SEAL
    assert judged.intact and judged.unchanged and not judged.trusted and not judged.valid
    assert judged.fingerprint == stranger.fingerprint


def test_without_any_trust_a_file_still_shows_whose_seal_it_carries(sealed, clinic_seal):
    judged = verdict(sealed, [])
    assert judged.problem is Problem.FOREIGN_SEAL
    assert (judged.signer, judged.fingerprint) == (CLINIC, clinic_seal.fingerprint)


def test_one_of_several_trusted_certificates_is_enough(sealed, trust, stranger):
    assert verdict(sealed, [stranger.certificate_pem, *trust]).valid


def test_a_second_seal_is_refused(clinic_seal, stranger, trust):
    form = an_unsealed_form("First", "Second")
    twice = form
    for field, owner in (("First", clinic_seal), ("Second", stranger)):
        signer = signers.SimpleSigner(owner.certificate, owner.key, cert_registry=None)
        metadata = PdfSignatureMetadata(field_name=field, md_algorithm="sha256")
        writer = IncrementalPdfFileWriter(BytesIO(twice))
        twice = PdfSigner(metadata, signer=signer).sign_pdf(writer).getvalue()
    judged = verdict(twice, [*trust, stranger.certificate_pem])
    assert judged.problem is Problem.SEVERAL_SEALS
    assert judged.seals == 2


def test_another_record_with_a_good_seal_is_not_the_record(sealed, trust):
    judged = verdict(sealed, trust, expected_sha256="0" * 64)
    assert judged.problem is Problem.NOT_THE_RECORD
    assert judged.matches_record is False and judged.unchanged and not judged.valid


def test_the_record_itself_matches(sealed, trust):
    judged = verdict(sealed, trust, expected_sha256=hashlib.sha256(sealed).hexdigest())
    assert judged.valid and judged.matches_record is True


def test_a_graver_problem_is_not_hidden_by_the_hash(sealed, trust):
    judged = verdict(sealed + b"\n", trust, expected_sha256="0" * 64)
    assert judged.problem is Problem.BYTES_APPENDED
    assert judged.matches_record is False


def test_every_problem_is_met_in_these_tests():
    met = {problem for _, problem in TAMPERED.values()}
    alone = {Problem.NONE, Problem.FOREIGN_SEAL, Problem.SEVERAL_SEALS, Problem.NOT_THE_RECORD}
    assert met | alone == set(Problem)


def place_of_the_seal(pdf: bytes) -> tuple[int, int, int]:
    """Return where the signature begins, where its padding begins, and where both end."""
    [found] = PdfFileReader(BytesIO(pdf)).embedded_signatures
    _, start, end, _ = map(int, found.byte_range)
    return start, start + 1 + 2 * len(found.signed_data.dump()) + 8, end


def with_another_byte(pdf: bytes, place: int, chance: random.Random) -> bytes:
    other = bytes([pdf[place] ^ chance.randrange(1, 256)])
    return pdf[:place] + other + pdf[place + 1 :]


def test_one_changed_byte_in_the_padding_of_the_signature_breaks_the_seal(sealed, trust):
    # No signature covers this place; a judge who looks at the signature alone lets it pass.
    chance = random.Random(9)
    _, padding, end = place_of_the_seal(sealed)
    assert end - padding > 100
    for place in [padding, end - 2, end - 1, *chance.sample(range(padding, end), 40)]:
        assert not verdict(with_another_byte(sealed, place, chance), trust).valid, place


def test_the_hash_notices_what_the_signature_cannot_sign_of_itself(sealed, trust):
    # A few bytes of the CMS envelope, such as its version, are signed by nobody.
    chance = random.Random(9)
    start, padding, _ = place_of_the_seal(sealed)
    whole = hashlib.sha256(sealed).hexdigest()
    for place in chance.sample(range(start, padding), 120):
        digit = chance.choice([d for d in b"0123456789ABCDEF" if d != sealed[place]])
        changed = sealed[:place] + bytes([digit]) + sealed[place + 1 :]
        assert not verdict(changed, trust, expected_sha256=whole).valid, place


def test_no_cut_file_is_valid(sealed, trust):
    for length in random.Random(9).sample(range(len(sealed)), 80):
        assert not verdict(sealed[:length], trust).valid, length


@given(rest=st.binary(max_size=400))
@settings(deadline=None, max_examples=60)
def test_no_bytes_make_it_raise(rest):
    assert not verdict(rest, []).valid
    assert not verdict(b"%PDF-1.7\n" + rest, []).valid


def test_a_file_that_unpacks_to_far_more_is_not_unpacked(trust):
    packed = zlib.compress(bytes(50_000_000), 9)
    index = b"<< /Type /XRef /Size 2 /W [1 4 2] /Root 1 0 R /Filter /FlateDecode /Length %d >>"
    bomb = b"%%PDF-1.7\n1 0 obj\n%b\nstream\n%b\nendstream\nendobj\nstartxref\n9\n%%%%EOF\n"
    tracemalloc.start()
    judged = verdict(bomb % (index % len(packed), packed), trust)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert judged.problem is Problem.DAMAGED
    assert most < 10_000_000


def test_a_running_event_loop_does_not_change_the_verdict(sealed, trust):
    async def judge():
        return verdict(sealed, trust)

    assert asyncio.run(judge()).valid


def test_a_broken_certificate_is_the_callers_fault_and_not_the_files(sealed):
    with pytest.raises(ValueError, match="PEM"):
        verdict(sealed, [b"no certificate"])


def test_a_record_outlives_the_certificate_that_sealed_it(tmp_path):
    old = a_clinic_seal(tmp_path, founded=datetime(2010, 1, 1, tzinfo=UTC))
    then = datetime(2012, 5, 6, tzinfo=UTC)
    assert old.not_after < NOON
    record = seal(an_unsealed_form(), old, at=then, reason="consent")
    judged = verdict(record, [old.certificate_pem])
    assert judged.valid and judged.sealed_at == then


def test_a_seal_dated_outside_the_life_of_its_certificate_is_not_trusted(clinic_seal, trust):
    forger = replace(clinic_seal, not_before=datetime(2000, 1, 1, tzinfo=UTC))
    early = seal(an_unsealed_form(), forger, at=FOUNDED - timedelta(days=400), reason="consent")
    assert verdict(early, trust).problem is Problem.FOREIGN_SEAL


def test_the_field_of_the_seal_has_the_agreed_name(sealed):
    [found] = PdfFileReader(BytesIO(sealed)).embedded_signatures
    assert found.field_name == SEAL_FIELD == "ClinicSeal"
