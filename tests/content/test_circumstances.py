"""What is said to a patient by circumstance: each has its words, and nobody else reads them."""

import pytest

from litconsent.content.library import Library
from litconsent.content.who_decides_file import read_rulebook
from litconsent.domain.editions import Block, Circumstance, Edition
from litconsent.domain.leaflets import compose
from litconsent.domain.passages import passages
from litconsent.settings import PROJECT
from tests.builders import a_plan

LANGUAGES = ("en", "it")
LIBRARY = Library(PROJECT / "content")
# What each circumstance must not be told without, in both languages.
SAID = [
    (Circumstance.FAMILY, "yours.family", "never replaces yours", "non sostituisce mai la sua"),
    (Circumstance.INTERPRETER, "yours.key", "do not decide for you", "non decide al suo posto"),
    (Circumstance.INTERPRETER, "yours.interpreter", "keep it to themselves", "tenerlo per sé"),
    (
        Circumstance.RELATIVE_INTERPRETS,
        "yours.relative",
        "ask for a professional",
        "chiedere un interprete",
    ),
    (Circumstance.RELATIVE_INTERPRETS, "yours.relative-study", "not in the paper", "nell'articolo"),
    (Circumstance.READ_ALOUD, "yours.aloud", "read aloud to you", "letto ad alta voce"),
    (Circumstance.READ_ALOUD, "yours.kept", "A witness, a video", "un testimone, un video"),
    (Circumstance.MINOR, "deciding.unknown", "no data about children", "non ha dati su bambini"),
    (Circumstance.MINOR, "deciding.parents", "Both parents", "i due genitori"),
    (Circumstance.MINOR, "deciding.heard", "told and heard", "informato e ascoltato"),
    (Circumstance.TEEN, "young.key", "against your will", "se tu non vuoi"),
    (Circumstance.TEEN, "young.unknown", "nothing about children", "non parla di bambini"),
    (Circumstance.TEEN, "young.yes", "we also need yours", "ci serve anche il tuo"),
    (Circumstance.TEEN, "young.alone", "the doctor alone", "senza i tuoi genitori"),
    (Circumstance.CHILD, "child.words", "You can say no", "Puoi dire di no"),
    (Circumstance.EASY, "easy.key", "Your view counts", "Il suo parere conta"),
    (Circumstance.GUARDIAN, "deciding.guardian", "Hear them first", "Prima la ascolti"),
    (Circumstance.SUPPORT, "deciding.support", "both must say yes", "sì tutti e due"),
    (Circumstance.REPRESENTATION, "deciding.representation", "silent on health", "non parla di"),
    (Circumstance.DIRECTIVES, "deciding.directives", "what they wrote", "la persona ha scritto"),
    (Circumstance.DELEGATION, "yours.named", "take it back", "cambiare idea"),
    (Circumstance.DECLINES_INFORMATION, "yours.not-hear", "change your mind", "cambiare idea"),
    (Circumstance.DECLINES_INFORMATION, "yours.safety", "Never inject", "Non si faccia mai"),
    (Circumstance.COURSE, "course.again", "Before each session", "Prima di ogni seduta"),
]


def blocks_of(edition: Edition, *circumstances: Circumstance) -> dict[str, Block]:
    leaflet = compose(edition, a_plan(), circumstances=circumstances)
    return {block.id: block for chapter in leaflet.chapters for block in chapter.blocks}


def test_every_circumstance_is_looked_at() -> None:
    assert {circumstance for circumstance, *_ in SAID} == set(Circumstance)


@pytest.mark.parametrize(("circumstance", "block", "english", "italian"), SAID)
def test_it_is_said_where_it_holds_and_to_nobody_else(
    circumstance: Circumstance, block: str, english: str, italian: str
) -> None:
    for language, words in zip(LANGUAGES, (english, italian), strict=True):
        edition = LIBRARY.edition(language)
        assert words in " ".join(blocks_of(edition, circumstance)[block].text)
        assert block not in blocks_of(edition)
        assert block not in {b.id for c in compose(edition).chapters for b in c.blocks}


def test_the_rules_of_italy_bring_each_circumstance_to_somebody() -> None:
    texts = read_rulebook(PROJECT / "content", "it").texts
    assert {one for text in texts for one in text.circumstances} == set(Circumstance)


def test_no_circumstance_takes_anything_away_from_what_everybody_reads() -> None:
    edition = LIBRARY.edition("it")
    everybody = blocks_of(edition)
    for circumstance in Circumstance:
        more = blocks_of(edition, circumstance)
        assert everybody.items() <= more.items()
        assert len(more) > len(everybody), circumstance


def test_a_young_patient_reads_their_own_page_first() -> None:
    for language in LANGUAGES:
        edition = LIBRARY.edition(language)
        for own, chapter in ((Circumstance.CHILD, "child"), (Circumstance.TEEN, "young")):
            holds = (Circumstance.MINOR, own)
            leaflet = compose(edition, a_plan(), circumstances=holds)
            assert leaflet.chapters[0].id == chapter
            assert leaflet.chapters[1].id == "what"


def test_a_child_reads_seven_sentences_at_most() -> None:
    for language in LANGUAGES:
        said = blocks_of(LIBRARY.edition(language), Circumstance.CHILD)["child.words"].text
        assert 5 <= len(said) <= 7
        assert all(len(sentence.split()) <= 9 for sentence in said), said


def test_whoever_decides_reads_what_is_theirs_before_the_rights() -> None:
    for circumstance in (Circumstance.GUARDIAN, Circumstance.DIRECTIVES, Circumstance.FAMILY):
        leaflet = compose(LIBRARY.edition("en"), a_plan(), circumstances=(circumstance,))
        order = [chapter.id for chapter in leaflet.chapters]
        own = "yours" if circumstance is Circumstance.FAMILY else "deciding"
        assert order.index(own) == order.index("rights") - 1


def test_what_some_read_is_compared_and_released_like_everything_else() -> None:
    found = {passage.id: passage for passage in passages(LIBRARY.edition("it"))}
    assert found["chapters/deciding"].words == ("Se decide per un'altra persona, o insieme",)
    assert "offered: guardian" in found["deciding.guardian"].marks
    assert found["deciding.guardian"].section == "deciding"


def test_a_circumstance_has_no_name_that_a_clinic_could_offer() -> None:
    edition = LIBRARY.edition("en")
    assert not {*edition.compounds, *edition.classes} & set(Circumstance)
