"""Substances mixed in one syringe, and the terms without which nobody mixes [§7, C120-C124]."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from litconsent.domain.errors import MixtureOfOne, SettingNotProtected
from litconsent.domain.words import clean_line

FEWEST = 2  # substances


@dataclass(frozen=True, slots=True)
class MixingTerms:
    """Why mixing is justified, where its stability was shown, and that the place is protected."""

    reason: str
    stability: str
    protected: bool

    def __post_init__(self) -> None:
        for name in ("reason", "stability"):
            line = clean_line(getattr(self, name), field=f"mixture.{name}", limit=300)
            object.__setattr__(self, name, line)
        if not self.protected:
            raise SettingNotProtected

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "MixingTerms":
        """Return the terms that `asdict` wrote."""
        return cls(data["reason"], data["stability"], data["protected"])


@dataclass(frozen=True, slots=True)
class Mixture:
    """Which compounds of a plan are in one syringe, and on which terms."""

    compounds: tuple[str, ...]
    terms: MixingTerms

    def __post_init__(self) -> None:
        if len(set(self.compounds)) < FEWEST:
            raise MixtureOfOne

    @classmethod
    def from_data(cls, data: Mapping[str, Any] | None) -> "Mixture | None":
        """Return the mixture that `asdict` wrote, or None where nothing is mixed."""
        if data is None:
            return None
        return cls(tuple(data["compounds"]), MixingTerms.from_data(data["terms"]))
