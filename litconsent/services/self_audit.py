"""What the law and the standards ask of our form, and what carries it: anybody may look."""

from dataclasses import dataclass

from litconsent.content.coverage import citations
from litconsent.content.demands_file import read_demands, require
from litconsent.content.report import DECISION_AID
from litconsent.domain.elements import Element, Jurisdiction
from litconsent.domain.errors import LanguageUnavailable
from litconsent.services.clinic import Clinic


@dataclass(frozen=True, slots=True)
class Audit:
    """One list of demands with the elements that it names as mandatory."""

    demanded_by: Jurisdiction
    elements: tuple[Element, ...]

    def named_in(self, language: str) -> bool:
        """Tell whether the list and all its elements have their names in a language."""
        names = (self.demanded_by.names, self.demanded_by.basis, *(e.names for e in self.elements))
        return all(language in one for one in names)


def self_audit(clinic: Clinic) -> tuple[Audit, ...]:
    """Return the audit of the clinic's jurisdiction, then that of decision aids.

    :raises ContentInvalid: if the files of the demands are not whole.
    :raises LanguageUnavailable: if there is no content at all.
    """
    script = clinic.library.manuscript()
    if script is None:
        raise LanguageUnavailable("")
    readable = {cited.block for cited in citations(script)}
    found = read_demands(clinic.settings.content_dir, script.procedure, readable)
    require(found, clinic.settings.jurisdiction)
    return tuple(
        Audit(found.jurisdictions[code], found.mandatory(code))
        for code in (clinic.settings.jurisdiction, DECISION_AID)
    )
