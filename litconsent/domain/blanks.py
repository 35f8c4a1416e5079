"""A blank form: what is printed for when nothing but paper works."""

from dataclasses import dataclass
from datetime import datetime

from litconsent.domain.form_codes import FormCode
from litconsent.domain.leaflets import Leaflet
from litconsent.domain.people import Letterhead, Patient
from litconsent.domain.sides import TwoSided
from litconsent.domain.variants import Variant


@dataclass(frozen=True, slots=True)
class Blank(TwoSided):
    """The texts of one variant, in the patient's and the clinic's language.

    Its leaflets hold a chapter for everything that the clinic offers; without a `letterhead` the
    clinic's name is written by hand. A form that is printed for an episode names its `patient`.
    One for a patient who `hears_less` has room for what they do not want to be told.
    """

    variant: Variant
    leaflet: Leaflet
    clinic_leaflet: Leaflet
    letterhead: Letterhead | None
    made_at: datetime
    hears_less: bool = False
    patient: Patient | None = None
    episode_id: str = ""

    @property
    def code(self) -> str:
        """Return the code that tells a scan of it from all others."""
        sides = (self.leaflet, self.clinic_leaflet)[: 2 if self.bilingual else 1]
        editions = [side.edition for side in sides]
        return str(
            FormCode(
                self.variant.id,
                tuple(edition.language for edition in editions),
                tuple(edition.hash for edition in editions),
                self.episode_id,
            )
        )
