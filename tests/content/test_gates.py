"""Each gate of `check` is seen to fail on content that is bad in one place."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from litconsent.cli.check_command import check
from litconsent.cli.cures import demand_of
from litconsent.content.faults import ContentFault
from litconsent.content.finding import Finding, Gate
from litconsent.content.gates import findings
from litconsent.content.library import Library
from litconsent.content.report import report_on
from litconsent.domain.editions import Chapter, Layer
from litconsent.services.check_content import check_content
from litconsent.settings import PROJECT

Spoil = Callable[[str, str, str], Path]

HARD = "Immunohistochemical characterisation demonstrates extraordinarily heterogeneous results."
BAD = [
    ("outline.toml", '["C130"]', '["L06"]', Gate.CORE_CLAIM, "C130", ""),
    ("outline.toml", 'layer = "short"\nkind = "key"', 'layer = "more"\nkind = "key"',
     Gate.CORE_CLAIM, "C130", ""),
    ("outline.toml", '"C001", "G03"', '"C001", "C034"', Gate.CLINICIAN_CLAIM, "what.list", ""),
    ("outline.toml", '["C013", "C001", "G03"]', "[]", Gate.CITATION, "what.list", ""),
    ("outline.toml", '["C034"]', "[]", Gate.CITATION, "note.pain", ""),
    ("outline.toml", '"C001", "C071"', '"C001"', Gate.CORE_CLAIM, "C071", ""),
    ("outline.toml", 'figure = "skin"', 'offered = ["laser"]', Gate.CORE_CLAIM, "C001", ""),
    ("outline.toml", '"C013", ', "", Gate.OPTIONAL_CLAIM, "C013", ""),
    ("outline.toml", '"C143"', '"C001"', Gate.CONDITIONAL_CLAIM, "C143", ""),
    ("outline.toml", 'offered = ["laser", "saline"]\n', "", Gate.CONDITIONAL_CLAIM, "C143", ""),
    ("outline.toml", 'offered = ["laser", "saline"]\n', "", Gate.OFFERED, "never.laser", ""),
    ("outline.toml", 'offered = ["laser", "saline"]', 'offered = ["minor"]',
     Gate.CONDITIONAL_CLAIM, "C143", ""),
    ("outline.toml", 'offered = ["laser", "saline"]', 'offered = ["minor"]',
     Gate.OFFERED, "never.laser", ""),
    ("outline.toml", '"relative_interprets", ', "",
     Gate.CIRCUMSTANCE, "relative_interprets", "en"),
    ("outline.toml", '"course"', '"laser"', Gate.CIRCUMSTANCE, "course", "it"),
    ("outline.toml", '["L06"]\nlayer = "short"', '["L06"]\nlayer = "more"',
     Gate.CIRCUMSTANCE, "guardian", "it"),
    ("outline.toml", '["C034"]', '["C001"]', Gate.NOTE_CLAIM, "C034", ""),
    ("en/glossary.toml", 'meaning = "A thin tube."\n', "", Gate.GLOSSARY, "what", "en"),
    ("it/glossary.toml", '"Un tubo fino."', '"Un tubo."\n[who]\nword = "decide"\nmeaning = "X"',
     Gate.GLOSSARY, "Q13", "it"),
    ("it/sources.toml", 'G03 = "Svenimento"\n', "", Gate.SOURCE_WORDS, "G03", "it"),
    ("it/sources.toml", "219", "217", Gate.NUMBERS, "L06", "it"),
    ("it/glossary.toml", "[needle]", "[point]", Gate.GLOSSARY, "glossary.toml", "it"),
    ("claims.toml", "[BG] ", "", Gate.UNVERIFIED_SOURCE, "G03", ""),
    ("it/what.md", "- non è nell'articolo\n", "", Gate.UNLABELLED, "what.list", "it"),
    ("check.toml", '"C130"', '"C130", "G03"', Gate.UNLABELLED, "Q01", "en"),
    ("compounds.toml", 'feel = ["C071"', 'feel = ["C071", "G03"',
     Gate.UNLABELLED, "saline.feel", "it"),
    ("elements.toml", '["never.self"]', "[]", Gate.ELEMENT, "E36", ""),
    ("it/what.md", "Hai 5", "Hai 8", Gate.NUMBERS, "what.several", "it"),
    ("it/check.toml", "A volte", "A volte 2", Gate.NUMBERS, "Q01.c", "it"),
    ("it/never.md", "Non farlo mai", "Puoi farlo", Gate.NEGATION, "never.self", "it"),
    ("it/check.toml", "No. Non farlo mai.", "Puoi farlo.", Gate.NEGATION, "Q01.again", "it"),
    ("en/what.md", "You get 5 tiny pricks.", f"In 5 cases: {HARD}",
     Gate.READABILITY, "what.several", "en"),
    ("it/never.md", "Non farlo mai a casa", "Non somministrarsi medicinali personalmente",
     Gate.READABILITY, "never.self", "it"),
    ("it/what.md", "Hai 5 punture. Sono lievi.",
     "Somministrazione intradermica localizzata di 5 piccole quantità farmacologiche",
     Gate.READABILITY, "what.several", "it"),
    ("it/never.md", "Pochi dati", "Pochi дати", Gate.SCRIPT, "never.laser", "it"),
    ("it/never.md", "Pochi dati", "Pochi dati \U0001f600", Gate.GLYPH, "never.laser", "it"),
]  # fmt: skip


def test_the_whole_content_passes(root: Path) -> None:
    out = io.StringIO()
    assert check(root, False, out) == 0
    assert "Core claims that everybody reads: 3 of 3" in out.getvalue()
    assert "Italy: 2 of 2 mandatory elements (must hold)" in out.getvalue()
    assert "Everything passes." in out.getvalue()


@pytest.mark.parametrize(("file", "old", "new", "gate", "subject", "language"), BAD)
def test_a_gate_fails_where_the_content_is_bad(
    spoil: Spoil, file: str, old: str, new: str, gate: Gate, subject: str, language: str
) -> None:
    root = spoil(file, old, new)
    found = [(f.gate, f.subject, f.language) for f in check_content(root).findings]
    assert (gate, subject, language) in found
    out = io.StringIO()
    assert check(root, False, out) == 1
    assert f"{subject}: " in out.getvalue()


def test_every_gate_is_seen_to_fail() -> None:
    # These need a translation: tests/content/test_staleness.py and test_translation_gates.py.
    others = {Gate.STALE, Gate.IDENTICAL, Gate.TERM, Gate.UNITS}
    assert {row[3] for row in BAD} == set(Gate) - others


@pytest.mark.parametrize("place", ["gone", "folded", "elsewhere"])
def test_a_list_may_leave_its_origin_to_a_note_only_right_below_it(place: str) -> None:
    library = Library(PROJECT / "content")
    script, edition = library.manuscript(), library.edition("en")
    assert script is not None

    def moved(chapter: Chapter) -> Chapter:
        rest = [one for one in chapter.blocks if one.id != "after.call-note"]
        if place == "folded":
            rest = [
                replace(one, layer=Layer.MORE) if one.id == "after.call-note" else one
                for one in chapter.blocks
            ]
        if place == "elsewhere":
            rest += [one for one in chapter.blocks if one.id == "after.call-note"]
        return replace(chapter, blocks=tuple(rest))

    spoilt = replace(edition, chapters=tuple(map(moved, edition.chapters)))
    unlabelled = [f.subject for f in findings(script, {"en": edition}) if f.gate is Gate.UNLABELLED]
    assert unlabelled == []
    unlabelled = [f.subject for f in findings(script, {"en": spoilt}) if f.gate is Gate.UNLABELLED]
    assert unlabelled == ["after.call"]


def test_key_blocks_must_be_easier_than_others(spoil: Spoil) -> None:
    words = "Questa persona deve ricordare tutto."  # Gulpease 89 + (300 - 310) / 5 = 87
    harder = "Questa persona dovrebbe ricordare qualsiasi raccomandazione."
    assert report_on(spoil("it/never.md", "Non farlo mai a casa.", f"No. {words}")).passed
    assert not report_on(spoil("it/never.md", f"No. {words}", f"No, {harder}")).passed


def test_a_core_claim_that_only_a_compound_cites_does_not_reach_everybody(spoil: Spoil) -> None:
    report = report_on(spoil("outline.toml", '"C001", "C071"', '"C001"'))
    assert (report.claims_met, report.claims_wanted) == (2, 3)


def test_a_core_claim_that_only_some_patients_read_does_not_reach_everybody(spoil: Spoil) -> None:
    report = report_on(spoil("outline.toml", 'figure = "skin"', 'offered = ["guardian"]'))
    assert (report.claims_met, report.claims_wanted) == (1, 3)


def test_a_form_of_every_patient_cannot_rest_on_what_only_some_read(spoil: Spoil) -> None:
    report = report_on(spoil("elements.toml", "never.self", "yours.all"))
    found = [(p.file, p.line, p.fault, p.detail) for p in report.problems]
    assert found == [("elements.toml", 4, ContentFault.UNKNOWN_BLOCK, "yours.all")]


def test_the_report_tells_what_not_every_patient_reads_apart(root: Path) -> None:
    counted = [(one.language, one.blocks, one.conditional) for one in report_on(root).languages]
    assert counted == [("en", 12, 2), ("it", 12, 2)]


def test_a_broken_file_fails_the_check_and_is_named_with_its_line(spoil: Spoil) -> None:
    out = io.StringIO()
    assert check(spoil("it/never.md", "Non farlo", "Non <i>farlo"), False, out) == 1
    assert "FAIL it/never.md:5: Only plain words" in out.getvalue()


def test_no_content_at_all_fails(tmp_path: Path) -> None:
    out = io.StringIO()
    assert check(tmp_path, False, out) == 1
    assert "FAIL edition.toml: The file cannot be read." in out.getvalue()


def test_json_says_the_same(root: Path, spoil: Spoil) -> None:
    good, bad = io.StringIO(), io.StringIO()
    assert check(root, True, good) == 0
    assert check(spoil("it/what.md", "Hai 5", "Hai 8"), True, bad) == 1
    passed, failed = json.loads(good.getvalue()), json.loads(bad.getvalue())
    assert passed["passed"] and passed["languages"][1]["formula"] == "gulpease"
    assert failed["findings"][0]["gate"] == "numbers"


def test_every_gate_has_a_sentence() -> None:
    for gate in Gate:
        assert "{" not in demand_of(Finding(gate, "x", "y"))
