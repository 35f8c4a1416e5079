"""A third party checks a record with the commands of `docs/verify.md`, and nothing of ours."""

import re
import subprocess
from datetime import UTC, datetime

import pytest

from litconsent.domain.decisions import Decision
from litconsent.domain.stamps import Level
from litconsent.pdf.seal import STAMP_ROOM, seal
from litconsent.pdf.stamp_client import AuthorityOverHttp
from litconsent.pdf.time_stamp import stamped
from litconsent.pdf.verdict import certificate_of, verdict
from litconsent.services.make_specimen import make_specimen
from litconsent.settings import PROJECT, Settings
from tests.authority import a_local_authority
from tests.pdf.sealing import a_clinic_seal, an_unsealed_form, note, updated

WALKTHROUGH = (PROJECT / "docs" / "verify.md").read_text("utf-8")
STAMP = re.findall(r"^```bash\n(.*?)^```", WALKTHROUGH, re.DOTALL | re.MULTILINE)
STEPS = re.findall(r"^```sh\n(.*?)^```", WALKTHROUGH, re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    root = tmp_path_factory.mktemp("specimen")
    settings = Settings(root / "data", root / "keys", PROJECT / "content")
    return make_specimen(
        settings, language="en", clinic_language="it", decision=Decision.CONSENT, family=True
    )


@pytest.fixture
def walk(tmp_path):
    def walk(pdf, heed=True, steps=STEPS):
        """Take the steps as in one shell until one fails; without heed, past what pdfsig says."""
        lines = "\n".join(steps).splitlines()
        said = ("grep", "test")
        steps = [line for line in lines if heed or not line.startswith(said)]
        (tmp_path / "record.pdf").write_bytes(pdf)
        return subprocess.run(
            ["bash", "-euo", "pipefail", "-c", "\n".join(steps)],
            cwd=tmp_path,
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
