"""Refuses words that the document could not show."""

from collections.abc import Mapping

from litconsent.domain.errors import UnprintableCharacter
from litconsent.pdf.fonts import missing_characters


def refuse_unprintable(words: Mapping[str, str], language: str) -> None:
    """Refuse a character that is in none of our fonts, naming the field that holds it.

    :raises UnprintableCharacter: for the first such character.
    """
    for field, value in words.items():
        for char in missing_characters(value, language):
            raise UnprintableCharacter(field, char)
