"""Marks what differs between two texts, word by word, as HTML."""

import re
from difflib import SequenceMatcher
from html import escape

_WORD = re.compile(r"\s+|[^\s]+")


def marked(text: str, other: str) -> str:
    """Return a text, escaped, with `<mark>` around the words that the other one has not.

    >>> marked("You get 5 tiny pricks.", "You get 6 tiny pricks.")
    'You get <mark>5</mark> tiny pricks.'
    """
    words, theirs = _WORD.findall(text), _WORD.findall(other)
    pieces = []
    matcher = SequenceMatcher(None, words, theirs, autojunk=False)
    for kind, start, end, _from, _to in matcher.get_opcodes():
        piece = escape("".join(words[start:end]))
        pieces.append(piece if kind in ("equal", "insert") else f"<mark>{piece}</mark>")
    return "".join(pieces)
