"""A small whole content of two languages that a test may spoil in one place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from litconsent.content.figures import drawn_figures
from litconsent.domain.editions import Circumstance

EDITION = """
procedure = "lit"
source = "Mammucari M. et al., 2020"
evidence_checked = 2026-11-23

[languages.en]
authored = true
negation = '(?i)\\b(no|not|never|nobody)\\b'
origin = 'not in the paper'
scripts = ["LATIN"]
units.day = 'days?'
units.hour = 'hours?'

[languages.it]
authored = true
negation = '(?i)\\b(no|non|mai)\\b'
origin = "non è nell'articolo"
scripts = ["LATIN"]
units.day = 'giorn[oi]'
units.hour = 'or[ae]'
"""
CLAIMS = """
[[claim]]
id = "C001"
section = "Abs,4"
strength = "DEF"
use = "core"
chapter = 1
text = "Several tiny injections into the skin."

[[claim]]
id = "C130"
section = "6"
strength = "EXP/LAW"
use = "core"
chapter = 9
text = "Never inject yourself."

[[claim]]
id = "C034"
section = "4"
strength = "CMP"
use = "clin"
chapter = 2
text = "Needle pain is said to relate to the effect."

[[claim]]
id = "C013"
section = "1"
strength = "DEF"
use = "opt"
chapter = 1
text = "A long history."

[[claim]]
id = "C143"
section = "5"
strength = "GAP"
use = "cond"
chapter = 10
text = "Few data support combining it with laser."

[[claim]]
id = "C071"
section = "7"
strength = "EXP"
use = "core"
chapter = 4
text = "Your doctor should explain why each substance is used."

[[source]]
id = "L06"
citation = "L.219/2017 art.1 c.5"
verified = true

[[source]]
id = "G03"
citation = "[BG] Fainting with needles, to be verified by clinicians"
verified = false
"""
OUTLINE = """
[[chapter]]
id = "what"
number = 1

[[chapter.block]]
id = "what.several"
claims = ["C001", "C071"]
layer = "short"
kind = "text"
figure = "skin"

[[chapter.block]]
id = "what.list"
claims = ["C013", "C001", "G03"]
layer = "more"
kind = "list"

[[chapter]]
id = "never"
number = 9

[[chapter.block]]
id = "never.self"
claims = ["C130"]
layer = "short"
kind = "key"

[[chapter.block]]
id = "never.laser"
claims = ["C143"]
layer = "short"
kind = "options"
offered = ["laser", "saline"]

[[chapter]]
id = "yours"
number = 13

[[chapter.block]]
id = "yours.all"
claims = ["L06"]
layer = "short"
kind = "text"
offered = [CIRCUMSTANCES]

[[note]]
id = "note.pain"
claims = ["C034"]
""".replace("CIRCUMSTANCES", ", ".join(f'"{one}"' for one in Circumstance))
COMPOUNDS = """
[[class]]
id = "K06"
setting = "on"

[[class]]
id = "K05"
setting = "locked"

[[compound]]
id = "saline"
class = "K06"
medicine = false
off_label = "depends"
setting = "on"
claims.what = ["C071"]
claims.why = ["C071"]
claims.evidence = ["C071"]
claims.feel = ["C071"]
claims.licence = ["C071"]
claims.tell = ["C071"]
"""
CHECK = """
[[item]]
id = "Q01"
critical = true
claims = ["C130"]
correct = "b"
explain = "never.self"
for_whom = "patient"

[[item]]
id = "Q13"
critical = true
claims = ["C130"]
correct = "a"
explain = "never.self"
for_whom = "representative"
"""
FIGURES = """
[[figure]]
id = "skin"
claims = ["C001"]
"""
TEACH_BACK = """
[[prompt]]
id = "B1"
blocks = ["never.self"]
"""
HEALTH = """
[[question]]
id = "T01"
group = "allergy"
"""
ELEMENTS = """
[[element]]
id = "E36"
blocks = ["never.self"]
fields = []
events = []

[element.name]
en = "Never inject yourself"
it = "Non iniettarsi mai da soli"

[[element]]
id = "E44"
blocks = []
fields = ["Form.decision"]
events = ["episode.decided"]

[element.name]
en = "The decision"
it = "La decisione"

[[element]]
id = "E42"
blocks = []
fields = []
events = []
when = "representative"

[element.name]
en = "That a minor was heard"
it = "Che il minore è stato ascoltato"
"""
PACK = """
mandatory = ["E36", "E44", "E42"]
recommended = []

[name]
en = "Italy"
it = "Italia"

[basis]
en = "Law"
it = "Legge"
"""
WORDS = {
    "en": {
        "what.md": "# What it is\n\n## what.several\n\nYou get 5 tiny pricks.\n\n"
        "## what.list\n\n- a thin needle\n- a small drop\n- it is not in the paper\n",
        "never.md": "# Never alone\n\n## never.self\n\nNever do it at home.\n"
        "\n## never.laser\n\nWhat of the laser?\n\nFew data.\n\nAsk.\n\nAsk.\n",
        "yours.md": "# For you\n\n## yours.all\n\nTell us more.\n",
        "clinician.md": "# For doctors\n\n## note.pain\n\nNeedle pain is said to matter.\n",
        "compounds.md": "# Compounds\n\n## saline\n\nSalt water\n"
        + "".join(
            f"\n## saline.{part}\n\nIt is salt in water.\n"
            for part in ("what", "why", "evidence", "feel", "licence", "tell")
        ),
        "check.toml": '[Q01]\nquestion = "May you do it?"\nagain = "No. Never do it."\n'
        '[Q01.options]\na = "Yes"\nb = "No"\nc = "At times"\n'
        '[Q13]\nquestion = "Who decides?"\nagain = "You do."\n'
        '[Q13.options]\na = "I do"\nb = "They do"\n',
        "teach-back.toml": '[B1]\nquestion = "What is it?"\nlisten_for = "Many pricks."\n',
        "health.toml": '[groups]\nallergy = "Allergy"\n[questions]\nT01 = "A rash?"\n',
        "glossary.toml": '[needle]\nword = "needle"\nforms = ["needles"]\n'
        'meaning = "A thin tube."\n',
        "formulary.toml": 'K06.name = "Salt water"\n'
        '[K05]\nname = "Antibiotics"\nwhy = "They calm no pain."\n',
    },
    "it": {
        "what.md": "# Che cos'è\n\n## what.several\n\nHai 5 punture. Sono lievi.\n\n"
        "## what.list\n\n- un ago fino\n- una goccia\n- non è nell'articolo\n",
        "never.md": "# Mai da soli\n\n## never.self\n\nNon farlo mai a casa.\n"
        "\n## never.laser\n\nE il laser?\n\nPochi dati.\n\nChieda.\n\nChieda.\n",
        "yours.md": "# Per lei\n\n## yours.all\n\nCi dica di più.\n",
        "clinician.md": "# Per i medici\n\n## note.pain\n\nIl dolore da ago conta, si dice.\n",
        "compounds.md": "# Sostanze\n\n## saline\n\nAcqua e sale\n"
        + "".join(
            f"\n## saline.{part}\n\nÈ sale in acqua.\n"
            for part in ("what", "why", "evidence", "feel", "licence", "tell")
        ),
        "check.toml": '[Q01]\nquestion = "Puoi farlo tu?"\nagain = "No. Non farlo mai."\n'
        '[Q01.options]\na = "Sì"\nb = "No"\nc = "A volte"\n'
        '[Q13]\nquestion = "Chi decide?"\nagain = "Lei."\n'
        '[Q13.options]\na = "Decido io"\nb = "Decidono loro"\n',
        "sources.toml": 'L06 = "L.219/2017, art.1 c.5"\nG03 = "Svenimento"\n',
        "teach-back.toml": '[B1]\nquestion = "Che cosa è?"\nlisten_for = "Molte punture."\n',
        "health.toml": '[groups]\nallergy = "Allergia"\n[questions]\nT01 = "Macchie?"\n',
        "glossary.toml": '[needle]\nword = "ago"\nforms = ["aghi"]\nmeaning = "Un tubo fino."\n',
        "formulary.toml": 'K06.name = "Salina"\n'
        '[K05]\nname = "Antibiotici"\nwhy = "Non calmano il dolore."\n',
    },
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a content folder in which nothing is wrong but that it is small."""
    folder = tmp_path / "content" / "lit"
    folder.mkdir(parents=True)
    shared = {
        "edition": EDITION,
        "claims": CLAIMS,
        "outline": OUTLINE,
        "compounds": COMPOUNDS,
        "check": CHECK,
        "figures": FIGURES,
        "elements": ELEMENTS,
        "health": HEALTH,
        "teach-back": TEACH_BACK,
    }
    for name, text in shared.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    (folder.parent / "jurisdictions").mkdir()
    (folder.parent / "jurisdictions" / "it.toml").write_text(PACK, encoding="utf-8")
    labels = "".join(f'{label} = "{label}"\n' for label in drawn_figures()["skin"])
    for language, files in WORDS.items():
        (folder / language).mkdir()
        for name, text in files.items():
            (folder / language / name).write_text(text, encoding="utf-8")
        (folder / language / "figures.toml").write_text(
            f'[skin]\ntitle = "Skin"\nalt = "A section of skin."\n[skin.labels]\n{labels}',
            encoding="utf-8",
        )
    return folder.parent


@pytest.fixture
def spoil(root: Path) -> Callable[[str, str, str], Path]:
    """Return a function that replaces words in one file and gives the content folder back."""

    def replace(file: str, old: str, new: str) -> Path:
        path = root / "lit" / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return root

    return replace
