"""The formulary's list: classes with what is on, what is off, and what stays locked."""

from collections.abc import Callable

import streamlit as st

from litconsent.domain.editions import Compound, CompoundClass, Setting
from litconsent.domain.formulary import MIXING_CLASS, needs_words
from litconsent.domain.mixtures import MixingTerms
from litconsent.i18n.labels import OFF_LABEL, TOPIC
from litconsent.i18n.languages import language
from litconsent.services.change_formulary import (
    allow_mixing,
    stop_mixing,
    switch_off,
    switch_on,
)
from litconsent.services.read_formulary import FormularyView
from litconsent.ui.html import facts, literal, paragraphs
from litconsent.ui.told import told
from litconsent.ui.visit import Visit


def draw_formulary(visit: Visit, view: FormularyView) -> None:
    """Draw every class with its entries; the locked ones last, each with its reason."""
    _ = visit.text
    classes = view.edition.classes.values()
    for group in classes:
        if group.setting is not Setting.LOCKED:
            st.header(literal(group.name), anchor=False)
            _mixing(visit, view) if group.id == MIXING_CLASS else _entries(visit, view, group)
    st.header(_("Also offered here"), anchor=False)
    for topic, label in TOPIC.items():
        _switch(visit, topic, _(label), on=topic in view.formulary.topics)
    locked = [(one.name, one.why) for one in classes if one.setting is Setting.LOCKED]
    st.header(_("Locked: never offered here"), anchor=False)
    with st.container(key="card_locked"):
        facts(locked)


def _entries(visit: Visit, view: FormularyView, group: CompoundClass) -> None:
    _ = visit.text
    if group.why:
        paragraphs([group.why])
    own = [entry.compound(visit.text.code) for entry in view.formulary.own.values()]
    described = [*view.edition.compounds.values(), *own]
    members = [one for one in described if one.group == group.id]
    if not members:
        paragraphs([_("Nothing yet. The clinic can add an entry of its own below.")])
    for one in members:
        on = one.id in view.formulary.on
        if not on and one.id not in view.formulary.own and needs_words(view.edition, one):
            _written_first(visit, view, one)
        else:
            _switch(visit, one.id, f"{one.name} · {_(OFF_LABEL[one.off_label])}", on=on)


def _switch(visit: Visit, subject: str, label: str, *, on: bool) -> None:
    """Draw a box that is ticked while something is on; a tap changes it at once."""
    # The state is part of the key, so that the box always shows what is stored.
    wanted = st.checkbox(literal(label), value=on, key=f"formulary.{subject}.{on:d}")
    if wanted is not on:
        change = switch_on if wanted else switch_off
        _do(visit, lambda: change(visit.clinic, visit.tablet, subject))


def _written_first(visit: Visit, view: FormularyView, one: Compound) -> None:
    """Draw the fields for the clinic's own words, without which this compound is not offered."""
    _ = visit.text
    with st.container(key=f"card_entry_{one.id}"):
        paragraphs([one.name], tag="h3")
        paragraphs(
            [_("Patients read your own words here: why you use it, and what you know of it.")]
        )
        before = view.formulary.texts.get(one.id, {})
        texts = {
            code: st.text_area(
                _("The clinic's own words ({language})", language=language(code).endonym),
                value=before.get(code, ""),
                key=f"formulary.words.{one.id}.{code}",
                height=80,
            )
            for code in view.languages
        }
        if st.button(_("Switch on: {name}", name=literal(one.name)), key=f"formulary.on.{one.id}"):
            _do(visit, lambda: switch_on(visit.clinic, visit.tablet, one.id, texts))


def _mixing(visit: Visit, view: FormularyView) -> None:
    _, terms = visit.text, view.formulary.mixing
    with st.container(key="card_mixing"):
        if terms:
            paragraphs([_("On: doctors can propose a mixture, each with its own reason.")])
            facts([(_("Why they are mixed"), terms.reason), (_("Stability"), terms.stability)])
            if st.button(_("Switch off mixtures"), key="formulary.mixing.off"):
                _do(visit, lambda: stop_mixing(visit.clinic, visit.tablet))
            return
        paragraphs([_("Off. The paper advises against mixing without proof of stability.")])
        given = draw_terms(visit, "formulary.mixing", "", "", protected=False)
        if st.button(_("Switch on mixtures"), key="formulary.mixing.on"):
            _do(visit, lambda: allow_mixing(visit.clinic, visit.tablet, MixingTerms(*given)))


def draw_terms(
    visit: Visit, key: str, reason: str, stability: str, *, protected: bool
) -> tuple[str, str, bool]:
    """Draw the fields without which nobody mixes, and return what they hold."""
    _ = visit.text
    return (
        st.text_input(_("Why they are mixed"), value=reason, key=f"{key}.reason"),
        st.text_input(
            _("Where the stability of this mixture was shown"),
            value=stability,
            key=f"{key}.stability",
        ),
        st.checkbox(
            _("Only qualified doctors mix, in a protected medical setting"),
            value=protected,
            key=f"{key}.protected",
        ),
    )


def _do(visit: Visit, change: Callable[[], object]) -> None:
    with told(visit.text):
        change()
        st.rerun()
