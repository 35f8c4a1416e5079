"""Two leaflets of one document: in the patient's language, and in the clinic's."""

from litconsent.domain.editions import EditionState
from litconsent.domain.leaflets import Leaflet


class TwoSided:
    """What follows from the two leaflets of a document, whatever else it holds."""

    __slots__ = ()
    leaflet: Leaflet
    clinic_leaflet: Leaflet

    @property
    def bilingual(self) -> bool:
        """Tell whether the patient's and the clinic's language differ."""
        return self.language != self.clinic_language

    @property
    def language(self) -> str:
        """Return the language in which the patient reads."""
        return self.leaflet.edition.language

    @property
    def clinic_language(self) -> str:
        """Return the language in which the clinic works."""
        return self.clinic_leaflet.edition.language

    @property
    def is_draft(self) -> bool:
        """Tell whether nobody has released one of the two texts."""
        editions = (self.leaflet.edition, self.clinic_leaflet.edition)
        return any(edition.state is EditionState.DRAFT for edition in editions)
