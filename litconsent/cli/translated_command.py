"""`translated`: note that passages of a translation were made from the source as it is now."""

from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from litconsent.content.library import PROCEDURE, Library
from litconsent.content.translated_file import read_made_from, write_made_from
from litconsent.domain.passages import translatable


def translated(root: Path, language: str, done: Sequence[str], out: TextIO) -> int:
    """Note this for the passages named, or for all; return 1 if it is no translation of ours."""
    library = Library(root)
    script = library.manuscript()
    plan = script.languages.get(language) if script else None
    if script is None or plan is None or plan.authored:
        out.write(f"{language} is no translation in {root}.\n")
        return 1
    source = library.edition(script.source_language)
    unknown = set(done) - {passage.id for passage in translatable(source)}
    if unknown:
        out.write(f"No such passage: {', '.join(sorted(unknown))}\n")
        return 1
    folder = root / PROCEDURE
    before = read_made_from(folder, plan, source)
    write_made_from(folder, language, source, before, done)
    library.reload()
    out.write(f"{language}: {len(library.stale(language))} passages are still stale.\n")
    return 0
