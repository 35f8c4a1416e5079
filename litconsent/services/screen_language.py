"""The language of the screens that belong to nobody or to the clinic, kept for each tablet."""

from dataclasses import replace

from litconsent.domain.tablets import Mode
from litconsent.services.access import acting
from litconsent.services.clinic import Clinic


def choose_screen_language(clinic: Clinic, tablet: str, language: str) -> None:
    """Keep the language in which the clinic works on this tablet."""
    modes = (Mode.VISITOR, Mode.CLINIC, Mode.WAITING, Mode.FREE)
    with acting(clinic, tablet, "language", *modes) as act:
        act.books.tablets.put(replace(act.tablet, language=language), act.now)
