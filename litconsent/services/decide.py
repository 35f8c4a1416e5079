"""The decision, held by the patient: yes, no, not today, or a question; then the signatures."""

from collections.abc import Collection
from dataclasses import dataclass

from litconsent.domain.decisions import Decision
from litconsent.domain.episodes import Episode, State, decision_of, declined_of
from litconsent.domain.errors import (
    InputError,
    NotReadyForConsent,
    NotYourTurn,
    StepNotPossible,
)
from litconsent.domain.events import Event, EventKind
from litconsent.domain.leaflets import Leaflet
from litconsent.domain.people import Role
from litconsent.domain.rulings import Ruling
from litconsent.domain.signatures import Method, Signature, checked_strokes, typed_name
from litconsent.domain.signing import Missing, next_signer
from litconsent.domain.tablets import Mode
from litconsent.domain.variants import Manner, Signer
from litconsent.domain.words import clean_line
from litconsent.services.access import Act, acting, looking
from litconsent.services.clinic import Clinic
from litconsent.services.consultation import consultation_of
from litconsent.services.editions import draft_of, leaflet_of
from litconsent.services.holding import give_patient_side
from litconsent.services.printable import refuse_unprintable


@dataclass(frozen=True, slots=True)
class Deciding:
    """What the patient holds: the proposal, the decision so far, and who signs next.

    With `draft` one of the two texts is a draft, so the form will not be valid. `round` names the
    signing round: who signs gives it back, so that nobody signs what they were not shown.
    """

    episode: Episode
    leaflet: Leaflet
    decision: Decision | None
    signer: Signer | None
    signatures: tuple[Signature, ...]
    missing: tuple[Missing, ...]
    draft: bool
    ruling: Ruling
    declined: tuple[str, ...] = ()
    round: str = ""


def open_decision(clinic: Clinic, tablet: str, episode_id: str) -> None:
    """Hand the tablet over for the decision; the account leaves it.

    :raises StepNotPossible: unless the doctor has opened the consultation.
    """
    with acting(clinic, tablet, "open_decision", Mode.CLINIC) as act:
        begin_decision(act, episode_id)


def begin_decision(act: Act, episode_id: str) -> None:
    """Bind this tablet to one episode, for the decision.

    :raises StepNotPossible: unless the doctor has opened the consultation.
    """
    act.episode(episode_id)
    act.in_state(episode_id, "open_decision", State.IN_CONSULTATION)
    act.note(EventKind.DECISION_OPENED, episode_id)
    give_patient_side(act, episode_id, Mode.DECIDING)


def deciding(clinic: Clinic, tablet: str) -> Deciding:
    """Return the decision of the one episode that this tablet holds."""
    with looking(clinic, tablet, "decide", Mode.DECIDING) as act:
        return deciding_of(clinic, act)


def decide(clinic: Clinic, tablet: str, decision: Decision, declined: Collection[str] = ()) -> None:
    """Keep a decision; the same one twice is one.

    A yes to a part names the compounds that are `declined`: some of the plan's, never all.

    :raises NotReadyForConsent: for a *yes* while something must still be talked about.
    :raises InputError: for a part that is nothing or everything.
    """
    with acting(clinic, tablet, "decide", Mode.DECIDING) as act:
        now = deciding_of(clinic, act)
        if now.decision is decision and set(now.declined) == set(declined):
            return
        act.in_state(now.episode.id, "decide", State.DECIDING)
        if decision.agrees and now.missing:
            raise NotReadyForConsent(now.missing)
        part = _part(now.episode, decision, declined)
        act.note(
            EventKind.DECIDED, now.episode.id, decision=decision, leaflet=now.leaflet.hash, **part
        )


def _part(episode: Episode, decision: Decision, declined: Collection[str]) -> dict[str, list[str]]:
    """Return what is declined, in the plan's order; nothing unless the decision is in part."""
    named = [compound.id for compound in episode.plan.compounds if compound.id in declined]
    partial = decision is Decision.PARTIAL
    if partial and not 0 < len(named) < len(episode.plan.compounds):
        raise InputError("plan.compounds", ", ".join(sorted(declined))[:80])
    return {"declined": named} if partial else {}


def change_decision(clinic: Clinic, tablet: str) -> None:
    """Go back to the open decision; signatures given under the former one no longer count."""
    with acting(clinic, tablet, "decide", Mode.DECIDING) as act:
        episode = act.episode(act.tablet.episode_id)
        act.in_state(episode.id, "change_decision", State.DECIDED, State.DECIDING)
        act.note(EventKind.DECISION_OPENED, episode.id)


def raise_question(clinic: Clinic, tablet: str) -> None:
    """Go back to the talk; the tablet waits for the doctor."""
    with acting(clinic, tablet, "question", Mode.DECIDING) as act:
        episode = act.episode(act.tablet.episode_id)
        act.in_state(episode.id, "question", State.DECIDING, State.DECIDED)
        act.note(EventKind.QUESTION_RAISED, episode.id)
        act.turn(Mode.WAITING, episode=episode.id)


def sign(
    clinic: Clinic,
    tablet: str,
    role: Role,
    *,
    strokes: object = None,
    typed: str = "",
    shown: str | None = None,
) -> None:
    """Keep the signature of anybody but the clinician, in the variant's order.

    Whoever cannot sign gives it another way: `typed` then says how, as the doctor saw it.

    :raises NotInk: for an empty drawing, a dot, or a bare line.
    :raises NotYourTurn: if somebody else signs next.
    :raises StepNotPossible: if another round than the one `shown` has begun since.
    """
    with acting(clinic, tablet, "sign", Mode.DECIDING) as act:
        now = deciding_of(clinic, act)
        if now.decision is None or shown not in (None, now.round):
            raise StepNotPossible("sign", State.DECIDING)
        act.in_state(now.episode.id, "sign", State.DECIDED)
        if any(signature.role is role for signature in now.signatures):
            return  # a double tap
        if now.signer is None or now.signer.role is not role or role is Role.CLINICIAN:
            raise NotYourTurn(role)
        name = now.episode.name_of(role)
        if now.signer.manner is Manner.SIGNS:
            signature = make_signature(act, role, name, strokes, typed)
        else:
            how = clean_line(typed, field="signature.expressed", limit=300)
            refuse_unprintable({"signature.expressed": how})
            signature = Signature(role, name, Method.EXPRESSED, act.now, typed=how)
        act.books.signatures.add(now.episode.id, round_of(act, now.episode.id), signature)
        act.note(EventKind.SIGNED, now.episode.id, role=role, method=signature.method)


def pass_signature(clinic: Clinic, tablet: str, role: Role) -> None:
    """Go on without a signature that the variant offers but does not need."""
    with acting(clinic, tablet, "sign", Mode.DECIDING) as act:
        now = deciding_of(clinic, act)
        if now.signer is None or now.signer.role is not role or now.decision is None:
            return  # a double tap
        if now.decision in now.signer.required_for:
            raise NotYourTurn(role)
        act.note(EventKind.SIGNATURE_PASSED, now.episode.id, role=role)


def make_signature(act: Act, role: Role, name: str, strokes: object, typed: str) -> Signature:
    """Return a signature drawn or typed just now, checked on the server."""
    if typed:
        own = typed_name(typed)
        refuse_unprintable({"signature.typed": own})
        return Signature(role, name, Method.TYPED, act.now, typed=own)
    return Signature(role, name, Method.DRAWN, act.now, strokes=checked_strokes(strokes))


def deciding_of(clinic: Clinic, act: Act) -> Deciding:
    """Return the decision of the episode in hand, inside a transaction."""
    episode = act.episode(act.tablet.episode_id)
    talk = consultation_of(clinic, act, episode.id)
    decision = decision_of(talk.events)
    signatures = act.books.signatures.of_round(episode.id, round_of(act, episode.id))
    signer = None
    if decision:
        signed = [signature.role for signature in signatures]
        passed = _passed(talk.events)
        signer = next_signer(episode, talk.ruling.variant, decision, signed, passed)
    leaflet = leaflet_of(clinic, act.books, episode, talk.answers.language)
    return Deciding(
        episode=episode,
        leaflet=leaflet,
        decision=decision,
        signer=signer,
        signatures=signatures,
        missing=talk.missing,
        draft=draft_of(act.books, episode, leaflet),
        ruling=talk.ruling,
        declined=declined_of(talk.events),
        round=round_of(act, episode.id),
    )


def round_of(act: Act, episode_id: str) -> str:
    """Return the name of the present signing round: the number of the decision's event."""
    decided = [e for e in act.books.events.of_episode(episode_id) if e.kind is EventKind.DECIDED]
    return str(decided[-1].seq) if decided else ""


def _passed(events: tuple[Event, ...]) -> list[Role]:
    passed: list[Role] = []
    for event in events:
        if event.kind is EventKind.DECIDED:
            passed.clear()
        elif event.kind is EventKind.SIGNATURE_PASSED:
            passed.append(Role(event.data["role"]))
    return passed
