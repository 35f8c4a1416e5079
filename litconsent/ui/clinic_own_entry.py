"""The form for an entry of the clinic's own: every part of its page, in every language."""

import streamlit as st

from litconsent.domain.editions import COMPOUND_PARTS, OffLabel, Setting, Strength
from litconsent.domain.formulary import MIXING_CLASS
from litconsent.i18n.labels import OFF_LABEL, PART, STRENGTH
from litconsent.i18n.languages import language
from litconsent.services.change_formulary import Typed, add_entry
from litconsent.services.read_formulary import FormularyView
from litconsent.ui.html import paragraphs
from litconsent.ui.told import told
from litconsent.ui.visit import Visit

# What a clinic can say of its own entry; a definition or a law is no evidence.
_STRENGTHS = (
    Strength.RANDOMIZED,
    Strength.COMPARISON,
    Strength.REPORTED,
    Strength.PRECLINICAL,
    Strength.HYPOTHESIS,
    Strength.UNKNOWN,
)
_ADDED = "entry.added"


def draw_own_entry(visit: Visit, view: FormularyView) -> None:
    """Draw the form, and add the entry when it is sent; an error leaves every field as it is."""
    _ = visit.text
    # An added entry empties the form: its fields then have other keys.
    number = st.session_state.setdefault(_ADDED, 0)
    with st.expander(_("Add an entry of your own"), key=f"entry_new_{number}"):
        paragraphs(
            [
                _("Every field is needed, in every language that patients can choose."),
                _("Patients read your words as you write them: short sentences, no promises."),
            ]
        )
        with st.form(f"entry.{number}", border=False, enter_to_submit=False):
            typed = _fields(visit, view, number)
            tapped = st.form_submit_button(_("Add the entry"), type="primary")
    if tapped:
        with told(_):
            add_entry(visit.clinic, visit.tablet, typed)
            st.session_state[_ADDED] = number + 1
            st.rerun()


def _fields(visit: Visit, view: FormularyView, number: int) -> Typed:
    _ = visit.text
    classes = {
        one.id: one.name
        for one in view.edition.classes.values()
        if one.setting is not Setting.LOCKED and one.id != MIXING_CLASS
    }
    group = _pick(_("Class"), classes, f"entry.group.{number}")
    medicine = st.checkbox(_("There is a medicine in it"), key=f"entry.medicine.{number}")
    licences = {str(key): _(words) for key, words in OFF_LABEL.items()}
    off_label = _pick(_("Licence status"), licences, f"entry.off_label.{number}")
    strengths = {str(key): _(STRENGTH[key]) for key in _STRENGTHS}
    strength = _pick(_("How sure it is"), strengths, f"entry.strength.{number}")
    names, parts = {}, {}
    for code in view.languages:
        spoken = language(code).endonym
        names[code] = st.text_input(
            _("Name ({language})", language=spoken), key=f"entry.name.{code}.{number}"
        )
        parts[code] = {
            part: st.text_area(
                _("{part} ({language})", part=_(PART[part]), language=spoken),
                key=f"entry.{part}.{code}.{number}",
                height=80,
            )
            for part in COMPOUND_PARTS
        }
    return Typed(
        group=group or "",
        medicine=medicine,
        off_label=OffLabel(off_label) if off_label else None,
        strength=Strength(strength) if strength else None,
        names=names,
        parts=parts,
    )


def _pick(label: str, options: dict[str, str], key: str) -> str | None:
    return st.pills(label, list(options), format_func=lambda one: options[one], key=key)
