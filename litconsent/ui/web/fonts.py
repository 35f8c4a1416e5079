"""Web fonts cut out of the installed font packages: small pieces, fetched only where needed.

A piece covers some Unicode ranges of one font. It is cut once, at the first request for it, and
kept in the cache folder of the user who runs the server, never in the project.
"""

import hashlib
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from threading import Lock

from litconsent.i18n.languages import LANGUAGES
from litconsent.settings import PROJECT

_NOTO = ("fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf")
_PLEX = ("fontpkg_ibm_plex_sans_arabic", "files/IBMPlexSansArabic-{}.ttf")
_NASTALIQ = ("litconsent", "ui/fonts/NotoNastaliqUrdu-{}.ttf")
_BENGALI = (
    "justmytype_intl_south_asia",
    "fonts/ofl/notosansbengali/NotoSansBengali[wdth,wght].ttf",
)
_CHINESE = ("justmytype_intl_cjk", "fonts/ofl/notosanssc/NotoSansSC[wght].ttf")
_SHOWN_ICONS = (
    "check",
    "check_circle",
    "chevron_left",
    "chevron_right",
    "close",
    "error",
    "expand_more",
    "info",
    "keyboard_arrow_down",
    "keyboard_arrow_right",
    "visibility",
    "visibility_off",
    "warning",
)
ICON_FILE = next(
    file.name
    for file in (files("streamlit") / "static" / "static" / "media").iterdir()
    if file.name.startswith("MaterialSymbols-Rounded")
)
_ARABIC_RANGES = ((0x600, 0x6FF), (0x750, 0x77F), (0x200C, 0x200F), (0xFB50, 0xFDFF))
_CHINESE_BLOCKS = ((0x3000, 0x303F), (0xFF00, 0xFFEF), (0x4E00, 0x9FFF))
_CHINESE_SLICE = 0x200  # code points in a piece


_kept_version = cache(version)
_looking = Lock()


def _version_of(package: str) -> str:
    """Return the version of an installed package.

    One thread at a time: looked for by several at once, an installed package is at times not found.
    """
    with _looking:
        return _kept_version(package)


@dataclass(frozen=True, slots=True)
class Piece:
    """One file that a browser may ask for."""

    name: str
    family: str
    package: str
    path: str
    ranges: tuple[tuple[int, int], ...]
    weight: str = "400 700"
    glyphs: tuple[str, ...] = ()

    def has(self, letter: str) -> bool:
        """Tell whether the piece covers a letter."""
        return any(first <= ord(letter) <= last for first, last in self.ranges)

    @property
    def unicode_range(self) -> str:
        """Return the ranges as CSS writes them."""
        return ",".join(
            f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}"
            for first, last in self.ranges
        )

    @property
    def file_name(self) -> str:
        """Return a name that changes whenever the piece could look different."""
        made_of = f"{self}|{_version_of(self.package)}|{_version_of('fonttools')}"
        return f"{self.name}.{hashlib.sha256(made_of.encode()).hexdigest()[:12]}.woff2"


def _chinese() -> tuple[Piece, ...]:
    blocks = [
        (first, min(first + _CHINESE_SLICE, end + 1) - 1)
        for start, end in _CHINESE_BLOCKS
        for first in range(start, end + 1, _CHINESE_SLICE)
    ]
    slices = (
        Piece(f"chinese-{start:x}", "LIT Chinese", *_CHINESE, ((start, end),))
        for start, end in blocks
    )
    # Of two faces of one family the later one wins. Our own text has a thousand signs, which lie in
    # every slice: one piece of 250 kB, not 6 MB. The slices are for names and a clinic's own words.
    return (*slices, Piece("chinese-text", "LIT Chinese", *_CHINESE, _runs(_written())))


def _written() -> set[str]:
    """Return the signs of the Chinese text that the project comes with."""
    texts = [*PROJECT.glob("locales/zh-Hans/*/*.po"), *PROJECT.glob("content/*/zh-Hans/*")]
    signs = {sign for file in texts for sign in file.read_text("utf-8")}
    return {sign for sign in signs if any(a <= ord(sign) <= b for a, b in _CHINESE_BLOCKS)}


def _runs(signs: set[str]) -> tuple[tuple[int, int], ...]:
    """Return the code points of signs as ranges, neighbours in one."""
    runs: list[tuple[int, int]] = []
    for code in sorted(map(ord, signs)):
        if runs and runs[-1][1] == code - 1:
            runs[-1] = (runs[-1][0], code)
        else:
            runs.append((code, code))
    return tuple(runs)


LATIN = Piece(
    "latin",
    "LIT Latin",
    *_NOTO,
    (
        (0x20, 0x7E),
        (0xA0, 0xFF),
        (0x131, 0x131),
        (0x152, 0x153),
        (0x2C6, 0x2DC),
        (0x2010, 0x205F),
        (0x20AC, 0x20AC),
        (0x2122, 0x2122),
        (0x2190, 0x2193),
        (0x2212, 0x2212),
        (0x2264, 0x2265),
    ),
)
_LETTERS: tuple[Piece, ...] = (
    LATIN,
    Piece("latin-ext", "LIT Latin", *_NOTO, ((0x100, 0x130), (0x132, 0x151), (0x154, 0x24F))),
    Piece("cyrillic", "LIT Latin", *_NOTO, ((0x400, 0x4FF), (0x2116, 0x2116))),
    *(
        Piece(
            f"arabic-{number}",
            "LIT Arabic",
            _PLEX[0],
            _PLEX[1].format(style),
            _ARABIC_RANGES,
            number,
        )
        for style, number in (("Regular", "400"), ("SemiBold", "600"), ("Bold", "700"))
    ),
    *(
        Piece(
            f"nastaliq-{number}",
            "LIT Nastaliq",
            _NASTALIQ[0],
            _NASTALIQ[1].format(style),
            _ARABIC_RANGES,
            number,
        )
        for style, number in (("Regular", "400"), ("Bold", "700"))
    ),
    Piece("bengali", "LIT Bengali", *_BENGALI, ((0x964, 0x965), (0x980, 0x9FF))),
    *_chinese(),
)


# Buttons are set in the half-bold Arabic.
_OF_NAMES = ("latin-ext", "cyrillic", "arabic-600", "bengali", "chinese-text")


def _names() -> tuple[Piece, ...]:
    """Return the letters of the languages' own names.

    They stand on the first screen of every reader, who need not load four scripts for them. They
    are a family of their own, because letters of two files do not join.
    """
    letters = {letter for one in LANGUAGES.values() for letter in one.endonym}
    return tuple(
        replace(piece, name=f"names-{piece.name}", family="LIT Names", ranges=_runs(found))
        for piece in _LETTERS
        if piece.name in _OF_NAMES and (found := {one for one in letters if piece.has(one)})
    )


PIECES: tuple[Piece, ...] = (*_LETTERS, *_names())

# Streamlit draws a few arrows with a font of 4000 icons and 375 kB; these are the ones we meet.
ICONS = Piece(
    "icons",
    "Material Symbols Rounded",
    "streamlit",
    f"static/static/media/{ICON_FILE}",
    ((0x30, 0x39), (0x5F, 0x5F), (0x61, 0x7A)),
    "400",
    _SHOWN_ICONS,
)


@cache
def by_file_name() -> dict[str, Piece]:
    """Return the pieces by the file names under which they are served."""
    return {piece.file_name: piece for piece in (*PIECES, ICONS)}


def font_faces() -> str:
    """Return the ``@font-face`` rules of all pieces; browsers load only those they meet.

    Streamlit's own family is named again and last, so that its file is never asked for.
    """
    faces = [_face(piece, piece.family, piece.unicode_range) for piece in PIECES]
    faces.append(_face(LATIN, "Source Sans", "U+0-10FFFF"))
    return "\n".join(faces)


def _face(piece: Piece, family: str, unicode_range: str) -> str:
    return (
        f'@font-face{{font-family:"{family}";font-weight:{piece.weight};font-display:swap;'
        f'src:url("./font/{piece.file_name}") format("woff2");unicode-range:{unicode_range}}}'
    )
