"""C01: no use case runs without a principal; who may reach which one stands here, row by row.

A use case that is missing in the table fails this file: whoever adds one says who may do it.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

import litconsent.services
from litconsent.domain.answers import Answers, Notes, Presence
from litconsent.domain.decisions import Decision
from litconsent.domain.errors import NotAllowed
from litconsent.domain.pairings import Pairing, Purpose
from litconsent.domain.people import AccountRole, Letterhead, Role
from litconsent.domain.tablets import Mode, Tablet
from litconsent.services.access import account_of
from litconsent.services.accounts import add_account
from litconsent.services.clinic import Clinic, open_clinic
from litconsent.services.sign_in import sign_in
from litconsent.settings import PROJECT, Settings
from tests.builders import NOON, a_patient, a_plan
from tests.journey import OTHER_TABLET, PASSWORD, Journey

STAFF = {"clinician", "lead"}
RESTING = {"covered", "locked"}
DOORS = {"visitor", "waiting", "free"}
EVERYBODY = STAFF | RESTING | DOORS | {"patient", "deciding"}
MAY = {
    "account_of": STAFF,
    "accounts": {"lead"},
    "add_account": {"lead"},
    "add_entry": {"lead"},
    "allow_mixing": {"lead"},
    "answer_item": {"patient"},
    "begin_talk": STAFF,
    "board": STAFF,
    "change_decision": {"deciding"},
    "choose_language": {"patient"},
    "choose_screen_language": STAFF | DOORS,
    "close_account": {"lead"},
    "compare_editions": {"lead"},
    "compare_languages": {"lead"},
    "count_records": STAFF,
    "course": STAFF,
    "decide": {"deciding"},
    "deciding": {"deciding"},
    "drop_usual_plan": STAFF,
    "keep_usual_plan": STAFF,
    "usual_plans": STAFF,
    "use_usual_plan": STAFF,
    "editions_of_episode": STAFF,
    "export_records": STAFF,
    "file_problems": {"lead"},
    "forget_pin": STAFF,
    "hand_back": {"patient"},
    "hand_over": STAFF,
    "has_identity": STAFF,
    "has_pin": STAFF,
    "hold_session": STAFF,
    "issue_download": STAFF,
    "keep_notes": STAFF,
    "language_last_read": {"waiting"} | RESTING,
    "leave_free": {"free"},
    "link_identity": STAFF,
    "load_course_draft": STAFF,
    "load_preparation": STAFF,
    "look_at_episode": STAFF,
    "note_read": {"patient"},
    "offer_pairing": STAFF,
    "offer_blank_form": STAFF,
    "offer_blank_form_of": STAFF,
    "open_consultation": STAFF,
    "open_decision": STAFF,
    "open_for_patient": RESTING,
    "open_reading": {"patient"},
    "open_record": STAFF,
    "pass_signature": {"deciding"},
    "prepare_again": STAFF,
    "prepare_episode": STAFF,
    "put_off_session": STAFF,
    "raise_question": {"deciding"},
    "read_edition": {"lead"},
    "read_files_again": {"lead"},
    "records": STAFF,
    "redeem_pairing": STAFF | DOORS,
    "release_language": {"lead"},
    "reopen_account": {"lead"},
    "restate": STAFF,
    "seal_alarm": {"lead"},
    "save_answers": {"patient"},
    "save_course_draft": STAFF,
    "save_notes": STAFF,
    "save_preparation": STAFF,
    "seal_record": STAFF | {"deciding"},
    "set_password": {"lead"},
    "set_pin": STAFF,
    "set_up_clinic": {"visitor"},
    "sign": {"deciding"},
    "sign_in": DOORS | RESTING,
    "sign_in_by_identity": DOORS | RESTING,
    "sign_out": STAFF,
    "stop_mixing": {"lead"},
    "switch_off": {"lead"},
    "switch_on": {"lead"},
    "takes_pin": {"deciding"},
    "tell_presence": {"patient"},
    "uncover": {"covered"},
    "unlink_identity": STAFF,
    "view_formulary": {"lead"},
    "void_record": {"lead"},
    "withdraw_consent": STAFF,
    "withdraw_language": {"lead"},
}
# They answer everybody, with what this tablet is itself, or with nothing.
OPEN_TO_ALL = {
    "tablet_of",
    "refuse_page",
    "live_episode",
    "last_event",
    "pairing_open",
    "redeem_download",
    "redeem_export",
    "hand_out",
}
# They touch no patient and no record by its number: set-up on the server's own console, published
# text, rules, and parts of use cases that are handed what has passed the door.
WITHOUT_A_TABLET = {
    *("announce_setup_code", "issue_setup_code", "needs_setup", "letterhead", "self_audit"),
    *(
        "make_demonstration",
        "specimen_made_in",
        "blank_form",
        "blank_ruling",
        "new_file",
        "read_back",
    ),
    *("days_left", "renew_seal", "import_seal_certificate", "request_certificate"),
    *("stamp_room", "stamp_records", "waiting_stamps", "keep_stamping"),
    *("ruling_for", "ruling_of", "speakers_for"),
    *(
        "offered_languages",
        "readable_languages",
        "language_problems",
        "read_offer",
        "open_public",
        "checked",
        "checked_all",
        "pairing_digest",
        "verify_file",
    ),
}
# Parts of the door itself: they are told which modes to let through.
DOOR = {"acting", "looking", "check_credentials", "check_step_up"}
INSIDE = {"act", "books"}  # only a transaction that has passed the door has one of these


def use_cases() -> Iterator[Callable[..., object]]:
    for found in pkgutil.iter_modules(litconsent.services.__path__):
        module = importlib.import_module(f"litconsent.services.{found.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            mine = function.__module__ == module.__name__ and not name.startswith("_")
            parameters = set(inspect.signature(function).parameters)
            if mine and "clinic" in parameters and not parameters & INSIDE:
                yield function


USE_CASES = {function.__name__: function for function in use_cases()}


def test_there_is_something_to_check():
    assert len(USE_CASES) > 50


def test_every_use_case_has_a_row_and_every_row_a_use_case():
    rows = [set(MAY), OPEN_TO_ALL, WITHOUT_A_TABLET, DOOR]
    assert set().union(*rows) == set(USE_CASES)
    assert sum(map(len, rows)) == len(USE_CASES)


def test_what_needs_no_tablet_cannot_be_told_of_an_episode_or_a_record():
    for name in WITHOUT_A_TABLET:
        asked = set(inspect.signature(USE_CASES[name]).parameters)
        assert not asked & {"tablet", "episode_id", "record_id", "account_id"}, name


@pytest.fixture(scope="module")
def ground(tmp_path_factory):
    """Return a clinic with a lead, a clinician and an episode; its clock stands."""
    folder = tmp_path_factory.mktemp("c01")
    settings = Settings(folder / "data", folder / "keys", PROJECT / "content")
    clinic = open_clinic(settings, lambda: NOON)
    journey = Journey(clinic).set_up().prepare()
    add_account(
        clinic,
        journey.tablet,
        username="dr.neri",
        name="Neri",
        password=PASSWORD,
        role=AccountRole.CLINICIAN,
    )
    sign_in(clinic, OTHER_TABLET, "dr.neri", PASSWORD)
    ids = {
        "lead": account_of(clinic, journey.tablet).id,
        "clinician": account_of(clinic, OTHER_TABLET).id,
    }
    yield clinic, journey.episode_id, ids
    clinic.store.close()


PRINCIPALS = {
    "visitor": (Mode.VISITOR, 0),
    "clinician": (Mode.CLINIC, 0),
    "lead": (Mode.CLINIC, 0),
    "patient": (Mode.PATIENT, 0),
    "deciding": (Mode.DECIDING, 0),
    "waiting": (Mode.WAITING, 0),
    "free": (Mode.FREE, 0),
    "covered": (Mode.PATIENT, 5),
    "locked": (Mode.DECIDING, 60),
}


def become(ground, principal: str) -> str:
    """Make a tablet what this principal holds, and return its hash."""
    clinic, episode_id, ids = ground
    mode, minutes = PRINCIPALS[principal]
    held = episode_id if mode in (Mode.PATIENT, Mode.DECIDING, Mode.WAITING) else None
    tablet = Tablet("d" * 64, mode, ids.get(principal), held)
    with clinic.store.writing() as books:
        books.tablets.put(tablet, clinic.now() - timedelta(minutes=minutes))
        books.tablets.note_sign_in(tablet.hash, clinic.now())
        for id_ in ids.values():
            books.accounts.set_active(id_, active=True)
        for key in ("tablet:" + tablet.hash, "pairing:" + tablet.hash, "account:x"):
            books.throttle.clear(key)
    return tablet.hash


def arguments(function: Callable[..., object], clinic: Clinic, tablet: str, episode: str) -> Any:
    known = {
        "clinic": clinic,
        "tablet": tablet,
        "episode_id": episode,
        "patient": a_patient(),
        "plan": a_plan(),
        "family": None,
        "answers": Answers(),
        "notes": Notes(),
        "base": Notes(),
        "version": 0,
        "pressed": None,
        "presence": Presence.ALONE,
        "decision": Decision.REFUSAL,
        "purpose": Purpose.READ,
        "pairing": Pairing(episode, Purpose.READ, "x", NOON),
        "letterhead": Letterhead("a", "b", "c"),
        "data": {},
    }
    wanted = inspect.signature(function).parameters.values()
    role = AccountRole.CLINICIAN if function.__name__ == "add_account" else Role.PATIENT
    return {
        p.name: known.get(p.name, role if p.name == "role" else "x")
        for p in wanted
        if p.default is p.empty and p.kind is not p.VAR_POSITIONAL
    }


def reaches(ground, principal: str, function: Callable[..., object]) -> bool:
    """Tell whether a principal gets past the door; what happens behind it is not asked here."""
    clinic, episode_id, _ids = ground
    tablet = become(ground, principal)
    try:
        found = function(**arguments(function, clinic, tablet, episode_id))
        if inspect.isgenerator(found):
            next(found)  # nothing happens before somebody asks for the first
    except NotAllowed:
        return False
    except Exception:
        return True
    return True


@pytest.mark.parametrize("name", sorted(MAY))
def test_a_use_case_lets_exactly_those_through_who_may_do_it(ground, name):
    found = {who for who in PRINCIPALS if reaches(ground, who, USE_CASES[name])}
    assert found == MAY[name]


def test_a_refusal_is_noted_in_the_trail_with_what_was_tried(ground):
    clinic, _episode, _ids = ground
    with clinic.store.reading() as books:
        before = books.events.head()[0]
    assert not reaches(ground, "patient", USE_CASES["board"])
    with clinic.store.reading() as books:
        assert books.events.head()[0] == before + 1


def test_live_views_show_nothing_to_anybody_but_the_clinic(ground):
    clinic, episode_id, _ids = ground
    for who in PRINCIPALS:
        tablet = become(ground, who)
        for name in ("live_episode", "last_event"):
            given = arguments(USE_CASES[name], clinic, tablet, episode_id)
            assert (USE_CASES[name](**given) is not None) == (who in STAFF)


def test_an_account_that_is_closed_is_nobody_at_its_next_step(ground):
    """C06: closing acts at once, on a tablet that is signed in at this moment."""
    clinic, _episode, ids = ground
    tablet = become(ground, "clinician")
    assert account_of(clinic, tablet).id == ids["clinician"]
    lead = replace(Tablet("e" * 64, Mode.CLINIC, ids["lead"]))
    with clinic.store.writing() as books:
        books.tablets.put(lead, clinic.now())
    USE_CASES["close_account"](clinic, lead.hash, ids["clinician"])
    for name in ("account_of", "board", "records", "load_preparation"):
        with pytest.raises(NotAllowed):
            USE_CASES[name](clinic, tablet)
