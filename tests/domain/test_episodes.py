"""The state of an episode follows from its events and from nothing else."""

from datetime import UTC, date, datetime

import pytest

from litconsent.domain.decisions import Decision
from litconsent.domain.episodes import State, age_on, decision_of, state_of
from litconsent.domain.errors import BirthDateInFuture, BirthDateTooOld
from litconsent.domain.events import Event, EventKind
from litconsent.domain.people import check_birth_date

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def events(*kinds):
    made = []
    for seq, kind in enumerate(kinds, start=1):
        name, _, decision = kind.partition("=")
        data = {"decision": decision} if decision else {}
        made.append(Event(seq, EventKind(name), NOON, "patient", "t", "e", data))
    return made


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        ((), State.PREPARED),
        (("episode.prepared", "episode.handed_over"), State.HANDED_OVER),
        (("episode.handed_over", "episode.chapter_read"), State.READING),
        (("episode.chapter_read", "episode.handed_back"), State.READY),
        (("episode.handed_back", "episode.consultation_opened"), State.IN_CONSULTATION),
        (("episode.consultation_opened", "episode.decision_opened"), State.DECIDING),
        (("episode.decision_opened", "episode.decided=refusal"), State.DECIDED),
        (("episode.decided=refusal", "episode.question_raised"), State.READY),
        (("episode.decided=consent", "episode.sealed=consent"), State.CONSENTED),
        (("episode.sealed=refusal",), State.REFUSED),
        (("episode.sealed=postponed",), State.POSTPONED),
    ],
)
def test_the_last_event_says_where_an_episode_stands(kinds, state):
    assert state_of(events(*kinds)) is state


def test_nothing_after_the_seal_moves_an_episode():
    trail = events("episode.sealed=consent", "episode.handed_over", "record.read")
    assert state_of(trail) is State.CONSENTED


@pytest.mark.parametrize(
    "reopened",
    ["episode.decision_opened", "episode.question_raised", "episode.consultation_opened"],
)
def test_a_decision_stands_until_it_is_opened_again(reopened):
    assert decision_of(events("episode.decided=consent")) is Decision.CONSENT
    assert decision_of(events("episode.decided=consent", reopened)) is None


def test_a_birth_date_lies_between_1900_and_today():
    check_birth_date(date(1931, 1, 1), today=date(2026, 5, 4))
    with pytest.raises(BirthDateInFuture):
        check_birth_date(date(2026, 5, 5), today=date(2026, 5, 4))
    with pytest.raises(BirthDateTooOld):
        check_birth_date(date(1899, 12, 31), today=date(2026, 5, 4))


def test_somebody_is_of_age_on_the_birthday_and_not_the_day_before():
    assert age_on(date(2008, 5, 4), date(2026, 5, 4)) == 18
    assert age_on(date(2008, 5, 4), date(2026, 5, 3)) == 17
