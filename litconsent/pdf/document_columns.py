"""One or two columns: the patient's language and the clinic's, side by side by block id."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from reportlab.platypus.flowables import Flowable

from litconsent.domain.checks import ItemResult
from litconsent.domain.episodes import Episode
from litconsent.domain.leaflets import Leaflet
from litconsent.domain.people import Letterhead
from litconsent.i18n.text import Text, text_for
from litconsent.pdf.document_style import HAIRLINE
from litconsent.pdf.flowables import Align
from litconsent.pdf.flowables_row import SideBySide
from litconsent.pdf.tagged import Element
from litconsent.pdf.tagged_document import PageLayout

GAP = 20.0
LAYOUT = PageLayout(left=54, right=54, top=70, bottom=58)


@dataclass(frozen=True, slots=True)
class Column:
    """One reader's side of the document: language, text, and how wide it is in points."""

    text: Text
    leaflet: Leaflet
    results: tuple[ItemResult, ...]
    width: float

    @property
    def language(self) -> str:
        """Return the code of this side's language."""
        return self.text.code


def far_from(beside: Column, column: Column) -> Align:
    """Return the side at which a line of one column meets no line that begins in another.

    A line begins at the right in Arabic and Urdu, at the left in the others.
    """
    return Align.END if column.text.rtl == beside.text.rtl else Align.START


class Sided(Protocol):
    """What a sealed document is made of, as far as columns, notices and page margins need it."""

    @property
    def record_id(self) -> str: ...
    @property
    def episode(self) -> Episode: ...
    @property
    def letterhead(self) -> Letterhead: ...
    @property
    def leaflet(self) -> Leaflet: ...
    @property
    def clinic_leaflet(self) -> Leaflet: ...
    @property
    def results(self) -> tuple[ItemResult, ...]: ...
    @property
    def clinic_results(self) -> tuple[ItemResult, ...]: ...
    @property
    def sealed_at(self) -> datetime: ...
    @property
    def bilingual(self) -> bool: ...
    @property
    def is_draft(self) -> bool: ...


Draw = Callable[[Element, Column], Sequence[Flowable]]


def columns_of(form: Sided) -> tuple[Column, ...]:
    """Return the patient's column and, where the languages differ, the clinic's beside it."""
    full = LAYOUT.text_width
    width = (full - GAP) / 2 if form.bilingual else full
    patient = _column(form.leaflet, form.results, width)
    if not form.bilingual:
        return (patient,)
    return patient, _column(form.clinic_leaflet, form.clinic_results, width)


def _column(leaflet: Leaflet, results: tuple[ItemResult, ...], width: float) -> Column:
    return Column(text_for(leaflet.edition.language), leaflet, results, width)


def side_by_side(parent: Element, columns: tuple[Column, ...], draw: Draw) -> list[Flowable]:
    """Return what `draw` makes for one column, or for both columns breaking pages together."""
    if len(columns) == 1:
        return list(draw(parent, columns[0]))
    left, right = (
        list(draw(Element("Div", parent, language=column.language), column)) for column in columns
    )
    return [SideBySide(left, right, gap=GAP, divider=HAIRLINE)] if left or right else []
