"""The talk on one screen: what was missed, asked and told, and the notes about it."""

from collections.abc import Mapping

import streamlit as st

from litconsent.domain.answers import Notes
from litconsent.domain.obstacles import Obstacle
from litconsent.domain.people import Role
from litconsent.domain.signing import Gap, Missing, family_was_there
from litconsent.i18n.labels import PRESENCE, ROLE
from litconsent.i18n.obstacle_words import INSTEAD, WHY
from litconsent.i18n.text import N_, Text, isolated
from litconsent.services.consultation import Consultation
from litconsent.ui.clinic_map import item_place
from litconsent.ui.clinic_note_keys import note_key
from litconsent.ui.clinic_understanding import draw_not_yet, draw_teach_back
from litconsent.ui.html import facts, literal, paragraphs, place_html
from litconsent.ui.visit import Visit

GAP = {
    Gap.NAME_MISSING: N_("Name missing: {subject}"),
    Gap.ITEM_UNRESOLVED: N_("Not understood yet: {subject}"),
    Gap.CHAPTER_UNRESOLVED: N_("The patient said “not yet”: {subject}"),
    Gap.PRESSURE_UNRESOLVED: N_("The patient said that somebody presses them."),
    Gap.QUESTIONS_UNANSWERED: N_("The patient's questions have no answer yet."),
    Gap.OFF_LABEL_UNACKNOWLEDGED: N_("Off-label use not acknowledged yet: {subject}"),
    Gap.FAMILY_SPOKE: N_("Please confirm that the family did not answer for the patient."),
}


# A law is cited in every language alike; what is no law is said in words.
_RULE = {"teach-back": N_("The patient says it in their own words (teach-back)")}


def draw_talk(visit: Visit, talk: Consultation) -> Notes:
    """Draw everything that needs talking and return the notes as they stand now."""
    _ = visit.text
    _told_in_private(visit, talk)
    resolved = draw_not_yet(visit, talk, _missed(visit, talk))
    teach_back = draw_teach_back(visit, talk)
    answered = _asked(visit, talk)
    acknowledged = _off_label(visit, talk)
    silent = _family(visit, talk)
    pressure = talk.notes.pressure
    if talk.answers.pressed:
        pressure = st.text_area(
            _("How did you talk about the pressure? (not printed)"),
            value=pressure,
            key=_key("pressure", talk),
        )
    return Notes(
        resolved=resolved,
        teach_back=teach_back,
        answered=answered,
        pressure=pressure,
        family_stayed_silent=silent,
        acknowledged=acknowledged,
    )


def draw_missing(visit: Visit, missing: tuple[Missing, ...], talk: Consultation) -> None:
    """List what stands before a yes, each with its rule; nothing ever stands before a no."""
    _ = visit.text
    if not missing:
        with st.container(key="callout_ready"):
            words = _(
                "Nothing more has to be cleared up before a yes. "
                "The answers about health are yours to judge."
            )
            paragraphs([words])
        return
    with st.container(key="callout_warning_missing"):
        paragraphs([_("Before a yes is possible (a no always is):")], tag="strong")
        facts([_missing(m, talk, _) for m in missing])


def _missing(missing: Missing, talk: Consultation, _: Text) -> tuple[str, str]:
    if missing.gap is Gap.WHO_DECIDES:
        obstacle = Obstacle(missing.subject)
        return _(WHY[obstacle]), f"{_(INSTEAD[obstacle])} [{missing.source}]"
    return _(GAP[missing.gap], subject=_subject(missing, talk, _)), _rule(missing, _)


def _told_in_private(visit: Visit, talk: Consultation) -> None:
    _, answers = visit.text, talk.answers
    with st.container(key="callout_private_talk"):
        st.header(_("Told in private, for you alone"), anchor=False)
        presence = _(PRESENCE[answers.presence]) if answers.presence else _("Not answered.")
        facts(
            [
                (_("Who may be present"), presence),
                (_("Does anyone press the patient?"), _yes_no(answers.pressed, _)),
                (_("In the patient's words"), isolated(answers.private)),
            ]
        )


def _missed(visit: Visit, talk: Consultation) -> Mapping[str, str]:
    _ = visit.text
    open_results = [r for r in talk.results if r.for_doctor]
    st.header(_("Not understood yet"), anchor=False)
    if not open_results:
        paragraphs([_("Every question was answered rightly.")])
    notes = dict(talk.notes.resolved)
    for result in sorted(open_results, key=lambda r: not r.item.critical):
        with st.container(key=f"card_{result.item.id}"):
            star = "\u00a0★" if result.item.critical else ""
            st.html(place_html(item_place(result.item.id), result.item.question + star))
            paragraphs([result.item.again])
            notes[result.item.id] = st.text_area(
                _("How was it cleared up?"),
                value=notes.get(result.item.id, ""),
                key=_key(result.item.id, talk),
            )
    return {key: note for key, note in notes.items() if note}


def _asked(visit: Visit, talk: Consultation) -> str:
    _ = visit.text
    st.header(_("Questions and wishes"), anchor=False)
    nothing = _("Nothing was written.")
    facts(
        [
            (_("Questions of the patient"), isolated(talk.answers.questions) or nothing),
            (_("What matters to the patient"), isolated(talk.answers.matters) or nothing),
        ]
    )
    return st.text_area(_("Your answers"), value=talk.notes.answered, key=_key("answered", talk))


def _off_label(visit: Visit, talk: Consultation) -> tuple[str, ...]:
    _ = visit.text
    names = talk.leaflet.edition.compounds
    return tuple(
        compound.id
        for compound in talk.episode.plan.off_label
        if st.checkbox(
            _(
                "I explained the off-label use of {substance}, and the patient acknowledged it.",
                substance=literal(names[compound.id].name),
            ),
            value=compound.id in talk.notes.acknowledged,
            key=_key(f"off_label.{compound.id}", talk),
        )
    )


def _family(visit: Visit, talk: Consultation) -> bool:
    _ = visit.text
    if not family_was_there(talk.episode, talk.answers):
        return False
    return st.checkbox(
        _("The patient answered alone: the family did not answer for the patient."),
        value=talk.notes.family_stayed_silent,
        key=_key("family", talk),
    )


def _key(name: str, talk: Consultation) -> str:
    return note_key(f"talk.{name}", talk)


def _subject(missing: Missing, talk: Consultation, _: Text) -> str:
    if missing.gap is Gap.NAME_MISSING:
        return _(ROLE[Role(missing.subject)])
    names = talk.leaflet.edition.compounds
    if missing.subject in names:
        return names[missing.subject].name
    chapter = talk.leaflet.chapter(missing.subject)
    if chapter:
        return chapter.title
    return next((r.item.question for r in talk.results if r.item.id == missing.subject), "")


def _rule(missing: Missing, _: Text) -> str:
    return _(_RULE[missing.source]) if missing.source in _RULE else missing.source


def _yes_no(value: bool | None, _: Text) -> str:
    return _("Not answered.") if value is None else _("Yes") if value else _("No")
