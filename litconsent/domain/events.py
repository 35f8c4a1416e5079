"""The entries of the append-only audit trail."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class EventKind(StrEnum):
    """What happened."""

    ACCOUNT_CREATED = "account.created"
    ACCOUNT_CLOSED = "account.closed"
    ACCOUNT_REOPENED = "account.reopened"
    CREDENTIALS_CHANGED = "account.credentials_changed"
    SIGNED_IN = "account.signed_in"
    SIGN_IN_FAILED = "account.sign_in_failed"
    SIGNED_OUT = "account.signed_out"
    IDENTITY_LINKED = "account.identity_linked"
    IDENTITY_UNLINKED = "account.identity_unlinked"
    PIN_SET = "account.pin_set"
    PIN_OFF = "account.pin_off"
    ACCESS_DENIED = "access.denied"
    COMPOUND_ON = "formulary.compound_on"
    COMPOUND_OFF = "formulary.compound_off"
    ENTRY_ADDED = "formulary.entry_added"
    MIXING_ON = "formulary.mixing_on"
    MIXING_OFF = "formulary.mixing_off"
    PLAN_KEPT = "plan.kept"
    PLAN_DROPPED = "plan.dropped"
    PREPARED = "episode.prepared"
    WHO_STATED = "episode.who_stated"
    HANDED_OVER = "episode.handed_over"
    PRESENCE_TOLD = "episode.presence_told"
    CHAPTER_READ = "episode.chapter_read"
    UNDERSTANDING_TOLD = "episode.understanding_told"
    LANGUAGE_CHOSEN = "episode.language_chosen"
    CHECK_ANSWERED = "episode.check_answered"
    HANDED_BACK = "episode.handed_back"
    CONSULTATION_OPENED = "episode.consultation_opened"
    NOTES_SAVED = "episode.notes_saved"
    TEACH_BACK_RATED = "episode.teach_back_rated"
    DECISION_OPENED = "episode.decision_opened"
    QUESTION_RAISED = "episode.question_raised"
    DECIDED = "episode.decided"
    SIGNED = "episode.signed"
    SIGNATURE_PASSED = "episode.signature_passed"
    SEALED = "episode.sealed"
    SESSION_HELD = "episode.session_held"
    SESSION_PUT_OFF = "episode.session_put_off"
    WITHDRAWN = "episode.withdrawn"
    SUPERSEDED = "episode.superseded"
    VOIDED = "episode.voided"
    PAIRING_OFFERED = "episode.pairing_offered"
    PAIRING_REFUSED = "episode.pairing_refused"
    TABLET_TAKEN_UP = "episode.tablet_taken_up"
    TABLET_RELEASED = "episode.tablet_released"
    LANGUAGE_RELEASED = "language.released"
    LANGUAGE_WITHDRAWN = "language.withdrawn"
    RECORD_READ = "record.read"
    RECORD_EXPORTED = "record.exported"
    RECORD_STAMPED = "record.stamped"
    SEAL_RENEWED = "seal.renewed"
    BLANK_FORM_PRINTED = "form.blank_printed"


@dataclass(frozen=True, slots=True)
class Event:
    """One fact: who did what, when (UTC, server clock), on which tablet."""

    seq: int
    kind: EventKind
    at: datetime
    actor: str
    tablet: str
    episode_id: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    head: str = ""
