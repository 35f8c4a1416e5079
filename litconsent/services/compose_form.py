"""Gather everything that a record's document says, out of the books, in one transaction."""

import uuid
from collections.abc import Iterable

from litconsent.domain.checks import results
from litconsent.domain.decisions import Decision
from litconsent.domain.errors import RecordNotStored
from litconsent.domain.events import Event, EventKind
from litconsent.domain.forms import Form
from litconsent.domain.people import Account
from litconsent.services.access import Act
from litconsent.services.clinic import Clinic
from litconsent.services.consultation import consultation_of
from litconsent.services.decide import deciding_of, round_of
from litconsent.services.editions import leaflet_of, releases


def compose_form(clinic: Clinic, act: Act, clinician: Account, seal_fingerprint: str) -> Form:
    """Return the form of the episode in hand, as it stands in this transaction."""
    now = deciding_of(clinic, act)
    talk = consultation_of(clinic, act, now.episode.id)
    head = act.books.letterhead.get()
    if head is None or now.decision is None:
        raise RecordNotStored("no letterhead or no decision")
    standing = {one.edition_hash: one for one in releases(clinic, act.books) if one.reviewer}
    seq, chain_head = act.books.events.head()
    return Form(
        record_id=uuid.uuid4().hex,
        episode=now.episode,
        letterhead=head,
        decision=Decision(now.decision),
        decided_at=_decided(talk.events).at,
        leaflet=now.leaflet,
        ruling=now.ruling,
        declined=now.declined if now.decision is Decision.PARTIAL else (),
        clinic_leaflet=leaflet_of(clinic, act.books, now.episode, now.episode.clinic_language),
        answers=talk.answers,
        notes=talk.notes,
        results=results(now.leaflet.check, talk.answers.attempts),
        clinic_results=talk.results,
        signatures=act.books.signatures.of_round(now.episode.id, round_of(act, now.episode.id)),
        clinician=clinician.name,
        events=act.books.events.of_episode(now.episode.id),
        actors=_actors(
            act, [event.actor for event in talk.events] + [one.actor for one in standing.values()]
        ),
        chain_seq=seq,
        chain_head=chain_head,
        seal_fingerprint=seal_fingerprint,
        sealed_at=act.now,
        time_zone=clinic.settings.time_zone,
        releases=standing,
    )


def _decided(events: tuple[Event, ...]) -> Event:
    return [event for event in events if event.kind is EventKind.DECIDED][-1]


def _actors(act: Act, actors: Iterable[str]) -> dict[str, str]:
    named: dict[str, str] = {}
    for actor in dict.fromkeys(actors):
        prefix, _, account_id = actor.partition(":")
        account = act.books.accounts.by_id(account_id) if prefix == "account" else None
        if account:
            named[actor] = account.name
    return named
