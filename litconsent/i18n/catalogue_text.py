"""A catalogue as text, as it lies in the project and as it goes to a translator."""

from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

_WIDTH = 100
# Lines of a catalogue's head that change without a change of words.
_CHANGING = (
    '"POT-Creation-Date',
    '"PO-Revision-Date',
    '"Generated-By',
    '"Last-Translator',
    '"Language-Team',
    '"Project-Id-Version',
    '"Report-Msgid-Bugs-To',
)


def written(catalogue: Catalog) -> str:
    """Return a catalogue as text, without dates and places, so that only words make a change."""
    catalogue.header_comment, catalogue.fuzzy = "", False
    buffer = BytesIO()
    write_po(buffer, catalogue, width=_WIDTH, no_location=True, ignore_obsolete=True)
    lines = buffer.getvalue().decode().lstrip("\n").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_CHANGING))
