"""The release screen as a page: its states, its reasons, and who may see it."""

from litconsent.domain.releases import Reviewer
from litconsent.services.release_language import release_language
from litconsent.services.withdraw_language import withdraw_language
from tests.ui.clinic_screens import TABLET, screen

REVIEWER = Reviewer("Prof. Elena Conti", "Specialist in pain medicine")


def release(clinic, language="en"):
    seen = clinic.library.edition(language).hash
    return release_language(clinic, TABLET, language, reviewer=REVIEWER, seen=seen)


def words(page):
    """Return everything on a page that is drawn as HTML."""
    return " ".join(one.body for one in page.get("html"))


def test_the_list_says_draft_then_released_then_withdrawn_with_the_reason(signed_in):
    assert words(screen(page="clinic/release")).count("nobody has released this text") == 12
    assert words(screen(page="clinic/release")).count("No qualified person has read it.") == 10
    release(signed_in)
    said = words(screen(page="clinic/release"))
    assert "reviewed by Prof. Elena Conti" in said
    assert "The working text is the released one." in said
    withdraw_language(signed_in, TABLET, "en", reason="A new law")
    assert "A new law" in words(screen(page="clinic/release"))


def test_a_reviewer_without_a_name_is_asked_for_and_nothing_is_released(signed_in):
    page = screen(page="clinic/release", language="en")
    page.button[-1].click().run()
    assert "Full name of the reviewer" in page.error[0].value
    assert "nobody has released" in words(screen(page="clinic/release", language="en"))


def test_saying_no_to_the_question_leaves_all_as_it_is(signed_in):
    page = screen(page="clinic/release", language="en")
    page.text_input[0].set_value("Elena Conti")
    page.text_input[1].set_value("Doctor")
    page.button[-1].click().run()
    assert "Elena Conti (Doctor)" in words(page)
    page.button(key="release.reviewer.no").click().run()
    assert "Elena Conti" not in words(page)
    assert "nobody has released" in words(page)


def test_passages_are_drawn_only_once_their_fold_is_opened(signed_in):
    page = screen(page="clinic/release", language="en")
    assert len(page.expander) > 10
    assert "compared" not in words(page)


def test_every_fold_has_a_name_in_words(signed_in):
    page = screen(page="clinic/release", language="en")
    labels = [fold.label.split(" · ")[0] for fold in page.expander]
    assert [label for label in labels if "_" in label or label == label.lower()] == []


def test_an_unknown_language_or_edition_is_said_and_nothing_else(signed_in):
    for query in ({"language": "xx"}, {"edition": "f" * 64}):
        page = screen(page="clinic/release", **query)
        assert len(page.error) == 1 and not page.text_input


def test_an_old_edition_is_read_alone(signed_in):
    edition = release(signed_in)
    page = screen(page="clinic/release", edition=edition.hash)
    assert edition.hash[:8] in words(page) and len(page.expander) > 10
    assert not page.text_input
