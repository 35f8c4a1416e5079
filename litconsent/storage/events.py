"""The audit trail: append-only, gap-free, each entry bound to the one before it by an HMAC."""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from litconsent.domain.events import Event, EventKind
from litconsent.storage.columns import canonical_json, utc_text
from litconsent.storage.tables import events

GENESIS = "0" * 64  # the head of an empty trail
_VERSION = b"litconsent event 1\n"


class Events:
    """The trail; nothing in it is ever changed."""

    def __init__(self, connection: Connection, chain_key: bytes) -> None:
        self._connection = connection
        self._chain_key = chain_key

    def append(
        self,
        kind: EventKind,
        *,
        at: datetime,
        actor: str,
        tablet: str,
        episode_id: str | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> Event:
        """Add a fact to the end of the trail and return it with its number and head."""
        last, prev = self.head()
        written = canonical_json(dict(data or {}))
        row = {
            "seq": last + 1,
            "kind": kind.value,
            "at": utc_text(at),
            "actor": actor,
            "tablet": tablet,
            "episode_id": episode_id,
            "data": written,
        }
        head = next_head(self._chain_key, prev, row)
        self._connection.execute(insert(events).values(**row, prev=prev, head=head))
        return Event(
            seq=last + 1,
            kind=kind,
            at=datetime.fromisoformat(utc_text(at)),
            actor=actor,
            tablet=tablet,
            episode_id=episode_id,
            data=json.loads(written),
            head=head,
        )

    def of_episode(self, episode_id: str) -> tuple[Event, ...]:
        """Return the events of an episode in their order."""
        return self.of_episodes([episode_id])[episode_id]

    def of_episodes(self, episode_ids: Sequence[str]) -> dict[str, tuple[Event, ...]]:
        """Return the events of several episodes, each in their order."""
        found: dict[str, list[Event]] = {episode_id: [] for episode_id in episode_ids}
        rows = self._connection.execute(
            select(events).where(events.c.episode_id.in_(episode_ids)).order_by(events.c.seq)
        )
        for row in rows:
            found[row.episode_id].append(_event(row))
        return {episode_id: tuple(listed) for episode_id, listed in found.items()}

    def of_clinic(self, *kinds: EventKind) -> tuple[Event, ...]:
        """Return the events of these kinds that belong to no episode, in their order."""
        rows = self._connection.execute(
            select(events)
            .where(events.c.episode_id.is_(None), events.c.kind.in_([kind.value for kind in kinds]))
            .order_by(events.c.seq)
        )
        return tuple(_event(row) for row in rows)

    def head(self) -> tuple[int, str]:
        """Return number and head of the last event; zero and `GENESIS` for an empty trail."""
        row = self._connection.execute(
            select(events.c.seq, events.c.head).order_by(events.c.seq.desc()).limit(1)
        ).one_or_none()
        return (row.seq, row.head) if row else (0, GENESIS)


def next_head(chain_key: bytes, prev: str, row: Mapping[str, Any]) -> str:
    """Return the head (hex) of an event: HMAC-SHA-256 over the former head and all its columns."""
    payload = canonical_json({**row, "data": json.loads(row["data"])})
    message = _VERSION + prev.encode() + b"\n" + payload.encode()
    return hmac.new(chain_key, message, hashlib.sha256).hexdigest()


def _event(row: Row[Any]) -> Event:
    return Event(
        seq=row.seq,
        kind=EventKind(row.kind),
        at=datetime.fromisoformat(row.at),
        actor=row.actor,
        tablet=row.tablet,
        episode_id=row.episode_id,
        data=json.loads(row.data),
        head=row.head,
    )
