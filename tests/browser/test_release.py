"""The lead releases, changes, withdraws and releases again; patients see what is true each time."""

import re
import shutil
from io import BytesIO

import pypdfium2
import pytest

from litconsent.domain.people import AccountRole
from litconsent.services.accounts import add_account
from litconsent.services.sign_in import sign_in
from litconsent.services.sign_out import sign_out
from litconsent.settings import PROJECT
from tests.content.translating import add_french, keep_authored
from tests.walking import settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DRAFT = "Draft: nobody has released this text"
RELEASED = "Released text, edition"
SEND = "[data-testid=stFormSubmitButton] button"


@pytest.fixture
def lead(story, tmp_path, monkeypatch):
    """Return a function that begins a story as the lead of a clinic with files of its own."""

    def begin(language="en", prepare=None, beside=()):
        content = tmp_path / "content"
        shutil.copytree(PROJECT / "content", content)
        keep_authored(content, beside=beside)
        if prepare:
            prepare(content)
        monkeypatch.setenv("LITCONSENT_CONTENT", str(content))
        told = story(language)
        told.journey.set_up()
        return told.show(f"/release?lang={language}")

    return begin


def rewrite(told, file, old, new):
    path = told.folder / "content" / "lit" / file
    words = path.read_text(encoding="utf-8")
    assert old in words
    path.write_text(words.replace(old, new, 1), encoding="utf-8")


def first_words(told, language):
    page = (told.folder / "content" / "lit" / language / "what.md").read_text(encoding="utf-8")
    return page.split("## what.key\n\n")[1].split("\n")[0]


def release(told, language):
    """Release a language by the screens, as the lead does."""
    told.walk.tap(f"release-open-{language}")
    told.walk.write("release-name", "Prof. Elena Conti")
    told.walk.write("release-qualification", "Specialist in pain medicine")
    told.walk.click(told.page.locator(SEND).first)
    assert "Prof. Elena Conti" in told.walk.part("callout_release").inner_text()
    told.walk.tap("release-reviewer-yes")


def withdraw(told):
    told.walk.write("release-why", "A new law")
    told.walk.click(told.page.locator(SEND).last)
    told.walk.tap("release-reason-yes")


def read_again(told):
    told.show("/release")
    told.walk.tap("release-again")


def seen_by_visitor(told, language):
    """Return what somebody in the waiting room reads, on another tablet."""
    other = told.context.browser.new_context(viewport={"width": 820, "height": 1180})
    try:
        page = other.new_page()
        page.goto(f"{told.server.address}/read?lang={language}")
        page.wait_for_selector("[data-testid=stMain] h1")
        settle(page)
        return page.locator("[data-testid=stMain]").inner_text()
    finally:
        other.close()


def printed(pdf):
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]
    return [re.sub(r"\s+", " ", page) for page in pages]


def test_a_released_language_is_no_draft_until_it_is_withdrawn_and_released_again(lead):
    told = lead()
    assert DRAFT in seen_by_visitor(told, "en")

    release(told, "en")
    assert "reviewed by Prof. Elena Conti" in told.text()
    released = seen_by_visitor(told, "en")
    assert DRAFT not in released and RELEASED in released

    sentence = first_words(told, "en")
    rewrite(told, "en/what.md", sentence, "Very small needle pricks put some liquid in your skin.")
    read_again(told)
    assert "changed: 1" in told.text()
    assert sentence in seen_by_visitor(told, "en")
    told.walk.tap("release-open-en")
    told.walk.click(told.page.locator("[data-testid=stExpander] summary", has_text="What it is"))
    compared = told.walk.part("release-en-what").inner_text()
    assert sentence in compared and "some liquid in your skin" in compared

    withdraw(told)
    assert DRAFT in seen_by_visitor(told, "en")
    assert sentence not in seen_by_visitor(told, "en")

    told.show("/release")
    release(told, "en")
    again = seen_by_visitor(told, "en")
    assert DRAFT not in again and "some liquid in your skin" in again


def test_the_document_of_two_released_languages_is_no_draft_on_any_page(lead):
    told = lead()
    release(told, "en")
    told.show("/release")
    release(told, "it")
    told.show("/")
    screens = {}
    walk = told.walk
    for screens_of in (walk.prepare, walk.read, walk.talk, walk.decide):
        for screen in screens_of():
            screens[screen] = told.text()
            if screen == "document-link":
                address = told.page.locator("a.document").get_attribute("href")
                pdf = told.page.request.get(f"{told.server.address}{address}").body()
    patient = ["presence", "chapter-what", "check", "wishes", "decision", "sign-patient"]
    for screen in patient:
        assert RELEASED in screens[screen] and "Draft" not in screens[screen], screen
    assert "Specimen" not in screens["record"]
    pages = printed(BytesIO(pdf))
    assert len(pages) > 5
    for page in pages:
        assert "DRAFT" not in page and "SPECIMEN" not in page
        assert RELEASED in page
    whole = " ".join(pages)
    assert "Prof. Elena Conti" in whole and "named person must release it anew" in whole


def test_an_episode_says_that_a_newer_edition_exists(lead):
    told = lead()
    told.journey.prepare(language="en", clinic_language="en")
    release(told, "en")
    told.show("/")
    told.walk.tap("board-talk")
    assert "a newer edition was released on" in told.text()


def test_a_stale_translation_is_listed_and_offers_no_release(lead):
    told = lead(prepare=add_french)
    rewrite(told, "en/what.md", first_words(told, "en"), "Tiny needle pricks put liquid in.")
    read_again(told)
    told.walk.tap("release-open-fr")
    assert "what.key – its source has changed since it was translated." in told.text()
    assert told.walk.part("release-name").count() == 0
    told.show("/release")
    told.walk.tap("release-open-en")
    assert told.walk.part("release-name").count() > 0


def test_what_was_released_says_so_until_its_source_changes(lead):
    told = lead(beside=["de"])
    assert "No qualified person has read it." in told.text()
    release(told, "de")
    assert "Nothing has changed since the release." in told.text()
    assert "No qualified person has read it." not in told.text()
    rewrite(told, "en/what.md", first_words(told, "en"), "Tiny needle pricks put liquid in.")
    read_again(told)
    assert "The working text is the released one. 1 passage is stale" in told.text()
    told.walk.tap("release-open-de")
    assert "Nothing has changed since the release." not in told.text()


def test_a_broken_file_is_named_with_its_line_and_cure_and_the_last_good_text_serves(lead):
    told = lead()
    before = seen_by_visitor(told, "en")
    rewrite(told, "en/what.md", first_words(told, "en"), "<script>alert(1)</script>")
    read_again(told)
    said = told.walk.part("callout_warning").inner_text()
    assert re.search(r"en/what\.md:\d+ – Only plain words are allowed", said)
    assert seen_by_visitor(told, "en") == before


def test_a_doctor_who_is_not_lead_finds_no_way_to_it(lead):
    told = lead()
    journey = told.journey
    add_account(
        told.clinic,
        journey.tablet,
        username="dr.bruni",
        name="Dr. Bruni",
        password="another quiet room entirely",
        role=AccountRole.CLINICIAN,
    )
    sign_out(told.clinic, journey.tablet)
    sign_in(told.clinic, journey.tablet, "dr.bruni", "another quiet room entirely")
    told.show("/")
    assert told.walk.part("bar-clinic-release").count() == 0
    told.show("/release")
    assert "This is not open on this tablet" in told.text()
    assert told.walk.part("release-").count() == 0
