"""What a form must hold is data, and names only what exists."""

from collections.abc import Callable
from pathlib import Path

import pytest

from litconsent.content.coverage import citations
from litconsent.content.demands_file import data_names, read_demands
from litconsent.content.faults import ContentFault
from litconsent.content.manuscript_file import read_manuscript
from litconsent.content.report import report_on
from litconsent.domain.elements import When
from litconsent.settings import PROJECT

Spoil = Callable[[str, str, str], Path]

BROKEN = [
    ('["never.self"]', '["never.others"]', ContentFault.UNKNOWN_BLOCK, 4),
    ('"Form.decision"', '"Form.verdict"', ContentFault.WRONG_VALUE, 15),
    ('"episode.decided"', '"episode.guessed"', ContentFault.WRONG_VALUE, 16),
    ('id = "E44"', 'id = "E36"', ContentFault.DUPLICATE_ID, 13),
    ('"representative"', '"sometimes"', ContentFault.WRONG_VALUE, 27),
    ('en = "The decision"\n', "", ContentFault.MISSING_KEY, 12),
]


@pytest.mark.parametrize(("old", "new", "fault", "line"), BROKEN)
def test_an_element_that_names_what_does_not_exist_is_refused_with_its_line(
    spoil: Spoil, old: str, new: str, fault: ContentFault, line: int
) -> None:
    report = report_on(spoil("elements.toml", old, new))
    assert [(p.file, p.fault, p.line) for p in report.problems] == [("elements.toml", fault, line)]
    assert not report.passed


def test_a_pack_that_names_an_unknown_element_is_refused(root: Path) -> None:
    pack = root / "jurisdictions" / "it.toml"
    pack.write_text(pack.read_text("utf-8").replace("E44", "E99"), encoding="utf-8")
    (problem,) = report_on(root).problems
    assert (problem.file, problem.line, problem.detail) == ("jurisdictions/it.toml", 2, "E99")


def test_an_unknown_jurisdiction_fails(root: Path) -> None:
    (problem,) = report_on(root, jurisdiction="atlantis").problems
    assert problem.file == "jurisdictions/atlantis.toml"


def test_a_pack_for_information_does_not_fail_the_check(root: Path) -> None:
    pack = (root / "jurisdictions" / "it.toml").read_text("utf-8")
    elsewhere = pack.replace('["E36", "E44", "E42"]', '["E36", "E50"]')
    (root / "jurisdictions" / "uk.toml").write_text(elsewhere, encoding="utf-8")
    elements = root / "lit" / "elements.toml"
    empty = "\n[[element]]\nid = 'E50'\nblocks = []\nfields = []\nevents = []\nname.en = 'Kind'\n"
    elements.write_text(elements.read_text("utf-8") + empty, encoding="utf-8")
    assert report_on(root).passed
    assert not report_on(root, jurisdiction="uk").passed


def test_what_our_packs_lack_for_adults_who_decide_alone_is_known() -> None:
    root = PROJECT / "content"
    blocks = {cited.block for cited in citations(read_manuscript(root / "lit"))}
    found = read_demands(root, "lit", blocks)
    lacking = {code: [e.id for e in found.unmet(code)] for code in found.jurisdictions}
    # the limits of confidentiality: asked for in the United States only
    assert lacking == {"it": [], "uk": [], "us": ["E63"], "ipdas": []}
    later = {e.id for e in found.elements.values() if e.when is When.REPRESENTATIVE}
    assert later == {"E41", "E42"}


def test_data_is_named_by_what_a_record_is_made_of() -> None:
    assert {"Plan.diagnosis", "Form.is_draft", "Edition.hash"} <= data_names()
    assert "Plan.verdict" not in data_names()


def test_the_clinic_side_has_every_name_in_its_four_languages() -> None:
    root = PROJECT / "content"
    blocks = {cited.block for cited in citations(read_manuscript(root / "lit"))}
    found = read_demands(root, "lit", blocks)
    named = [element.names for element in found.elements.values()]
    for pack in found.jurisdictions.values():
        named += [pack.names, pack.basis]
    assert len(named) > 80
    assert {tuple(sorted(names)) for names in named} == {("de", "en", "fr", "it")}
