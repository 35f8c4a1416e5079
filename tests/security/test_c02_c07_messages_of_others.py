"""C02, C03, C07: forged messages, forged ids and stolen session ids over the raw connection."""

import uuid

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litconsent.domain.answers import Notes
from litconsent.domain.errors import EpisodeUnknown, LitConsentError, NotAllowed, RecordUnknown
from litconsent.domain.events import EventKind
from litconsent.domain.pairings import Purpose
from litconsent.i18n.text import text_for
from litconsent.services.begin_talk import begin_talk
from litconsent.services.clinic import open_clinic
from litconsent.services.consultation import look_at_episode, open_consultation, save_notes
from litconsent.services.decide import open_decision
from litconsent.services.episode_editions import editions_of_episode
from litconsent.services.hand_over import hand_over
from litconsent.services.keep_notes import keep_notes
from litconsent.services.live import live_episode
from litconsent.services.offer_pairing import offer_pairing
from litconsent.services.records import issue_download, open_record
from litconsent.services.redeem_pairing import redeem_pairing
from litconsent.services.seal_record import seal_record
from litconsent.settings import PROJECT, Settings
from litconsent.ui.messages import sentence
from litconsent.ui.routes import ADDRESSES
from tests.journey import PASSWORD, TABLET, USERNAME, Journey
from tests.security.wire import a_tablet, answer, rerun
from tests.walking import app_server

CLINIC_PAGES = [address for address in ADDRESSES if address not in ("", "read", "join")]
CLINIC_WORDS = (b"Sign out", b"bar.sign_out", b"board.words", b"AR-0042")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    with app_server(tmp_path_factory.mktemp("wire")) as (server, clinic):
        cookie, journey = a_tablet(server, clinic)
        journey.set_up().prepare(language="en", clinic_language="en")
        yield server, clinic, cookie, journey


def denied(clinic, episode_id):
    with clinic.store.reading() as books:
        events = books.events.of_episode(episode_id)
    return [e.data["action"] for e in events if e.kind is EventKind.ACCESS_DENIED]


def test_the_clinic_itself_is_drawn_over_this_wire(place):
    server, _clinic, cookie, _journey = place
    with server.stream(cookie) as stream:
        _, drawn = answer(stream, rerun())
    assert all(word in drawn for word in CLINIC_WORDS)


@pytest.mark.parametrize("page", CLINIC_PAGES)
def test_c02_a_patients_session_that_asks_for_a_page_of_the_clinic_gets_its_own(place, page):
    server, clinic, _cookie, journey = place
    cookie, patient = a_tablet(server, clinic)
    code = offer_pairing(clinic, journey.tablet, journey.episode_id, Purpose.READ).code
    redeem_pairing(clinic, patient.tablet, code)
    query = f"episode={journey.episode_id}&record=x&edition=x"
    taps = ("bar.sign_out", "$$ID-x-bar.sign_out", "board.words")
    with server.stream(cookie) as stream:
        for message in (rerun(page=page, query=query), rerun(page=page, taps=taps)):
            _, drawn = answer(stream, message)
            assert b"First, just you" in drawn
            assert not any(word in drawn for word in CLINIC_WORDS)


def test_c07_a_known_session_id_with_another_cookie_or_none_takes_over_nothing(place):
    server, clinic, cookie, _journey = place
    with server.stream(cookie) as doctor:
        session, drawn = answer(doctor, rerun())
        assert b"Sign out" in drawn
        thief_cookie, _thief = a_tablet(server, clinic)
        with server.stream(thief_cookie, session) as thief:
            stolen_session, stolen = answer(thief, rerun())
        assert stolen_session != session
        assert b"Understand, ask, decide" in stolen
        assert not any(word in stolen for word in CLINIC_WORDS)
        with pytest.raises(Exception, match="403"):
            server.stream(None, session)
        forged = {"X-Litconsent-Tablet": _journey.tablet}
        with server.stream(thief_cookie, session, forged) as thief:
            assert b"Sign out" not in answer(thief, rerun())[1]
        assert b"Sign out" in answer(doctor, rerun())[1]


def test_c07_a_session_that_was_closed_is_not_handed_to_another_tablet(place):
    server, clinic, cookie, _journey = place
    with server.stream(cookie) as doctor:
        session, _ = answer(doctor, rerun())
    thief_cookie, _thief = a_tablet(server, clinic)
    with server.stream(thief_cookie, session) as thief:
        assert b"Sign out" not in answer(thief, rerun())[1]


# --- C03: ids are not secrets, and knowing one opens nothing ------------------------------------

BY_EPISODE = {
    "look": look_at_episode,
    "talk": open_consultation,
    "begin": begin_talk,
    "notes": lambda c, t, e: save_notes(c, t, e, Notes(), 0),
    "keep": lambda c, t, e: keep_notes(c, t, e, Notes(), Notes(answered="x")),
    "hand over": hand_over,
    "decision": open_decision,
    "editions": editions_of_episode,
    "code": lambda c, t, e: offer_pairing(c, t, e, Purpose.READ),
}
BY_RECORD = {"open": open_record, "download": issue_download}
IDS = st.one_of(
    st.uuids().map(lambda one: one.hex),
    st.sampled_from(["", "0", "../x", "%", "' OR 1=1 --", "null", "*"]),
    st.text(max_size=40),
)


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """Return a clinic with two episodes; a patient's tablet holds the second one."""
    folder = tmp_path_factory.mktemp("c03")
    clinic = open_clinic(Settings(folder / "data", folder / "keys", PROJECT / "content"))
    first = Journey(clinic).set_up().prepare()
    second = Journey(clinic, tablet="b" * 64).sign_in().prepare().hand_over()
    yield clinic, first.episode_id, second
    clinic.store.close()


def refusal(call, *arguments):
    with pytest.raises(LitConsentError) as caught:
        call(*arguments)
    return caught.value


@pytest.mark.parametrize("name", BY_EPISODE)
@settings(max_examples=15, deadline=None)
@given(wild=IDS)
def test_c03_an_id_that_is_none_is_refused_in_the_same_words_whatever_it_is(two, name, wild):
    clinic, _first, _second = two
    error = refusal(BY_EPISODE[name], clinic, TABLET, wild)
    assert type(error) is EpisodeUnknown and str(error) == ""


@pytest.mark.parametrize("name", BY_RECORD)
@settings(max_examples=15, deadline=None)
@given(wild=IDS)
def test_c03_a_record_that_is_none_is_refused_in_the_same_words_whatever_it_is(two, name, wild):
    clinic, _first, _second = two
    assert type(refusal(BY_RECORD[name], clinic, TABLET, wild)) is RecordUnknown


@pytest.mark.parametrize("name", BY_EPISODE)
def test_c03_a_patient_who_knows_the_id_of_another_episode_learns_not_even_that_it_exists(
    two, name
):
    clinic, other, patient = two
    words = [
        sentence(refusal(BY_EPISODE[name], clinic, patient.tablet, one), text_for("it"))
        for one in (other, uuid.uuid4().hex)
    ]
    assert words[0] == words[1]
    for one in (other, uuid.uuid4().hex):
        assert type(refusal(BY_EPISODE[name], clinic, patient.tablet, one)) is NotAllowed
    assert live_episode(clinic, patient.tablet, other) is None


def test_c03_a_doctors_password_on_a_patients_tablet_seals_no_other_episode(clinic):
    other = Journey(clinic).set_up().prepare()
    Journey(clinic).prepare().hand_over().read().hand_back().sign_in()
    mine = Journey(clinic).prepare().hand_over().read().hand_back().sign_in().talk()
    mine.open_decision()
    with pytest.raises(NotAllowed):
        seal_record(clinic, TABLET, other.episode_id, USERNAME, PASSWORD, typed="Anna Verdi")
    with clinic.store.reading() as books:
        assert books.records.latest(9) == ()
