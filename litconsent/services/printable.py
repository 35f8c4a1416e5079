"""Refuses words that the document could not show, where they are written: not at the signature."""

from collections.abc import Mapping

from litconsent.domain.errors import UnprintableCharacter
from litconsent.domain.words import clean_line
from litconsent.i18n.languages import SOURCE
from litconsent.pdf.fonts import missing_characters


def full_name(typed: str) -> str:
    """Return the name of an account as it will stand on forms.

    :raises UnprintableCharacter: for a character that no form can show.
    """
    name = clean_line(typed, field="account.name")
    refuse_unprintable({"account.name": name})
    return name


def refuse_unprintable(words: Mapping[str, str], language: str = SOURCE) -> None:
    """Refuse a character that is in none of our fonts, naming the field that holds it.

    The language chooses which font comes first, never what can be printed.

    :raises UnprintableCharacter: for the first such character.
    """
    for field, value in words.items():
        for char in missing_characters(value, language):
            raise UnprintableCharacter(field, char)
