"""The one line that screens and documents carry about the text they show."""

from litconsent.domain.editions import Edition, EditionState
from litconsent.i18n.text import N_, Text, ltr

SHOWN_DIGITS = 8  # of a hash: enough to compare a screen with a form

STATE = {
    EditionState.RELEASED: N_("Released by a named person of the clinic"),
    EditionState.DRAFT: N_("Draft: nobody has released this text"),
}
UPDATE_POLICY = N_(
    "When evidence or law changes, the text is checked and changed. "
    "A changed text is a new edition, and a named person must release it anew."
)


def edition_line(edition: Edition, _: Text) -> str:
    """Return state, edition and day of the evidence check in one line."""
    short, day = short_hash(edition.hash), _.date(edition.evidence_checked)
    if edition.state is EditionState.RELEASED:
        return _(
            "Released text, edition {edition}. Evidence checked on {day}.", edition=short, day=day
        )
    return _("Draft, edition {edition}. Evidence checked on {day}.", edition=short, day=day)


def short_hash(edition_hash: str) -> str:
    """Return the first digits of a hash, in reading order inside any script."""
    return ltr(edition_hash[:SHOWN_DIGITS])
