"""Who decides and who helps, as the doctor states it: shown only as far as it is needed."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

import streamlit as st

from litconsent.domain.authority import OneParentReason, Scope
from litconsent.domain.rulings import Ruling
from litconsent.domain.situations import Capacity, InterpreterKind
from litconsent.domain.statements import NOTE_LIMIT, PATIENT_ALONE, Speaker
from litconsent.i18n.obstacle_words import WHY
from litconsent.i18n.who_words import (
    CAPACITY,
    INTERPRETER,
    MODE,
    ONE_PARENT,
    POWER,
    SCOPE,
    SPEAKER,
    STANCE,
    WITNESS,
    name_of_variant,
)
from litconsent.ui.clinic_stated import as_typed
from litconsent.ui.visit import Visit

Value = TypeVar("Value", bound=StrEnum)
CHOICE = ("override_base", "override_because", "lifted")
_HEARD_FOR = (
    Speaker.BOTH_PARENTS,
    Speaker.ONE_PARENT,
    Speaker.GUARDIAN,
    Speaker.FOSTER_CARER,
    Speaker.SUPPORT_ADMINISTRATOR,
    Speaker.TRUSTEE,
    Speaker.ATTORNEY,
)


class _Fields:
    """The fields of one form, seeded with what was kept; `given` holds what they hold now."""

    def __init__(self, visit: Visit, kept: Mapping[str, Any], key: str) -> None:
        self.text, self.key = visit.text, key
        self.kept, self.given = {**as_typed(PATIENT_ALONE), **kept}, dict[str, Any]()

    def line(self, name: str, label: str) -> None:
        self.given[name] = st.text_input(
            label,
            value=self.kept.get(name, ""),
            key=f"{self.key}.{name}",
            max_chars=NOTE_LIMIT,
            autocomplete="off",
        )

    def tick(self, name: str, label: str, *, opened_by: str = "") -> bool:
        """Draw a box; one that only opens others is on where the field it opens has a value."""
        known = bool(self.kept.get(opened_by or name))
        on = st.checkbox(label, value=known, key=f"{self.key}.{name}")
        if not opened_by:
            self.given[name] = on
        return on

    def pick(self, name: str, label: str, words: Mapping[Value, str]) -> Value | None:
        options = list(words)
        chosen = st.pills(
            label,
            options,
            default=next((one for one in options if one == self.kept.get(name)), None),
            format_func=lambda option: self.text(words[option]),
            key=f"{self.key}.{name}",
        )
        self.given[name] = None if chosen is None else str(chosen)
        return chosen


def draw_who(
    visit: Visit, kept: Mapping[str, Any], key: str, speakers: Sequence[Speaker]
) -> dict[str, Any]:
    """Draw the form and return what was typed; what is hidden goes back to the plainest case."""
    fields = _Fields(visit, kept, key)
    _authority(fields, speakers)
    _capacity(fields)
    _family(fields)
    _interpreter(fields)
    _abilities(fields)
    _delegation(fields)
    # These are drawn below what the rules say, by `draw_choice`; the session knows them already.
    for name in CHOICE:
        known = st.session_state.get(f"{key}.{name}", fields.kept[name])
        fields.given[name] = list(known) if name == "lifted" else known or ""
    return fields.given


def draw_choice(visit: Visit, typed: Mapping[str, Any], key: str, found: Ruling) -> None:
    """Let the doctor choose against the proposal, or lift what may be lifted, with a reason."""
    _ = visit.text
    liftable = [stop.obstacle for stop in (*found.stops, *found.lifted) if stop.liftable]
    if len(found.choices) < 2 and not liftable:
        return
    if len(found.choices) > 1:
        known = typed["override_base"]
        st.pills(
            _("In place of this proposal (empty: as proposed)"),
            list(found.choices),
            default=known if known in found.choices else None,
            format_func=lambda one: name_of_variant(_, one),
            key=f"{key}.override_base",
        )
    if liftable:
        st.pills(
            _("Lift, although the rules stop it"),
            liftable,
            selection_mode="multi",
            default=[one for one in liftable if one in typed["lifted"]],
            format_func=lambda one: _(WHY[one]),
            key=f"{key}.lifted",
        )
    st.text_input(
        _("Your reason; it goes on record. Without a reason the rules stand."),
        value=typed["override_because"],
        key=f"{key}.override_because",
        max_chars=NOTE_LIMIT,
    )


def _authority(fields: _Fields, speakers: Sequence[Speaker]) -> None:
    _ = fields.text
    known = fields.kept["speaker"]
    speaker = (
        st.pills(
            _("Who decides?"),
            speakers,
            default=next((one for one in speakers if one == known), speakers[0]),
            format_func=lambda one: _(SPEAKER[one]),
            # Another age has other speakers: that is another choice.
            key=f"{fields.key}.speaker.{speakers[0]}",
        )
        or speakers[0]
    )
    fields.given["speaker"] = str(speaker)
    if speaker in (Speaker.PATIENT, Speaker.CURATOR):
        return
    with st.container(key=f"card_{fields.key}_speaker"):
        fields.line("speaker_name", _("Name of who decides"))
        fields.pick("speaker_stance", _("Where do they stand?"), STANCE)
        if speaker is Speaker.BOTH_PARENTS:
            fields.line("other_parent_name", _("Name of the other parent"))
            fields.pick("other_parent_stance", _("Where does the other parent stand?"), STANCE)
            fields.tick("separated", _("The parents are separated"))
        if speaker is Speaker.ONE_PARENT:
            _one_parent(fields)
        fields.line("paper", _("Paper that you saw: kind, number, date"))
        if speaker in (Speaker.SUPPORT_ADMINISTRATOR, Speaker.FOSTER_CARER, Speaker.ATTORNEY):
            fields.pick("power", _("What does it say about health?"), POWER)
            fields.line("powers", _("In its own words (may stay empty)"))
        if speaker is Speaker.TRUSTEE:
            fields.line("acceptance", _("Acceptance that you saw"))
            fields.tick("against_directives", _("The directives say something against it"))
    if speaker in _HEARD_FOR:
        _hearing(fields)


def _one_parent(fields: _Fields) -> None:
    _ = fields.text
    reason = fields.pick("one_parent_reason", _("Why is one parent enough?"), ONE_PARENT)
    if reason is OneParentReason.ORDINARY:
        fields.line("ordinary_because", _("Why is it an ordinary act?"))
    fields.pick("other_parent_stance", _("Where does the other parent stand?"), STANCE)


def _hearing(fields: _Fields) -> None:
    _ = fields.text
    with st.container(key=f"card_{fields.key}_hearing"):
        if fields.tick("heard", _("I listened to the patient, in words that suit them")):
            fields.line("view", _("What the patient said about it"))
            if fields.tick("dissents", _("The patient is against it")):
                fields.line("dissent_answer", _("What came of it when you talked about it"))
        else:
            fields.line("not_heard_because", _("If that is impossible: why?"))


def _capacity(fields: _Fields) -> None:
    _ = fields.text
    capacity = fields.pick("capacity", _("Can the patient understand and decide?"), CAPACITY)
    if capacity is not None and capacity is not Capacity.CAPABLE:
        fields.line("capacity_note", _("What you saw, and when you will look again"))


def _family(fields: _Fields) -> None:
    _ = fields.text
    if fields.tick("with_family", _("A family member takes part (as the patient wishes)")):
        fields.line("family", _("Name of the family member"))
        fields.line("relationship", _("Relationship, for example daughter"))
        fields.line(
            "shared", _("What may be shared with them (empty: only what is said in their presence)")
        )


def _interpreter(fields: _Fields) -> None:
    _ = fields.text
    fields.tick("no_common_language", _("You and the patient share no language"))
    helps = _("Somebody interprets")
    if not fields.tick("interprets", helps, opened_by="interpreter_kind"):
        return
    with st.container(key=f"card_{fields.key}_interpreter"):
        kind = fields.pick("interpreter_kind", _("Who interprets?"), INTERPRETER)
        fields.line("interpreter_name", _("Name of the interpreter"))
        fields.line("interpreter_detail", _("Language, agency, how long"))
        fields.pick("interpreter_mode", _("How?"), MODE)
        fields.tick("interpreter_adult", _("The interpreter is of age"))
        if kind is InterpreterKind.RELATIVE:
            fields.tick("interpreter_requested", _("The patient, asked alone, wants this relative"))
            fields.tick("professional_declined", _("A professional was offered and declined"))
            fields.line("interpreter_because", _("Your reason for a relative"))


def _abilities(fields: _Fields) -> None:
    _ = fields.text
    cannot_read = fields.tick("cannot_read", _("The patient cannot read"))
    cannot_sign = fields.tick("cannot_sign", _("The patient cannot sign"))
    if cannot_read or cannot_sign:
        with st.container(key=f"card_{fields.key}_witnesses"):
            fields.line("unable_because", _("Why, and what was done instead"))
            fields.line("witness_name", _("Name of the first witness"))
            fields.pick("witness_kind", _("What is the first witness?"), WITNESS)
            fields.line("second_witness_name", _("Name of the second witness"))
            fields.pick("second_witness_kind", _("What is the second witness?"), WITNESS)
            fields.line("video", _("Or a video: where it is kept"))
    uses = _("The patient uses a means of communication")
    if fields.tick("uses_device", uses, opened_by="device"):
        with st.container(key=f"card_{fields.key}_device"):
            fields.line("device", _("Which means"))
            fields.line("partner_name", _("Name of who helps with it (may stay empty)"))
            fields.tick("partner_answered", _("The helper answered in the patient's place"))


def _delegation(fields: _Fields) -> None:
    _ = fields.text
    wants = _("The patient wants to hear less, or names somebody")
    if not fields.tick("delegates", wants, opened_by="delegation"):
        return
    with st.container(key=f"card_{fields.key}_delegation"):
        scope = fields.pick("delegation", _("What does the patient want?"), SCOPE)
        if scope in (Scope.INFORMATION, Scope.DECISION):
            fields.line("delegate_name", _("Name of the person"))
            fields.line("delegate_detail", _("Identity paper and date"))
            fields.tick("delegate_adult", _("This person is of age"))
            fields.tick("delegate_available", _("This person can be reached"))
        fields.tick("delegation_written", _("The patient wrote or will sign it"))
        fields.tick("delegation_alone", _("The patient was alone with you"))
        fields.tick("delegation_free", _("Nobody pressed the patient"))
