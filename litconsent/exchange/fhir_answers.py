"""What the patient answered, as FHIR QuestionnaireResponses: the check, and about health.

What was told in private is not part of it.
"""

from typing import Any

from litconsent.domain.checks import ItemResult
from litconsent.domain.events import EventKind
from litconsent.domain.forms import Form
from litconsent.exchange.fhir_people import People
from litconsent.exchange.fhir_values import coding, given, instant, our_system, record_identifier
from litconsent.i18n.check_words import answer_words
from litconsent.i18n.labels import TOLD
from litconsent.i18n.text import Text, text_for

CHECK, HEALTH = "check", "health"
_OPTION, _TOLD = our_system("check-option"), our_system("health-answer")


def answers_of(form: Form, people: People) -> list[tuple[str, dict[str, Any]]]:
    """Return the parts and the resources of whatever was asked, in the patient's words."""
    _ = text_for(form.language)
    asked = [
        (CHECK, [_item(result, form, _) for result in form.results]),
        (HEALTH, _health(form, _)),
    ]
    return [(part, _response(form, people, part, items)) for part, items in asked if items]


def _response(form: Form, people: People, part: str, items: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "resourceType": "QuestionnaireResponse",
        "language": form.language,
        "identifier": {**record_identifier(form.record_id), "type": {"text": part}},
        # The text itself is named by its hash: equal questions have an equal address.
        "questionnaire": f"{our_system(part)}|{form.leaflet.edition.hash}",
        "status": "completed",
        "subject": people.patient(),
        "authored": _answered(form),
        "author": people.patient(),
        "source": people.patient(),
        "item": items,
    }


def _answered(form: Form) -> str:
    """Return when the patient gave the tablet back, or when the decision was given."""
    back = [event.at for event in form.events if event.kind is EventKind.HANDED_BACK]
    return instant(back[-1] if back else form.decided_at)


def _item(result: ItemResult, form: Form, _: Text) -> dict[str, Any]:
    """Return a question with every attempt in order, and how a miss was cleared up."""
    item = result.item
    repaired = form.notes.resolved.get(item.id, "")
    attempts = [
        {"valueCoding": coding(_OPTION, f"{item.id}.{option}", answer_words(item, option, _))}
        for option in result.options
    ]
    understood = {"linkId": f"{item.id}.understood", "answer": [_yes_or_no(result.understood)]}
    said = {
        "linkId": f"{item.id}.repair",
        "text": _("Answers of the doctor"),
        "answer": [{"valueString": repaired}],
    }
    return given(
        {
            "linkId": item.id,
            "text": item.question,
            "answer": attempts,
            "item": [understood, *([said] if repaired else [])],
        }
    )


def _health(form: Form, _: Text) -> list[dict[str, Any]]:
    groups: list[dict[str, Any]] = [
        {
            "linkId": group.id,
            "text": group.title,
            "item": [_told(key, question, form, _) for key, question in group.questions.items()],
        }
        for group in form.leaflet.edition.health
    ]
    if groups and form.answers.health_words:
        words = [{"valueString": form.answers.health_words}]
        groups.append({"linkId": "words", "text": _("In the patient's words"), "answer": words})
    return groups


def _told(key: str, question: str, form: Form, _: Text) -> dict[str, Any]:
    told = form.answers.health.get(key)
    answer = [{"valueCoding": coding(_TOLD, told, _(TOLD[told]))}] if told else []
    return given({"linkId": key, "text": question, "answer": answer})


def _yes_or_no(value: bool) -> dict[str, bool]:
    return {"valueBoolean": value}
