"""A stamped edition: the record's own bytes, a stamp in its seal, and nothing else that counts."""

import subprocess
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.signers.pdf_signer import PdfTimeStamper

from litconsent.domain.stamps import Level
from litconsent.pdf.seal import STAMP_ROOM, seal
from litconsent.pdf.stamp_client import AuthorityOverHttp, NotStamped, StampFailed
from litconsent.pdf.time_stamp import stamped
from litconsent.pdf.verdict import Problem, certificate_of, verdict
from tests.authority import a_local_authority
from tests.pdf.conftest import a_document
from tests.pdf.sealing import a_clinic_seal, note, updated
from tests.pdf.validators import failures_of_verapdf

LEVELS = list(Level)


def moment() -> datetime:
    """Return the time: the authority looks at the real clock, long after this file was read."""
    return datetime.now(UTC)


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    with a_local_authority(tmp_path_factory.mktemp("authority") / "tsa") as running:
        yield running


@pytest.fixture(autouse=True)
def well(authority):
    yield
    authority.mood = "well"


@pytest.fixture(scope="module")
def clinic_seal(tmp_path_factory):
    return a_clinic_seal(tmp_path_factory.mktemp("seal"), founded=moment())


@pytest.fixture(scope="module")
def record(clinic_seal):
    return sealed(clinic_seal, STAMP_ROOM)


@pytest.fixture(scope="module")
def editions(authority, clinic_seal, record):
    return {level: with_stamp(record, authority, clinic_seal, level) for level in Level}


def sealed(clinic_seal, room):
    pdf = a_document(rows=1)
    return seal(
        pdf, clinic_seal, at=moment(), reason="consent", field="PatientSeal", stamp_room=room
    )


def with_stamp(record, authority, clinic_seal, level=Level.T, *, now=None, ca=None, seconds=20):
    trusted = (ca or authority.ca_file).read_bytes()
    return stamped(
        record,
        AuthorityOverHttp(authority.url, seconds),
        level,
        authorities=[certificate_of(trusted)],
        seals=[clinic_seal.certificate],
        now=now or moment(),
    ).pdf


def judged(pdf, clinic_seal, authority=None):
    trusted = [authority.ca_file.read_bytes()] if authority else []
    return verdict(pdf, [clinic_seal.certificate_pem], authorities=trusted)


def place_of(record):
    start = record.rindex(b"/Contents <") + len(b"/Contents ")
    return start, record.index(b">", start) + 1


@pytest.mark.parametrize("level", LEVELS)
def test_no_byte_under_the_seal_changes(editions, record, level):
    start, end = place_of(record)
    edition = editions[level]
    assert edition[:start] == record[:start] and edition[start:end] != record[start:end]
    assert edition[end : len(record)] == record[end:]
    assert (len(edition) == len(record)) == (level is Level.T)


@pytest.mark.parametrize("level", LEVELS)
def test_a_stamped_edition_is_valid_and_says_who_stamped_it_and_when(
    editions, clinic_seal, authority, level
):
    found = judged(editions[level], clinic_seal, authority)
    assert found.valid and found.covers_whole_file and found.seals == 1
    assert found.stamped_by == "Example Time Authority"
    assert abs(found.stamped_at - moment()) < timedelta(minutes=15)


def test_stamped_editions_are_as_archivable_and_accessible_as_the_record(editions, tmp_path):
    files = [tmp_path / f"{level}.pdf" for level in Level]
    for file, level in zip(files, Level, strict=True):
        file.write_bytes(editions[level])
    assert failures_of_verapdf(files) == []


@pytest.mark.parametrize("level", LEVELS)
def test_programs_that_we_did_not_write_find_seal_and_stamp(editions, authority, tmp_path, level):
    file = tmp_path / "stamped.pdf"
    file.write_bytes(editions[level])
    told = subprocess.run(["pdfsig", "-nocert", file], capture_output=True, text=True, check=True)
    assert "Signature is Valid" in told.stdout
    assert ("ETSI.RFC3161" in editions[level].decode("latin-1")) == (level is Level.LTA)


@pytest.mark.parametrize(
    ("level", "problem"),
    [
        (Level.T, Problem.NONE),
        (Level.LT, Problem.CHANGED_AFTERWARDS),
        (Level.LTA, Problem.SEVERAL_SEALS),
    ],
)
def test_a_stamp_that_nobody_trusts_is_none(editions, clinic_seal, level, problem):
    found = judged(editions[level], clinic_seal)
    assert (found.problem, found.stamped_at, found.stamped_by) == (problem, None, "")


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(
    "change",
    [
        lambda pdf: updated(pdf, note),
        lambda pdf: pdf + b"more",
        lambda pdf: pdf + b"more\n%%EOF\n",
        lambda pdf: pdf + b"more\n" + pdf[pdf.rindex(b"startxref") :],
    ],
    ids=["a note", "bytes", "bytes and an end", "bytes and a whole end"],
)
def test_nothing_else_may_follow_a_stamp(editions, clinic_seal, authority, level, change):
    assert not judged(change(editions[level]), clinic_seal, authority).valid


def test_a_stamp_of_somebody_else_may_not_follow(editions, clinic_seal, authority, tmp_path):
    with a_local_authority(tmp_path / "other") as other:
        stamper = PdfTimeStamper(AuthorityOverHttp(other.url))
        writer = IncrementalPdfFileWriter(BytesIO(editions[Level.T]))
        pdf = stamper.timestamp_pdf(writer, "sha256").getvalue()
    assert judged(pdf, clinic_seal, authority).problem is Problem.CHANGED_AFTERWARDS


def test_a_changed_byte_is_seen_under_a_stamp(editions, clinic_seal, authority):
    whole = editions[Level.LTA]
    changed = whole.replace(b"/Lang (it)", b"/Lang (at)", 1)
    assert changed != whole
    assert judged(changed, clinic_seal, authority).problem is Problem.CHANGED


@pytest.mark.parametrize(
    ("mood", "why"),
    [
        ("down", NotStamped.UNREACHABLE),
        ("slow", NotStamped.SLOW),
        ("page", NotStamped.WRONG_ANSWER),
        ("noise", NotStamped.WRONG_ANSWER),
        ("flood", NotStamped.WRONG_ANSWER),
        ("refuses", NotStamped.WRONG_ANSWER),
        ("another", NotStamped.WRONG_ANSWER),
    ],
)
def test_what_is_no_stamp_for_this_record_is_refused(authority, clinic_seal, record, mood, why):
    authority.mood = mood
    with pytest.raises(StampFailed) as caught:
        with_stamp(record, authority, clinic_seal, seconds=2)
    assert caught.value.why is why


def test_an_address_where_nobody_answers_is_unreachable(authority, clinic_seal, record):
    nobody = AuthorityOverHttp("http://127.0.0.1:9/tsa")
    with pytest.raises(StampFailed) as caught:
        stamped(record, nobody, Level.T, authorities=[], seals=[], now=moment())
    assert caught.value.why is NotStamped.UNREACHABLE


def test_an_authority_that_is_not_in_the_ca_file_is_not_trusted(
    authority, clinic_seal, record, tmp_path
):
    other = tmp_path / "other.pem"
    other.write_bytes(clinic_seal.certificate_pem)
    with pytest.raises(StampFailed) as caught:
        with_stamp(record, authority, clinic_seal, ca=other)
    assert caught.value.why is NotStamped.UNTRUSTED


def test_a_stamp_of_another_time_is_refused(authority, clinic_seal, record):
    with pytest.raises(StampFailed) as caught:
        with_stamp(record, authority, clinic_seal, now=moment() + timedelta(hours=1))
    assert caught.value.why is NotStamped.OTHER_TIME


def test_a_stamp_that_does_not_fit_into_the_seal_is_refused(authority, clinic_seal):
    with pytest.raises(StampFailed) as caught:
        with_stamp(sealed(clinic_seal, 100), authority, clinic_seal)
    assert caught.value.why is NotStamped.NO_ROOM


def test_without_the_list_of_what_was_revoked_there_is_no_higher_level(
    authority, clinic_seal, record
):
    authority.mood = "no list"
    with pytest.raises(StampFailed) as caught:
        with_stamp(record, authority, clinic_seal, Level.LT)
    assert caught.value.why is NotStamped.NO_PROOF
