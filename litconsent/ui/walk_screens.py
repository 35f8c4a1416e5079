"""The screens of the patient's way but the chapters and health, one function a screen."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from litconsent.domain.answers import Answers, Presence
from litconsent.domain.checks import UNSURE, ItemResult, shuffled
from litconsent.domain.errors import StaleDraft
from litconsent.i18n.check_words import answer_words
from litconsent.services.answer import answer_item, save_answers, tell_presence
from litconsent.services.hand_back import hand_back
from litconsent.services.read_leaflet import Reading
from litconsent.ui import routes
from litconsent.ui.components import read_aloud
from litconsent.ui.html import literal, paragraphs
from litconsent.ui.told import told
from litconsent.ui.visit import Visit
from litconsent.ui.walk import move, navigation, present
from litconsent.ui.walk_understanding import explain_again, only_you


def presence(visit: Visit, reading: Reading) -> None:
    """Ask in private who may be here and whether anyone presses the patient."""
    _, answers = visit.text, reading.answers
    st.title(_("First, just you"), anchor=False)
    with st.container(key="callout_private"):
        paragraphs(
            [
                _("Only your doctor sees these answers."),
                _("If your family may read with you, your form says so."),
            ]
        )
    wanted = _choice(
        _("Who may be with you while you read?"),
        "presence",
        visit,
        {
            Presence.ALONE: _("I want to read alone."),
            Presence.FAMILY_READS: _("My family may read with me."),
            Presence.FAMILY_LATER: _("First alone, later with my family."),
        },
        answers.presence,
    )
    pressed = _choice(
        _("Does anyone press you to say yes or no?"),
        "pressed",
        visit,
        {"no": _("No"), "yes": _("Yes"), "silent": _("I would rather not say")},
        _pressed(answers),
    )
    private = st.text_area(
        _("Anything you want to tell only the doctor (you may leave this empty)"),
        value=answers.private,
        key="presence.private",
        max_chars=2000,
    )
    kept = reading
    if wanted and pressed:
        with told(_):
            # Kept as it is given, like everything else: the tablet may rest at any moment.
            presses = {"yes": True, "no": False}.get(pressed)
            kept = tell_presence(visit.clinic, visit.tablet, Presence(wanted), presses, private)
    if navigation(visit, kept, blocked=wanted is None or pressed is None):
        with told(_):
            move(visit, kept, +1)


def before_check(visit: Visit, reading: Reading) -> None:
    """Say what the questions are for."""
    _ = visit.text
    st.title(_("Did we explain it well?"), anchor=False)
    paragraphs(
        [
            _("Now come {count} short questions.", count=_.number(len(reading.results))),
            _("They test our explanation, not you. You cannot fail."),
            _("Please answer by yourself. Your family can help you later."),
        ]
    )
    if navigation(visit, reading):
        move(visit, reading, +1)


def check_item(visit: Visit, reading: Reading) -> None:
    """Ask one item; a miss is explained in other words and asked once more."""
    _ = visit.text
    result = next(r for r in reading.results if r.item.id == present(reading).subject)
    item = result.item
    with st.container(key="split_check"):
        with st.container(key="asked"):
            st.title(item.question, anchor=False)
            read_aloud(f"aloud.{item.id}.{_.code}", _)
            if result.open:
                only_you(visit, reading)
            if result.missed:
                explain_again(visit, reading, result)
        with st.container(key="answered"):
            if result.understood:
                with st.container(key="callout_understood"):
                    paragraphs([_("That is right."), item.options[item.correct]])
            elif result.open:
                _options(visit, reading, result)
            else:
                with st.container(key="callout_later"):
                    paragraphs([_("Your doctor will talk with you about this. You can go on.")])
    if navigation(visit, reading, blocked=result.open and not result.options):
        move(visit, reading, +1)


def wishes(visit: Visit, reading: Reading) -> None:
    """Let the patient write questions and what matters to them."""
    _, answers = visit.text, reading.answers
    st.title(_("Your questions and wishes"), anchor=False)
    questions = st.text_area(
        _("What do you want to ask the doctor?"),
        value=answers.questions,
        key="wishes.questions",
        max_chars=2000,
    )
    matters = st.text_area(
        _("What matters to you? For example work, family, faith, fear of needles."),
        value=answers.matters,
        key="wishes.matters",
        max_chars=2000,
    )
    kept = reading
    with told(_):
        kept = _kept(visit, reading, questions, matters)
    if navigation(visit, kept):
        move(visit, kept, +1)


def end(visit: Visit, reading: Reading) -> None:
    """Say that the reading is over and hand the tablet back."""
    _ = visit.text
    st.title(_("Thank you"), anchor=False)
    paragraphs(
        [
            _("Please give the tablet back to the staff."),
            _("You have decided nothing yet. Now you talk with your doctor."),
        ]
    )
    if navigation(visit, reading):
        hand_back(visit.clinic, visit.tablet)
        routes.home()


def _pressed(answers: Answers) -> str | None:
    if answers.presence is None:
        return None
    return "silent" if answers.pressed is None else "yes" if answers.pressed else "no"


def _kept(visit: Visit, reading: Reading, questions: str, matters: str) -> Reading:
    """Save what was written, as it is written; another window's newer text wins and is shown."""
    answers = replace(reading.answers, questions=questions, matters=matters)
    if answers == reading.answers:
        return reading
    try:
        version = save_answers(visit.clinic, visit.tablet, answers, reading.version)
    except StaleDraft:
        for key in ("wishes.questions", "wishes.matters"):
            st.session_state.pop(key, None)
        raise
    return replace(reading, answers=answers, version=version)


def _options(visit: Visit, reading: Reading, result: ItemResult) -> None:
    """Draw the options as equal buttons, in an order that depends on the episode.

    Who does not know says so, last and always in the same place: nobody has to guess.
    """
    _, tried = visit.text, len(result.options)
    with st.container(key=f"choices_{result.item.id}_{tried}"):
        for option in (*shuffled(result.item, f"{reading.episode.id}{tried}"), UNSURE):
            label = literal(answer_words(result.item, option, _))
            if st.button(label, key=f"check.{result.item.id}.{tried}.{option}", width="stretch"):
                answer_item(visit.clinic, visit.tablet, result.item.id, option)
                st.rerun()


def _choice(
    label: str, name: str, visit: Visit, options: Mapping[str, str], chosen: str | None
) -> str | None:
    """Draw a question with nothing chosen beforehand.

    Streamlit loses a radio's answer when its labels change, so the key holds the language.
    """
    keys = [str(key) for key in options]
    return st.radio(
        label,
        keys,
        index=keys.index(chosen) if chosen in keys else None,
        format_func=lambda key: options[key],
        key=f"{name}.{visit.text.code}",
    )
