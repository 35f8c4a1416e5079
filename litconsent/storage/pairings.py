"""One-time codes for another tablet, one for each episode at most; only their digests are kept."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select, update

from litconsent.domain.pairings import MOST_TRIES, Purpose
from litconsent.storage.tables import pairings


@dataclass(frozen=True, slots=True)
class KeptPairing:
    """What is kept of a code: for which episode and what, and who made it."""

    episode_id: str
    purpose: Purpose
    account_id: str
    expires_at: datetime
    redeemed_at: datetime | None


class Pairings:
    """Codes that were made and not yet replaced."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, code_hash: str, kept: KeptPairing) -> None:
        """Keep a new code; an older one of the same episode is worth nothing from now on."""
        self.cancel(kept.episode_id)
        self._connection.execute(
            insert(pairings).values(
                episode_id=kept.episode_id,
                code_hash=code_hash,
                purpose=kept.purpose.value,
                account_id=kept.account_id,
                expires_at=kept.expires_at,
                tries=0,
            )
        )

    def of_episode(self, episode_id: str) -> KeptPairing | None:
        """Return the last code of an episode, used or not, or None."""
        row = self._connection.execute(
            select(pairings).where(pairings.c.episode_id == episode_id)
        ).one_or_none()
        if row is None:
            return None
        return KeptPairing(
            row.episode_id,
            Purpose(row.purpose),
            row.account_id,
            row.expires_at,
            row.redeemed_at,
        )

    def redeem(self, code_hash: str, at: datetime) -> KeptPairing | None:
        """Use a code up and return what it stands for; None if it is not open."""
        episode_id = self._connection.execute(
            update(pairings)
            .where(pairings.c.code_hash == code_hash, _open(at))
            .values(redeemed_at=at)
            .returning(pairings.c.episode_id)
        ).scalar_one_or_none()
        return self.of_episode(episode_id) if episode_id else None

    def count_try(self, at: datetime) -> None:
        """Count a wrong code against every open one: it may have been meant for any of them."""
        self._connection.execute(
            update(pairings).where(_open(at)).values(tries=pairings.c.tries + 1)
        )

    def cancel(self, episode_id: str) -> None:
        """Forget an episode's code."""
        self._connection.execute(delete(pairings).where(pairings.c.episode_id == episode_id))


def _open(at: datetime) -> ColumnElement[bool]:
    return and_(
        pairings.c.redeemed_at.is_(None),
        pairings.c.expires_at > at,
        pairings.c.tries < MOST_TRIES,
    )
