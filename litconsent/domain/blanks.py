"""A blank form: what is printed for when nothing but paper works."""

from dataclasses import dataclass
from datetime import datetime

from litconsent.domain.leaflets import Leaflet
from litconsent.domain.people import Letterhead
from litconsent.domain.sides import TwoSided
from litconsent.domain.variants import Variant


@dataclass(frozen=True, slots=True)
class Blank(TwoSided):
    """The texts of one variant, in the patient's and the clinic's language, with no patient.

    Its leaflets hold a chapter for everything that the clinic offers; without a `letterhead` the
    clinic's name is written by hand.
    """

    variant: Variant
    leaflet: Leaflet
    clinic_leaflet: Leaflet
    letterhead: Letterhead | None
    made_at: datetime
