"""Void a record: the clinic made an error, says which, and keeps both pages."""

from litconsent.domain.decisions import Outcome
from litconsent.domain.events import EventKind
from litconsent.domain.records import Record
from litconsent.domain.tablets import Mode
from litconsent.domain.words import clean_line
from litconsent.services.access import acting
from litconsent.services.clinic import Clinic
from litconsent.services.course import course_of
from litconsent.services.printable import refuse_unprintable
from litconsent.services.seal_supplement import read_back, seal_supplement


def void_record(clinic: Clinic, tablet: str, record_id: str, reason: str) -> Record:
    """Declare a decision's record void and return the sealed page that says so; lead only.

    :raises NotAllowed: for anybody but the clinic's lead.
    :raises TextMissing: without a reason.
    """
    why = clean_line(reason, field="void.reason", limit=300)
    with acting(clinic, tablet, "void", Mode.CLINIC) as act:
        act.lead_only("void")
        now = course_of(clinic, act, record_id)
        earlier = [one for one in now.records if one.decision is Outcome.VOIDING]
        if earlier:
            return earlier[-1]
        refuse_unprintable({"void.reason": why}, now.episode.language)
        act.note(EventKind.VOIDED, now.episode.id, reason=why)
        page = seal_supplement(clinic, act, now.record, Outcome.VOIDING, {"reason": why})
    return read_back(clinic, page)
