"""The part of the talk about understanding: what was said "not yet" to, and teach-back."""

from collections.abc import Mapping

import streamlit as st

from litconsent.domain.editions import Prompt
from litconsent.domain.talk_map import said_not_yet
from litconsent.domain.understanding import Rating, TeachBack
from litconsent.i18n.labels import RATING
from litconsent.services.consultation import Consultation
from litconsent.ui.clinic_map import TEACH_BACK, chapter_place
from litconsent.ui.clinic_note_keys import note_key
from litconsent.ui.html import pairs_html, place_html
from litconsent.ui.visit import Visit


def draw_not_yet(visit: Visit, talk: Consultation, resolved: Mapping[str, str]) -> dict[str, str]:
    """Draw each chapter that the patient wants explained; return the notes with those on them."""
    _, notes = visit.text, dict(resolved)
    for chapter in said_not_yet(talk.leaflet, talk.answers.seen):
        with st.container(key=f"card_chapter_{chapter.id.replace(':', '_')}"):
            title = _("The patient wants this explained: {chapter}", chapter=chapter.title)
            st.html(place_html(chapter_place(chapter.id), title))
            note = st.text_area(
                _("How did you explain it?"),
                value=notes.pop(chapter.id, ""),
                key=note_key(f"talk.{chapter.id}", talk),
            )
        if note:
            notes[chapter.id] = note
    return notes


def draw_teach_back(visit: Visit, talk: Consultation) -> Mapping[str, TeachBack]:
    """Draw the prompts in both languages, each with a rating; return the ratings so far."""
    _, kept = visit.text, talk.notes.teach_back
    prompts = talk.leaflet.edition.teach_back
    st.html(place_html(TEACH_BACK, _("In the patient's own words (teach-back)"), tag="h2"))
    label = _(
        "Prompts and ratings: {count} of {total} rated",
        count=_.number(len(kept)),
        total=_.number(len(prompts)),
    )
    # The key holds the episode: a jump to another one must not carry a rating over.
    panel = st.expander(label, key=f"teach_back.{talk.episode.id}", on_change="rerun")
    if not panel.open:
        return kept
    theirs = {prompt.id: prompt for prompt in talk.patient_leaflet.edition.teach_back}
    with panel:
        rated = {one.id: _rated(visit, talk, one, theirs.get(one.id, one)) for one in prompts}
    return {key: one for key, one in rated.items() if one}


def _rated(visit: Visit, talk: Consultation, ours: Prompt, theirs: Prompt) -> TeachBack | None:
    _, kept = visit.text, talk.notes.teach_back.get(ours.id)
    languages = (talk.leaflet.edition.language, talk.patient_leaflet.edition.language)
    sides = [(languages[0], (ours.question, ours.listen_for))]
    if languages[1] != languages[0]:
        sides.append((languages[1], (theirs.question, theirs.listen_for)))
    st.html(pairs_html(sides))
    rating = st.pills(
        _("What you heard"),
        list(Rating),
        default=kept.rating if kept else None,
        format_func=lambda one: _(RATING[one]),
        key=note_key(f"teach_back.{ours.id}", talk),
    )
    if rating is None:
        return None
    repair = kept.repair if kept else ""
    if rating is not Rating.UNDERSTOOD:
        repair = st.text_input(
            _("How did you explain it again, and what did the patient say then?"),
            value=repair,
            key=note_key(f"repair.{ours.id}", talk),
            max_chars=600,
        )
    return TeachBack(Rating(rating), repair)
