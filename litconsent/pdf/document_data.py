"""The record as data, attached to the PDF: the authoritative texts in logical order."""

import json
from dataclasses import asdict
from typing import Any

from litconsent.domain.answers import Presence
from litconsent.domain.events import Event
from litconsent.domain.forms import Form
from litconsent.domain.leaflets import Leaflet
from litconsent.domain.releases import Release
from litconsent.domain.signatures import Signature
from litconsent.pdf.document_words import terms_of


def record_data(form: Form) -> bytes:
    """Return the form as canonical JSON in UTF-8. What was told in private is not part of it."""
    episode = form.episode
    data: dict[str, Any] = {
        "format": "litconsent-record",
        "version": 1,
        "record": form.record_id,
        "specimen": form.is_draft or episode.specimen,
        "decision": form.decision,
        "declined": list(form.declined),
        "decided_at": form.decided_at.isoformat(),
        "sealed_at": form.sealed_at.isoformat(),
        "clinic": {"name": form.letterhead.name, "place": form.letterhead.place},
        "patient": {
            "name": episode.patient.name,
            "birth_date": episode.patient.birth_date.isoformat(),
            "identifier": episode.patient.identifier,
        },
        "clinician": form.clinician,
        "variant": form.ruling.id,
        "who_decides": _who_decides(form),
        "plan": _plan(form),
        "texts": [_texts(leaflet, form) for leaflet in _leaflets(form)],
        "check": [
            {
                "item": result.item.id,
                "attempts": list(result.options),
                "understood": result.understood,
                "resolved": form.notes.resolved.get(result.item.id, ""),
            }
            for result in form.results
        ],
        "understanding": [
            {
                "chapter": chapter_id,
                "said": sight.feeling,
                "wanted_more": sight.explain,
                "resolved": form.notes.resolved.get(chapter_id, ""),
            }
            for chapter_id, sight in form.answers.seen.items()
            if sight.feeling or sight.explain
        ],
        "teach_back": {
            key: {"rating": one.rating, "repair": one.repair}
            for key, one in form.notes.teach_back.items()
        },
        "questions": form.answers.questions,
        "answered": form.notes.answered,
        "health": dict(form.answers.health),
        "health_words": form.answers.health_words,
        "privacy_notice": form.notes.privacy_notice,
        "matters": form.answers.matters,
        "signatures": [_signature(signature) for signature in form.signatures],
        "events": [
            {
                "seq": event.seq,
                "kind": event.kind,
                "at": event.at.isoformat(),
                "actor": event.actor,
                "tablet": event.tablet,
                "data": _told_openly(event),
            }
            for event in form.events
        ],
        "chain": {"seq": form.chain_seq, "head": form.chain_head},
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1).encode()


def _told_openly(event: Event) -> dict[str, Any]:
    return {
        key: value
        for key, value in event.data.items()
        if key != "presence" or not Presence(value).is_private
    }


def _leaflets(form: Form) -> tuple[Leaflet, ...]:
    return (form.leaflet, form.clinic_leaflet) if form.bilingual else (form.leaflet,)


def _plan(form: Form) -> dict[str, Any]:
    plan = form.episode.plan
    return {
        "diagnosis": plan.diagnosis,
        "body_area": plan.body_area,
        "areas": list(plan.areas),
        "sessions": plan.sessions,
        "interval_days": plan.interval_days,
        "alternatives": plan.alternatives,
        "without_treatment": plan.without_treatment,
        "compounds": [
            {
                "id": compound.id,
                "reason": compound.reason,
                "dose": compound.dose,
                "off_label": compound.off_label,
            }
            for compound in plan.compounds
        ],
        "mixture": asdict(plan.mixture) if plan.mixture else None,
        "additions": plan.additions.hash,
        "topics": list(plan.topics),
    }


def _who_decides(form: Form) -> dict[str, Any]:
    ruled = form.ruling
    return {
        "variants": list(ruled.variants),
        "proposed": ruled.proposed,
        "sources": {source: ruled.law.get(source, "") for source in ruled.sources},
        "papers": list(ruled.papers),
        "lifted": [stop.obstacle for stop in ruled.lifted],
        "stated": form.episode.who.to_data(),
        "places": [
            {
                "roles": list(place.roles),
                "meaning": [one.meaning for one in (place, *place.also)],
                "needed": form.decision in place.required_for,
                "manner": place.manner,
            }
            for place in ruled.signers
        ],
    }


def _texts(leaflet: Leaflet, form: Form) -> dict[str, Any]:
    release = form.releases.get(leaflet.edition.hash)
    return {
        "language": leaflet.edition.language,
        "state": leaflet.edition.state,
        "edition": leaflet.edition.hash,
        "evidence_checked": leaflet.edition.evidence_checked.isoformat(),
        "release": _release(release) if release else None,
        "leaflet": leaflet.hash,
        "blocks": [
            {
                "chapter": chapter.id,
                "title": chapter.title,
                "id": block.id,
                "claims": list(block.claims),
                "text": list(block.text),
            }
            for chapter in leaflet.chapters
            for block in chapter.blocks
        ],
        "glossary": {term.word: term.meaning for term in terms_of(leaflet).values()},
    }


def _release(release: Release) -> dict[str, str]:
    reviewer = release.reviewer
    return {
        "at": release.at.isoformat(),
        "by": release.actor,
        "reviewer": reviewer.name if reviewer else "",
        "qualification": reviewer.qualification if reviewer else "",
    }


def _signature(signature: Signature) -> dict[str, Any]:
    return {
        "role": signature.role,
        "name": signature.name,
        "method": signature.method,
        "signed_at": signature.signed_at.isoformat(),
        "typed": signature.typed,
        "strokes": [[list(point) for point in stroke] for stroke in signature.strokes],
    }
