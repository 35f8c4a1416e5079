"""Web fonts cut out of the installed font packages: small pieces, fetched only where needed.

A piece covers some Unicode ranges of one font. It is cut once, at the first request for it, and
kept in the cache folder of the user who runs the server, never in the project.
"""

import hashlib
import os
import tempfile
import threading
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FEATURES = ["ccmp", "locl", "kern", "mark", "mkmk", "liga", "rlig", "calt", "clig"]
JOINING = ["init", "medi", "fina", "isol", "nukt", "akhn", "rphf", "blwf", "half", "pstf", "vatu"]
SHAPES = ["cjct", "pres", "abvs", "blws", "psts", "haln", "abvm", "blwm", "dist", "rclt"]

_NOTO = ("fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf")
_PLEX = ("fontpkg_ibm_plex_sans_arabic", "files/IBMPlexSansArabic-{}.ttf")
_BENGALI = (
    "justmytype_intl_south_asia",
    "fonts/ofl/notosansbengali/NotoSansBengali[wdth,wght].ttf",
)
_CHINESE = ("justmytype_intl_cjk", "fonts/ofl/notosanssc/NotoSansSC[wght].ttf")
_ARABIC_RANGES = ((0x600, 0x6FF), (0x750, 0x77F), (0x200C, 0x200F), (0xFB50, 0xFDFF))
_CHINESE_SLICE = 0x200  # code points in a piece; a page of text touches many of them, all small

_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Piece:
    """One file that a browser may ask for."""

    name: str
    family: str
    package: str
    path: str
    ranges: tuple[tuple[int, int], ...]
    weight: str = "400 700"

    @property
    def unicode_range(self) -> str:
        """Return the ranges as CSS writes them."""
        return ", ".join(f"U+{first:X}-{last:X}" for first, last in self.ranges)

    @property
    def file_name(self) -> str:
        """Return a name that changes whenever the piece could look different."""
        made_of = f"{self}|{version(self.package)}|{version('fonttools')}"
        return f"{self.name}.{hashlib.sha256(made_of.encode()).hexdigest()[:12]}.woff2"


def _chinese() -> tuple[Piece, ...]:
    blocks = [(0x3000, 0x303F), (0xFF00, 0xFFEF)]
    first = 0x4E00
    while first < 0xA000:
        blocks.append((first, first + _CHINESE_SLICE - 1))
        first += _CHINESE_SLICE
    return tuple(
        Piece(f"chinese-{start:x}", "LIT Chinese", *_CHINESE, ((start, end),))
        for start, end in blocks
    )


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
PIECES: tuple[Piece, ...] = (
    LATIN,
    Piece("latin-ext", "LIT Latin", *_NOTO, ((0x100, 0x130), (0x132, 0x151), (0x154, 0x24F))),
    Piece("cyrillic", "LIT Latin", *_NOTO, ((0x400, 0x4FF), (0x2116, 0x2116))),
    *(
        Piece(f"arabic-{number}", "LIT Arabic", _PLEX[0], _PLEX[1].format(style), _ARABIC_RANGES, number)
        for style, number in (("Regular", "400"), ("SemiBold", "600"), ("Bold", "700"))
    ),
    Piece("bengali", "LIT Bengali", *_BENGALI, ((0x964, 0x965), (0x980, 0x9FF))),
    *_chinese(),
)


@cache
def by_file_name() -> dict[str, Piece]:
    """Return the pieces by the file names under which they are served."""
    return {piece.file_name: piece for piece in PIECES}


def font_faces() -> str:
    """Return the ``@font-face`` rules of all pieces; browsers load only those they meet."""
    return "\n".join(
        f'@font-face{{font-family:"{piece.family}";font-weight:{piece.weight};'
        f'font-display:swap;src:url("./font/{name}") format("woff2");'
        f"unicode-range:{piece.unicode_range}}}"
        for name, piece in by_file_name().items()
    )


def piece_bytes(name: str, folder: Path | None = None) -> bytes | None:
    """Return a piece by its file name, cutting it if it is not in the cache; None if unknown."""
    piece = by_file_name().get(name)
    if piece is None:
        return None
    kept = (folder or cache_folder()) / name
    with _lock:
        if not kept.is_file():
            _keep(kept, cut(piece))
        return kept.read_bytes()


def cut(piece: Piece) -> bytes:
    """Return the piece as WOFF2: subset first, then fix the axes, which is 20 times faster."""
    options = subset.Options()
    options.layout_features = FEATURES + JOINING + SHAPES
    options.hinting = False
    options.drop_tables += ["meta"]
    wanted = [code for first, last in piece.ranges for code in range(first, last + 1)]
    with TTFont(str(files(piece.package).joinpath(piece.path)), lazy=True) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=wanted)
        subsetter.subset(font)
        if "fvar" in font:
            font = instancer.instantiateVariableFont(font, _limits(font))
        font.flavor = "woff2"
        made = BytesIO()
        font.save(made)
    return made.getvalue()


def _limits(font: TTFont) -> dict[str, object]:
    axes = {axis.axisTag for axis in font["fvar"].axes}
    return {"wght": (400, 700)} | ({"wdth": 100} if "wdth" in axes else {})


def cache_folder() -> Path:
    """Return the folder of the cache, outside the project."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "litconsent" / "fonts"


def _keep(kept: Path, content: bytes) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as made:
        made.write(content)
    Path(made.name).replace(kept)  # a reader sees a whole piece or none
