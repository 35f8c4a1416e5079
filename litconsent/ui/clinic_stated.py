"""What a doctor typed about who decides, read strictly into a statement. Draws nothing."""

from collections.abc import Mapping
from typing import Any

from litconsent.domain.statements import Statement


def as_typed(stated: Statement) -> dict[str, Any]:
    """Return a statement as the fields of its form hold it."""
    family = stated.family
    return {
        **stated.to_data(),
        "with_family": family is not None,
        "family": family.name if family else "",
        "relationship": family.relationship if family else "",
    }


def statement_from(typed: Mapping[str, Any]) -> Statement:
    """Return the statement that was typed.

    :raises InputError: with the field that must be looked at again.
    """
    data = {name: value for name, value in typed.items() if value is not None}
    family = None
    if data.get("with_family"):
        family = {"name": data.get("family", ""), "relationship": data.get("relationship", "")}
    return Statement.from_data({**data, "family": family})
