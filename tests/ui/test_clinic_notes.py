"""What the source says for doctors is folded on the talk, and stands on no patient's screen."""

from litconsent.domain.editions import Topic
from litconsent.domain.leaflets import compose
from tests.journey import Journey
from tests.ui.clinic_screens import TABLET, screen

OPENED = """
import streamlit as st
from litconsent.services.clinic import the_clinic
from litconsent.i18n.text import text_for
from litconsent.ui.clinic_notes import draw_notes
st.session_state["talk_notes"] = True
draw_notes(the_clinic().library.edition("it"), text_for("it"))
"""


def folded(page):
    return next(fold for fold in page.expander if fold.proto.label.startswith("What the source"))


def test_the_notes_are_folded_on_the_screen_of_the_talk(signed_in):
    episode = Journey(signed_in, tablet=TABLET).prepare(clinic_language="en").episode_id
    page = screen(page="clinic/consultation", episode=episode)
    assert len(folded(page).children) == 0


def test_every_note_is_drawn_with_what_it_rests_on_once_they_are_opened(signed_in):
    (fold,) = screen(OPENED).expander
    shown = "".join(part.proto.body for part in fold.children.values())
    notes = signed_in.library.edition("it").notes
    assert notes
    for note in notes:
        assert note.text[0][:30].replace("'", "&#x27;") in shown
        assert note.claims[0] in shown


def test_no_note_is_part_of_what_a_patient_reads(signed_in):
    for language in ("en", "it"):
        edition = signed_in.library.edition(language)
        leaflet = compose(edition, topics=Topic)
        read = {line for chapter in leaflet.chapters for b in chapter.blocks for line in b.text}
        assert not read.intersection(line for note in edition.notes for line in note.text)
