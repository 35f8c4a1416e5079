"""The layers, enforced: what may import what, and which library belongs where."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "litconsent"
MAY_IMPORT = {
    "domain": {"domain"},
    "i18n": {"i18n", "domain"},
    "content": {"content", "domain"},
    "storage": {"storage", "domain"},
    "pdf": {"pdf", "domain", "i18n"},
    "exchange": {"exchange", "domain", "i18n"},
    "services": {
        *("services", "domain", "storage", "pdf", "exchange", "content", "i18n", "settings")
    },
    "ui": {"ui", "services", "domain", "i18n", "content", "settings"},
    "cli": {"cli", "services", "domain", "pdf", "content", "i18n", "settings"},
}
ONLY_IN = {
    "streamlit": {"ui"},
    "sqlalchemy": {"storage"},
    "alembic": {"storage"},
    "sqlcipher3": {"storage"},
    "reportlab": {"pdf"},
    "pyhanko": {"pdf"},
    "uharfbuzz": {"pdf"},
    "icu4py": {"pdf"},
    "babel": {"i18n"},
    "segno": {"ui", "pdf"},
    "fhir": {"exchange"},
    "pydantic": {"exchange"},
}


def imports(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def layer_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


def forbidden(path: Path, layer: str) -> list[str]:
    found = []
    for module in imports(path.read_text(encoding="utf-8")):
        top, _, rest = module.partition(".")
        if top == "litconsent" and rest and rest.split(".")[0] not in MAY_IMPORT[layer]:
            found.append(module)
        if top in ONLY_IN and layer not in ONLY_IN[top]:
            found.append(module)
    return found


def modules() -> list[Path]:
    return [p for p in PACKAGE.rglob("*.py") if p.parent != PACKAGE and "versions" not in p.parts]


def test_there_is_something_to_check():
    assert len(modules()) > 40


def test_no_module_imports_against_the_direction_of_the_layers():
    wrong = {
        str(path.relative_to(ROOT)): found
        for path in modules()
        if (found := forbidden(path, layer_of(path)))
    }
    assert wrong == {}


def test_a_wrong_import_would_be_seen(tmp_path):
    sample = tmp_path / "sample.py"
    sample.write_text("import streamlit\nfrom litconsent.storage.database import Store\n")
    assert forbidden(sample, "domain") == ["streamlit", "litconsent.storage.database"]


def test_pages_call_no_layer_below_the_services():
    for page in (ROOT / "pages").rglob("*.py"):
        for module in imports(page.read_text(encoding="utf-8")):
            assert not module.startswith(("litconsent.storage", "litconsent.pdf")), page


def test_no_page_lies_directly_in_pages():
    assert not list((ROOT / "pages").glob("*.py"))


def test_the_domain_imports_the_standard_library_only():
    for path in (PACKAGE / "domain").glob("*.py"):
        for module in imports(path.read_text(encoding="utf-8")):
            top = module.split(".")[0]
            assert top == "litconsent" or top in sys.stdlib_module_names, (path, module)
