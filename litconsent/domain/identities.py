"""Who an organisation's own sign-in says that somebody is, and whether that still counts."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from litconsent.domain.errors import IdentityStale

# From the answer of the organisation to its use here: a redirect and a page that loads.
FRESH = timedelta(minutes=5)
# Clocks of two servers differ a little.
_CLOCKS = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Identity:
    """What an OpenID provider said of a person, when it said so, and when it last asked them."""

    issuer: str
    subject: str
    issued_at: datetime
    asked_at: datetime | None = None

    def usable(self, now: datetime, used: datetime | None) -> None:
        """Refuse what was said long ago, or was used before: each answer opens one tablet once.

        :raises IdentityStale: then.
        """
        said = min(self.issued_at, self.asked_at or self.issued_at)
        if not now - FRESH <= said <= now + _CLOCKS or (used and self.issued_at <= used):
            raise IdentityStale
