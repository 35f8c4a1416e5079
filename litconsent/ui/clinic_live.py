"""Where the patient is at this moment, on the doctor's screens, without touching the tablet."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

import streamlit as st

from litconsent.i18n.labels import DECISION, ROLE
from litconsent.i18n.text import N_, Text
from litconsent.services.live import Live, live_episode
from litconsent.ui.clinic_states import STATE
from litconsent.ui.html import facts
from litconsent.ui.visit import visit
from litconsent.ui.walk import StepKind

BEAT_SECONDS = 4
_IN_USE = timedelta(minutes=1)  # a tablet's use is written down twice a minute at most

STEP: Mapping[str, str] = {
    StepKind.PRESENCE: N_("Says who may be there"),
    StepKind.CHECK: N_("Answers questions about the text"),
    StepKind.ITEM: N_("Answers questions about the text"),
    StepKind.HEALTH: N_("Answers questions about health"),
    StepKind.WISHES: N_("Writes questions and wishes"),
    StepKind.END: N_("Is at the end"),
}


@st.fragment(run_every=BEAT_SECONDS)
def draw_live(episode_id: str) -> None:
    """Draw where the patient is, again every few seconds, while a tablet holds their side."""
    draw_live_now(episode_id)


def draw_live_now(episode_id: str) -> Live | None:
    """Draw where the patient is, inside a fragment, and return it; None if no tablet holds it."""
    now = visit()
    live = live_episode(now.clinic, now.tablet, episode_id)
    if live is None:
        st.rerun()  # the desk is nobody's any more
    if live.used_at is None:
        return None
    with st.container(key="card_live"):
        _ = now.text
        st.header(_("Where the patient is now"), anchor=False)
        facts(list(_rows(_, live)))
    return live


def _rows(_: Text, live: Live) -> Iterator[tuple[str, str]]:
    yield _("Now"), _now(_, live)
    yield _("The tablet"), _idle(_, live)
    yield (
        _("Read"),
        _("{number} of {count}", number=_.number(live.read), count=_.number(live.chapters)),
    )
    yield (
        _("Answered"),
        _("{number} of {count}", number=_.number(live.answered), count=_.number(live.items)),
    )
    yield _("Missed"), "\n".join(live.missed)
    yield _("Wants explained"), "\n".join(live.not_yet)
    yield _("Asks"), live.asked
    yield _("Signed"), _.list(_(ROLE[role]) for role in live.signed) if live.signed else ""


def _now(_: Text, live: Live) -> str:
    if live.decision:
        return _(DECISION[live.decision])
    if live.deciding:
        return _(STATE[live.state])
    if live.chapter:
        return _(
            "Reads chapter {number} of {count}: {title}",
            number=_.number(live.chapter),
            count=_.number(live.chapters),
            title=live.title,
        )
    return _(STEP.get(live.step, N_("Has just begun")))


def _idle(_: Text, live: Live) -> str:
    if live.used_at is None or live.now - live.used_at < _IN_USE:
        return _("In use")
    minutes = int((live.now - live.used_at) / timedelta(minutes=1))
    return _.plural("Not touched for {count} minute", "Not touched for {count} minutes", minutes)
