"""Who may act: every use case opens its one transaction here, for a tablet that may do it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from litconsent.domain.episodes import Episode, State, state_of
from litconsent.domain.errors import EpisodeUnknown, NotAllowed, StepNotPossible
from litconsent.domain.events import Event, EventKind
from litconsent.domain.people import Account, AccountRole
from litconsent.domain.statements import Statement
from litconsent.domain.tablets import PATIENT_HANDS, RESTING, Limits, Mode, Tablet, rested
from litconsent.services.auditors import refuse_auditor
from litconsent.services.clinic import Clinic
from litconsent.storage.books import Books

# The part of an episode's drafts in which a doctor stated anew who decides.
STATED = "who"
# A tablet in use writes its time of use at most this often.
_TOUCH_EVERY = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Act:
    """One use case under way: its books, its tablet, its time, and who does it."""

    books: Books
    tablet: Tablet
    account: Account | None
    now: datetime

    @property
    def actor(self) -> str:
        """Return who acts, as the trail names them: without a person's name."""
        if self.account:
            return f"account:{self.account.id}"
        return "patient" if self.tablet.mode in PATIENT_HANDS else "visitor"

    @property
    def clinician(self) -> Account:
        """Return the signed-in account of a use case that only the clinic may do."""
        if self.account is None:
            raise NotAllowed("clinic", self.tablet.mode)
        return self.account

    def lead_only(self, action: str) -> None:
        """Refuse a use case to everybody but the clinic's lead.

        :raises NotAllowed: for any other account.
        """
        if self.clinician.role is not AccountRole.LEAD:
            raise NotAllowed(action, self.tablet.mode)

    def lead_or_auditor(self, action: str) -> None:
        """Refuse what only the lead does and an auditor may look at to everybody else.

        :raises NotAllowed: for any other account.
        """
        if self.clinician.role is not AccountRole.AUDITOR:
            self.lead_only(action)

    def note(self, kind: EventKind, episode_id: str | None = None, **data: Any) -> Event:
        """Append an event to the trail in this transaction."""
        return self.books.events.append(
            kind,
            at=self.now,
            actor=self.actor,
            tablet=self.tablet.hash[:12],
            episode_id=episode_id,
            data=data,
        )

    def turn(self, mode: Mode, *, account: str | None = None, episode: str | None = None) -> None:
        """Pass the tablet on: its former mode, identity and episode are gone from this moment."""
        self.books.tablets.put(
            replace(
                self.tablet,
                mode=mode,
                account_id=account,
                episode_id=episode,
                epoch=self.tablet.epoch + 1,
            ),
            self.now,
        )
        if mode is Mode.CLINIC:
            self.books.tablets.note_sign_in(self.tablet.hash, self.now)

    def episode(self, episode_id: str | None) -> Episode:
        """Return an episode that exists, with what was stated last about who decides.

        :raises EpisodeUnknown: in the same words for one that is another's and one that is not.
        """
        found = self.books.episodes.get(episode_id) if episode_id else None
        if found is None:
            raise EpisodeUnknown
        stated, version = self.books.drafts.get(found.id, STATED)
        return replace(found, who=Statement.from_data(stated)) if version else found

    def in_state(self, episode_id: str, step: str, *allowed: State) -> tuple[Event, ...]:
        """Return the events of an episode that stands in one of the allowed states.

        :raises StepNotPossible: if it stands elsewhere.
        """
        events = self.books.events.of_episode(episode_id)
        state = state_of(events)
        if state not in allowed:
            raise StepNotPossible(step, state)
        return events


@contextmanager
def acting(clinic: Clinic, tablet: str, action: str, *modes: Mode) -> Iterator[Act]:
    """Open the transaction of a use case; a tablet in another mode is refused, and that is noted.

    :raises NotAllowed: if the tablet's mode, read in this very transaction, is not among `modes`.
    :raises MayOnlyLook: for an auditor, unless the action is open to auditors.
    """
    try:
        with clinic.store.writing() as books:
            act = _admitted(_act(clinic, books, tablet), action, modes)
            # That a tablet rests follows from when it was used last, so nothing is written then.
            if act.tablet.mode not in RESTING:
                books.tablets.put(act.tablet, act.now)
            yield act
    except NotAllowed:
        _note_denied(clinic, tablet, action)
        raise


@contextmanager
def looking(clinic: Clinic, tablet: str, action: str, *modes: Mode) -> Iterator[Act]:
    """Open a reading transaction for a use case that changes nothing.

    :raises NotAllowed: if the tablet's mode is not among `modes`.
    :raises MayOnlyLook: for an auditor, unless the action is open to auditors.
    """
    try:
        with clinic.store.reading() as books:
            yield _admitted(_act(clinic, books, tablet), action, modes)
    except NotAllowed:
        _note_denied(clinic, tablet, action)
        raise


def current_tablet(books: Books, tablet: str, now: datetime, limits: Limits) -> Tablet:
    """Return what a tablet is now, after the time for which nobody used it."""
    found = books.tablets.get(tablet)
    seen = books.tablets.seen_at(tablet) if found else None
    if found is None or seen is None:
        return found or Tablet(tablet)
    since = books.tablets.signed_in_at(tablet) if found.mode is Mode.CLINIC else None
    return rested(found, now - seen, now - (since or now), limits)


def tablet_of(clinic: Clinic, tablet: str, *, active: bool = True) -> Tablet:
    """Return what a tablet is now, and count this as use unless `active` is False."""
    now = clinic.now()
    with clinic.store.reading() as books:
        current = current_tablet(books, tablet, now, _limits(clinic))
        known = active and current.mode not in (Mode.VISITOR, *RESTING)
        seen = books.tablets.seen_at(tablet) if known else None
    if seen and now - seen > _TOUCH_EVERY:
        with clinic.store.writing() as books:
            books.tablets.touch(tablet, now)
    return current


def account_of(clinic: Clinic, tablet: str) -> Account:
    """Return who is signed in on a tablet.

    :raises NotAllowed: if nobody is.
    """
    with looking(clinic, tablet, "account", Mode.CLINIC) as act:
        return act.clinician


def _act(clinic: Clinic, books: Books, tablet: str) -> Act:
    now = clinic.now()
    current = current_tablet(books, tablet, now, _limits(clinic))
    account = books.accounts.by_id(current.account_id) if current.account_id else None
    if current.mode is Mode.CLINIC and (account is None or not account.active):
        current, account = replace(current, mode=Mode.VISITOR, account_id=None), None
    return Act(books, current, account, now)


def _admitted(act: Act, action: str, modes: tuple[Mode, ...]) -> Act:
    if act.tablet.mode not in modes:
        raise NotAllowed(action, act.tablet.mode)
    refuse_auditor(act.account, action, act.tablet.mode)
    return act


def _note_denied(clinic: Clinic, tablet: str, action: str) -> None:
    with clinic.store.writing() as books:
        act = _act(clinic, books, tablet)
        act.note(
            EventKind.ACCESS_DENIED, act.tablet.episode_id, action=action, mode=act.tablet.mode
        )


def _limits(clinic: Clinic) -> Limits:
    minutes = clinic.settings
    return Limits(
        idle=timedelta(minutes=minutes.idle_minutes),
        cover=timedelta(minutes=minutes.cover_minutes),
        lock=timedelta(minutes=minutes.lock_minutes),
    )
