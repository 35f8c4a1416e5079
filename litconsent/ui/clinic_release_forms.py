"""Release and withdraw: what the lead writes, and one question more before it is done."""

import streamlit as st

from litconsent.domain.releases import Reviewer
from litconsent.i18n.edition_words import short_hash
from litconsent.i18n.languages import language
from litconsent.services.compare_editions import Comparison
from litconsent.services.release_language import release_language
from litconsent.services.withdraw_language import withdraw_language
from litconsent.ui.html import paragraphs
from litconsent.ui.told import told
from litconsent.ui.visit import Visit

_REVIEWER, _REASON = "release.reviewer", "release.reason"


def draw_release(visit: Visit, shown: Comparison) -> None:
    """Ask who reviewed the text, then whether it shall be released."""
    _ = visit.text
    st.header(_("Release this text"), anchor=False)
    # With the hash in every key, nothing is ever sent for a text other than the one drawn.
    mark = f"{shown.language}.{shown.working.hash[:12]}"
    with st.form(f"release.form.{mark}", border=False):
        paragraphs([_("Who has read all of it and answers for it? It need not be you.")])
        name = st.text_input(_("Full name of the reviewer"), key=f"release.name.{mark}")
        qualification = st.text_input(
            _("Qualification of the reviewer"), key=f"release.qualification.{mark}"
        )
        material = bool(shown.history) and st.checkbox(
            _("An important change: whoever agreed to an older text must be asked anew."),
            key=f"release.material.{mark}",
        )
        tapped = st.form_submit_button(_("Release it"), type="primary")
    if tapped:
        with told(_):
            st.session_state[_REVIEWER] = (mark, (Reviewer(name, qualification), material))
    asked, answer = st.session_state.get(_REVIEWER, ("", None))
    if asked == mark:
        _confirm_release(visit, shown, *answer)


def _confirm_release(visit: Visit, shown: Comparison, reviewer: Reviewer, material: bool) -> None:
    _, name = visit.text, language(shown.language).endonym
    with st.container(key="callout_release"):
        paragraphs(
            [
                _(
                    "Release {language}, working text {edition}, reviewed by {name}?",
                    language=name,
                    edition=short_hash(shown.working.hash),
                    name=f"{reviewer.name} ({reviewer.qualification})",
                ),
                _("From then on, new episodes use exactly these words. They are kept for ever."),
                *([_("Consents to older texts then need a new one.")] if material else []),
            ]
        )
        if _confirmed(_("Yes, release"), _("No, go back"), _REVIEWER):
            with told(_):
                release_language(
                    visit.clinic,
                    visit.tablet,
                    shown.language,
                    reviewer=reviewer,
                    seen=shown.working.hash,
                    material=material,
                )
                st.rerun()


def draw_withdrawal(visit: Visit, shown: Comparison) -> None:
    """Ask for the reason, then whether the language shall be withdrawn."""
    _ = visit.text
    st.header(_("Withdraw this language"), anchor=False)
    with st.form(f"release.withdraw.{shown.language}", border=False):
        paragraphs([_("New episodes then get the draft. What was read and signed stays.")])
        reason = st.text_input(_("Reason for the withdrawal"), key=f"release.why.{shown.language}")
        tapped = st.form_submit_button(_("Withdraw"))
    if tapped:
        st.session_state[_REASON] = (shown.language, reason)
    asked, why = st.session_state.get(_REASON, ("", ""))
    if asked == shown.language:
        with st.container(key="callout_warning_withdraw"):
            name = language(shown.language).endonym
            paragraphs([_("Withdraw {language}: {reason}", language=name, reason=why)])
            if _confirmed(_("Yes, withdraw"), _("No, go back"), _REASON):
                with told(_):
                    withdraw_language(visit.clinic, visit.tablet, shown.language, reason=why)
                    st.rerun()


def _confirmed(agree: str, leave: str, state: str) -> bool:
    """Draw yes and no; either way the question is gone after the answer."""
    with st.container(horizontal=True):
        no = st.button(leave, key=f"{state}.no")
        yes = st.button(agree, key=f"{state}.yes", type="primary")
    if no or yes:
        del st.session_state[state]
    if no:
        st.rerun()
    return yes
