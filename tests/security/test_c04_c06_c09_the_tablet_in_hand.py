"""C04, C06, C09: what a patient, or the next one, finds on the tablet; in a real browser."""

import pytest

from litconsent.domain.people import AccountRole
from litconsent.domain.tablets import Mode
from litconsent.services.access import account_of, tablet_of
from litconsent.services.accounts import add_account
from litconsent.services.change_account import close_account
from litconsent.services.sign_in import sign_in
from tests.browser.beside import beside
from tests.browsing import CHROMIUM, QUIET
from tests.builders import a_patient
from tests.journey import PASSWORD
from tests.walking import journey_of, settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STAFF = '[class*="st-key-bar-"], [class*="st-key-board"], [class*="st-key-talk-"]'
MARK = "Zzyxmarker"


def sees_the_clinic(page):
    settle(page)
    return page.locator(STAFF).count() > 0


def test_c04_after_the_hand_over_neither_back_nor_reload_nor_url_nor_tab_finds_the_doctor(story):
    told = story("en")
    journey = told.journey.set_up().prepare(language="en", clinic_language="en")
    for path in ("/", "/records", "/prepare", f"/episode?episode={journey.episode_id}"):
        told.show(path)
        assert sees_the_clinic(told.page)
    told.walk.tap("episode-hand_over")
    tablet = tablet_of(told.clinic, journey.tablet)
    assert (tablet.mode, tablet.account_id) == (Mode.PATIENT, None)
    for _ in range(5):
        told.page.go_back()
        assert not sees_the_clinic(told.page)
    told.page.reload()
    assert not sees_the_clinic(told.page)
    for path in ("/records", "/?page=clinic/board", f"/consultation?episode={journey.episode_id}"):
        told.show(path)
        assert not sees_the_clinic(told.page) and "First, just you" in told.text()
    second = told.context.new_page()
    second.goto(f"{told.server.address}/accounts")
    second.wait_for_selector("[data-testid=stMain] h1")
    assert not sees_the_clinic(second)


def test_c04_a_second_tab_that_the_doctor_left_open_wakes_as_the_patients(story):
    told = story("en")
    journey = told.journey.set_up().prepare(language="en", clinic_language="en")
    left_open = told.context.new_page()
    left_open.goto(f"{told.server.address}/records")
    left_open.wait_for_selector(STAFF)
    told.show(f"/episode?episode={journey.episode_id}")
    told.walk.tap("episode-hand_over")
    left_open.locator('[class*="st-key-bar-clinic-prepare"] button').click()
    left_open.wait_for_function("() => document.querySelector('h1')?.innerText.includes('First')")
    assert not sees_the_clinic(left_open)
    assert not left_open.locator("[role=dialog]").count()


def test_c06_a_closed_account_is_out_at_its_next_tap_on_the_tablet_where_it_works(story):
    told = story("en")
    lead = told.journey.set_up()
    doctor = add_account(
        told.clinic,
        lead.tablet,
        username="dr.neri",
        name="Neri",
        password=PASSWORD,
        role=AccountRole.CLINICIAN,
    )
    with beside(told) as other:
        sign_in(told.clinic, other.journey.tablet, "dr.neri", PASSWORD)
        other.show("/")
        assert sees_the_clinic(other.page)
        close_account(told.clinic, lead.tablet, doctor.id)
        other.page.locator('[class*="st-key-bar-clinic-records"] button').click()
        other.page.wait_for_function("() => !document.querySelector('[class*=st-key-bar-]')")
        assert not sees_the_clinic(other.page)
    assert account_of(told.clinic, lead.tablet)


KEPT_IN_THE_BROWSER = """async () => JSON.stringify({
  local: {...localStorage}, session: {...sessionStorage}, cookie: document.cookie,
  caches: await caches.keys(), databases: (await indexedDB.databases()).map((one) => one.name),
  title: document.title, url: location.href, body: document.body.innerText,
})"""


def test_c09_the_end_leaves_nothing_of_the_patient_in_the_browser_nor_on_its_disk(story, tmp_path):
    told = story("en")
    profile = tmp_path / "profile"
    context = told.context.browser.browser_type.launch_persistent_context(
        str(profile), executable_path=CHROMIUM, args=QUIET
    )
    page = context.pages[0]
    answers = []
    page.on("response", lambda response: answers.append(response))
    page.goto(f"{told.server.address}/?lang=en")
    settle(page)
    journey = journey_of(page, told.clinic).set_up()
    journey.prepare(language="en", clinic_language="en", patient=a_patient(name=f"Ada {MARK}"))
    page.goto(f"{told.server.address}/episode?episode={journey.episode_id}")
    page.get_by_text(MARK).first.wait_for()
    page.locator(".st-key-episode-hand_over button").click()
    page.wait_for_function("() => document.querySelector('h1')?.innerText.includes('First')")
    journey.read(questions=f"Is {MARK} allowed to drive?").hand_back()
    page.goto(told.server.address)
    page.get_by_text("Thank you").first.wait_for()
    settle(page)
    assert MARK not in page.evaluate(KEPT_IN_THE_BROWSER)
    for _ in range(3):
        page.go_back()
        settle(page)
        assert MARK not in page.content() and MARK not in page.evaluate(KEPT_IN_THE_BROWSER)
    pages = [one for one in answers if "text/html" in one.headers.get("content-type", "")]
    assert len(pages) > 2
    assert all(one.headers["cache-control"] == "no-store" for one in pages)
    context.close()
    files = [file for file in profile.rglob("*") if file.is_file()]
    assert len(files) > 10
    marks = (MARK.encode(), MARK.encode("utf-16-le"))
    assert not [file.name for file in files if any(mark in file.read_bytes() for mark in marks)]
