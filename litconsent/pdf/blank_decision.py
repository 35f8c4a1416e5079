"""The last page of a blank form: three choices of equal size, and the places to sign."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from reportlab.platypus import PageBreak

from litconsent.domain.blanks import Blank
from litconsent.domain.decisions import Decision
from litconsent.domain.variants import Signer
from litconsent.i18n.decision_words import meaning
from litconsent.i18n.labels import DECISION
from litconsent.i18n.text import N_, Text
from litconsent.i18n.who_words import place_words
from litconsent.pdf.blank_parts import PLAIN, heading, message, side_by_side, words
from litconsent.pdf.document_columns import Column
from litconsent.pdf.document_style import DECISION as DECISION_STYLE
from litconsent.pdf.document_style import LABEL, SIGNER
from litconsent.pdf.flowables_column import Stack
from litconsent.pdf.flowables_paper import EqualChoices, WritingLines
from litconsent.pdf.tagged import Element

OFF_LABEL = N_("I know what is marked as off-label in the list of substances, and agree to it.")
SHORT = {
    Decision.CONSENT: N_("yes"),
    Decision.REFUSAL: N_("no"),
    Decision.POSTPONED: N_("not today"),
}


def blank_decision(root: Element, blank: Blank, columns: Sequence[Column]) -> list[Any]:
    """Return the flowables of this page."""
    sect = Element("Sect", root)
    free = N_("Please tick one. You are free to choose each of them, and to change your mind.")
    choices = [_choice(sect, blank, columns, decision) for decision in SHORT]
    story = [
        PageBreak(),
        *heading(sect, columns, N_("My decision")),
        *words(sect, columns, message(free)),
        EqualChoices(choices, rtl=columns[0].text.rtl),
        *heading(sect, columns, N_("Signatures")),
    ]
    return story + [_place(sect, columns, signer) for signer in blank.variant.signers]


def _choice(
    parent: Element, blank: Blank, columns: Sequence[Column], decision: Decision
) -> list[Any]:
    means = partial(meaning, decision=decision, hears_less=blank.hears_less)
    said = words(parent, columns, message(DECISION[decision]), style=DECISION_STYLE)
    said += words(parent, columns, means, style=PLAIN)
    if decision.agrees:
        said += words(parent, columns, message(OFF_LABEL), style=PLAIN)
    return said


def _place(parent: Element, columns: Sequence[Column], signer: Signer) -> Stack:
    """Return who signs here, what it means and when it is needed, with the lines for it."""
    div = Element("Div", parent)
    said = [
        [
            *words(div, [column], partial(_roles, signer), tag="H3", style=SIGNER),
            *words(div, [column], partial(_means, signer), style=LABEL),
            *words(div, [column], partial(_needed, signer), style=LABEL),
        ]
        for column in columns
    ]
    cells = [
        [WritingLines(first=30.0, after=2.0), *words(div, columns, message(name), style=LABEL)]
        for name in (N_("Name"), N_("Place, date and time"), N_("Signature"))
    ]
    for cell in cells:
        cell[-1].keep_with_next = False
    head = side_by_side(columns, said, [1] * len(said))
    head.keep_with_next, head.spaceBefore = True, 10.0
    return Stack([head, side_by_side(columns, cells, (0.3, 0.3, 0.4))], unbroken=True)


def _roles(signer: Signer, _: Text) -> str:
    return place_words(_, signer)[0]


def _means(signer: Signer, _: Text) -> str:
    return place_words(_, signer)[1]


def _needed(signer: Signer, _: Text) -> str:
    if signer.required_for >= set(SHORT):
        return _("Needed for every decision.")
    if not signer.required_for:
        return _("May stay empty.")
    names = [_(SHORT[decision]) for decision in SHORT if decision in signer.required_for]
    return _("Needed for: {decisions}. Otherwise it may stay empty.", decisions=_.list(names))
