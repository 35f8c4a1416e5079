"""The elements that a consent form needs, and what each jurisdiction demands of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class When(StrEnum):
    """For which patients an element is needed."""

    ALWAYS = "always"
    REPRESENTATIVE = "representative"


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a form with everything that carries it.

    `blocks` are ids of patient text, `fields` name data such as "Plan.diagnosis", `events` are
    kinds of the trail, `names` are its name by language.
    """

    id: str
    names: Mapping[str, str]
    blocks: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    when: When = When.ALWAYS

    @property
    def carried(self) -> bool:
        """Tell whether anything at all carries it."""
        return bool(self.blocks or self.fields or self.events)


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """What is mandatory where; `basis` says on which rules the list rests, by language."""

    code: str
    names: Mapping[str, str]
    basis: Mapping[str, str]
    mandatory: tuple[str, ...]
    recommended: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Demands:
    """All elements by id, and all jurisdictions by code."""

    elements: Mapping[str, Element]
    jurisdictions: Mapping[str, Jurisdiction]

    def mandatory(self, code: str) -> tuple[Element, ...]:
        """Return what a jurisdiction demands for an adult who decides alone.

        Nobody else can decide with this software yet, so what only representatives need is left
        out here and never counted as carried.

        :raises KeyError: if there is no such jurisdiction.
        """
        wanted = (self.elements[element] for element in self.jurisdictions[code].mandatory)
        return tuple(element for element in wanted if element.when is When.ALWAYS)

    def unmet(self, code: str) -> tuple[Element, ...]:
        """Return the mandatory elements of a jurisdiction that nothing carries.

        :raises KeyError: if there is no such jurisdiction.
        """
        return tuple(element for element in self.mandatory(code) if not element.carried)
