"""Whatever stands in a content file, the library answers with problems and never breaks."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from litconsent.cli.cures import cure_of
from litconsent.content.library import Library

FILES = (
    "edition.toml",
    "claims.toml",
    "outline.toml",
    "compounds.toml",
    "check.toml",
    "figures.toml",
    "it/what.md",
    "it/compounds.md",
    "it/check.toml",
    "it/figures.toml",
    "it/clinician.md",
    "it/glossary.toml",
    "it/formulary.toml",
    "it/sources.toml",
    "teach-back.toml",
    "it/teach-back.toml",
)
PIECES = (
    *(b"", b"\n", b"\x00", b"\xff", b"[[", b"[x]\n", b"x = 1\n", b"## ", b"# ", b"- ", b"="),
    *(b'"""', b"chapter = 3\n", b"\xe2\x81\xa7", b"{}", b"[[chapter.block]]\n", b"[languages]\n"),
    *(b"1. ", b'id = "x"\n', b"[[claim]]\n", b'"a.b" = 1\n', b"text = []\n"),
)


@pytest.mark.parametrize("file", FILES)
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(at=st.floats(0, 1), cut=st.integers(0, 60), piece=st.sampled_from(PIECES))
def test_a_damaged_file_is_reported_and_nothing_else_happens(
    root: Path, file: str, at: float, cut: int, piece: bytes
) -> None:
    path = root / "lit" / file
    whole = path.read_bytes()
    place = int(at * len(whole))
    path.write_bytes(whole[:place] + piece + whole[place + cut :])
    try:
        library = Library(root)
        library.languages()
        assert all(cure_of(problem) for problem in library.problems())
    finally:
        path.write_bytes(whole)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("data", [b"", b"x = 1", b"chapter = 3", b"[[item]]", b"\xff", b"[skin]"])
def test_a_replaced_file_is_reported_or_harmless(root: Path, file: str, data: bytes) -> None:
    (root / "lit" / file).write_bytes(data)
    library = Library(root)
    assert library.problems() or library.languages() == ("en", "it")


def test_a_file_that_vanishes_is_reported(root: Path) -> None:
    (root / "lit/claims.toml").unlink()
    assert Library(root).problems()[0].file == "claims.toml"
