"""The patient's way as data: one step a screen, in order; the present one is kept on the server."""

from dataclasses import dataclass, replace
from enum import StrEnum

import streamlit as st

from litconsent.domain.understanding import Sight
from litconsent.services.answer import note_read, save_answers
from litconsent.services.read_leaflet import Reading
from litconsent.ui.stepper import stepper
from litconsent.ui.visit import Visit


class StepKind(StrEnum):
    """What a screen of the way is about."""

    PRESENCE = "presence"
    CHAPTER = "chapter"
    CHECK = "check"
    ITEM = "item"
    HEALTH = "health"
    WISHES = "wishes"
    END = "end"


@dataclass(frozen=True, slots=True)
class Step:
    """One screen: its kind, and the chapter or item that it is about."""

    kind: StepKind
    subject: str = ""

    def __str__(self) -> str:
        """Return the form in which a step is kept."""
        return f"{self.kind}/{self.subject}"


def steps(reading: Reading) -> tuple[Step, ...]:
    """Return all steps of this reading, in order."""
    return (
        Step(StepKind.PRESENCE),
        *(Step(StepKind.CHAPTER, chapter.id) for chapter in reading.leaflet.chapters),
        Step(StepKind.CHECK),
        *(Step(StepKind.ITEM, item.id) for item in reading.leaflet.check),
        *(Step(StepKind.HEALTH, group.id) for group in reading.leaflet.edition.health),
        Step(StepKind.WISHES),
        Step(StepKind.END),
    )


def present(reading: Reading) -> Step:
    """Return the step where the patient is: the kept one, or the first."""
    return next((s for s in steps(reading) if str(s) == reading.answers.step), steps(reading)[0])


def move(visit: Visit, reading: Reading, by: int, look: Sight | None = None) -> None:
    """Go on or back by a number of steps, keep that in one save, and draw the page anew.

    Going on from a chapter keeps that it was read; `look` says how it was seen.
    """
    way, step = steps(reading), present(reading)
    target = str(way[min(max(way.index(step) + by, 0), len(way) - 1)])
    if step.kind is StepKind.CHAPTER:
        note_read(visit.clinic, visit.tablet, step.subject, look, whole=by > 0, step=target)
    else:
        kept = replace(reading.answers, step=target)
        save_answers(visit.clinic, visit.tablet, kept, reading.version)
    st.rerun()


def progress(visit: Visit, reading: Reading) -> None:
    """Draw how far the patient is."""
    way = steps(reading)
    stepper(way.index(present(reading)) + 1, len(way), visit.text)


def navigation(
    visit: Visit, reading: Reading, *, blocked: bool = False, look: Sight | None = None
) -> bool:
    """Draw Back and Next; return whether Next was tapped."""
    _ = visit.text
    step = present(reading)
    with st.container(horizontal=True, key="navbar", horizontal_alignment="distribute"):
        first = step == steps(reading)[0]
        if st.button(_("Back"), key=f"nav_back.{step}", disabled=first):
            move(visit, reading, -1, look)
        last = step == steps(reading)[-1]
        label = _("Finish") if last else _("Next")
        return st.button(label, key=f"nav_next.{step}", type="primary", disabled=blocked)
