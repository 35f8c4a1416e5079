"""The one door for text into HTML: everything is escaped, nothing is markup."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from litconsent.i18n.text import Text


def paragraphs(texts: Sequence[str], *, tag: str = "p") -> None:
    """Draw texts as paragraphs, each literally as it is written."""
    st.html(paragraphs_html(texts, tag=tag))


def facts(rows: Sequence[tuple[str, str]]) -> None:
    """Draw pairs of a name and what a person wrote; empty ones are left out."""
    st.html(facts_html(rows))


def paragraphs_html(texts: Sequence[str], *, tag: str = "p") -> str:
    """Return texts as paragraphs. Few large pieces are far cheaper to draw than many small ones."""
    return "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts)


def listing_html(texts: Sequence[str], *, ordered: bool = False) -> str:
    """Return texts as a list."""
    tag = "ol" if ordered else "ul"
    return f"<{tag}>" + "".join(f"<li>{escape(text)}</li>" for text in texts) + f"</{tag}>"


def facts_html(rows: Sequence[tuple[str, str]]) -> str:
    """Return pairs of a name and a text as a list of definitions."""
    body = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in rows if value
    )
    return f'<dl class="facts">{body}</dl>'


def options_html(rows: Sequence[Sequence[str]], names: Sequence[str]) -> str:
    """Return options side by side: a question in each row, and one equal column for each name."""
    head = "<td></td>" + "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    body = ""
    for question, *answers in rows:
        # named again in each cell, for where there is no room for columns
        cells = "".join(
            f"<td><span>{escape(name)}</span> {escape(answer)}</td>"
            for name, answer in zip(names, answers, strict=True)
        )
        body += f'<tr><th scope="row">{escape(question)}</th>{cells}</tr>'
    return f'<table class="options"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def place_html(place: str, text: str, *, tag: str = "strong") -> str:
    """Return a text as a place of the page that a link may lead to."""
    return f'<{tag} id="{escape(place)}">{escape(text)}</{tag}>'


def linked_table_html(head: Sequence[str], rows: Sequence[tuple[str, Sequence[str], bool]]) -> str:
    """Return a table whose rows lead to a place of this page; some rows are marked."""
    top = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body, mark = "", ' class="marked"'
    for place, (first, *cells), marked in rows:
        link = f'<th scope="row"><a href="#{escape(place)}">{escape(first)}</a></th>'
        rest = "".join(
            f'<td data-name="{escape(name)}">{escape(cell)}</td>'
            for name, cell in zip(head[1:], cells, strict=True)
        )
        body += f"<tr{mark if marked else ''}>{link}{rest}</tr>"
    return f'<table class="map"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>'


def pairs_html(sides: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Return the same texts in one or two languages, side by side: first in bold, then smaller."""
    columns = "".join(
        f'<div lang="{escape(language)}"><strong>{escape(first)}</strong>'
        + "".join(f"<small>{escape(text)}</small>" for text in rest)
        + "</div>"
        for language, (first, *rest) in sides
    )
    return f'<div class="sides">{columns}</div>'


def spoken_html(html: str, _: Text) -> str:
    """Return HTML as text of one language, for a screen that speaks another."""
    direction = "rtl" if _.rtl else "ltr"
    return f'<div lang="{_.code}" dir="{direction}">{html}</div>'


def literal(text: str) -> str:
    """Return a text for a button or a label, which would otherwise be read as Markdown."""
    return "".join("\\" + char if char in r"\`*_{}[]()#+-.!|:~$<>" else char for char in text)
