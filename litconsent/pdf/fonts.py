"""Fonts: which family prints which character, and each family as a face that HarfBuzz can shape.

All font files come out of installed packages (OFL); nothing is read from elsewhere.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import uharfbuzz as hb

from litconsent.domain.errors import LitConsentError

_REGULAR, _BOLD = 400, 700
_CONTEXT = 8  # characters around a run that HarfBuzz may look at; it uses five


# Default_Ignorable_Code_Point, without those for which HarfBuzz draws a box all the same.
_IGNORABLE = (
    ("\u00ad", "\u00ad"),
    ("\u034f", "\u034f"),
    ("\u061c", "\u061c"),
    ("\u17b4", "\u17b5"),
    ("\u180b", "\u180e"),
    ("\u200b", "\u200f"),
    ("\u202a", "\u202e"),
    ("\u2060", "\u2064"),
    ("\u2066", "\u206f"),
    ("\ufe00", "\ufe0f"),
    ("\U000e0100", "\U000e01ef"),
)


class MissingGlyph(LitConsentError):
    """No font of ours prints this character."""

    def __init__(self, character: str) -> None:
        super().__init__(f"U+{ord(character):04X} is in no font")
        self.character = character


@dataclass(frozen=True, slots=True)
class Family:
    """A font family in an installed package; `file` ends in "-" if each weight has its own file."""

    name: str
    package: str
    folder: str
    file: str
    script: str  # ISO 15924


_SOUTH_ASIA, _CJK, _SEA = (f"justmytype_intl_{part}" for part in ("south_asia", "cjk", "sea"))
FAMILIES = {
    family.name: family
    for family in (
        Family("NotoSans", "fontpkg_noto_sans", "files", "NotoSans[", "Latn"),
        Family("PlexArabic", "fontpkg_ibm_plex_sans_arabic", "files", "IBMPlexSansArabic-", "Arab"),
        Family("NotoHebrew", "justmytype_intl_rtl", "notosanshebrew", "NotoSansHebrew[", "Hebr"),
        Family("NotoDevanagari", _SOUTH_ASIA, "notosansdevanagari", "NotoSansDevanagari[", "Deva"),
        Family("NotoBengali", _SOUTH_ASIA, "notosansbengali", "NotoSansBengali[", "Beng"),
        Family("NotoSC", _CJK, "notosanssc", "NotoSansSC[", "Hani"),
        Family("NotoTamil", _SOUTH_ASIA, "notosanstamil", "NotoSansTamil[", "Taml"),
        Family("NotoTelugu", _SOUTH_ASIA, "notosanstelugu", "NotoSansTelugu[", "Telu"),
        Family("NotoThai", _SEA, "notosansthai", "NotoSansThai[", "Thai"),
        Family("NotoLao", _SEA, "notosanslao", "NotoSansLao[", "Laoo"),
        Family("NotoKhmer", _SEA, "notosanskhmer", "NotoSansKhmer[", "Khmr"),
        Family("NotoMyanmar", _SEA, "notosansmyanmar", "NotoSansMyanmar[", "Mymr"),
        Family("NotoKR", _CJK, "notosanskr", "NotoSansKR[", "Hang"),
        Family("NotoJP", _CJK, "notosansjp", "NotoSansJP[", "Hani"),
        Family("NotoTC", _CJK, "notosanstc", "NotoSansTC[", "Hani"),
        Family("NotoArabic", "justmytype_intl_rtl", "notosansarabic", "NotoSansArabic[", "Arab"),
    )
}
_FIRST = {
    "ar": "PlexArabic",
    "fa": "PlexArabic",
    "ur": "PlexArabic",
    "he": "NotoHebrew",
    "hi": "NotoDevanagari",
    "bn": "NotoBengali",
    "ta": "NotoTamil",
    "te": "NotoTelugu",
    "th": "NotoThai",
    "ja": "NotoJP",
    "ko": "NotoKR",
    "zh": "NotoSC",
    "zh-Hant": "NotoTC",
}


class Glyph(NamedTuple):
    """A glyph as placed by HarfBuzz; lengths in thousandths of the font size."""

    glyph_id: int
    cluster: int  # offset in the paragraph of the first character that it stands for
    advance: float
    dx: float
    dy: float


class Face:
    """One family at one weight: its coverage, its measures, and shaping with it."""

    def __init__(self, family: Family, *, bold: bool) -> None:
        static = family.file.endswith("-")
        weight = "Bold" if bold else "Regular"
        self.script = family.script
        self.name = f"{family.name}-{weight}"
        self.weight = _BOLD if bold else _REGULAR
        self.axes = {} if static else {"wght": float(self.weight)}
        self.raw = _open(_path(family, family.file + (weight if static else "")))
        self.per_mille = 1000 / self.raw.upem
        self.coverage = self.raw.unicodes
        self._font = hb.Font(self.raw)
        if self.axes:
            self._font.set_variations(self.axes)
        extents = self._font.get_font_extents("ltr")
        self.ascent = extents.ascender * self.per_mille
        self.descent = extents.descender * self.per_mille
        self._advances: dict[int, float] = {}

    def covers(self, text: str) -> bool:
        """Tell whether every character that needs a glyph has one."""
        return all(
            _needs_no_glyph(char) or (ord(char) in self.coverage and _is_text(char))
            for char in text
        )

    def advance(self, glyph: int) -> float:
        """Return the width of a glyph in thousandths of the font size, as the file will say it."""
        width = self._advances.get(glyph)
        if width is None:
            width = round(self._font.get_glyph_h_advance(glyph) * self.per_mille, 2)
            self._advances[glyph] = width
        return width

    def shape(
        self, text: str, start: int, end: int, *, rtl: bool, language: str, script: str | None
    ) -> list[Glyph]:
        """Return the glyphs of `text[start:end]` in visual order, joined to what stands around.

        Text without a script takes the font's, or digits would lose the forms of their language.
        """
        first = max(0, start - _CONTEXT)
        buffer = hb.Buffer()
        buffer.add_str(text[first : end + _CONTEXT], start - first, end - start)
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.script = script or self.script
        buffer.language = language
        hb.shape(self._font, buffer, {})
        scale = self.per_mille
        return [
            Glyph(info.codepoint, info.cluster + first, p[2] * scale, p[0] * scale, p[1] * scale)
            for info, p in zip(
                buffer.glyph_infos, (q.position for q in buffer.glyph_positions), strict=True
            )
        ]


@cache
def face(family: str, bold: bool) -> Face:
    """Return the face of a family of ours; it is opened once a process."""
    return Face(FAMILIES[family], bold=bold)


def font_chain(language: str) -> Iterator[str]:
    """Yield the families to try for a language, its own first."""
    first = _FIRST.get(language) or _FIRST.get(language.split("-")[0], "NotoSans")
    yield first
    yield from (name for name in FAMILIES if name != first)


@lru_cache(maxsize=8192)
def covering_family(cluster: str, language: str, *, before: str | None = None) -> str:
    """Return the first family that prints a character with its marks.

    Spaces, signs and invisible characters stay in the family `before`, if that prints them.

    :raises MissingGlyph: if none does.
    """
    stays = before and unicodedata.category(cluster[0])[0] in "CMPSZ"
    chain = [before, *font_chain(language)] if before and stays else font_chain(language)
    forms = dict.fromkeys((cluster, *(unicodedata.normalize(f, cluster) for f in ("NFC", "NFD"))))
    for name in chain:
        if any(face(name, bold=False).covers(form) for form in forms):
            return name
    raise MissingGlyph(_culprit(cluster, language))


def clusters(text: str) -> Iterator[str]:
    """Yield each character together with the marks and joiners that follow it."""
    start = 0
    for index in range(1, len(text)):
        if unicodedata.category(text[index])[0] != "M" and text[index] not in "\u200c\u200d":
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


OGHAM_SPACE = "\u1680"  # the one space that is written: as a line


def missing_characters(text: str, language: str) -> tuple[str, ...]:
    """Return the distinct characters of a text that no font of ours prints, in order."""
    missing: dict[str, None] = {}
    for cluster in dict.fromkeys(clusters(text)):
        try:
            covering_family(cluster, language)
        except MissingGlyph as error:
            missing[error.character] = None
    return tuple(missing)


def _culprit(cluster: str, language: str) -> str:
    for char in cluster:
        if not any(face(name, bold=False).covers(char) for name in font_chain(language)):
            return char
    return cluster[-1]  # each is printable, but no family has them together


def _needs_no_glyph(char: str) -> bool:
    """Tell whether HarfBuzz prints a character as nothing, or as a space, without a glyph."""
    if char == OGHAM_SPACE:
        return False
    if unicodedata.category(char) in ("Zs", "Zl", "Zp") or char in "\n\r\t":
        return True
    return any(low <= char <= high for low, high in _IGNORABLE)


def _is_text(char: str) -> bool:
    """Tell whether PDF/A takes a character as text; fonts have glyphs for some that are none."""
    return char != "\ufeff" and unicodedata.category(char) != "Cc"


def _path(family: Family, stem: str) -> Path:
    root = Path(str(files(family.package)))
    return next(
        path for path in sorted(root.rglob(f"{family.folder}/*.ttf")) if path.name.startswith(stem)
    )


@cache
def _open(path: Path) -> Any:
    return hb.Face(hb.Blob.from_file_path(str(path)))
