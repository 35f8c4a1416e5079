"""Withdraw: at any time, in writing or by word of mouth, and never with a reason asked for."""

from litconsent.domain.course import Manner
from litconsent.domain.decisions import Outcome
from litconsent.domain.errors import NotYourTurn, StepNotPossible
from litconsent.domain.events import EventKind
from litconsent.domain.people import Role
from litconsent.domain.records import Record
from litconsent.domain.tablets import Mode
from litconsent.domain.words import clean_text
from litconsent.services.access import acting
from litconsent.services.clinic import Clinic
from litconsent.services.course import course_of
from litconsent.services.course_drafts import Part, keep_course_draft
from litconsent.services.decide import make_signature
from litconsent.services.printable import refuse_unprintable
from litconsent.services.seal_supplement import read_back, seal_supplement


def withdraw_consent(
    clinic: Clinic,
    tablet: str,
    record_id: str,
    manner: Manner,
    *,
    role: Role = Role.PATIENT,
    follow_up: str = "",
    strokes: object = None,
    typed: str = "",
) -> Record:
    """End a consent at once and return the sealed page about it [L.219/2017 art.1 c.5, V17].

    Repeating the call returns the same page. `role` is who takes it back: the patient, or somebody
    who decides for them. `follow_up` is what was offered for afterwards.

    :raises RecordUnknown: if there is no such record.
    :raises StepNotPossible: if nothing stands that could be withdrawn.
    :raises NotYourTurn: for somebody who has no say in it.
    :raises NotInk: for a written withdrawal without a signature.
    """
    offered = clean_text(follow_up, field="withdrawal.follow_up")
    with acting(clinic, tablet, "withdraw", Mode.CLINIC) as act:
        now = course_of(clinic, act, record_id)
        earlier = [one for one in now.records if one.decision is Outcome.WITHDRAWAL]
        if earlier:
            return earlier[-1]
        refuse_unprintable({"withdrawal.follow_up": offered}, now.episode.language)
        if not now.standing.withdrawable:
            raise StepNotPossible("withdraw", now.standing)
        if role not in now.withdrawers:
            raise NotYourTurn(role)
        name, signature = now.episode.name_of(role), None
        if manner is Manner.WRITTEN:
            signature = make_signature(act, role, name, strokes, typed)
        act.note(EventKind.WITHDRAWN, now.episode.id, manner=manner)
        facts = {"manner": str(manner), "by": name, "role": str(role), "follow_up": offered}
        page = seal_supplement(clinic, act, now.record, Outcome.WITHDRAWAL, facts, signature)
        keep_course_draft(act, record_id, Part.WITHDRAWAL, {})
    return read_back(clinic, page)
