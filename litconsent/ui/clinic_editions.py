"""Which editions an episode keeps, as the clinic reads it."""

from html import escape

import streamlit as st

from litconsent.i18n.edition_words import edition_line, short_hash
from litconsent.i18n.languages import language
from litconsent.i18n.text import Text
from litconsent.services.episode_editions import KeptEdition, Standing, editions_of_episode
from litconsent.ui.visit import Visit


def draw_kept_editions(visit: Visit, episode_id: str) -> None:
    """Say with which editions an episode began, and whether something newer has come since."""
    _ = visit.text
    kept = editions_of_episode(visit.clinic, visit.tablet, episode_id)
    lines = [
        _(
            "{label}: {value}",
            label=language(one.edition.language).endonym,
            value=edition_line(one.edition, _),
        )
        for one in kept
    ]
    quiet = "".join(f"<small>{escape(line)}</small>" for line in lines)
    news = "".join(
        f'<p class="banner">{escape(_news(one, visit, _))}</p>'
        for one in kept
        if one.standing is not Standing.CURRENT
    )
    st.html(quiet + news)


def _news(one: KeptEdition, visit: Visit, _: Text) -> str:
    when = _.datetime(one.since, visit.clinic.settings.time_zone) if one.since else ""
    values = {
        "language": language(one.edition.language).endonym,
        "edition": short_hash(one.edition.hash),
        "when": when,
    }
    if one.standing is Standing.WITHDRAWN:
        return _(
            "{language}: the edition {edition} of this episode was withdrawn on {when}. "
            "This episode keeps it. Is it still right for this patient?",
            **values,
        )
    if when:
        return _(
            "{language}: a newer edition was released on {when}. This episode keeps {edition}, "
            "with which it began. Prepare it anew to use the newer one.",
            **values,
        )
    return _(
        "{language}: the working text has changed. This episode keeps the draft {edition}, "
        "with which it began.",
        **values,
    )
