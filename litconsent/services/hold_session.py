"""Before each session: does the patient still want it, and is all as it was consented to?"""

from litconsent.domain.course import Session, Word, bars
from litconsent.domain.decisions import Outcome
from litconsent.domain.errors import SessionBarred
from litconsent.domain.events import EventKind
from litconsent.domain.records import Record
from litconsent.domain.tablets import Mode
from litconsent.services.access import acting
from litconsent.services.clinic import Clinic
from litconsent.services.course import course_of
from litconsent.services.course_drafts import Part, keep_course_draft
from litconsent.services.printable import refuse_unprintable
from litconsent.services.seal_supplement import read_back, seal_supplement


def hold_session(
    clinic: Clinic, tablet: str, record_id: str, number: int, session: Session
) -> Record:
    """Put a session on record that the patient has just agreed to again; return its sealed page.

    `number` is the session that the screen showed: repeating the call returns the same page.

    :raises SessionBarred: with every reason why a new consent is needed first [V20].
    """
    with acting(clinic, tablet, "session", Mode.CLINIC) as act:
        now = course_of(clinic, act, record_id)
        pages = [one for one in now.records if one.decision is Outcome.SESSION]
        if number <= now.held:
            return pages[number - 1]
        refuse_unprintable({"session.response": session.response}, now.episode.language)
        found = bars(session, now.standing, now.held, now.episode.plan.sessions)
        if found:
            raise SessionBarred(tuple(found))
        act.note(
            EventKind.SESSION_HELD,
            now.episode.id,
            number=now.held + 1,
            response=bool(session.response),
        )
        facts = {"number": str(now.held + 1), "response": session.response}
        page = seal_supplement(clinic, act, now.record, Outcome.SESSION, facts)
        keep_course_draft(act, record_id, Part.SESSION, {})
    return read_back(clinic, page)


def put_off_session(clinic: Clinic, tablet: str, record_id: str) -> None:
    """Note that the patient did not want a session today; the consent stands."""
    with acting(clinic, tablet, "session", Mode.CLINIC) as act:
        now = course_of(clinic, act, record_id)
        act.note(EventKind.SESSION_PUT_OFF, now.episode.id, word=Word.NOT_TODAY)
        keep_course_draft(act, record_id, Part.SESSION, {})
