"""What a withdrawal, a session and a voiding say, in words."""

from litconsent.domain.course import Manner
from litconsent.domain.decisions import Outcome
from litconsent.domain.people import Role
from litconsent.domain.supplements import Supplement
from litconsent.i18n.labels import ROLE
from litconsent.i18n.text import N_, Text, isolated

MANNER = {
    Manner.WRITTEN: N_("In writing"),
    Manner.ORAL: N_("Said aloud, and written down by staff"),
}

MEANS = {
    Outcome.WITHDRAWAL: (
        N_("This counts at once. No further session is held on this consent."),
        N_("Nobody has to say why. The patient will be cared for all the same."),
        N_("The patient may change their mind again; that takes a new talk and a new consent."),
    ),
    Outcome.SESSION: (
        N_("Before it, the patient was asked again and wanted to go on."),
        N_("If there is no response within three sessions, experts advise to stop."),
    ),
    Outcome.VOIDING: (
        N_("The clinic made an error. This record must not be used."),
        N_("It stays stored, as does this page."),
    ),
}


def detail_rows(_: Text, page: Supplement) -> list[tuple[str, str]]:
    """Return what is told of this kind, as rows of a table."""
    given = page.facts
    if page.outcome is Outcome.WITHDRAWAL:
        return [
            (_(ROLE[Role(given["role"])]), isolated(given["by"])),
            (_("How it was given"), _(MANNER[Manner(given["manner"])])),
            (_("What was offered for afterwards"), isolated(given.get("follow_up", ""))),
        ]
    if page.outcome is Outcome.SESSION:
        return [
            (_("Session"), given["number"]),
            (_("Substances and area"), _("Unchanged")),
            (_("Health, allergies, pregnancy, medicines"), _("Nothing new was told")),
            (_("Response so far, as the doctor notes it"), isolated(given.get("response", ""))),
        ]
    return [(_("Reason"), isolated(given["reason"]))]
