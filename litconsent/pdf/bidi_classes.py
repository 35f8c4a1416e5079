"""Character properties for the bidirectional algorithm: class, paired bracket, direction."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

ISOLATES = frozenset({"LRI", "RLI", "FSI"})
EMBEDDINGS = frozenset({"LRE", "RLE", "LRO", "RLO"})
REMOVED = EMBEDDINGS | {"PDF", "BN"}  # rule X9
NEUTRALS = frozenset({"B", "S", "WS", "ON", "PDI"}) | ISOLATES

_RTL_LANGUAGES = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})

# BidiBrackets.txt: the opening brackets whose closing bracket is the next code point.
_OPENING = """
    0028 0F3A 0F3C 169B 2045 207D 208D 2308 230A 2329 2768 276A 276C 276E 2770 2772 2774
    27C5 27E6 27E8 27EA 27EC 27EE 2983 2985 2987 2989 298B 2991 2993 2995 2997 29D8 29DA 29FC
    2E22 2E24 2E26 2E28 2E55 2E57 2E59 2E5B 3008 300A 300C 300E 3010 3014 3016 3018 301A FE59
    FE5B FE5D FF08 FF5F FF62
"""
_OTHER_BRACKETS = {
    "[": "]",
    "{": "}",
    "\u298d": "\u2990",  # these two pairs are crossed
    "\u298f": "\u298e",
    "\uff3b": "\uff3d",
    "\uff5b": "\uff5d",
}
CLOSING_OF = {chr(int(a, 16)): chr(int(a, 16) + 1) for a in _OPENING.split()} | _OTHER_BRACKETS
CLOSINGS = frozenset(CLOSING_OF.values())
# U+2329 and U+232A are canonically the same brackets as U+3008 and U+3009.
CANONICAL = {"\u232a": "\u3009"}

# DerivedBidiClass.txt: what a code point that is not yet assigned will most likely be.
_UNASSIGNED = (
    ("R", 0x0590, 0x05FF),
    ("AL", 0x0600, 0x07BF),
    ("R", 0x07C0, 0x085F),
    ("AL", 0x0860, 0x08FF),
    ("ET", 0x20A0, 0x20CF),
    ("R", 0xFB1D, 0xFB4F),
    ("AL", 0xFB50, 0xFDCF),
    ("BN", 0xFDD0, 0xFDEF),
    ("AL", 0xFDF0, 0xFDFF),
    ("AL", 0xFE70, 0xFEFF),
    ("AL", 0x10D00, 0x10D3F),
    ("AL", 0x10EC0, 0x10EFF),
    ("AL", 0x10F30, 0x10F6F),
    ("R", 0x10800, 0x10FFF),
    ("AL", 0x1EC70, 0x1ECBF),
    ("AL", 0x1ED00, 0x1ED4F),
    ("AL", 0x1EE00, 0x1EEFF),
    ("R", 0x1E800, 0x1EFFF),
)


def is_rtl(language: str) -> bool:
    """Tell whether a language (BCP 47) is written from right to left."""
    return language.split("-")[0].lower() in _RTL_LANGUAGES


@lru_cache(maxsize=4096)
def bidi_class(char: str) -> str:
    """Return the Bidi_Class of a character, also of one that is not yet assigned."""
    known = unicodedata.bidirectional(char)
    if known:
        return known
    code = ord(char)
    return next((kind for kind, low, high in _UNASSIGNED if low <= code <= high), "L")


def matching_isolates(classes: Sequence[str]) -> dict[int, int]:
    """Return the index of each matched isolate initiator and of its PDI, both ways [UAX9 BD9]."""
    match: dict[int, int] = {}
    opened: list[int] = []
    for index, kind in enumerate(classes):
        if kind in ISOLATES:
            opened.append(index)
        elif kind == "PDI" and opened:
            start = opened.pop()
            match[start], match[index] = index, start
    return match


def first_strong(
    classes: Sequence[str], match: dict[int, int], start: int, end: int, default: int
) -> int:
    """Return the level that the first strong character outside isolates asks for [UAX9 P2, P3]."""
    index = start
    while index < end:
        kind = classes[index]
        if kind == "L":
            return 0
        if kind in ("R", "AL"):
            return 1
        index = match.get(index, end) if kind in ISOLATES else index
        index += 1
    return default
