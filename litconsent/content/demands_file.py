"""Reads what a form must hold: `elements.toml` of a procedure, and the packs of jurisdictions."""

from collections.abc import Collection, Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from inspect import getmembers_static
from pathlib import Path

from litconsent.content.faults import ContentFault, ContentInvalid, ContentProblem, refuse
from litconsent.content.toml_table import Document, Table, read_toml
from litconsent.domain.answers import Answers, Notes
from litconsent.domain.editions import Edition
from litconsent.domain.elements import Demands, Element, Jurisdiction, When
from litconsent.domain.episodes import Episode
from litconsent.domain.events import EventKind
from litconsent.domain.forms import Form
from litconsent.domain.people import FamilyMember, Letterhead, Patient
from litconsent.domain.plans import Plan, PlannedCompound
from litconsent.domain.signatures import Signature
from litconsent.domain.statements import Statement

ELEMENTS = "elements.toml"
FOLDER = "jurisdictions"
SOURCE = "en"  # what lacks a name in another language is shown in this one
# What a record is made of: an element may name a field of these, and of nothing else.
_DATA: tuple[type, ...] = (
    Answers,
    Edition,
    Episode,
    FamilyMember,
    Form,
    Letterhead,
    Notes,
    Patient,
    Plan,
    PlannedCompound,
    Signature,
    Statement,
)


def read_demands(root: Path, procedure: str, blocks: Collection[str]) -> Demands:
    """Return the elements of a procedure and all packs of jurisdictions under this folder.

    :raises ContentInvalid: with every mistake of the first broken file; an element that names a
        block, field or event that does not exist is one.
    """
    elements = _elements(read_toml(root / procedure / ELEMENTS, ELEMENTS), blocks)
    packs = {}
    for path in sorted((root / FOLDER).glob("*.toml")):
        packs[path.stem] = _jurisdiction(path, elements)
    return Demands(elements, packs)


def require(found: Demands, code: str) -> None:
    """Refuse a jurisdiction for which there is no pack.

    :raises ContentInvalid: naming the file that is missing.
    """
    if code not in found.jurisdictions:
        fault = ContentFault.FILE_MISSING
        raise ContentInvalid(ContentProblem(f"{FOLDER}/{code}.toml", 0, fault))


@cache
def data_names() -> frozenset[str]:
    """Return every name of data that an element may rest on."""
    names = set()
    for kind in _DATA:
        if is_dataclass(kind):
            names |= {f"{kind.__name__}.{field.name}" for field in fields(kind)}
        names |= {
            f"{kind.__name__}.{name}"
            for name, value in getmembers_static(kind)
            if isinstance(value, property)
        }
    return frozenset(names)


def _elements(document: Document, blocks: Collection[str]) -> dict[str, Element]:
    document.only("element")
    found: dict[str, Element] = {}
    for table in document.tables("element"):
        element = Element(
            table.text("id"),
            _names(table, "name"),
            table.texts("blocks"),
            table.texts("fields"),
            table.texts("events"),
            table.choice("when", When) if "when" in table.data else When.ALWAYS,
        )
        table.done()
        _refuse_unknown(table, "blocks", element.blocks, blocks)
        _refuse_unknown(table, "fields", element.fields, data_names())
        _refuse_unknown(table, "events", element.events, list(EventKind))
        if element.id in found:
            table.fail(ContentFault.DUPLICATE_ID, element.id, "id")
        found[element.id] = element
    return found


def _names(table: Table, key: str) -> dict[str, str]:
    names = table.words(key)
    if SOURCE not in names:
        table.fail(ContentFault.MISSING_KEY, f"{key}.{SOURCE}")
    return names


def _refuse_unknown(table: Table, key: str, named: Iterable[str], known: Collection[str]) -> None:
    fault = ContentFault.UNKNOWN_BLOCK if key == "blocks" else ContentFault.WRONG_VALUE
    refuse(
        ContentProblem(table.file, table.lines.get(key, table.line), fault, name)
        for name in named
        if name not in known
    )


def _jurisdiction(path: Path, elements: Collection[str]) -> Jurisdiction:
    shown = f"{FOLDER}/{path.name}"
    document = read_toml(path, shown)
    document.only("mandatory", "recommended", "name", "basis")
    top = document.table()
    found = Jurisdiction(
        path.stem,
        _names(top, "name"),
        _names(top, "basis"),
        top.texts("mandatory"),
        top.texts("recommended"),
    )
    unknown = [
        ContentProblem(shown, top.lines.get(key, 0), ContentFault.WRONG_VALUE, element)
        for key, named in (("mandatory", found.mandatory), ("recommended", found.recommended))
        for element in named
        if element not in elements
    ]
    if unknown:
        raise ContentInvalid(*unknown)
    return found
