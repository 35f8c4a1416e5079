"""The one door for text into HTML: everything is escaped, nothing is markup."""

from collections.abc import Sequence
from html import escape

import streamlit as st


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


def literal(text: str) -> str:
    """Return a text for a button or a label, which would otherwise be read as Markdown."""
    return "".join("\\" + char if char in r"\`*_{}[]()#+-.!|:~$<>" else char for char in text)
