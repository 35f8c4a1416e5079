"""A drawing in the page itself: Streamlit's own elements strip SVG or turn it into a file."""

from streamlit.components.v2 import component

_mounted = component("litconsent.figure", js="figure.js", isolate_styles=False)


def figure(key: str, *, svg: str, alt: str, caption: str) -> None:
    """Draw SVG with its labels in the page's own fonts; ``alt`` says it in words."""
    _mounted(key=key, data={"svg": svg, "alt": alt, "caption": caption})
