"""Seal a page that follows a consent: made, sealed, checked, stored and read back at once."""

import hashlib
import uuid
from collections.abc import Mapping

from litconsent.domain.answers import Answers
from litconsent.domain.course import sessions_held
from litconsent.domain.decisions import Outcome
from litconsent.domain.episodes import declined_of
from litconsent.domain.errors import RecordNotStored
from litconsent.domain.records import Record
from litconsent.domain.signatures import Signature
from litconsent.domain.supplements import Supplement
from litconsent.exchange.fhir_bundle import fhir_bundle
from litconsent.pdf.document_supplement import supplement_document
from litconsent.pdf.seal import seal
from litconsent.pdf.verdict import verdict
from litconsent.services.access import Act
from litconsent.services.clinic import Clinic
from litconsent.services.editions import leaflet_of
from litconsent.services.rulings import ruling_of
from litconsent.services.stamp_records import queue_stamp, stamp_room


def seal_supplement(
    clinic: Clinic,
    act: Act,
    about: Record,
    outcome: Outcome,
    facts: Mapping[str, str],
    signature: Signature | None = None,
) -> Record:
    """Seal and store the page about a record, in the transaction of its event.

    :raises RecordNotStored: if our own output does not pass the verdict.
    """
    clinic_seal = clinic.seal()
    page = _composed(clinic, act, about, outcome, facts, signature, clinic_seal.fingerprint)
    document = supplement_document(page, fhir_bundle(page))
    pdf = seal(
        document, clinic_seal, at=page.sealed_at, reason=outcome, stamp_room=stamp_room(clinic)
    )
    judged = verdict(pdf, [clinic_seal.certificate_pem])
    if not judged.valid:
        raise RecordNotStored(judged.problem)
    record = Record(
        id=page.record_id,
        episode_id=about.episode_id,
        decision=outcome,
        sha256=hashlib.sha256(pdf).hexdigest(),
        size=len(pdf),
        sealed_at=page.sealed_at,
        sealed_by=act.clinician.id,
        chain_seq=page.chain_seq,
        chain_head=page.chain_head,
        specimen=page.episode.specimen or page.is_draft,
        round=f"{outcome}-{page.chain_seq}",
    )
    act.books.records.add(record, pdf)
    queue_stamp(clinic, act.books, record)
    return record


def read_back(clinic: Clinic, record: Record) -> Record:
    """Return a record whose stored bytes are the sealed ones.

    :raises RecordNotStored: if they are not.
    """
    with clinic.store.reading() as books:
        stored = books.records.pdf(record.id)
    if hashlib.sha256(stored).hexdigest() != record.sha256:
        raise RecordNotStored("read back")
    return record


def _composed(
    clinic: Clinic,
    act: Act,
    about: Record,
    outcome: Outcome,
    facts: Mapping[str, str],
    signature: Signature | None,
    fingerprint: str,
) -> Supplement:
    episode = act.episode(about.episode_id)
    head = act.books.letterhead.get()
    if head is None:
        raise RecordNotStored("no letterhead")
    answers = Answers.from_data(act.books.drafts.get(episode.id, "patient")[0])
    events = act.books.events.of_episode(episode.id)
    seq, chain_head = act.books.events.head()
    return Supplement(
        record_id=uuid.uuid4().hex,
        outcome=outcome,
        about=about,
        episode=episode,
        ruling=ruling_of(clinic, episode, answers.presence),
        letterhead=head,
        leaflet=leaflet_of(clinic, act.books, episode, answers.language),
        clinic_leaflet=leaflet_of(clinic, act.books, episode, episode.clinic_language),
        clinician=act.clinician.name,
        facts=facts,
        held=sessions_held(events),
        sealed_at=act.now,
        time_zone=clinic.settings.time_zone,
        chain_seq=seq,
        chain_head=chain_head,
        seal_fingerprint=fingerprint,
        signature=signature,
        declined=declined_of(events) if about.decision is Outcome.PARTIAL else (),
    )
