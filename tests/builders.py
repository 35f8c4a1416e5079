"""Honest default values of the domain; a test names only what it is about."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from litconsent.content.who_decides_file import known_rulebook
from litconsent.domain.answers import Presence
from litconsent.domain.decisions import Decision
from litconsent.domain.editions import Block, Chapter, Edition, EditionState
from litconsent.domain.episodes import Episode, age_on
from litconsent.domain.people import Account, AccountRole, Letterhead, Patient, Role
from litconsent.domain.plans import Plan, PlannedCompound
from litconsent.domain.records import Record
from litconsent.domain.rulings import Ruling, ruling
from litconsent.domain.signatures import Method, Signature
from litconsent.domain.stated import Known, override_of, situation_of
from litconsent.settings import PROJECT

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
STROKES = (
    ((120.0, 240.0), (180.0, 90.0), (240.0, 230.0), (300.0, 100.0), (380.0, 220.0)),
    ((420.0, 200.0), (520.0, 150.0), (610.0, 210.0)),
)
PDF = b"%PDF-1.7 a document"


def a_patient(**changes: Any) -> Patient:
    """Return an adult patient."""
    return replace(Patient("Ada Rossi", date(1961, 5, 17), "AR-0042"), **changes)


def a_plan(**changes: Any) -> Plan:
    """Return a plan with one compound used inside its licence."""
    plan = Plan(
        diagnosis="Chronic low back pain",
        body_area="Lower back",
        compounds=(PlannedCompound("lidocaine", "Tablets upset the stomach.", "20 mg"),),
        sessions=3,
        alternatives="Exercise; tablets; doing nothing for now",
        without_treatment="The pain may ease by itself, or stay as it is.",
        interval_days=7,
    )
    return replace(plan, **changes)


def an_edition(chapters: Mapping[str, tuple[Block, ...]], **changes: Any) -> Edition:
    """Return a draft in English with these blocks by the id of their chapter."""
    edition = Edition(
        procedure="lit",
        language="en",
        state=EditionState.DRAFT,
        hash="e" * 64,
        citation="A paper",
        evidence_checked=NOON.date(),
        chapters=tuple(Chapter(key, key.title(), blocks) for key, blocks in chapters.items()),
        compounds={},
        check=(),
        figures={},
        glossary={},
        claims={},
        sources={},
    )
    return replace(edition, **changes)


def an_episode(**changes: Any) -> Episode:
    """Return a prepared episode of a patient alone, in Italian."""
    episode = Episode(
        id="episode-1",
        patient=a_patient(),
        plan=a_plan(),
        language="it",
        clinic_language="it",
        procedure="lit",
        edition_hash="e" * 64,
        clinic_edition_hash="e" * 64,
        prepared_by="account-1",
        prepared_at=NOON,
    )
    return replace(episode, **changes)


def a_ruling(episode: Episode, presence: Presence | None = None) -> Ruling:
    """Return what Italy's rules say about an episode at noon, in a clinic that treats minors."""
    known = Known(
        age=age_on(episode.patient.birth_date, NOON.date()),
        off_label=bool(episode.plan.off_label),
        sessions=episode.plan.sessions,
        adults_only=False,
        presence=presence,
    )
    book = known_rulebook(PROJECT / "content", "it")
    return ruling(situation_of(episode.who, known), book, override_of(episode.who))


def an_account(**changes: Any) -> Account:
    """Return a clinician's account."""
    account = Account("account-1", "dr.bianchi", "Dr Carla Bianchi", AccountRole.CLINICIAN)
    return replace(account, **changes)


def a_letterhead(**changes: Any) -> Letterhead:
    """Return the letterhead of a clinic that does not exist."""
    return replace(Letterhead("Example Pain Clinic", "Turin", "+39 011 000000"), **changes)


def a_signature(**changes: Any) -> Signature:
    """Return the patient's drawn signature."""
    signature = Signature(Role.PATIENT, "Ada Rossi", Method.DRAWN, NOON, strokes=STROKES)
    return replace(signature, **changes)


def a_record(pdf: bytes = PDF, **changes: Any) -> Record:
    """Return the facts of a sealed consent whose document is `pdf`."""
    record = Record(
        id="record-1",
        episode_id="episode-1",
        decision=Decision.CONSENT,
        sha256=hashlib.sha256(pdf).hexdigest(),
        size=len(pdf),
        sealed_at=NOON,
        sealed_by="account-1",
        chain_seq=1,
        chain_head="0" * 64,
        round="1",
    )
    return replace(record, **changes)
