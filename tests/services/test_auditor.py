"""An auditor looks and changes nothing: asked of every use case that a tablet can reach."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

import litconsent.services
from litconsent.domain.answers import Answers, Notes, Presence
from litconsent.domain.course import Manner, Session
from litconsent.domain.decisions import Decision
from litconsent.domain.editions import OffLabel, Strength
from litconsent.domain.errors import MayOnlyLook, NotAllowed
from litconsent.domain.events import Event, EventKind
from litconsent.domain.mixtures import MixingTerms
from litconsent.domain.people import AccountRole, Letterhead, Role
from litconsent.domain.releases import Reviewer
from litconsent.domain.statements import Statement
from litconsent.domain.tablets import Mode
from litconsent.services.accounts import add_account
from litconsent.services.board import board
from litconsent.services.change_formulary import Typed
from litconsent.services.clinic import Clinic, open_clinic
from litconsent.services.course_drafts import Part
from litconsent.services.decide import decide
from litconsent.services.records import issue_download, open_record, records, redeem_download
from litconsent.services.seal_record import seal_record
from litconsent.services.sign_in import sign_in
from litconsent.settings import PROJECT, Settings
from tests.builders import a_patient, a_plan
from tests.journey import INK, OTHER_TABLET, PASSWORD, TABLET, USERNAME, Journey

DOCTORS, WAITING = "d" * 64, "e" * 64
AUDITOR, WORDS = "the.auditor", "only looking at what there is"
# Whatever an auditor may call. Anything else, also what is built later, has to refuse.
LOOKS = {
    "access.account_of",
    "access.tablet_of",
    "board.board",
    "live.last_event",
    "compare_editions.compare_editions",
    "compare_editions.compare_languages",
    "compare_editions.read_edition",
    "content_files.file_problems",
    "course.course",
    "hand_out.hand_out",
    "records.issue_download",
    "records.open_record",
    "records.records",
    "records.redeem_download",
    "refuse_page.refuse_page",
    "screen_language.choose_screen_language",
    "sign_out.sign_out",
    "waiting_files.redeem_export",
}
GIVEN: dict[str, Any] = {
    "answers": Answers(),
    "birth_date": date(1961, 5, 17),
    "clinic_language": "it",
    "decision": Decision.CONSENT,
    "language": "it",
    "letterhead": Letterhead("Clinic", "Here", "1"),
    "name": "Anna Neri",
    "notes": Notes(),
    "password": PASSWORD,
    "patient": a_patient(),
    "plan": a_plan(),
    "presence": Presence.ALONE,
    "reviewer": Reviewer("Dr. Rossi", "doctor"),
    "role": Role.PATIENT,
    "variant": "V01",
    "manner": Manner.ORAL,
    "session": Session(plan_unchanged=True, health_unchanged=True),
    "number": 1,
    "part": Part.SESSION,
    "stated": Statement(),
    "terms": MixingTerms("One needle.", "Shown in a study.", protected=True),
    "typed": Typed("K1", True, OffLabel.NO, Strength.REPORTED, {}, {}),
    "username": "somebody",
    "version": 0,
    "data": {},
}


def use_cases() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield every public function of the services that takes a clinic and a tablet."""
    package = litconsent.services
    for module in pkgutil.iter_modules(package.__path__):
        found = importlib.import_module(f"{package.__name__}.{module.name}")
        for name, function in inspect.getmembers(found, inspect.isfunction):
            ours = function.__module__ == found.__name__ and not name.startswith("_")
            takes = inspect.signature(function).parameters
            if (
                ours
                and "clinic" in takes
                and "tablet" in takes
                and name not in ("acting", "looking")
            ):
                yield f"{module.name}.{name}", function


USE_CASES = dict(use_cases())


def called(function: Callable[..., Any], clinic: Clinic, tablet: str) -> Any:
    """Call a use case with something for each argument that it demands."""
    given = {"clinic": clinic, "tablet": tablet}
    for name, parameter in inspect.signature(function).parameters.items():
        if name not in given and parameter.default is parameter.empty:
            given[name] = GIVEN.get(name, "something")
    given = {name: one for name, one in given.items() if name != "modes"}
    if "role" in given and "account" in function.__name__:
        given["role"] = AccountRole.CLINICIAN
    result = function(**given)
    return list(result) if inspect.isgenerator(result) else result


def trail(clinic: Clinic) -> list[Event]:
    with clinic.store.reading() as books:
        last, _head = books.events.head()
        episodes = [episode.id for episode in books.episodes.newest_first()]
        found = [e for events in books.events.of_episodes(episodes).values() for e in events]
        found += books.events.of_clinic(*EventKind)
        assert len(found) == last
        return sorted(found, key=lambda event: event.seq)


@pytest.fixture(scope="module")
def audited(tmp_path_factory):
    """Yield a clinic with a sealed record and an open episode, an auditor on the other tablet."""
    root = tmp_path_factory.mktemp("audited")
    clinic = open_clinic(Settings(root / "data", root / "keys", PROJECT / "content"))
    journey = Journey(clinic).to_the_decision()
    decide(clinic, TABLET, Decision.POSTPONED)
    seal_record(clinic, TABLET, journey.episode_id, USERNAME, PASSWORD, strokes=INK)
    journey.prepare()
    add_account(
        clinic,
        TABLET,
        username=AUDITOR,
        name="Anna Neri",
        password=WORDS,
        role=AccountRole.AUDITOR,
    )
    sign_in(clinic, OTHER_TABLET, AUDITOR, WORDS)
    yield clinic
    clinic.store.close()


def test_there_is_something_to_check():
    assert len(USE_CASES) > 40 and set(USE_CASES) > LOOKS


@pytest.mark.parametrize("name", sorted(set(USE_CASES) - LOOKS))
def test_an_auditor_is_refused_and_leaves_nothing_but_the_note_of_it(audited, name):
    before = trail(audited)
    with pytest.raises(NotAllowed):
        called(USE_CASES[name], audited, OTHER_TABLET)
    added = trail(audited)[len(before) :]
    assert {event.kind for event in added} == {EventKind.ACCESS_DENIED}


def test_an_auditor_sees_the_board_the_records_and_a_document(audited):
    assert len(board(audited, OTHER_TABLET)) >= 2
    [row] = records(audited, OTHER_TABLET)
    token = issue_download(audited, OTHER_TABLET, row.record.id)
    taken = redeem_download(audited, token, OTHER_TABLET)
    assert taken is not None and taken[0].startswith(b"%PDF")


def test_what_an_auditor_read_stands_in_the_trail_with_the_auditors_account(audited):
    [row] = records(audited, OTHER_TABLET)
    open_record(audited, OTHER_TABLET, row.record.id)
    issue_download(audited, OTHER_TABLET, row.record.id)
    read, exported = trail(audited)[-2:]
    assert (read.kind, exported.kind) == (EventKind.RECORD_READ, EventKind.RECORD_EXPORTED)
    assert read.actor == exported.actor != f"account:{row.record.sealed_by}"


def test_an_auditors_password_seals_nothing_on_a_patients_tablet(audited):
    journey = Journey(audited, DOCTORS).sign_in().prepare().hand_over().read()
    journey.hand_back().sign_in().talk().open_decision()
    decide(audited, DOCTORS, Decision.POSTPONED)
    with pytest.raises(MayOnlyLook):
        seal_record(audited, DOCTORS, journey.episode_id, AUDITOR, WORDS, strokes=INK)
    assert len(records(audited, OTHER_TABLET)) == 1


def test_an_auditor_who_signs_in_where_a_patient_waits_changes_nothing_of_the_episode(audited):
    journey = Journey(audited, WAITING).sign_in().prepare().hand_over().read().hand_back()
    with audited.store.reading() as books:
        before = books.events.of_episode(journey.episode_id)
    assert sign_in(audited, WAITING, AUDITOR, WORDS).role is AccountRole.AUDITOR
    with audited.store.reading() as books:
        assert books.events.of_episode(journey.episode_id) == before
        tablet = books.tablets.get(WAITING)
    assert tablet is not None and tablet.mode is Mode.CLINIC
