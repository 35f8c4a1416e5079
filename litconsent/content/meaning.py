"""What a text says in a way that can be counted: numbers, negation, an unverified origin."""

import re
import unicodedata

_BETWEEN_DIGITS = re.compile(r"(?<=\d)[.,'’\u00a0\u202f](?=\d)")
_NUMBER = re.compile(r"\d+")
# Languages with a list; for any other the question stays open instead of being guessed.
_NEGATIONS = {
    "en": re.compile(
        r"\b(no|not|never|none|nobody|nothing|cannot|neither|nor|without)\b|n['’]t\b", re.IGNORECASE
    ),
    "it": re.compile(
        r"\b(no|non|mai|nessun\w*|niente|nulla|né|senza|neanche|nemmeno|neppure)\b", re.IGNORECASE
    ),
    "de": re.compile(
        r"\b(nicht|kein(e[nmrs]?)?|nie(mals|mand)?|nichts|nein|ohne|weder|abgeraten)\b",
        re.IGNORECASE,
    ),
    "bn": re.compile(r" না(?=[ ।?,:;]|$)|না,|নেই| নয়| নন|(হয়|যায়|করে|আসে|থাকে|পায়)নি| ছাড়া|নাই |নাও "),
    "es": re.compile(r"\b(no|ni|nunca|nadie|nada|ningun[oa]|ningún|sin|tampoco)\b", re.IGNORECASE),
    "zh-Hans": re.compile(r"不|没|未|无法|无需|并非|勿"),
    "ur": re.compile(r"\b(نہیں|نہ|مت|بغیر)\b"),
}
_ORIGINS = {
    "en": re.compile(
        r"not (from|in) the paper|paper does not|general medical knowledge|know in general",
        re.IGNORECASE,
    ),
    "it": re.compile(
        r"(non|né) .{0,30}articolo|articolo non|conoscenza medica generale", re.IGNORECASE
    ),
    "de": re.compile(
        r"nicht (nur )?(im|aus dem) Artikel|Artikel (sagt|nennt|hat|spricht)"
        r"|allgemeine[sm] ärztliche[sm] Wissen",
        re.IGNORECASE,
    ),
    "bn": re.compile(
        r"প্রবন্ধে? ?(থেকে নেওয়া নয়|.{0,40}নেই)|প্রবন্ধে কোনো|সাধারণভাবে এটা জানেন|চিকিৎসার সাধারণ জ্ঞান"
    ),
    "es": re.compile(
        r"no (está en el|del|viene solo del) artículo|artículo no|conocimiento médico general"
        r"|saben en general",
        re.IGNORECASE,
    ),
    "zh-Hans": re.compile(r"不(是|只是|在)论文里|论文没有|医生一般都知道|一般医学知识"),
    "ur": re.compile(r"طبی مضمون (سے|میں).{0,20}نہیں|طبی مضمون میں کوئی|عام طبی علم"),
}


def numbers(text: str) -> tuple[str, ...]:
    """Return the numbers of a text in any digits, sorted, without separators.

    >>> numbers("1,5 mm or ٣٠ degrees") == numbers("30 gradi o 1.5 mm")
    True
    """
    plain = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)
    return tuple(sorted(_NUMBER.findall(_BETWEEN_DIGITS.sub("", plain))))


def negates(text: str, language: str) -> bool | None:
    """Tell whether a text negates; None where this software has no list for the language.

    >>> negates("Never inject yourself.", "en"), negates("Non iniettarti nulla.", "it")
    (True, True)
    """
    pattern = _NEGATIONS.get(language)
    return None if pattern is None else bool(pattern.search(text))


def tells_origin(text: str, language: str) -> bool | None:
    """Tell whether a text says that it does not rest on the paper; None without a list.

    >>> tells_origin("This is not in the paper.", "en"), tells_origin("Va bene.", "it")
    (True, False)
    """
    pattern = _ORIGINS.get(language)
    return None if pattern is None else bool(pattern.search(text))
