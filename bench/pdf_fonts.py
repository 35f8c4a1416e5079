"""The font files that all engines share: those of our own documents."""

from importlib.resources import files
from pathlib import Path

from litconsent.pdf.fonts import FAMILIES, font_chain

_USED = ("NotoSans", "PlexArabic", "NotoSC")


def _file(name: str) -> Path:
    family = FAMILIES[name]
    stem = f"{family.file}Regular" if family.file.endswith("-") else family.file
    root = Path(str(files(family.package)))
    found = sorted(root.rglob(f"{family.folder}/*.ttf"))
    return next(path for path in found if path.name.startswith(stem))


FILES = {name: _file(name) for name in _USED}


def family_of(language: str) -> str:
    """Return the family that prints a language first."""
    return next(name for name in font_chain(language) if name in FILES)
