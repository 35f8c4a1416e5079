"""Whatever is done to a real record, the verdict has a sentence for it and never an exception."""

import hashlib
import json
import random
from collections import Counter
from io import BytesIO

import pikepdf
import pytest
from asn1crypto import pem
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner

from litconsent.domain.decisions import Decision
from litconsent.domain.file_problems import SIZE_LIMIT, Problem
from litconsent.i18n.file_words import PROBLEM
from litconsent.pdf.seal import seal
from litconsent.pdf.verdict import verdict
from litconsent.services.make_specimen import make_specimen
from litconsent.settings import PROJECT, Settings
from tests.pdf.sealing import NOON, a_clinic_seal, an_unsealed_form, first_page, note, updated

CHANGES = 1000


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    root = tmp_path_factory.mktemp("record")
    settings = Settings(root / "data", root / "keys", PROJECT / "content")
    return make_specimen(
        settings, language="en", clinic_language="it", decision=Decision.REFUSAL, family=True
    )


@pytest.fixture(scope="module")
def trust(record):
    return [pem.armor("CERTIFICATE", the_seal(record).signer_cert.dump())]


@pytest.fixture(scope="module")
def stranger(tmp_path_factory):
    return a_clinic_seal(tmp_path_factory.mktemp("stranger"))


def the_seal(pdf):
    [found] = PdfFileReader(BytesIO(pdf)).embedded_signatures
    return found


def saved(pdf, change=lambda opened: None, **options):
    """Write the whole file anew, as an editor does that was asked to save."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        change(opened)
        opened.save(out, **options)
    return out.getvalue()


def as_consent(data: bytes) -> bytes:
    told = json.loads(data)
    assert told["decision"] == "refusal"
    return json.dumps(told | {"decision": "consent"}).encode()


def attachment_swapped(opened):
    spec = opened.attachments["record.json"]
    opened.attachments["record.json"] = as_consent(spec.get_file().read_bytes())


def attachment_swapped_behind(writer):
    names = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
    specs = [spec.get_object() for spec in names if not isinstance(spec.get_object(), str)]
    [spec] = [one for one in specs if one["/UF"] == "record.json"]
    stream = spec["/EF"].raw_get("/F")
    old = stream.get_object()
    new = generic.StreamObject(stream_data=as_consent(old.data))
    writer.mark_update(stream)
    writer.objects[(stream.generation, stream.idnum)] = new


def metadata_changed(opened):
    opened.docinfo["/Title"] = "Consent"


def metadata_changed_behind(writer):
    meta = writer.root.raw_get("/Metadata")
    xmp = meta.get_object().data.replace(b"Refusal", b"Consent")
    writer.objects[(meta.generation, meta.idnum)] = generic.StreamObject(stream_data=xmp)


def page_replaced(opened):
    with pikepdf.open(BytesIO(an_unsealed_form())) as other:
        del other.pages[0].Annots
        opened.pages[0] = other.pages[0]


def page_replaced_behind(writer):
    page = first_page(writer)
    page["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"BT ET"))
    writer.update_container(page)


def annotated(opened):
    spot = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.FreeText,
        Rect=[10, 10, 200, 50],
        Contents="but not the ketoprofen",
    )
    page = opened.pages[0]
    page.Annots = pikepdf.Array([*page.get("/Annots", []), opened.make_indirect(spot)])


def seal_stripped(opened):
    [field] = [one for one in opened.Root.AcroForm.Fields if "/V" in one]
    del field.V
    del opened.Root.Perms  # that a certified file allows no change


def seal_stripped_behind(writer):
    [field] = [one.get_object() for one in writer.root["/AcroForm"]["/Fields"]]
    del field["/V"]
    writer.update_container(field)


def password():
    return pikepdf.Encryption(owner="owner", user="")


class Heedless(PdfSigner):
    """Adds a signature although the first one allows no change, as a forger's program does."""

    def _enforce_certification_constraints(self, reader):
        pass


def sealed_twice(pdf, stranger):
    signer = signers.SimpleSigner(stranger.certificate, stranger.key, cert_registry=None)
    metadata = PdfSignatureMetadata(field_name="Second", md_algorithm="sha256")
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    return Heedless(metadata, signer=signer).sign_pdf(writer).getvalue()


TAMPERED = {
    "an empty file": (lambda pdf: b"", Problem.EMPTY),
    "not a PDF": (lambda pdf: b"PK\x03\x04" + pdf, Problem.NOT_A_PDF),
    "200 MB": (lambda pdf: pdf.ljust(200_000_000), Problem.TOO_LARGE),
    "a byte too many": (lambda pdf: pdf.ljust(SIZE_LIMIT + 1), Problem.TOO_LARGE),
    "encrypted": (lambda pdf: saved(pdf, encryption=password()), Problem.ENCRYPTED),
    "cut in half": (lambda pdf: pdf[: len(pdf) // 2], Problem.DAMAGED),
    "without its last line": (lambda pdf: pdf[:-20], Problem.DAMAGED),
    "never sealed": (lambda pdf: an_unsealed_form(), Problem.UNSEALED),
    "the seal stripped": (lambda pdf: saved(pdf, seal_stripped), Problem.UNSEALED),
    "the seal stripped behind": (lambda pdf: updated(pdf, seal_stripped_behind), Problem.UNSEALED),
    "saved again": (saved, Problem.CHANGED),
    "metadata": (lambda pdf: saved(pdf, metadata_changed), Problem.CHANGED),
    "a page": (lambda pdf: saved(pdf, page_replaced), Problem.CHANGED),
    "the attachment": (lambda pdf: saved(pdf, attachment_swapped), Problem.CHANGED),
    "an annotation": (lambda pdf: saved(pdf, annotated), Problem.CHANGED),
    "metadata behind": (
        lambda pdf: updated(pdf, metadata_changed_behind),
        Problem.CHANGED_AFTERWARDS,
    ),
    "a page behind": (lambda pdf: updated(pdf, page_replaced_behind), Problem.CHANGED_AFTERWARDS),
    "the attachment behind": (
        lambda pdf: updated(pdf, attachment_swapped_behind),
        Problem.CHANGED_AFTERWARDS,
    ),
    "an annotation behind": (lambda pdf: updated(pdf, note), Problem.CHANGED_AFTERWARDS),
    "a newline behind": (lambda pdf: pdf + b"\n", Problem.BYTES_APPENDED),
    "a kilobyte of nothing behind": (lambda pdf: pdf + bytes(1000), Problem.BYTES_APPENDED),
}


@pytest.mark.parametrize(("tamper", "problem"), TAMPERED.values(), ids=TAMPERED)
def test_what_was_done_to_a_record_has_its_name(record, trust, tamper, problem):
    tampered = tamper(record)
    assert tampered != record
    judged = verdict(tampered, trust)
    assert (judged.problem, judged.valid) == (problem, False)


def test_another_seal_on_the_same_pages_is_foreign_and_a_second_one_is_one_too_many(
    record, trust, stranger
):
    bare = saved(record, seal_stripped)
    assert verdict(seal(bare, stranger, at=NOON, reason="x"), trust).problem is Problem.FOREIGN_SEAL
    known = [*trust, stranger.certificate_pem]
    judged = verdict(sealed_twice(record, stranger), known)
    assert (judged.problem, judged.seals) == (Problem.SEVERAL_SEALS, 2)


def test_the_untouched_record_is_valid_and_every_problem_has_a_sentence_of_its_own(record, trust):
    assert verdict(record, trust, expected_sha256=hashlib.sha256(record).hexdigest()).valid
    assert len({PROBLEM[problem] for problem in Problem}) == len(Problem)


@pytest.mark.slow
def test_none_of_a_thousand_changed_bytes_leaves_the_record_valid(record, trust):
    chance, found = random.Random(9), Counter()
    whole, step = hashlib.sha256(record).hexdigest(), len(record) // CHANGES
    _, start, end, _ = map(int, the_seal(record).byte_range)
    for number in range(CHANGES):
        at = number * step + chance.randrange(step)
        changed = bytearray(record)
        changed[at] ^= chance.randrange(1, 256)
        judged = verdict(bytes(changed), trust, expected_sha256=whole)
        found[judged.problem] += 1
        assert not judged.valid and PROBLEM[judged.problem], at
        # The seal cannot sign itself: a few of its own bytes only the clinic's books notice.
        assert judged.problem is not Problem.NOT_THE_RECORD or start <= at < end, at
    assert found.total() == CHANGES and found[Problem.CHANGED] > CHANGES // 2
