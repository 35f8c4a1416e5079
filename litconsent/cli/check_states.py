"""The end of `check`: which languages this clinic has released or withdrawn."""

from collections.abc import Iterator, Mapping
from typing import TextIO

from litconsent.domain.errors import LitConsentError
from litconsent.services.release_states import LanguageState, release_states
from litconsent.settings import Settings


def write_states(settings: Settings, out: TextIO) -> None:
    """Write how each language stands; a store that cannot be opened is no fault of the content."""
    try:
        states = release_states(settings)
    except LitConsentError as error:
        out.write(f"Releases cannot be read ({type(error).__name__}); run: litconsent doctor\n")
        return
    out.writelines(f"{line}\n" for line in _lines(states))


def _lines(states: Mapping[str, LanguageState]) -> Iterator[str]:
    if not states:
        yield "Released here: nothing. Every text is a draft."
    for language, state in states.items():
        entry, day = state.entry, state.entry.at.date().isoformat()
        if entry.reviewer is None:
            yield f"{language}: withdrawn on {day} ({entry.reason}); a draft again."
            continue
        since = "" if state.unchanged else " The working text has changed since."
        by = f"{entry.reviewer.name} ({entry.reviewer.qualification})"
        edition = entry.edition_hash[:8]
        yield f"{language}: released on {day}, edition {edition}, reviewed by {by}.{since}"
