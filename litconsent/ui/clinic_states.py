"""The states of an episode in the clinic's words, and what can be done next."""

from litconsent.domain.episodes import State
from litconsent.domain.people import AccountRole
from litconsent.i18n.text import N_

STATE = {
    State.PREPARED: N_("Prepared. Next: hand the tablet to the patient."),
    State.HANDED_OVER: N_("The patient has the tablet."),
    State.READING: N_("The patient is reading."),
    State.READY: N_("The patient has read. Next: talk together."),
    State.IN_CONSULTATION: N_("You are talking. Next: the decision."),
    State.DECIDING: N_("The patient is deciding."),
    State.DECIDED: N_("Decided. The signatures are not complete."),
    State.CONSENTED: N_("Yes. Sealed."),
    State.PARTLY_CONSENTED: N_("Yes to a part. Sealed."),
    State.REFUSED: N_("No. Sealed."),
    State.POSTPONED: N_("Not today. Sealed."),
    State.WITHDRAWN: N_("The patient took the consent back. No further session."),
    State.SUPERSEDED: N_("A newer consent has taken its place."),
    State.OUTDATED: N_("The text has changed in an important way. A new consent is needed."),
    State.EXPIRED: N_("The consent has expired. A new one is needed."),
    State.COMPLETED: N_("All planned sessions were held."),
    State.VOIDED: N_("The clinic declared it void."),
}

ACCOUNT_ROLE = {
    AccountRole.CLINICIAN: N_("Doctor"),
    AccountRole.LEAD: N_("Clinic's lead"),
    AccountRole.AUDITOR: N_("Auditor"),
}
ACCOUNT_MAY = {
    AccountRole.CLINICIAN: N_("Prepares episodes, talks with patients, signs."),
    AccountRole.LEAD: N_("The same, and looks after accounts, formulary and texts."),
    AccountRole.AUDITOR: N_("Looks at board, records and texts. Changes nothing."),
}
