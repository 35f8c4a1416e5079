"""A third party checks a record with the commands of `docs/verify.md`, and asks the clinic last."""

import os
import re
import subprocess
from datetime import UTC, datetime

import pytest

from litconsent.domain.course import Manner
from litconsent.domain.decisions import Decision
from litconsent.domain.people import Role
from litconsent.domain.stamps import Level
from litconsent.pdf.seal import STAMP_ROOM, seal
from litconsent.pdf.stamp_client import AuthorityOverHttp
from litconsent.pdf.time_stamp import stamped
from litconsent.pdf.verdict import certificate_of, verdict
from litconsent.services.decide import decide, sign
from litconsent.services.seal_record import seal_record
from litconsent.services.withdraw_consent import withdraw_consent
from litconsent.settings import PROJECT
from tests.authority import a_local_authority
from tests.journey import INK, PASSWORD, TABLET, USERNAME, Journey
from tests.pdf.sealing import a_clinic_seal, an_unsealed_form, note, updated
from tests.walking import app_server

WALKTHROUGH = (PROJECT / "docs" / "verify.md").read_text("utf-8")
STAMP = re.findall(r"^```bash\n(.*?)^```", WALKTHROUGH, re.DOTALL | re.MULTILINE)
STEPS = re.findall(r"^```sh\n(.*?)^```", WALKTHROUGH, re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Serve a clinic that has sealed a record."""
    with app_server(tmp_path_factory.mktemp("clinic")) as (server, clinic):
        journey = Journey(clinic).to_the_decision(language="en")
        decide(clinic, TABLET, Decision.CONSENT)
        sign(clinic, TABLET, Role.PATIENT, strokes=INK)
        who = (clinic, TABLET, journey.episode_id, USERNAME, PASSWORD)
        record = seal_record(*who, strokes=INK)
        with clinic.store.reading() as books:
            yield server, clinic, record, books.records.pdf(record.id)


@pytest.fixture(scope="module")
def record(place):
    return place[-1]


@pytest.fixture
def walk(tmp_path, place):
    def walk(pdf, heed=True, steps=STEPS):
        """Take the steps as in one shell until one fails; without heed, past what pdfsig says."""
        lines = "\n".join(steps).splitlines()
        said = ("grep", "test")
        steps = [line for line in lines if heed or not line.startswith(said)]
        (tmp_path / "record.pdf").write_bytes(pdf)
        return subprocess.run(
            ["bash", "-euo", "pipefail", "-c", "\n".join(steps)],
            cwd=tmp_path,
            env=os.environ | {"CLINIC": place[0].address},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return walk


def test_every_step_succeeds_on_a_record_and_names_its_seal(record, walk):
    done = walk(record)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "CMS Verification successful" in done.stderr
    judged = verdict(record, [])
    assert judged.fingerprint in done.stdout and judged.sha256 in done.stdout
    assert '"decision": "consent"' in done.stdout
    assert done.stdout.endswith('data-found="good"\n')


def test_the_authoritys_stamp_is_confirmed_by_openssl_alone(walk, tmp_path):
    now = datetime.now(UTC)
    clinic_seal = a_clinic_seal(tmp_path, founded=now)
    record = seal(
        *(an_unsealed_form(), clinic_seal), at=now, reason="consent", stamp_room=STAMP_ROOM
    )
    with a_local_authority(tmp_path / "tsa") as authority:
        trusted = [certificate_of(authority.ca_file.read_bytes())]
        edition = stamped(
            *(record, AuthorityOverHttp(authority.url), Level.T),
            authorities=trusted,
            seals=[],
            now=now,
        )
    (tmp_path / "tsa.pem").write_bytes(authority.ca_file.read_bytes())
    done = walk(edition.pdf, steps=[*STEPS[:3], *STAMP])
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Verification: OK" in done.stdout + done.stderr and "Time stamp:" in done.stdout
    (tmp_path / "tsa.pem").write_bytes(clinic_seal.certificate_pem)
    assert walk(edition.pdf, steps=[*STEPS[:3], *STAMP]).returncode != 0


def byte_changed(pdf):
    at = len(pdf) // 2
    return pdf[:at] + bytes([pdf[at] ^ 1]) + pdf[at + 1 :]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (byte_changed, "Digest Mismatch"),
        (lambda pdf: pdf + b"\n", "Not total document signed"),
        (lambda pdf: updated(pdf, note), "Not total document signed"),
    ],
    ids=["a changed byte", "an appended byte", "an annotation"],
)
def test_a_changed_record_fails_at_the_first_step(record, walk, change, said):
    done = walk(change(record))
    assert done.returncode != 0
    assert said in done.stdout and "CMS Verification successful" not in done.stderr


def test_the_second_program_finds_a_changed_byte_by_itself(record, walk):
    done = walk(byte_changed(record), heed=False)
    assert done.returncode != 0 and "verification failure" in done.stderr.lower()


def test_only_the_clinic_knows_that_a_record_was_withdrawn(place, walk):
    _server, clinic, sealed, pdf = place
    withdraw_consent(clinic, TABLET, sealed.id, Manner.ORAL)
    done = walk(pdf)
    assert "CMS Verification successful" in done.stderr
    assert done.returncode != 0 and done.stdout.endswith('data-found="ended"\n')
