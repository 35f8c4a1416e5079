"""The preparation: what the clinician typed, kept on the server, and turned into an episode."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from litconsent.domain.editions import Compound, OffLabel
from litconsent.domain.errors import InputError
from litconsent.domain.plans import MOST_SESSIONS
from litconsent.i18n.languages import language
from litconsent.services.prepare_episode import prepare_episode
from litconsent.services.read_formulary import read_offer
from litconsent.services.rulings import speakers_for
from litconsent.ui.clinic_areas import choose_areas
from litconsent.ui.clinic_mixture import draw_mixture
from litconsent.ui.clinic_proposal import birth_date, days_between, proposal_from
from litconsent.ui.clinic_ruling import draw_preview
from litconsent.ui.clinic_who import draw_who
from litconsent.ui.html import literal, paragraphs
from litconsent.ui.visit import Visit

_PREPARED = "prepare.prepared"


def draw_preparation(visit: Visit, kept: Mapping[str, Any]) -> dict[str, Any]:
    """Draw all fields, seeded with what was kept, and return what they hold now."""
    given: dict[str, Any] = {"follows": kept.get("follows", "")}
    _patient(visit, kept, given)
    _plan(visit, kept, given)
    _compounds(visit, kept, given)
    _reading(visit, kept, given)
    _who(visit, kept, given)
    return given


def prepared_before(visit: Visit, given: Mapping[str, Any]) -> str | None:
    """Return the episode that was just made of these very words; forget it once they differ.

    A second tap, or any run that was under way, brings the words of a finished preparation again.
    """
    done = st.session_state.get(_PREPARED)
    try:
        if done and done[0] == proposal_from(given, visit.text.code):
            return str(done[1])
    except InputError:
        pass  # unfinished words are other words
    st.session_state.pop(_PREPARED, None)
    return None


def prepare_now(visit: Visit, given: Mapping[str, Any]) -> str:
    """Prepare an episode from what was typed and return its id.

    :raises InputError: with the field that must be looked at again.
    """
    proposal = proposal_from(given, visit.text.code)
    episode = prepare_episode(
        visit.clinic,
        visit.tablet,
        patient=proposal.patient,
        plan=proposal.plan,
        language=proposal.language,
        clinic_language=visit.text.code,
        who=proposal.who,
        follows=proposal.follows,
    )
    st.session_state[_PREPARED] = (proposal, episode.id)
    return episode.id


def _patient(visit: Visit, kept: Mapping[str, Any], given: dict[str, Any]) -> None:
    _ = visit.text
    st.header(_("Patient"), anchor=False)
    _line(visit, kept, given, "name", _("Name of the patient"))
    _line(visit, kept, given, "birth", _("Date of birth (day/month/year, for example 03/04/1955)"))
    _line(visit, kept, given, "identifier", _("Patient number"))


def _plan(visit: Visit, kept: Mapping[str, Any], given: dict[str, Any]) -> None:
    _ = visit.text
    st.header(_("Plan"), anchor=False)
    _line(visit, kept, given, "diagnosis", _("Diagnosis, in plain words"))
    choose_areas(visit, kept, given)
    _line(visit, kept, given, "area", _("Where exactly, for example the right side"))
    _pick(
        visit,
        kept,
        given,
        "sessions",
        _("Sessions"),
        {str(n): _.number(n) for n in range(1, MOST_SESSIONS + 1)},
    )
    paragraphs([_("No response within 3 sessions: the society advises to stop.")], tag="small")
    _line(visit, kept, given, "interval", _("Days between sessions (empty: decided later)"))
    _refuse_unclear_interval(visit, given["interval"])
    _line(visit, kept, given, "alternatives", _("Other treatments that you offer or name"))
    _line(visit, kept, given, "without", _("What may happen without treatment"))


def _refuse_unclear_interval(visit: Visit, typed: str) -> None:
    _ = visit.text
    try:
        days_between(typed)
    except InputError:
        st.error(_("Please write the days between sessions as a number, or leave it empty."))


def _compounds(visit: Visit, kept: Mapping[str, Any], given: dict[str, Any]) -> None:
    _ = visit.text
    st.header(_("Substances, each with a reason"), anchor=False)
    offer = read_offer(visit.clinic, _.code)
    if not offer.mixing:
        paragraphs([_("One substance a syringe: mixtures are not offered here.")], tag="small")
    given["compounds"] = []
    for compound in offer.edition.compounds.values():
        on = st.checkbox(
            literal(compound.name),
            value=compound.id in kept.get("compounds", ()),
            key=f"prepare.{compound.id}",
        )
        for name in ("reason", "dose", "off_label"):
            given[f"{name}.{compound.id}"] = kept.get(f"{name}.{compound.id}", "")
        if on:
            given["compounds"].append(compound.id)
            _compound(visit, kept, given, compound)
    given |= draw_mixture(visit, kept, given["compounds"], offer)


def _compound(
    visit: Visit, kept: Mapping[str, Any], given: dict[str, Any], compound: Compound
) -> None:
    _, key = visit.text, compound.id
    with st.container(key=f"card_{key}"):
        _line(visit, kept, given, f"reason.{key}", _("Why, for this patient"))
        if compound.medicine:
            _line(visit, kept, given, f"dose.{key}", _("Dose (may stay empty)"))
        usual = compound.off_label is OffLabel.USUALLY and f"seen.{key}" not in kept
        # The record will say which of both the doctor stated: neither goes without saying.
        said = {False: _("Within its licence"), True: _("Off-label here: outside the licence")}
        before = kept.get(f"off_label.{key}")
        given[f"off_label.{key}"] = st.pills(
            _("Licence of {substance}, for this use", substance=literal(compound.name)),
            list(said),
            default=True if usual else before if before in said else None,
            format_func=said.__getitem__,
            key=f"prepare.off_label.{key}",
        )
        given[f"seen.{key}"] = True


def _reading(visit: Visit, kept: Mapping[str, Any], given: dict[str, Any]) -> None:
    _ = visit.text
    st.header(_("Reading"), anchor=False)
    _pick(
        visit,
        kept,
        given,
        "language",
        _("Language of the patient"),
        {code: language(code).endonym for code in visit.languages},
    )
    if not given["language"]:
        paragraphs(
            [_("Nothing chosen: the patient begins in {language}.", language=_.language.endonym)],
            tag="small",
        )
    elif given["language"] != _.code:
        said = _(
            "The patient reads your reasons, the diagnosis and the other ways as you wrote them. "
            "Write them in {language} too.",
            language=_.name_of(given["language"]),
        )
        paragraphs([said], tag="small")


def _who(visit: Visit, kept: Mapping[str, Any], given: dict[str, Any]) -> None:
    _ = visit.text
    st.header(_("Who decides, and who helps"), anchor=False)
    try:
        born = birth_date(given["birth"])
    except InputError:
        given["who"] = kept.get("who", {})
        paragraphs([_("First write the date of birth.")], tag="small")
        return
    speakers = speakers_for(visit.clinic, born)
    given["who"] = draw_who(visit, kept.get("who", {}), "prepare", speakers)
    draw_preview(visit, given, born)


def _line(
    visit: Visit, kept: Mapping[str, Any], given: dict[str, Any], name: str, label: str
) -> None:
    given[name] = st.text_input(
        label, value=str(kept.get(name, "")), key=f"prepare.{name}", autocomplete="off"
    )


def _pick(
    visit: Visit,
    kept: Mapping[str, Any],
    given: dict[str, Any],
    name: str,
    label: str,
    options: Mapping[str, str],
) -> None:
    """Draw a choice with nothing chosen; unlike a radio, pills keep it when labels change."""
    keys = list(options)
    chosen = kept.get(name)
    given[name] = st.pills(
        label,
        keys,
        default=chosen if chosen in keys else None,
        format_func=lambda key: options[key],
        key=f"prepare.{name}",
    )
