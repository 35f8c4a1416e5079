"""Seal: the clinician signs, and the document is made, sealed, checked and stored at once.

Nothing in here draws on a screen, waits for a network, or says "done" before the stored bytes
were read back.
"""

import hashlib

from litconsent.domain.decisions import Outcome
from litconsent.domain.episodes import Episode, State, state_of
from litconsent.domain.errors import (
    NotAllowed,
    NotReadyForConsent,
    NotYourTurn,
    RecordNotStored,
    StepNotPossible,
)
from litconsent.domain.events import EventKind
from litconsent.domain.forms import Form
from litconsent.domain.people import Account, Role
from litconsent.domain.records import Record
from litconsent.domain.signing import next_signer
from litconsent.domain.tablets import Mode
from litconsent.exchange.fhir_bundle import fhir_bundle
from litconsent.pdf.clinic_seal import ClinicSeal
from litconsent.pdf.cycle_search import cycle_search_put_off
from litconsent.pdf.document import form_document
from litconsent.pdf.seal import seal
from litconsent.pdf.verdict import verdict
from litconsent.services.access import Act, acting
from litconsent.services.auditors import refuse_auditor
from litconsent.services.clinic import Clinic
from litconsent.services.compose_form import compose_form
from litconsent.services.decide import deciding_of, make_signature, round_of
from litconsent.services.pictures import pictures_of
from litconsent.services.pins import check_step_up
from litconsent.services.seal_supplement import read_back
from litconsent.services.stamp_records import queue_stamp, stamp_room


def seal_record(
    clinic: Clinic,
    tablet: str,
    episode_id: str,
    username: str,
    password: str,
    *,
    strokes: object = None,
    typed: str = "",
    shown: str | None = None,
) -> Record:
    """Sign as the clinician and seal the record; return it once it was read back.

    Repeating the call, by a double tap or from another tab, returns the same record.

    On a tablet where this clinician has set a PIN, it may stand in place of the password.

    :raises SignInRefused: SignInThrottled, PinRefused or PinOff, if the credentials do not fit.
    :raises MayOnlyLook: if they are an auditor's.
    :raises NotYourTurn: while a signature that the variant needs is missing.
    :raises StepNotPossible: if another round than the one `shown` has begun since.
    :raises NotReadyForConsent: for a *yes* while something must still be talked about.
    :raises RecordNotStored: if the stored bytes are not the sealed ones; then nothing is signed.
    """
    modes = (Mode.DECIDING, Mode.CLINIC)
    account = check_step_up(clinic, tablet, username, password, *modes)
    clinic_seal = clinic.seal()
    with acting(clinic, tablet, "seal", *modes) as act:
        act.episode(episode_id)
        earlier = act.books.records.of_episode(episode_id)
        if earlier:
            return earlier[0]
        if act.tablet.mode is not Mode.DECIDING or act.tablet.episode_id != episode_id:
            raise NotAllowed("seal", act.tablet.mode)
        # The patient's tablet has no account: who signs is whose credentials these are.
        refuse_auditor(account, "seal", act.tablet.mode)
        if shown not in (None, round_of(act, episode_id)):
            raise StepNotPossible("seal", State.DECIDED)
        _countersign(clinic, act, account, strokes, typed)
        form = compose_form(clinic, act, account, clinic_seal.fingerprint)
        pdf = sealed_document(form, clinic_seal, stamp_room(clinic))
        record = _record(form, account, pdf, round_of(act, episode_id))
        act.books.records.add(record, pdf)
        queue_stamp(clinic, act.books, record)
        act.note(EventKind.SEALED, episode_id, decision=form.decision, sha256=record.sha256)
        if form.decision.agrees:
            _supersede(act, form.episode)
        act.turn(Mode.CLINIC, account=account.id)
    return read_back(clinic, record)


@cycle_search_put_off()
def sealed_document(form: Form, clinic_seal: ClinicSeal, stamp_room: int = 0) -> bytes:
    """Return the sealed PDF of a form, judged by the same verdict as any other file.

    :raises RecordNotStored: if our own output does not pass it.
    """
    pictures = pictures_of(form.leaflet, form.episode.plan.areas)
    document = form_document(form, pictures, fhir_bundle(form))
    pdf = seal(
        document, clinic_seal, at=form.sealed_at, reason=form.decision, stamp_room=stamp_room
    )
    judged = verdict(pdf, [clinic_seal.certificate_pem])
    if not judged.valid:
        raise RecordNotStored(judged.problem)
    return pdf


def _countersign(clinic: Clinic, act: Act, account: Account, strokes: object, typed: str) -> None:
    now = deciding_of(clinic, act)
    act.in_state(now.episode.id, "seal", State.DECIDED)
    if now.decision is None:
        raise NotYourTurn(Role.CLINICIAN)
    signed = [signature.role for signature in now.signatures]
    places = now.ruling.signers
    needed = [place.role for place in places if now.decision in place.required_for]
    for role in needed:
        if role is not Role.CLINICIAN and role not in signed:
            raise NotYourTurn(Role.CLINICIAN)
    if now.decision.agrees and now.missing:
        raise NotReadyForConsent(now.missing)
    variant, passed = now.ruling.variant, [place.role for place in places]
    if next_signer(now.episode, variant, now.decision, signed, passed) is None:
        raise NotYourTurn(Role.CLINICIAN)
    signature = make_signature(act, Role.CLINICIAN, account.name, strokes, typed)
    act.books.signatures.add(now.episode.id, round_of(act, now.episode.id), signature)
    act.books.events.append(
        EventKind.SIGNED,
        at=act.now,
        actor=f"account:{account.id}",
        tablet=act.tablet.hash[:12],
        episode_id=now.episode.id,
        data={"role": Role.CLINICIAN, "method": signature.method},
    )


def _supersede(act: Act, episode: Episode) -> None:
    """End the consent that this new one takes the place of."""
    if not episode.follows:
        return
    before = state_of(act.books.events.of_episode(episode.follows))
    if before.in_force:
        act.note(EventKind.SUPERSEDED, episode.follows, by=episode.id)


def _record(form: Form, account: Account, pdf: bytes, signing_round: str) -> Record:
    return Record(
        id=form.record_id,
        episode_id=form.episode.id,
        decision=Outcome(form.decision),
        sha256=hashlib.sha256(pdf).hexdigest(),
        sealed_at=form.sealed_at,
        sealed_by=account.id,
        chain_seq=form.chain_seq,
        chain_head=form.chain_head,
        specimen=form.episode.specimen or form.is_draft,
        size=len(pdf),
        round=signing_round,
    )
