"""A page of ours without Streamlit: words in one language and direction, and no script at all."""

from html import escape

from starlette.responses import HTMLResponse, Response

from litconsent.i18n.text import Text
from litconsent.ui.web.theme import head_links


def plain_page(
    _: Text, title: str, body: str, *, kind: str = "plain", status: int = 200, folder: str = "./"
) -> Response:
    """Return a page; ``body`` is HTML whose words are escaped, ``folder`` leads to the root.

    With our policy of no referrer a browser hides where a form comes from, and the gate refuses
    what hides it; so a form of such a page may tell its origin to ourselves.
    """
    direction = "rtl" if _.rtl else "ltr"
    links = head_links().replace('"./', f'"{folder}')
    return HTMLResponse(
        f'<!doctype html><html lang="{_.code}" dir="{direction}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="same-origin">'
        f"<title>{escape(title)}</title>{links}</head>"
        f'<body class="{kind}">{body}</body></html>',
        status_code=status,
        headers={"cache-control": "no-store"},
    )
