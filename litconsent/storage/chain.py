"""Whether the audit trail is whole, and where it first is not."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from litconsent.storage.columns import canonical_json
from litconsent.storage.events import GENESIS, next_head
from litconsent.storage.tables import events, records

_PAYLOAD = [column.name for column in events.c if column.name not in ("prev", "head")]


@dataclass(frozen=True, slots=True)
class ChainVerdict:
    """What checking the trail found; `first_bad_seq` is the first number that does not fit.

    A tail that was cut off, or a trail rewritten with the stolen key, shows only against heads
    that are known from elsewhere: those of the sealed records, and the anchors given.
    """

    whole: bool
    first_bad_seq: int | None
    events: int
    head: str


def verify_events(
    connection: Connection, chain_key: bytes, since: int, anchors: Mapping[int, str]
) -> ChainVerdict:
    """Check every event after number `since` against its predecessor and all known heads."""
    known = _heads_in_records(connection) | dict(anchors)
    first = connection.execute(select(events.c.head).where(events.c.seq == since)).scalar()
    head, last = (first or GENESIS), since
    if since and first is None:
        return ChainVerdict(False, since, 0, GENESIS)
    rows = connection.execute(select(events).where(events.c.seq > since).order_by(events.c.seq))
    for row in (found._asdict() for found in rows):
        expected = _expected(chain_key, head, last + 1, row)
        if row["head"] != expected or known.get(last + 1, expected) != expected:
            return ChainVerdict(False, last + 1, last - since, head)
        head, last = expected, last + 1
    cut = min((seq for seq in known if seq > last), default=None)
    return ChainVerdict(cut is None, last + 1 if cut else None, last - since, head)


def _expected(chain_key: bytes, head: str, seq: int, row: Mapping[str, Any]) -> str | None:
    try:
        canonical = canonical_json(json.loads(row["data"]))
    except ValueError:
        return None
    if row["seq"] != seq or row["prev"] != head or row["data"] != canonical:
        return None
    return next_head(chain_key, head, {name: row[name] for name in _PAYLOAD})


def _heads_in_records(connection: Connection) -> dict[int, str]:
    rows: Iterable[Any] = connection.execute(select(records.c.chain_seq, records.c.chain_head))
    return {row.chain_seq: row.chain_head for row in rows}
