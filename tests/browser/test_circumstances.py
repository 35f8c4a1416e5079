"""Who needs words of their own meets them on the tablet, and nobody else does."""

import pytest

from litconsent.domain.statements import Speaker, Statement
from litconsent.services.read_leaflet import open_reading
from litconsent.services.specimen_cases import born
from tests.builders import a_patient
from tests.journey import Journey

pytestmark = pytest.mark.browser

PARENTS = Statement(
    speaker=Speaker.BOTH_PARENTS,
    speaker_name="Nora Sala",
    other_parent_name="Ugo Sala",
    heard=True,
    view="Agrees",
)


def handed_over(told, age: int, who: Statement) -> Journey:
    """Hand the tablet over to a patient of this age, and show what they see first."""
    journey = told.journey.set_up()
    birth_date = born(age, told.clinic.now().date())
    language = told.language
    journey.prepare(
        language=language,
        clinic_language=language,
        who=who,
        patient=a_patient(birth_date=birth_date),
    ).hand_over()
    told.show()
    return journey


def first_chapter(told) -> str:
    told.walk.pick("presence-", 1)
    told.walk.pick("pressed-", 0)
    told.walk.tap("nav_next")
    return told.page.locator("h1").first.inner_text()


@pytest.mark.parametrize(
    ("language", "age", "title", "words"),
    [
        ("en", 15, "First of all, for you", "Nobody does this against your will."),
        ("it", 15, "Prima di tutto, per te", "Nessuno lo fa se tu non vuoi."),
        ("en", 9, "This page is for you", "You can say no, and then we stop."),
        ("it", 9, "Questa pagina è per te", "Puoi dire di no, e noi ci fermiamo."),
    ],
)
def test_a_minor_reads_their_own_page_first(story, language, age, title, words):
    told = story(language)
    handed_over(told, age, PARENTS)
    assert first_chapter(told) == title
    assert words in told.text()
    told.walk.tap("nav_next")
    assert told.page.locator("h1").first.inner_text() in ("What it is", "Che cos'è")


def test_an_adult_who_decides_alone_meets_no_page_for_others(story):
    told = story("en")
    journey = handed_over(told, 71, Statement())
    assert first_chapter(told) == "What it is"
    chapters = {one.id for one in open_reading(told.clinic, journey.tablet).leaflet.chapters}
    assert not chapters & {"child", "young", "easy", "yours", "deciding"}
