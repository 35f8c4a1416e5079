"""The languages this software knows, and how one is chosen for a reader. Reads no file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from litconsent.domain.errors import LitConsentError

SOURCE = "en"  # the language in which interface messages are written


class UnknownLanguage(LitConsentError):
    """A code that names none of the known languages."""

    def __init__(self, code: str) -> None:
        super().__init__(f"unknown language: {code[:35]!r}")
        self.code = code


@dataclass(frozen=True, slots=True)
class Language:
    """One language as its speakers know it, with what is needed to show it."""

    code: str
    endonym: str
    locale: str
    fonts: tuple[str, ...] = ("LIT Latin",)
    rtl: bool = False


_KNOWN = (
    Language("it", "Italiano", "it"),
    Language("en", "English", "en_GB"),
    Language("ro", "Română", "ro"),
    Language("ar", "العربية", "ar", ("LIT Arabic", "LIT Latin"), rtl=True),
    Language("sq", "Shqip", "sq"),
    Language("zh-Hans", "简体中文", "zh_Hans", ("LIT Latin", "LIT Chinese")),
    Language("uk", "Українська", "uk"),
    Language("es", "Español", "es"),
    Language("fr", "Français", "fr"),
    Language("de", "Deutsch", "de"),
    Language("bn", "বাংলা", "bn", ("LIT Bengali", "LIT Latin")),
    Language("ur", "اردو", "ur", ("LIT Nastaliq", "LIT Latin"), rtl=True),
)
LANGUAGES: Mapping[str, Language] = MappingProxyType({known.code: known for known in _KNOWN})


def language(code: str) -> Language:
    """Return the language of a code.

    :raises UnknownLanguage: if it is none of ours.
    """
    if code not in LANGUAGES:
        raise UnknownLanguage(code)
    return LANGUAGES[code]


def negotiate(accept_language: str | None, wanted: str | None, available: Sequence[str]) -> str:
    """Return the code to speak: the wanted one, else the best of the browser's, else the source.

    Whatever the two strings hold, the answer is one of ``available``, or the source if none is.
    Where the source is not among them, the first one stands in for it.

    >>> negotiate("it-IT,it;q=0.9,en;q=0.5", None, ("en", "it"))
    'it'
    >>> negotiate("it", "../../etc/passwd", ("en", "it"))
    'it'
    """
    if wanted in available:
        return str(wanted)
    for tag in _by_preference(accept_language or ""):
        for code in available:
            if _speaks(tag, code):
                return code
    return SOURCE if SOURCE in available or not available else available[0]


def _by_preference(header: str) -> list[str]:
    weighed: list[tuple[float, str]] = []
    for part in header[:1000].split(",")[:30]:
        tag, _, weight = part.strip().partition(";q=")
        try:
            weighed.append((float(weight or 1), tag.strip().lower()))
        except ValueError:
            continue
    return [tag for weight, tag in sorted(weighed, key=lambda one: -one[0]) if weight > 0]


def _speaks(tag: str, code: str) -> bool:
    if code == "zh-Hans":
        return tag in {"zh", "zh-cn", "zh-sg"} or tag.startswith("zh-hans")
    return tag.split("-")[0] == code
