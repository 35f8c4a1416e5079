"""The passages of a language, side by side with the source and with what was released of them."""

from html import escape

import streamlit as st

from litconsent.domain.comparisons import Compared, Verdict
from litconsent.domain.passages import Passage
from litconsent.i18n.languages import language
from litconsent.i18n.text import N_, Text, isolated
from litconsent.services.compare_editions import Comparison, Section
from litconsent.ui.html import literal
from litconsent.ui.word_changes import marked

VERDICT = {
    Verdict.SAME: N_("unchanged"),
    Verdict.CHANGED: N_("changed"),
    Verdict.NEW: N_("new"),
    Verdict.GONE: N_("gone"),
    Verdict.STALE: N_("stale: its source has changed"),
}
PART = {
    "edition": N_("About the edition"),
    "check": N_("Questions of the check"),
    "figures": N_("Words of the figures"),
    "glossary": N_("Glossary"),
    "claims": N_("Claims of the source paper"),
    "sources": N_("Laws and other sources"),
    "notes": N_("Notes for doctors"),
    "teach_back": N_("In the patient's own words (teach-back)"),
    "health": N_("Health, allergies, pregnancy, medicines"),
    "classes": N_("Kinds of substances"),
}


def draw_sections(shown: Comparison, _: Text, *, only_differing: bool) -> None:
    """Draw each section as a fold; its passages are drawn only once it is opened."""
    for section in shown.sections:
        passages = section.differing if only_differing else section.passages
        if not passages:
            continue
        fold = st.expander(
            _label(section, shown, _),
            key=f"release.{shown.language}.{section.id}.{only_differing}",
            on_change="rerun",
        )
        if fold.open:
            fold.html("".join(_passage(one, shown, _) for one in passages))


def _label(section: Section, shown: Comparison, _: Text) -> str:
    title = section.title or _(PART.get(section.id, section.id))
    if shown.release is None:
        said = _.plural("{count} passage", "{count} passages", len(section.passages))
    else:
        said = _.plural("{count} differs", "{count} differ", len(section.differing))
    title = isolated(title)  # in the language that is compared
    return literal(f"{title} · {said}" if section.differing else title)


def _passage(one: Compared, shown: Comparison, _: Text) -> str:
    told = "" if shown.release is None and one.verdict is Verdict.NEW else _(VERDICT[one.verdict])
    now, then = one.working, one.released
    cells = [_cell(_name(shown.beside), shown.beside, one.beside)] if one.beside else []
    changed = now is not None and then is not None and now != then
    if then and (changed or now is None):
        cells.append(_cell(_("As released"), shown.language, then, now))
    if now:
        label = _("Now") if changed else _name(shown.language)
        cells.append(_cell(label, shown.language, now, then if changed else None))
    return (
        f'<div class="compared" data-verdict="{one.verdict}"><h3>{escape(one.id)}'
        f"{f' <em>{escape(told)}</em>' if told else ''}</h3>"
        f'<div data-cells="{len(cells)}">{"".join(cells)}</div>{_marks(now, then)}</div>'
    )


def _cell(label: str, code: str, passage: Passage, against: Passage | None = None) -> str:
    side = language(code)
    words = _lines(passage.words, against.words if against else None)
    text = "".join(f"<p>{line}</p>" for line in words)
    return (
        f'<div><small>{escape(label)}</small><div lang="{side.code}" '
        f'dir="{"rtl" if side.rtl else "ltr"}">{text}</div></div>'
    )


def _marks(now: Passage | None, then: Passage | None) -> str:
    """Return what a passage cites and how it is set; both states of it where that has changed."""
    lines = dict.fromkeys(" · ".join(one.marks) for one in (then, now) if one and one.marks)
    if len(lines) == 2:
        old, new = lines
        return f"<small>{marked(old, new)}</small><small>{marked(new, old)}</small>"
    return "".join(f"<small>{escape(line)}</small>" for line in lines)


def _lines(lines: tuple[str, ...], against: tuple[str, ...] | None) -> list[str]:
    if against is None:
        return [escape(line) for line in lines]
    # One text, so that a sentence that moved to another paragraph is still found.
    return marked("\n".join(lines), "\n".join(against)).split("\n")


def _name(code: str) -> str:
    return language(code).endonym
