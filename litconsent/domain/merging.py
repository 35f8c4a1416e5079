"""Notes written at the same time in two windows become one: nothing that was typed is lost."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from litconsent.domain.answers import Notes


def merged(base: Notes, mine: Notes, theirs: Notes) -> Notes:
    """Return what stands after `mine` and `theirs` were both written on top of `base`.

    What only one of them changed is as they left it. Of a text that both changed, both stay.
    """
    return Notes(
        **{
            one.name: _merged(*(getattr(notes, one.name) for notes in (base, mine, theirs)))
            for one in fields(Notes)
        }
    )


def _merged(base: Any, mine: Any, theirs: Any) -> Any:
    if mine in (base, theirs):
        return theirs
    if theirs == base or theirs is None:
        return mine
    if mine is None:
        return theirs
    if isinstance(mine, Mapping):
        return _merged_entries(base, mine, theirs)
    if isinstance(mine, tuple):
        kept = [one for one in theirs if one in mine or one not in base]
        return (*kept, *(one for one in mine if one not in base and one not in kept))
    if isinstance(mine, str):
        return _both(mine, theirs)
    return mine


def _merged_entries(
    base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]
) -> dict[str, Any]:
    found = {
        key: _merged(base.get(key), mine.get(key), theirs.get(key))
        for key in dict.fromkeys((*theirs, *mine))
    }
    return {key: value for key, value in found.items() if value is not None}


def _both(mine: str, theirs: str) -> str:
    if mine in theirs:
        return theirs
    return mine if theirs in mine else f"{theirs}\n{mine}"
