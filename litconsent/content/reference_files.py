"""Reads what one language says beside its pages: how it cites sources, and what its words mean."""

from dataclasses import replace
from pathlib import Path

from litconsent.content.manuscript import Manuscript
from litconsent.content.toml_table import read_toml
from litconsent.domain.editions import Source, Term


def read_sources(folder: Path, language: str, script: Manuscript) -> dict[str, Source]:
    """Return the sources as this language cites them; claims.toml is in the source language.

    One that the language does not cite yet stays as it is, and a gate says so.
    """
    if language == script.source_language:
        return dict(script.sources)
    document = read_toml(folder / language / "sources.toml", f"{language}/sources.toml")
    document.only(*script.sources)
    table = document.table()
    return {
        key: replace(source, citation=table.optional_text(key) or source.citation)
        for key, source in script.sources.items()
    }


def read_glossary(folder: Path, language: str) -> dict[str, Term]:
    """Return the words of the treatment in one language, by an id that all languages share."""
    document = read_toml(folder / language / "glossary.toml", f"{language}/glossary.toml")
    found = {}
    for term_id in document.data:
        table = document.table(term_id)
        found[term_id] = Term(
            table.text("word"), table.optional_texts("forms"), table.optional_text("meaning") or ""
        )
        table.done()
    return found
