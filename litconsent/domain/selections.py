"""Which sealed records somebody wants: from which day to which, and with which decisions."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from litconsent.domain.decisions import Outcome


@dataclass(frozen=True, slots=True)
class Selection:
    """Both days belong to it, as the clinic's clock counts days; None leaves a side open."""

    first: date | None = None
    last: date | None = None
    decisions: frozenset[Outcome] = frozenset(Outcome)

    def bounds(self, zone: str) -> tuple[datetime | None, datetime | None]:
        """Return the first moment of it and the first moment after it, in UTC.

        >>> Selection(last=date(2026, 3, 28)).bounds("Europe/Rome")[1].isoformat()
        '2026-03-28T23:00:00+00:00'
        """
        after = self.last + timedelta(days=1) if self.last else None
        return _begin(self.first, zone), _begin(after, zone)


def _begin(day: date | None, zone: str) -> datetime | None:
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC) if day else None
