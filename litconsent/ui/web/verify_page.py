"""The page on which anybody has a record checked: a form, and above it what was found."""

from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from litconsent.domain.file_problems import SIZE_LIMIT
from litconsent.i18n.file_words import ENDING, PROBLEM
from litconsent.i18n.languages import language
from litconsent.i18n.text import N_, Text, isolated
from litconsent.services.verify_file import Verified
from litconsent.ui.web.index import PRODUCT

ADDRESS = "/verify"
TITLE = N_("Check a record")
BUSY = N_("Too many files are being checked just now. Please wait a minute and try again.")
FAILED = N_("Something went wrong on our side.")
_SIGN = {"good": "✓", "ended": "!", "bad": "✕"}


def verify_html(_: Text, answer: str, offered: Sequence[str]) -> str:
    """Return the body of the page in one language, with what was found, if there is something."""
    home = f'<a href="./?lang={quote(_.code)}">{escape(_(PRODUCT))}</a>'
    return (
        f"<header>{home}{_languages(_, offered)}</header>"
        f"<main>{answer}{_form(_, heading='h2' if answer else 'h1')}</main>"
    )


def sentence_html(sentence: str, kind: str = "ended") -> str:
    """Return an answer that is one sentence."""
    return _answer(kind, sentence, "")


def found_html(_: Text, found: Verified, zone: str) -> str:
    """Return what was found. Nothing that a stranger wrote into a file is shown as ours.

    A holder of the very record is told that its decision has ended, and neither when nor why.
    """
    judged = found.verdict
    more = _(ENDING[found.ending.state]) if found.ending else ""
    rows = []
    if judged.trusted and judged.unchanged and judged.sealed_at:
        rows.append((_("Seal of the clinic"), judged.signer))
        rows.append((_("Sealed at"), _.datetime(judged.sealed_at, zone)))
        if judged.stamped_at:
            stamp = f"{_.datetime(judged.stamped_at, zone)} · {isolated(judged.stamped_by)}"
            rows.append((_("Time stamp"), stamp))
    if judged.unchanged:
        rows.append((_("Clinic's seal (SHA-256)"), judged.fingerprint))
        rows.append((_("File (SHA-256)"), judged.sha256))
    kind = "bad" if not found.valid else "good" if found.stands else "ended"
    return _answer(kind, _(PROBLEM[judged.problem]), more, _facts(_, rows))


def _facts(_: Text, rows: list[tuple[str, str]]) -> str:
    if not rows:
        return ""
    facts = "".join(
        f"<dt>{escape(name)}</dt><dd><bdi>{escape(value)}</bdi></dd>" for name, value in rows
    )
    note = escape(_("This says whether the file was changed, not who drew a signature."))
    return f"<dl>{facts}</dl><p>{note}</p>"


def _answer(kind: str, sentence: str, more: str, below: str = "") -> str:
    sign = f'<span aria-hidden="true">{_SIGN[kind]}</span>'
    second = f'<p class="more">{escape(more)}</p>' if more else ""
    return (
        f'<section class="found" data-found="{kind}"><h1>{sign}<span>{escape(sentence)}</span></h1>'
        f"{second}{below}</section>"
    )


def _form(_: Text, heading: str) -> str:
    title = escape(_(TITLE))
    choose = escape(_("Choose the PDF file of a record, or drop it here."))
    limit = _.number(SIZE_LIMIT // 1_000_000)
    kept = escape(_("The file is checked and forgotten. It may have up to {size} MB.", size=limit))
    check = escape(_("Check the file"))
    return (
        f"<{heading}>{title}</{heading}>"
        f'<form method="post" enctype="multipart/form-data" action=".{ADDRESS}?lang={_.code}">'
        f'<p class="drop"><label for="file">{choose}</label>'
        f'<input id="file" name="file" type="file" accept="application/pdf,.pdf" required'
        f' title="{choose}" aria-describedby="kept"></p><p id="kept">{kept}</p>'
        f"<button>{check}</button></form>"
    )


def _languages(_: Text, offered: Sequence[str]) -> str:
    links = "".join(_language(code, here=code == _.code) for code in offered)
    name = escape(_("Language"))
    return f'<nav aria-label="{name}">{links}</nav>'


def _language(code: str, *, here: bool) -> str:
    current = ' aria-current="true"' if here else ""
    return (
        f'<a href=".{ADDRESS}?lang={quote(code)}" lang="{code}" hreflang="{code}"{current}>'
        f"{escape(language(code).endonym)}</a>"
    )
