"""Each variant on the screens: the doctor states who decides, and everybody signs who must."""

import json
from io import BytesIO

import pikepdf
import pytest

from litconsent.domain.decisions import Decision
from litconsent.services.decide import deciding
from litconsent.services.preparation import save_preparation
from litconsent.services.records import records
from litconsent.services.sign_in import sign_in
from tests.browsing import UPRIGHT
from tests.journey import PASSWORD, USERNAME, Journey
from tests.pdf.validators import failures_of_page_validation
from tests.ui.test_clinic_prepare import GIVEN
from tests.walking import Walk, app_server, journey_of, settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ADULT, CHILD, TEEN = "17/05/1961", "17/05/2017", "17/05/2011"
HEARD = (("pick", "heard"), ("write", "view", "Agrees"))
PAPER = ("write", "paper", "Decree 12/2026, seen today")
ADMINISTRATOR = (("tap", "speaker", 2), ("write", "speaker_name", "Ugo Sala"), PAPER)
NAMED = (
    ("pick", "delegates"),
    ("write", "delegate_name", "Iris Neri"),
    ("pick", "delegation_written"),
    ("pick", "delegation_alone"),
    ("pick", "delegation_free"),
)
INTERPRETS = (
    ("pick", "no_common_language"),
    ("pick", "interprets"),
    ("tap", "interpreter_kind", 0),
    ("write", "interpreter_name", "Omar Said"),
)

# What the doctor does on the form, which variants then hold, and who signs in which order.
STORIES = {
    "V01": (ADULT, (), "V01+V20", ["patient"]),
    "V02": (
        ADULT,
        (
            ("pick", "with_family"),
            ("write", "family", "Marco Rossi"),
            ("write", "relationship", "son"),
        ),
        "V02+V20",
        ["patient", "family"],
    ),
    "V03": (ADULT, INTERPRETS, "V01+V03+V20", ["patient", "interpreter"]),
    "V04": (
        ADULT,
        (
            *INTERPRETS[:2],
            ("tap", "interpreter_kind", 2),
            INTERPRETS[3],
            ("pick", "interpreter_requested"),
            ("pick", "professional_declined"),
            ("write", "interpreter_because", "No professional of this dialect"),
        ),
        "V01+V04+V20",
        ["patient", "interpreter"],
    ),
    "V05": (
        ADULT,
        (
            ("pick", "cannot_sign"),
            ("write", "unable_because", "Both hands are bandaged"),
            ("write", "witness_name", "Wanda Blu"),
            ("write", "second_witness_name", "Sam Gialli"),
        ),
        "V01+V05+V20",
        ["patient", "witness", "second_witness"],
    ),
    "V06": (
        ADULT,
        (("pick", "uses_device"), ("write", "device", "Board with letters")),
        "V01+V06+V20",
        ["patient"],
    ),
    "V07": (
        CHILD,
        (
            ("write", "speaker_name", "Eva Rossi"),
            ("write", "other_parent_name", "Leo Rossi"),
            *HEARD,
        ),
        "V07+V20",
        ["parent", "other_parent"],
    ),
    "V08": (
        CHILD,
        (
            ("tap", "speaker", 1),
            ("write", "speaker_name", "Eva Rossi"),
            ("tap", "one_parent_reason", 0),
            PAPER,
            *HEARD,
        ),
        "V08+V20",
        ["parent"],
    ),
    "V09": (
        TEEN,
        (
            ("write", "speaker_name", "Eva Rossi"),
            ("write", "other_parent_name", "Leo Rossi"),
            *HEARD,
        ),
        "V07+V09+V20",
        ["patient", "parent", "other_parent"],
    ),
    "V10": (
        CHILD,
        (("tap", "speaker", 2), ("write", "speaker_name", "Ida Testa"), PAPER, *HEARD),
        "V10+V20",
        ["guardian"],
    ),
    "V11": (
        ADULT,
        (("tap", "speaker", 1), ("write", "speaker_name", "Ida Testa"), PAPER, *HEARD),
        "V11+V20",
        ["guardian"],
    ),
    "V12": (
        ADULT,
        (*ADMINISTRATOR, ("tap", "power", 1)),
        "V12+V20",
        ["patient", "support_administrator"],
    ),
    "V13": (
        ADULT,
        (*ADMINISTRATOR, ("tap", "power", 2), *HEARD),
        "V13+V20",
        ["support_administrator"],
    ),
    "V14": (ADULT, (("tap", "speaker", 3),), "V14+V20", ["patient"]),
    "V15": (
        ADULT,
        (
            ("tap", "speaker", 4),
            ("write", "speaker_name", "Tea Fido"),
            PAPER,
            ("write", "acceptance", "Written below the directives"),
            ("tap", "capacity", 2),
            *HEARD,
            ("tap", "lifted", 0),
            ("write", "override_because", "The directives name this treatment"),
        ),
        "V15+V20",
        ["trustee"],
    ),
    "V19": (
        ADULT,
        (NAMED[0], ("tap", "delegation", 2), *NAMED[1:]),
        "V19+V20",
        ["patient", "delegate"],
    ),
    "V19i": (
        ADULT,
        (NAMED[0], ("tap", "delegation", 1), *NAMED[1:]),
        "V01+V19i+V20",
        ["patient", "delegate"],
    ),
}


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A clinic that treats minors too, with its server."""
    with app_server(tmp_path_factory.mktemp("who"), adults_only=False) as (server, clinic):
        Journey(clinic).set_up()
        yield server, clinic


@pytest.fixture
def desk(browser, served):
    """A signed-in tablet of that clinic, in English."""
    server, clinic = served
    context = browser.new_context(
        viewport={"width": UPRIGHT[0], "height": UPRIGHT[1]}, has_touch=True
    )
    page = context.new_page()
    show(page, server, "/?lang=en")
    journey = journey_of(page, clinic)
    sign_in(clinic, journey.tablet, USERNAME, PASSWORD)
    yield server, page, journey
    context.close()


def show(page, server, path):
    page.goto(f"{server.address}{path}")
    page.wait_for_selector("[data-testid=stMain] h1")
    settle(page)


def words(page):
    return page.locator("[data-testid=stMain]").inner_text()


def stated(desk, born, steps):
    """Prepare an episode: the plan was typed before, who decides is stated on the form."""
    server, page, journey = desk
    walk = Walk(page, journey.clinic)
    before = {"birth": born, "name": "Ada Rossi", "language": "en"}
    save_preparation(journey.clinic, journey.tablet, GIVEN | before)
    show(page, server, "/prepare?lang=en")
    for action, key, *value in steps:
        getattr(walk, action)(f"prepare-{key}", *value)
    return walk


def prepared(desk, walk):
    _server, page, journey = desk
    walk.tap("prepare-done")
    page.wait_for_url("**/episode?**")
    with journey.clinic.store.reading() as books:
        journey.episode = next(books.episodes.newest_first())
    return journey


def to_the_talk(desk, journey):
    server, page, _journey = desk
    journey.hand_over().read().hand_back()
    sign_in(journey.clinic, journey.tablet, USERNAME, PASSWORD)
    family = journey.episode.family is not None
    journey.talk(family_stayed_silent=family)
    show(page, server, f"/consultation?episode={journey.episode_id}&lang=en")


def signed(walk, journey):
    """Let everybody sign whose turn it is, on the screens; return the roles in their order."""
    roles = []
    while True:
        place = deciding(journey.clinic, journey.tablet).signer
        if place.role == "clinician":
            break
        roles.append(str(place.role))
        if place.manner == "signs":
            walk.draw()
        else:
            walk.write(f"typed-{place.role}", "Said yes aloud")
        walk.tap(f"sign-{place.role}")
    walk.draw()
    walk.submit("seal")
    return roles


@pytest.mark.parametrize("variant", STORIES)
def test_a_yes_goes_from_the_statement_to_the_sealed_document(desk, variant):
    born, steps, holds, order = STORIES[variant]
    walk = stated(desk, born, steps)
    _server, page, _ = desk
    assert "no yes can be taken" not in words(page)
    journey = prepared(desk, walk)
    to_the_talk(desk, journey)
    assert "Nothing more has to be cleared up before a yes." in words(page)
    walk.tap("talk-decide")
    walk.tap("decide-consent")
    assert signed(walk, journey) == order
    page.wait_for_url("**/record?**")
    row = next(
        r for r in records(journey.clinic, journey.tablet) if r.episode.id == journey.episode_id
    )
    with journey.clinic.store.reading() as books:
        pdf = books.records.pdf(row.record.id)
    with pikepdf.open(BytesIO(pdf)) as document:
        attached = document.attachments["record.json"]
        data = json.loads(attached.get_file().read_bytes())
    assert data["variant"] == holds
    assert [one["role"] for one in data["signatures"]] == [*order, "clinician"]
    assert failures_of_page_validation(pdf) == []


STOPPED = {
    "parents who disagree": (
        CHILD,
        (
            ("write", "speaker_name", "Eva Rossi"),
            ("write", "other_parent_name", "Leo Rossi"),
            ("tap", "other_parent_stance", 1),
            *HEARD,
        ),
        "The parents do not agree with each other.",
    ),
    "a minor who says no": (
        TEEN,
        (
            ("write", "speaker_name", "Eva Rossi"),
            ("write", "other_parent_name", "Leo Rossi"),
            *HEARD,
            ("pick", "dissents"),
        ),
        "The young patient does not want this treatment.",
    ),
    "a patient who cannot decide today": (
        ADULT,
        (("tap", "capacity", 3),),
        "The patient cannot decide today",
    ),
    "a decree that is silent on health, and a patient who cannot decide": (
        ADULT,
        (*ADMINISTRATOR, ("tap", "power", 0), ("tap", "capacity", 2)),
        "Nobody among the people you have named can decide for this patient.",
    ),
}


@pytest.mark.parametrize("story", STOPPED)
def test_where_a_yes_is_stopped_the_doctor_reads_why_and_a_no_is_still_taken(desk, story):
    born, steps, why = STOPPED[story]
    walk = stated(desk, born, steps)
    _server, page, _ = desk
    assert "no yes can be taken" in words(page) and why in words(page)
    journey = prepared(desk, walk)
    to_the_talk(desk, journey)
    assert why in words(page)
    walk.tap("talk-decide")
    assert page.locator('[class*="st-key-decide-consent"] button').is_disabled()
    walk.tap("decide-refusal")
    while deciding(journey.clinic, journey.tablet).signer.role != "clinician":
        walk.tap("sign-pass")
    walk.draw()
    walk.submit("seal")
    page.wait_for_url("**/record?**")
    row = next(
        r for r in records(journey.clinic, journey.tablet) if r.episode.id == journey.episode_id
    )
    assert row.record.decision == Decision.REFUSAL


def test_what_the_talk_shows_to_be_different_is_stated_anew_and_counts_at_once(desk):
    walk = stated(desk, ADULT, ())
    journey = prepared(desk, walk)
    to_the_talk(desk, journey)
    _server, page, _ = desk
    page.locator("summary", has_text="Change this, or note who was heard").click()
    walk.tap(f"who-{journey.episode_id}-capacity", 1)
    assert "You doubt that the patient can decide today." in words(page)
    page.reload()
    settle(page)
    assert "You doubt that the patient can decide today." in words(page)
    page.locator("summary", has_text="Change this, or note who was heard").click()
    walk.tap(f"who-{journey.episode_id}-capacity", 0)
    assert "Nothing more has to be cleared up before a yes." in words(page)
