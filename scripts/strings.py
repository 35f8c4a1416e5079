"""Extract the interface messages and bring every catalogue up to date; --check changes nothing.

python scripts/strings.py            extract, update
python scripts/strings.py --check    exit 1 if that would change anything, or a message lacks
"""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from litconsent.i18n.catalogue_text import written

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "locales"
TEMPLATE = LOCALES / "messages.pot"
PLACES = ("litconsent", "pages")
KEYWORDS = {"_": None, "N_": None, "plural": (1, 2)}


def extracted() -> Catalog:
    """Return every message of the program, in the order of its files."""
    catalogue = Catalog(project="LIT Consent", charset="utf-8", fuzzy=False)
    for place in PLACES:
        found = extract_from_dir(
            str(ROOT / place),
            method_map=[("**.py", "python")],
            keywords=KEYWORDS,
            comment_tags=("Translators:",),
        )
        for _file, _line, message, comments, context in sorted(found, key=lambda f: f[:2]):
            catalogue.add(message, auto_comments=comments, context=context)
    return catalogue


def updated(path: Path, template: Catalog) -> str:
    """Return a language's catalogue with the messages of the template, translations kept."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parts[-3].replace("-", "_"))
    catalogue.update(template, no_fuzzy_matching=True)
    return written(catalogue)


def lacking(path: Path) -> list[str]:
    """Return the messages that a catalogue does not translate; a fuzzy one is shown in English."""
    with path.open("rb") as file:
        catalogue = read_po(file)
    return [
        str(message.id)
        for message in catalogue
        if message.id and (message.fuzzy or not all(forms(message)))
    ]


def forms(message: Message) -> tuple[str, ...]:
    """Return what a message is translated to: one text, or one for each plural."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def main(check: bool) -> int:
    """Write or compare all catalogues; return the exit code."""
    template = extracted()
    catalogues = sorted(LOCALES.glob("*/LC_MESSAGES/messages.po"))
    wanted = {TEMPLATE: written(template)} | {p: updated(p, template) for p in catalogues}
    faults = []
    for path, text in wanted.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            faults.append(f"{path.relative_to(ROOT)}: not up to date with the program")
            if not check:
                path.write_text(text, encoding="utf-8")
    missing = [
        f"{p.relative_to(ROOT)}: {m!r} is not translated" for p in catalogues for m in lacking(p)
    ]
    for fault in [*(faults if check else ()), *missing]:
        print(fault)
    return 1 if missing or (check and faults) else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
