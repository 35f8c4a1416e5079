"""What proves how the decision came about: check, questions, trail, edition, and how to verify."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from reportlab.platypus.flowables import Flowable

from litconsent.domain.checks import ItemResult
from litconsent.domain.events import Event, EventKind
from litconsent.domain.forms import Form
from litconsent.domain.people import Role
from litconsent.i18n.check_words import answer_words
from litconsent.i18n.edition_words import STATE, UPDATE_POLICY
from litconsent.i18n.labels import EVENT, PRESENCE, ROLE, TOLD
from litconsent.i18n.text import Text, isolated
from litconsent.pdf.document_columns import Column, side_by_side
from litconsent.pdf.document_front import facts
from litconsent.pdf.document_style import BODY, CHAPTER, PAPER_TINT, SECTION, SMALL
from litconsent.pdf.document_understanding import understanding
from litconsent.pdf.flowables import Paragraph
from litconsent.pdf.flowables_table import table
from litconsent.pdf.tagged import Element


def proof(root: Element, form: Form, columns: tuple[Column, ...]) -> list[Flowable]:
    """Return the last part of the document."""
    story: list[Flowable] = []
    check = Element("Sect", root)
    story += side_by_side(check, columns, _check_heading)
    for number in range(len(form.results)):
        story += side_by_side(check, columns, partial(_item, form=form, number=number))
    story += understanding(Element("Sect", root), columns, form)
    for draw in (_health, _talk, _trail, _text_state, _verify):
        story += side_by_side(Element("Sect", root), columns, partial(draw, form=form))
    return story


def _heading(parent: Element, title: str, column: Column) -> Paragraph:
    return Paragraph(
        Element("H2", parent),
        title,
        language=column.language,
        style=CHAPTER,
        keep_with_next=True,
        bookmark=1,
    )


def _said(parent: Element, text: str, column: Column, *, reusable: bool = False) -> Paragraph:
    element = Element("P", parent)
    return Paragraph(element, text, language=column.language, style=BODY, reusable=reusable)


def _check_heading(parent: Element, column: Column) -> list[Flowable]:
    _ = column.text
    return [
        _heading(parent, _("What was understood"), column),
        _said(
            parent,
            _("The patient answered these questions alone. What was missed was explained again."),
            column,
        ),
    ]


def _item(parent: Element, column: Column, form: Form, number: int) -> list[Flowable]:
    _ = column.text
    result = column.results[number]
    question = Paragraph(
        Element("H3", parent),
        f"{_.number(number + 1)}. {result.item.question}",
        language=column.language,
        style=SECTION,
        keep_with_next=True,
        reusable=True,
    )
    story: list[Flowable] = [question]
    for option in result.options:
        answer = _("Answer: {answer}", answer=answer_words(result.item, option, _))
        story.append(_said(parent, answer, column, reusable=True))
    story.append(_said(parent, _outcome(result, form, column), column))
    return story


def _outcome(result: ItemResult, form: Form, column: Column) -> str:
    _ = column.text
    note = form.notes.resolved.get(result.item.id)
    if result.understood and not result.missed:
        return _("Understood.")
    if result.understood:
        return _("Understood after another explanation.")
    if note and len(result.options) > 1:
        return _(
            "Not understood in two tries. The doctor explained it: {note}", note=isolated(note)
        )
    if note:
        return _("The doctor explained it: {note}", note=isolated(note))
    if not result.options:
        return _("Not answered.")
    return _("Left open.")


def _health(parent: Element, column: Column, form: Form) -> list[Flowable]:
    _, given = column.text, form.answers.health
    rows = [
        (question, _(TOLD[given[key]]) if key in given else _("Not answered."))
        for group in column.leaflet.edition.health
        for key, question in group.questions.items()
    ]
    rows.append(
        (
            _("In the patient's words"),
            isolated(form.answers.health_words) or _("Nothing was written."),
        )
    )
    note = _("These are the patient's answers. No conclusion was drawn from them by this software.")
    return [
        _heading(parent, _("What the patient told about health"), column),
        _said(parent, note, column),
        *facts(parent, rows, column, share=0.66),
    ]


def _talk(parent: Element, column: Column, form: Form) -> list[Flowable]:
    _ = column.text
    answers, nothing = form.answers, _("Nothing was written.")
    rows = [
        (_("Questions of the patient"), isolated(answers.questions) or nothing),
        (_("Answers of the doctor"), isolated(form.notes.answered) or nothing),
        (_("What matters to the patient"), isolated(answers.matters) or nothing),
    ]
    if answers.presence and not answers.presence.is_private:
        rows.append((_("Family"), _(PRESENCE[answers.presence])))
    if form.notes.family_stayed_silent:
        rows.append(
            (_("Family"), _("The doctor confirms that the family did not answer for the patient."))
        )
    rows += _formalities(form, column)
    return [
        _heading(parent, _("Questions and wishes"), column),
        *facts(parent, rows, column),
    ]


def _formalities(form: Form, column: Column) -> list[tuple[str, str]]:
    _, notes = column.text, form.notes
    given = _("Given, as a separate page") if notes.privacy_notice else _("Not noted.")
    return [
        (_("Privacy notice"), given),
    ]


def _trail(parent: Element, column: Column, form: Form) -> list[Flowable]:
    """Return a table for each day: its head says the day again on every page."""
    _, zone = column.text, form.time_zone
    told = [event for event in form.events if event.kind in EVENT]
    widths = [column.width * share for share in (0.185, 0.467, 0.348)]
    story: list[Flowable] = [_heading(parent, _("What happened, in order"), column)]
    for day, events in groupby(told, key=lambda event: _.day(event.at, zone)):
        of_day = list(events)
        rows = [[_.narrow_day(of_day[0].at, zone), _("What"), _("Who")]]
        rows += [
            [_.clock(event.at, zone), _what(event, column), _who(event, form, column)]
            for event in of_day
        ]
        story += table(
            parent,
            rows,
            language=column.language,
            style=SMALL,
            widths=widths,
            tint=PAPER_TINT,
            caption=day,
            reusable=(False, True, False),
        )
    return story


def _what(event: Event, column: Column) -> str:
    _ = column.text
    values = dict(event.data)
    chapter = column.leaflet.chapter(str(values.get("chapter", "")))
    values["chapter"] = chapter.title if chapter else values.get("chapter", "")
    if "item" in values:
        values["item"] = _number_of(str(values["item"]), [one.item.id for one in column.results], _)
    if "prompt" in values:
        prompts = [one.id for one in column.leaflet.edition.teach_back]
        values["prompt"] = _number_of(str(values["prompt"]), prompts, _)
    if "role" in values:
        values["role"] = _(ROLE[Role(values["role"])])
    said = _(EVENT[event.kind], **values) if values else _(EVENT[event.kind])
    if event.kind is EventKind.CHAPTER_READ and "language" in values:
        return f"{said} ({isolated(_.name_of(str(values['language'])))})"
    return said


def _number_of(one: str, ids: Sequence[str], _: Text) -> str:
    """Return the number that a question has where this document prints it."""
    return _.number(ids.index(one) + 1) if one in ids else one


def _who(event: Event, form: Form, column: Column) -> str:
    _ = column.text
    if event.actor in form.actors:
        return form.actors[event.actor]
    return _("Tablet of the patient") if event.actor == "patient" else event.actor


def _text_state(parent: Element, column: Column, form: Form) -> list[Flowable]:
    _ = column.text
    edition = column.leaflet.edition
    rows = [
        (_("State of this text"), _(STATE[edition.state])),
        *_release(form, column),
        (_("Edition (SHA-256)"), _spaced(edition.hash)),
        (_("Leaflet as shown (SHA-256)"), _spaced(column.leaflet.hash)),
        (_("Evidence last checked"), _.date(edition.evidence_checked)),
        (_("How it is kept up to date"), _(UPDATE_POLICY)),
        (_("Source"), edition.citation),
    ]
    return [
        _heading(parent, _("Where this text comes from"), column),
        *facts(parent, rows, column),
    ]


def _release(form: Form, column: Column) -> list[tuple[str, str]]:
    """Return who released this column's text and when, and who has reviewed it."""
    _, release = column.text, form.releases.get(column.leaflet.edition.hash)
    if release is None or release.reviewer is None:
        return []
    reviewer = release.reviewer
    return [
        (_("Released on"), _.datetime(release.at, form.time_zone)),
        (_("Released by"), form.actors.get(release.actor, release.actor)),
        (_("Reviewed by"), f"{isolated(reviewer.name)} ({isolated(reviewer.qualification)})"),
    ]


def _verify(parent: Element, column: Column, form: Form) -> list[Flowable]:
    _ = column.text
    rows = [
        (_("Record"), _spaced(form.record_id)),
        (_("Sealed at"), _.datetime(form.sealed_at, form.time_zone)),
        (_("Head of the clinic's trail"), f"{form.chain_seq} · {_spaced(form.chain_head)}"),
        (_("Clinic's seal (SHA-256)"), _spaced(form.seal_fingerprint)),
    ]
    how = _(
        "Anyone can check this file: with the command “python -m litconsent verify”, or with any "
        "reader that checks PDF signatures. After any change the check fails. "
        "The attached data holds these texts in reading order."
    )
    return [
        _heading(parent, _("How to verify this file"), column),
        _said(parent, how, column),
        *facts(parent, rows, column),
    ]


def _spaced(digest: str) -> str:
    """Return a long hexadecimal number in groups of eight, so that it can break over lines."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
