"""Signatures under a decision; one for each role in each round."""

from typing import Any

from sqlalchemy import Connection, Row, insert, select

from litconsent.domain.people import Role
from litconsent.domain.signatures import Method, Signature
from litconsent.storage.errors import AlreadySigned
from litconsent.storage.tables import signatures


class Signatures:
    """Every signature that was given, also under a decision that was changed later."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, episode_id: str, round: str, signature: Signature) -> None:
        """Add a signature.

        :raises AlreadySigned: if this role has signed in this round.
        """
        if any(given.role is signature.role for given in self.of_round(episode_id, round)):
            raise AlreadySigned(signature.role)
        self._connection.execute(
            insert(signatures).values(
                episode_id=episode_id,
                round=round,
                role=signature.role.value,
                name=signature.name,
                method=signature.method.value,
                signed_at=signature.signed_at,
                strokes=signature.strokes,
                typed=signature.typed,
            )
        )

    def of_round(self, episode_id: str, round: str) -> tuple[Signature, ...]:
        """Return the signatures of a round in the order in which they were given."""
        rows = self._connection.execute(
            select(signatures)
            .where(signatures.c.episode_id == episode_id, signatures.c.round == round)
            .order_by(signatures.c.number)
        )
        return tuple(_signature(row) for row in rows)


def _signature(row: Row[Any]) -> Signature:
    return Signature(
        role=Role(row.role),
        name=row.name,
        method=Method(row.method),
        signed_at=row.signed_at,
        strokes=tuple(tuple((x, y) for x, y in stroke) for stroke in row.strokes),
        typed=row.typed,
    )
