"""The doctor's part of an episode: what is proposed to whom, where, with what, and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from litconsent.domain.areas import Area, in_order
from litconsent.domain.clinic_entries import NOTHING_ADDED, Additions
from litconsent.domain.editions import Topic
from litconsent.domain.errors import CompoundNotOffered, InputError, NoCompound, SessionsOutOfRange
from litconsent.domain.mixtures import Mixture
from litconsent.domain.words import clean_line, clean_text

MOST_SESSIONS = 8  # studies used one to eight sessions [paper §4, C150]


@dataclass(frozen=True, slots=True)
class PlannedCompound:
    """One compound of a plan with the reason for it in this patient [paper §7, C071]."""

    id: str
    reason: str
    dose: str = ""
    off_label: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "reason", clean_line(self.reason, field=f"reason.{self.id}", limit=300)
        )
        if self.dose:
            object.__setattr__(self, "dose", clean_line(self.dose, field=f"dose.{self.id}"))


@dataclass(frozen=True, slots=True)
class Plan:
    """A treatment proposal [L.219/2017 art.1 c.3: diagnosis, prognosis, alternatives].

    `additions` is what the clinic itself wrote about these compounds, and `topics` what it offers
    beside them; both are kept with the plan as they stood when it was made.
    """

    diagnosis: str
    body_area: str
    compounds: tuple[PlannedCompound, ...]
    sessions: int
    alternatives: str
    without_treatment: str
    interval_days: int = 0
    areas: tuple[Area, ...] = ()
    mixture: Mixture | None = None
    additions: Additions = NOTHING_ADDED
    topics: tuple[Topic, ...] = ()

    def __post_init__(self) -> None:
        for name in ("diagnosis", "body_area"):
            object.__setattr__(self, name, clean_line(getattr(self, name), field=f"plan.{name}"))
        for name in ("alternatives", "without_treatment"):
            text = clean_text(getattr(self, name), field=f"plan.{name}", limit=600)
            object.__setattr__(self, name, clean_line(text, field=f"plan.{name}", limit=600))
        object.__setattr__(self, "areas", _checked_areas(self.areas))
        if not self.compounds:
            raise NoCompound
        if not 1 <= self.sessions <= MOST_SESSIONS:
            raise SessionsOutOfRange(self.sessions)
        planned = {compound.id for compound in self.compounds}
        for compound_id in self.mixture.compounds if self.mixture else ():
            if compound_id not in planned:
                raise CompoundNotOffered(compound_id)

    @property
    def off_label(self) -> tuple[PlannedCompound, ...]:
        """Return the compounds that are used outside their licence."""
        return tuple(compound for compound in self.compounds if compound.off_label)


def _checked_areas(areas: Iterable[str]) -> tuple[Area, ...]:
    try:
        return in_order(areas)
    except ValueError as error:
        raise InputError("plan.areas", str(tuple(areas))[:80]) from error
