"""Plans that a clinic proposes often: kept by name, without a word about any patient."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from litconsent.domain.events import Event, EventKind

# A usual plan is what these events leave of each other, like the formulary.
HISTORY = (EventKind.PLAN_KEPT, EventKind.PLAN_DROPPED)
LONGEST_NAME = 60

_FIELDS = (
    *("diagnosis", "area", "areas", "sessions", "interval", "alternatives", "without"),
    *("mixed", "mixture.reason", "mixture.stability", "mixture.protected"),
)
_OF_A_COMPOUND = ("reason", "dose", "off_label", "seen")


@dataclass(frozen=True, slots=True)
class UsualPlan:
    """A plan by its name, as the fields of the preparation hold it."""

    name: str
    fields: Mapping[str, Any]

    @property
    def compounds(self) -> tuple[str, ...]:
        """Return the ids of its compounds."""
        return tuple(self.fields.get("compounds", ()))

    def gone(self, offered: Collection[str]) -> tuple[str, ...]:
        """Return its compounds that are not offered any more."""
        return tuple(one for one in self.compounds if one not in offered)

    def filled_in(self, typed: Mapping[str, Any], offered: Collection[str]) -> dict[str, Any]:
        """Return a preparation with this plan in place of its own; the patient stays."""
        kept = {key: value for key, value in typed.items() if not _of_a_plan(key)}
        fields = plan_fields({**self.fields, "compounds": self._still(offered)})
        mixed = [one for one in fields.get("mixed", ()) if one in offered]
        return {**kept, **fields, "mixed": mixed}

    def _still(self, offered: Collection[str]) -> list[str]:
        return [one for one in self.compounds if one in offered]


def plan_fields(typed: Mapping[str, Any]) -> dict[str, Any]:
    """Return of a preparation what is about the plan: nothing about the patient is among it."""
    fields = {key: typed[key] for key in _FIELDS if key in typed}
    compounds = list(typed.get("compounds", ()))
    for one in compounds:
        for part in _OF_A_COMPOUND:
            if f"{part}.{one}" in typed:
                fields[f"{part}.{one}"] = typed[f"{part}.{one}"]
    return {**fields, "compounds": compounds}


def usual_plans_of(events: Iterable[Event]) -> tuple[UsualPlan, ...]:
    """Return the plans that these events leave, by name; the last of a name counts."""
    found: dict[str, UsualPlan] = {}
    for event in events:
        name = str(event.data["name"])
        if event.kind is EventKind.PLAN_KEPT:
            found[name] = UsualPlan(name, event.data["fields"])
        elif event.kind is EventKind.PLAN_DROPPED:
            found.pop(name, None)
    return tuple(found[name] for name in sorted(found, key=str.casefold))


def _of_a_plan(key: str) -> bool:
    return key in (*_FIELDS, "compounds") or key.partition(".")[0] in _OF_A_COMPOUND
