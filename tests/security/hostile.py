"""Words that somebody might write to break a document, to read a file, or to hide what it says."""

import unicodedata

HARMLESS_TO_PRINT = {
    "bold": "<b>Ada</b> <i>Rossi",
    "paragraph": '<para fontsize="90">Ada</para>',
    "image of a file": '<img src="/etc/passwd"/>',
    "image of an address": '<img src="file:///etc/passwd" width="9"/>',
    "link": '<a href="javascript:alert(1)">Ada</a>',
    "script": "<script>alert(1)</script>",
    "an unclosed tag": "O<Brien & Söhne <3",
    "entities": "&lt;b&gt; &#0; &#x202e; &amp;amp;",
    "end of CDATA": "]]> <?xml version='1.0'?> <!DOCTYPE x>",
    "formula": "=HYPERLINK(1) +1-1 @SUM(1)",
    "braces": "{name} {0.__class__} {patient!r:>99}",
    "percent": "%s %n %(name)s %%",
    "template": "${7*7} {{7*7}} #{7*7} <%= 7 %>",
    "path": "../../../etc/passwd",
    "absolute path": "/etc/passwd",
    "address of a file": "file:///etc/passwd",
    "path of Windows": "C:\\Windows\\win.ini \\\\host\\share",
    "SQL": "Robert'); DROP TABLE records;--",
    "shell": "$(touch x) `touch x` | touch x; -rf --help",
    "end of a stream": "endstream endobj %%EOF startxref 0",
    "operators of PDF": ") Tj ET Q BT (\\) <</S/JavaScript>>",
    "backslashes": "\\n \\u202e \\0 \\",
    "Markdown": "**Ada** [x](file:///etc/passwd) ![x](/etc/passwd) :red[x]",
    "TeX": "$\\frac{1}{2}$ \\input{/etc/passwd}",
    "like nothing": "null",
    "quotes": "\"Ada\" 'Rossi' “x” «y»",
    "composed later": "Zoe\u0308 Nu\u0301n\u0303ez",
    "many marks": "Z" + "\u0300\u0323" * 3,
    "all signs of Hebrew": "שָּֽׁ֑",
    "two directions": "Ada محمد Rossi 10 mg",
    "long in Arabic": "عبد الرحمن " * 10 + "محمد",
    "long in Urdu": "غلام مصطفیٰ " * 9 + "خان",
    "long in Chinese": "欧阳" * 60,
    "long in Bengali": "চট্টোপাধ্যায় " * 8 + "রায়",
    "long in Latin": "Wolfeschlegelsteinhausenbergerdorff " * 3,
    "joiners of Persian": "علی\u200cرضا",
    "a letter that was lost": "Ad\ufffd Rossi",
    "tabs and hard spaces": "Ada\tRossi\u00a0Verdi",
}
# Each is refused with the character named, wherever it stands.
CONTROLS = tuple(
    chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r"
)
REFUSED = {
    "override": "\u202e",
    "embedding": "\u202b",
    "end of an embedding": "\u202c",
    "isolate": "\u2067",
    "end of an isolate": "\u2069",
    "mark of direction": "\u200f",
    "Arabic mark of direction": "\u061c",
    "zero width": "\u200b",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "soft hyphen": "\u00ad",
    "a tag": "\U000e0041",
    "half of a pair": "\ud800",
    "other half of a pair": "\udfff",
    "private use": "\ue000",
    "no character": "\ufffe",
    "unassigned": "\U000e0fff",
    "emoji": "\U0001f600",
    "hieroglyph": "\U00013000",
}
TOO_LONG = {
    "a word of 50,000 letters": "a" * 50_000,
    "in Arabic": "ب" * 50_000,
    "字": "字" * 50_000,
}


def as_printed(words: str) -> str:
    """Return words as the document has them: in NFC, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", words).split())
