"""A blank form on paper: for anybody at the server, and by a link for the clinic's tablets."""

import secrets
import tempfile
from dataclasses import replace
from pathlib import Path

from litconsent.domain.blanks import Blank
from litconsent.domain.comparisons import fit_together
from litconsent.domain.editions import Edition
from litconsent.domain.errors import EditionsDiffer
from litconsent.domain.events import EventKind
from litconsent.domain.leaflets import compose
from litconsent.domain.rulings import Ruling
from litconsent.domain.tablets import Mode
from litconsent.domain.variants import Variant
from litconsent.pdf.blank_document import blank_document
from litconsent.services.access import acting, looking
from litconsent.services.blank_variants import BLANKS, blank_ruling
from litconsent.services.clinic import Clinic, open_clinic
from litconsent.services.pictures import pictures_of
from litconsent.services.read_formulary import Offer, read_offer
from litconsent.services.rulings import ruling_of
from litconsent.services.tokens import digest
from litconsent.services.waiting_files import FETCHED_WITHIN, delete_later, new_file
from litconsent.settings import Settings
from litconsent.storage.exports import WaitingExport

_ACTION = "blank_form"


def blank_form(clinic: Clinic, variant: str, *, language: str, clinic_language: str) -> bytes:
    """Return the PDF of a blank form, with what the clinic offers now.

    :raises LanguageUnavailable: if a language has no whole edition.
    :raises EditionsDiffer: if the editions of the two languages do not have the same blocks.
    """
    return _printed(
        _blank(clinic, (variant, blank_ruling(clinic, variant)), language, clinic_language)
    )


def blank_form_without_a_clinic(
    settings: Settings, variant: str, *, language: str, clinic_language: str
) -> bytes:
    """Return the same where no clinic was set up: a line stands in place of its name."""
    with tempfile.TemporaryDirectory(prefix="litconsent-blank-") as folder:
        root = Path(folder)
        clinic = open_clinic(settings.thrown_away(root))
        try:
            return blank_form(clinic, variant, language=language, clinic_language=clinic_language)
        finally:
            clinic.store.close()


def offer_blank_form(
    clinic: Clinic, tablet: str, variant: str, *, language: str, clinic_language: str
) -> str:
    """Return a token that hands the form out once, to this tablet, within five minutes.

    Which texts went to paper is noted in the trail.
    """
    with looking(clinic, tablet, _ACTION, Mode.CLINIC):
        blank = _blank(clinic, (variant, blank_ruling(clinic, variant)), language, clinic_language)
    return _offered(clinic, tablet, blank)


def offer_blank_form_of(clinic: Clinic, tablet: str, episode_id: str) -> str:
    """Return a token for the form of an episode, with its patient and a code that finds it again.

    :raises EpisodeUnknown: if there is none.
    """
    with looking(clinic, tablet, _ACTION, Mode.CLINIC) as act:
        episode = act.episode(episode_id)
        ruled = ruling_of(clinic, episode)
        # The rules name several variants where several hold; the last is the most telling.
        which = next(one for one in (*reversed(ruled.variants), *BLANKS) if one in BLANKS)
        blank = _blank(clinic, (which, ruled), episode.language, episode.clinic_language)
    return _offered(clinic, tablet, replace(blank, patient=episode.patient, episode_id=episode.id))


def _offered(clinic: Clinic, tablet: str, blank: Blank) -> str:
    token = secrets.token_urlsafe(32)
    parts = (blank.variant.id, blank.language, blank.clinic_language, blank.episode_id[:8])
    name = "-".join(filter(None, ("lit", *parts))) + ".pdf"
    with new_file(clinic, token) as file:
        file.write(_printed(blank))
        file.finish()
        with acting(clinic, tablet, _ACTION, Mode.CLINIC) as act:
            act.note(
                EventKind.BLANK_FORM_PRINTED,
                blank.episode_id or None,
                variant=blank.variant.id,
                language=blank.language,
                edition=blank.leaflet.edition.hash,
                clinic_edition=blank.clinic_leaflet.edition.hash,
            )
            waiting = WaitingExport(file.path.name, name)
            expires = act.now + FETCHED_WITHIN
            act.books.exports.add(digest(token), waiting, act.tablet.hash, expires)
        delete_later(file.path)
    return token


def _blank(clinic: Clinic, ruled: tuple[str, Ruling], language: str, clinic_language: str) -> Blank:
    variant, ruling = ruled
    offer, local = (read_offer(clinic, code) for code in (language, clinic_language))
    both = [key for key in offer.edition.compounds if key in local.edition.compounds]
    edition, clinic_edition = _only(offer, both), _only(local, both)
    if not fit_together(edition, clinic_edition):
        raise EditionsDiffer(language, clinic_language)
    with clinic.store.reading() as books:
        letterhead = books.letterhead.get()
    return Blank(
        Variant(variant, ruling.signers, ruling.sources),
        compose(edition, None, offer.topics, ruling.circumstances),
        compose(clinic_edition, None, offer.topics, ruling.circumstances),
        letterhead,
        clinic.now(),
        hears_less=ruling.hears_less,
    )


def _only(offer: Offer, compounds: list[str]) -> Edition:
    """Return an offer with what the clinic has described in both languages, in one order."""
    return replace(
        offer.edition, compounds={key: offer.edition.compounds[key] for key in compounds}
    )


def _printed(blank: Blank) -> bytes:
    return blank_document(blank, pictures_of(blank.leaflet, ()))
