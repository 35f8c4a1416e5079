"""The pages of a blank form that the patient answers: check, health, questions and wishes."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from litconsent.domain.checks import shuffled
from litconsent.i18n.check_words import UNSURE_WORDS
from litconsent.i18n.labels import TOLD
from litconsent.i18n.text import N_, Text
from litconsent.pdf.blank_parts import (
    field,
    heading,
    message,
    side_by_side,
    subheading,
    tick,
    words,
)
from litconsent.pdf.document_columns import Column
from litconsent.pdf.document_style import BODY
from litconsent.pdf.flowables_column import Stack
from litconsent.pdf.tagged import Element

_SHARES = (0.55, 0.12, 0.12, 0.21)


def blank_answers(root: Element, code: str, columns: Sequence[Column]) -> list[Any]:
    """Return the flowables of these pages; the form's code decides the order of the answers."""
    return [
        *_check(Element("Sect", root), code, columns),
        *_health(Element("Sect", root), columns),
        *_talk(Element("Sect", root), columns),
    ]


def _check(parent: Element, code: str, columns: Sequence[Column]) -> list[Any]:
    story = heading(parent, columns, N_("What was understood"))
    story += words(parent, columns, message(N_("Please tick what you think is right, alone.")))
    for number, item in enumerate(columns[0].leaflet.check):
        question = subheading(parent, columns, partial(_question, columns, number))
        for option in shuffled(item, code):
            question += tick(parent, columns, partial(_option, columns, number, option))
        question += tick(parent, columns, message(UNSURE_WORDS))
        story.append(Stack(question, unbroken=True))
    again = message(N_("What the doctor explained again, and how"))
    return [*story, field(parent, columns, again, lines=3)]


def _question(columns: Sequence[Column], number: int, text: Text) -> str:
    item = _of(columns, text).leaflet.check[number]
    return f"{text.number(number + 1)}. {item.question}"


def _option(columns: Sequence[Column], number: int, option: str, text: Text) -> str:
    return _of(columns, text).leaflet.check[number].options[option]


def _health(parent: Element, columns: Sequence[Column]) -> list[Any]:
    story = heading(parent, columns, N_("What the patient told about health"))
    for group, first in enumerate(columns[0].leaflet.edition.health):
        for key in first.questions:
            asked = words(
                parent, columns, partial(_health_question, columns, group, key), style=BODY
            )
            asked[-1].keep_with_next = False
            boxes = [tick(parent, columns, message(said)) for said in TOLD.values()]
            story.append(side_by_side(columns, [asked, *boxes], _SHARES))
    return [*story, field(parent, columns, message(N_("In the patient's words")), lines=3)]


def _health_question(columns: Sequence[Column], group: int, key: str, text: Text) -> str:
    return _of(columns, text).leaflet.edition.health[group].questions[key]


def _talk(parent: Element, columns: Sequence[Column]) -> list[Any]:
    rows = (
        (N_("Questions of the patient"), 3),
        (N_("Answers of the doctor"), 3),
        (N_("What matters to the patient"), 2),
        (N_("Who was present while reading"), 1),
        (N_("Interpreter"), 1),
        (N_("Capacity to decide: any doubt, and what was done"), 1),
    )
    return [
        *heading(parent, columns, N_("Questions and wishes")),
        *(field(parent, columns, message(name), lines) for name, lines in rows),
        *tick(parent, columns, message(N_("Privacy notice given, as a separate page"))),
    ]


def _of(columns: Sequence[Column], text: Text) -> Column:
    return next(column for column in columns if column.language == text.code)
