"""Every page says of each language whether its text is released; the last one says by whom."""

import pypdfium2
import pytest

from litconsent.domain.decisions import Decision
from litconsent.domain.people import Role
from litconsent.domain.releases import Reviewer
from litconsent.services.clinic import open_clinic
from litconsent.services.decide import decide, sign
from litconsent.services.release_language import release_language
from litconsent.services.seal_record import seal_record
from litconsent.settings import PROJECT, Settings
from tests.journey import INK, PASSWORD, TABLET, USERNAME, Journey
from tests.pdf.test_document import data_of, squeezed
from tests.pdf.validators import failures_of_verapdf

DRAFT = {
    "en": "DRAFT – SPECIMEN. Nobody has released",
    "it": "BOZZA – FACSIMILE. Nessuno ha rilasciato",
}
OTHER = {"en": "SPECIMEN. The text in the other", "it": "FACSIMILE. Il testo nell'altra lingua"}
RELEASED = {"en": "Released text, edition", "it": "Testo rilasciato, edizione"}


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    """Return the document of a refusal in English beside Italian, by what was released before."""
    return {
        released: sealed(tmp_path_factory.mktemp("clinic"), released)
        for released in ((), ("it",), ("en", "it"))
    }


def sealed(folder, released):
    clinic = open_clinic(Settings(folder / "data", folder / "keys", PROJECT / "content"))
    journey = Journey(clinic).set_up()
    for language in released:
        release_language(
            clinic,
            TABLET,
            language,
            reviewer=Reviewer("Prof. Elena Conti", "Specialist in pain medicine"),
            seen=clinic.library.edition(language).hash,
        )
    journey.prepare(language="en", clinic_language="it").hand_over().read().hand_back()
    journey.sign_in().talk().open_decision()
    decide(clinic, TABLET, Decision.REFUSAL)
    sign(clinic, TABLET, Role.PATIENT, strokes=INK)
    record = seal_record(clinic, TABLET, journey.episode_id, USERNAME, PASSWORD, strokes=INK)
    with clinic.store.reading() as books:
        pdf = books.records.pdf(record.id)
    clinic.store.close()
    return pdf


def pages(pdf):
    found = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]
    assert len(found) > 5
    return [squeezed(page) for page in found]


def on_every_page(pdf, words):
    return all(squeezed(words) in page for page in pages(pdf))


def on_some_page(pdf, words):
    return any(squeezed(words) in page for page in pages(pdf))


def test_two_drafts_say_so_in_both_languages_on_every_page(documents):
    pdf = documents[()]
    assert all(on_every_page(pdf, DRAFT[language]) for language in ("en", "it"))
    assert not any(on_some_page(pdf, RELEASED[language]) for language in ("en", "it"))
    assert data_of(pdf)["specimen"] is True


def test_one_draft_makes_a_specimen_and_each_column_says_its_own_state(documents):
    pdf = documents[("it",)]
    assert on_every_page(pdf, DRAFT["en"]) and on_every_page(pdf, OTHER["it"])
    assert on_every_page(pdf, RELEASED["it"]) and not on_some_page(pdf, RELEASED["en"])
    assert not on_some_page(pdf, DRAFT["it"])
    assert data_of(pdf)["specimen"] is True


def test_two_released_texts_make_a_valid_form_that_names_its_people_and_its_policy(documents):
    pdf = documents[("en", "it")]
    for language in ("en", "it"):
        assert on_every_page(pdf, RELEASED[language])
        assert not on_some_page(pdf, DRAFT[language]) and not on_some_page(pdf, OTHER[language])
    for words in ("Prof. Elena Conti", "Dr. Anna Verdi", "a named person must release it anew"):
        assert on_some_page(pdf, words)
    data = data_of(pdf)
    assert data["specimen"] is False
    for text in data["texts"]:
        assert text["state"] == "released"
        assert text["release"]["reviewer"] == "Prof. Elena Conti"
        assert on_every_page(pdf, text["edition"][:8])


def test_a_valid_form_is_as_archivable_as_a_specimen(documents, tmp_path):
    file = tmp_path / "released.pdf"
    file.write_bytes(documents[("en", "it")])
    assert failures_of_verapdf([file]) == []
