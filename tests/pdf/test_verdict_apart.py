"""A file made to keep a parser busy is stopped; every other one gets its usual verdict."""

import sys
import time
import zlib

import pytest

from litconsent.pdf.seal import seal
from litconsent.pdf.verdict import Problem, verdict
from litconsent.pdf.verdict_apart import verdict_apart
from tests.pdf.sealing import NOON, a_clinic_seal, an_unsealed_form


def claiming(objects: int) -> bytes:
    """Return some hundred bytes that claim to hold so many objects of no size."""
    packed = zlib.compress(bytes(100))
    index = b"<< /Type /XRef /Size %d /W [0 0 0] /Root 1 0 R /Filter /FlateDecode /Length %d >>"
    head = index % (objects, len(packed))
    return b"%%PDF-1.7\n1 0 obj\n%b\nstream\n%b\nendstream\nendobj\nstartxref\n9\n%%%%EOF\n" % (
        head,
        packed,
    )


def test_it_says_what_the_verdict_says(tmp_path):
    clinic_seal = a_clinic_seal(tmp_path)
    trust = [clinic_seal.certificate_pem]
    pdf = seal(an_unsealed_form(), clinic_seal, at=NOON, reason="consent")
    assert verdict_apart(pdf, trust) == verdict(pdf, trust)
    assert verdict_apart(pdf, trust, expected_sha256="0").problem is Problem.NOT_THE_RECORD


def test_a_file_that_would_keep_a_parser_busy_for_hours_is_stopped():
    begun = time.monotonic()
    assert verdict_apart(claiming(10**9), [], effort=2).problem is Problem.DAMAGED
    assert time.monotonic() - begun < 60  # unhindered, it would be hours


def test_a_broken_certificate_is_not_blamed_on_the_file():
    with pytest.raises(ValueError, match="PEM"):
        verdict_apart(b"%PDF-1.7", [b"no certificate"])


def test_a_machine_that_cannot_judge_does_not_call_the_file_broken(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(ChildProcessError):
        verdict_apart(b"%PDF-1.7", [])
