"""Counts the syllables of an English word by its spelling; no dictionary, no network."""

import re

# Spellings that the rules below read wrongly, with the count of any dictionary.
_KNOWN = {
    "anyone": 3,
    "area": 3,
    "areas": 3,
    "aspirin": 2,
    "being": 2,
    "business": 2,
    "centimetre": 4,
    "centimetres": 4,
    "create": 2,
    "diabetes": 4,
    "doing": 2,
    "element": 3,
    "every": 2,
    "everyone": 3,
    "everything": 3,
    "friend": 1,
    "friends": 1,
    "going": 2,
    "hygiene": 2,
    "idea": 3,
    "ideas": 3,
    "italian": 3,
    "material": 4,
    "materials": 4,
    "millimetre": 4,
    "millimetres": 4,
    "naked": 2,
    "nausea": 3,
    "people": 2,
    "recipe": 3,
    "rhythm": 2,
    "safety": 2,
    "science": 2,
    "society": 4,
    "something": 2,
    "someone": 2,
    "sometimes": 2,
    "somewhere": 2,
    "therefore": 2,
}
_VOWELS = re.compile(r"[aeiouy]+")
# An e that is written and not spoken: at the end, before -s or -d, and before these suffixes.
_SILENT = re.compile(
    r"(?:[^laeiouy]e|[aeiouy]le|[^aeiouytd]ed|[^aeiouylscxzhg]es|[aeiouy]les|qu?es)$|"
    r"[^aeiouylgc]e(?:ments?|ful|fully|ly|less|ness|line|lines|hood|where|what)$|"
    r"(?:[gl]|[aeioun]c)ements?$|[aeiouy]lely$"
)
_UNSPOKEN_UE = re.compile(r"[gq]ue[sd]?$")
# Two vowels side by side that are spoken apart.
_APART = re.compile(
    r"(?<![ctsg])ia(?!l$|lly$|ge)|(?<![ctsxg])io(?!n)|(?<=r)io(?=n)|iu|[^gq]ua(?=l|r|t)|"
    r"eo(?!p[^a]|u)|(?<!^b)(?<!^s)[aeou]ing$|ying$|ism|[^cstg]ier$|(?<![ctshfvl])ien|uou|iety|"
    r"^rea(?=ct|ss)|ta?neou|yth[m]$|[aeo]y(?=e[rd]$)(?!ed)|ieti|^scie(?=nti)"
)
_PART = re.compile(r"[a-z]+|\d")


def syllables(word: str) -> int:
    """Return how many syllables a word is spoken with; a digit counts as one.

    >>> [syllables(word) for word in ("pain", "needle", "medicine", "anti-inflammatory")]
    [1, 2, 3, 7]
    """
    parts = _PART.findall(re.sub(r"['’]", "", word.lower()))
    return sum(1 if part.isdigit() else _of_part(part) for part in parts)


def _of_part(word: str) -> int:
    if word in _KNOWN:
        return _KNOWN[word]
    count = len(_VOWELS.findall(word))
    count -= 1 if _SILENT.search(word) or _UNSPOKEN_UE.search(word) else 0
    count += len(_APART.findall(word))
    return max(count, 1)
