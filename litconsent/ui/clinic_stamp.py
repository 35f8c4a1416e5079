"""A record's time stamp, in words."""

from litconsent.domain.stamps import Stamp
from litconsent.ui.messages import STAMP_AWAITED
from litconsent.ui.visit import Visit


def is_stamped(stamp: Stamp | None) -> bool:
    """Tell whether there is a stamped edition."""
    return stamp is not None and not stamp.pending


def stamp_words(visit: Visit, stamp: Stamp | None) -> str:
    """Return when a record was stamped and by whom, that this is awaited, or nothing."""
    _ = visit.text
    if stamp is None:
        return ""
    if stamp.stamped_at is None:
        return _(STAMP_AWAITED)
    when = _.datetime(stamp.stamped_at, visit.clinic.settings.time_zone)
    return _("{when}, by {authority}", when=when, authority=stamp.authority)
