"""The lead's view of the languages: how each stands, what changed, and what is in the way."""

import streamlit as st

from litconsent.content.faults import ContentProblem
from litconsent.domain.comparisons import Verdict
from litconsent.domain.releases import Release
from litconsent.i18n.cures import cure, demand
from litconsent.i18n.edition_words import edition_line, short_hash
from litconsent.i18n.languages import language
from litconsent.i18n.text import Text
from litconsent.services.compare_editions import Comparison
from litconsent.services.content_files import read_files_again
from litconsent.services.release_gate import Obstacle
from litconsent.ui import routes
from litconsent.ui.clinic_account_role import is_auditor
from litconsent.ui.clinic_comparison import draw_sections
from litconsent.ui.clinic_release_forms import draw_release, draw_withdrawal
from litconsent.ui.html import facts, listing_html, paragraphs, paragraphs_html
from litconsent.ui.visit import Visit

_READ = "release.read"


def draw_languages(
    visit: Visit, found: tuple[Comparison, ...], problems: tuple[ContentProblem, ...]
) -> None:
    """Draw every language with its state, and the state of the files."""
    _ = visit.text
    if not is_auditor(visit):
        _read_again(visit)
    read = st.session_state.pop(_READ, False)
    if problems:
        draw_obstacles(
            _("These files are broken. The last good text goes on serving:"), problems, _
        )
    elif read:
        with st.container(key="callout_files"):
            paragraphs([_("The files were read. All of them are whole.")])
    for one in found:
        with st.container(key=f"card_release_{one.language}"):
            paragraphs([language(one.language).endonym], tag="h2")
            paragraphs([_state(one, visit), _difference(one, _), *_origin(one, _)])
            if st.button(_("Look at it"), key=f"release.open.{one.language}"):
                routes.go("clinic/release", language=one.language)


def _origin(shown: Comparison, _: Text) -> tuple[str, ...]:
    """Return by what the working text was translated, where no named person vouches for it."""
    if shown.unchanged:
        return ()
    if shown.drafted and shown.checked:
        return (_("Drafted and checked by machines only. No qualified person has read it."),)
    return (_("Drafted by a machine. No qualified person has read it."),) if shown.drafted else ()


def _read_again(visit: Visit) -> None:
    _ = visit.text
    said = _("What you release serves patients until you release something newer or withdraw it.")
    paragraphs([said, _("Files that change on the server are read when you ask for it.")])
    if st.button(_("Read the files again"), key="release.again"):
        read_files_again(visit.clinic, visit.tablet)
        st.session_state[_READ] = True
        st.rerun()


def draw_language(visit: Visit, shown: Comparison) -> None:
    """Draw one language: state, what is in the way, all its passages, and the two acts."""
    _ = visit.text
    name = language(shown.language).endonym
    if st.button(_("All languages"), key="release.back"):
        routes.go("clinic/release")
    st.header(name, anchor=False)
    with st.container(key="card_release"):
        facts(
            [
                (_("State"), _state(shown, visit)),
                (_("Since then"), _difference(shown, _)),
                *((_("Translation"), words) for words in _origin(shown, _)),
                # What is released has another hash: it says so and when, as part of its text.
                *([] if shown.unchanged else [(_("Working text"), short_hash(shown.working.hash))]),
                (_("Evidence last checked"), _.date(shown.working.evidence_checked)),
            ]
        )
    _history(visit, shown)
    draw_sections(shown, _, only_differing=_filter(shown, _))
    if shown.obstacles:
        draw_obstacles(_("Before this language can be released:"), shown.obstacles, _)
    if is_auditor(visit):
        return
    if not shown.obstacles and not shown.unchanged:
        draw_release(visit, shown)
    if shown.release:
        draw_withdrawal(visit, shown)


def draw_edition(visit: Visit, shown: Comparison) -> None:
    """Draw an edition that was released once, word for word as it was frozen."""
    _ = visit.text
    if st.button(_("Back"), key="release.back"):
        routes.go("clinic/release", language=shown.language)
    st.header(language(shown.language).endonym, anchor=False)
    paragraphs([edition_line(shown.working, _)])
    draw_sections(shown, _, only_differing=False)


def draw_obstacles(title: str, found: tuple[Obstacle, ...], _: Text) -> None:
    """List what must be mended: the place, and what to do there."""
    with st.container(key="callout_warning_obstacles"):
        st.html(
            paragraphs_html([title], tag="strong") + listing_html([_obstacle(o, _) for o in found])
        )


def _filter(shown: Comparison, _: Text) -> bool:
    """Return whether only what differs is wanted; before the first release all of it is new."""
    if shown.release is None:
        return False
    names = {"differing": _("Only what changed"), "all": _("Everything")}
    chosen = st.pills(
        _("What to show"),
        list(names),
        default="differing",
        format_func=names.__getitem__,
        key=f"release.show.{shown.language}",
        label_visibility="collapsed",
        required=True,
    )
    if chosen == "differing" and not any(section.differing for section in shown.sections):
        paragraphs([_("Nothing has changed since the release.")])
    return chosen == "differing"


def _state(one: Comparison, visit: Visit) -> str:
    _ = visit.text
    if one.release is None:
        withdrawn = [_entry(entry, visit) for entry in one.history[-1:]]
        return withdrawn[0] if withdrawn else _("Draft: nobody has released this text")
    return _entry(one.release, visit)


def _entry(entry: Release, visit: Visit) -> str:
    _ = visit.text
    values = {
        "edition": short_hash(entry.edition_hash),
        "when": _.datetime(entry.at, visit.clinic.settings.time_zone),
    }
    if entry.reviewer is None:
        return _("Withdrawn on {when}, edition {edition}: {reason}", **values, reason=entry.reason)
    return _(
        "Released on {when}, edition {edition}, reviewed by {name} ({qualification})",
        **values,
        name=entry.reviewer.name,
        qualification=entry.reviewer.qualification,
    )


def _history(visit: Visit, shown: Comparison) -> None:
    if not shown.history:
        return
    _ = visit.text
    fold = st.expander(_("History"), key=f"release.history.{shown.language}", on_change="rerun")
    if not fold.open:
        return
    with fold:
        paragraphs([_entry(entry, visit) for entry in reversed(shown.history)])
        released = dict.fromkeys(entry.edition_hash for entry in reversed(shown.history))
        for edition in released:
            label = _("Read edition {edition}", edition=short_hash(edition))
            if st.button(label, key=f"release.edition.{edition}"):
                routes.go("clinic/release", edition=edition)


def _difference(one: Comparison, _: Text) -> str:
    if one.release is None or one.unchanged:
        same = [_("The working text is the released one.")] if one.release else []
        stale = one.count(Verdict.STALE)
        said = _.plural("{count} passage is stale", "{count} passages are stale", stale)
        return " ".join([*same, *([said] if stale else [])])
    counts = {
        _("changed"): one.count(Verdict.CHANGED),
        _("new"): one.count(Verdict.NEW),
        _("gone"): one.count(Verdict.GONE),
        _("stale"): one.count(Verdict.STALE),
    }
    return " · ".join(
        _("{label}: {value}", label=name, value=_.number(n)) for name, n in counts.items() if n
    )


def _obstacle(one: Obstacle, _: Text) -> str:
    if isinstance(one, ContentProblem):
        place = f"{one.file}:{one.line}" if one.line else one.file
        return f"{place} – {cure(one.fault, one.detail, _)}"
    return f"{one.subject} – {demand(one.gate, one.detail, _)}"
