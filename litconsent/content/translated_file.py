"""translated.toml of a translation: for each passage, the hash of the source it was made from."""

import json
import re
from collections.abc import Collection, Mapping
from pathlib import Path

from litconsent.content.faults import ContentFault
from litconsent.content.manuscript import LanguagePlan
from litconsent.content.toml_table import read_toml
from litconsent.domain.editions import Edition
from litconsent.domain.passages import translatable

TRANSLATED = "translated.toml"
_HASH = re.compile(r"[0-9a-f]{16}$")
_HEAD = "# For each passage: the source that it was translated from. Written by a command:\n"


def read_made_from(folder: Path, plan: LanguagePlan, source: Edition) -> dict[str, str]:
    """Return the hash of the source passage from which each passage of a translation was made.

    An authored language has none. A translation without the file was made from nothing known.

    :raises ContentInvalid: for a passage that the source has not, or what is no hash of one.
    """
    file = folder / plan.code / TRANSLATED
    if plan.authored or not file.exists():
        return {}
    table = read_toml(file, f"{plan.code}/{TRANSLATED}").table()
    known = {passage.id for passage in translatable(source)}
    found = {passage_id: table.text(passage_id) for passage_id in table.data}
    for passage_id, digest in found.items():
        if passage_id not in known:
            table.fail(ContentFault.UNKNOWN_BLOCK, passage_id, passage_id)
        if not _HASH.match(digest):
            table.fail(ContentFault.WRONG_VALUE, f"{passage_id} = {digest}", passage_id)
    return found


def stale_passages(
    plan: LanguagePlan, source: Edition, made_from: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the ids of what was translated from other words than the source has now.

    An authored language is an original beside the source, so nothing of it is ever stale.
    """
    if plan.authored:
        return ()
    return tuple(p.id for p in translatable(source) if made_from.get(p.id) != p.hash)


def write_made_from(
    folder: Path, language: str, source: Edition, before: Mapping[str, str], done: Collection[str]
) -> None:
    """Note that these passages, or all if none is named, were made from the source of today."""
    kept = {
        passage.id: passage.hash if passage.id in done or not done else before.get(passage.id, "")
        for passage in translatable(source)
    }
    lines = [
        f"{json.dumps(key)} = {json.dumps(digest)}\n" for key, digest in kept.items() if digest
    ]
    how = f"# python -m litconsent translated {language} [passage ...]\n"
    text = "".join((_HEAD, how, "\n", *lines))
    (folder / language / TRANSLATED).write_text(text, encoding="utf-8")
