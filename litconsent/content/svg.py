"""Writes a drawing as SVG: escaped words, no script, no style, no outside reference."""

from xml.sax.saxutils import escape, quoteattr

from litconsent.content.drawing import Anchor, Caption, Drawing, Path, Shape

_ANCHORS = {Anchor.LEFT: "start", Anchor.CENTRE: "middle", Anchor.RIGHT: "end"}
# In right-to-left text "start" is the right side; anchors here always mean the eye's left.
_ANCHORS_RTL = {Anchor.LEFT: "end", Anchor.CENTRE: "middle", Anchor.RIGHT: "start"}


def svg(drawing: Drawing, *, name: str, title: str, alt: str, rtl: bool) -> str:
    """Return valid XML of one picture with its title and its full text alternative."""
    ids = f"figure-{name}"
    body = "".join(_shape(shape, rtl) for shape in drawing.shapes)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" '
        f'aria-labelledby="{ids}-title {ids}-alt" direction="{"rtl" if rtl else "ltr"}" '
        f'viewBox="0 0 {_number(drawing.width)} {_number(drawing.height)}" width="100%" '
        'font-family="inherit" stroke-linecap="round" stroke-linejoin="round">'
        f'<title id="{ids}-title">{escape(title)}</title>'
        f'<desc id="{ids}-alt">{escape(alt)}</desc>{body}</svg>'
    )


def _shape(shape: Shape, rtl: bool) -> str:
    return _words(shape, rtl) if isinstance(shape, Caption) else _path(shape)


def _path(path: Path) -> str:
    commands = "".join(
        name + " ".join(f"{_number(x)},{_number(y)}" for x, y in points)
        for name, points in path.commands
    )
    stroke = (
        f' stroke="{path.stroke}" stroke-width="{_number(path.thickness)}"' if path.stroke else ""
    )
    return f'<path d="{commands}" fill="{path.fill or "none"}"{stroke}{_part(path.part)}/>'


def _words(caption: Caption, rtl: bool) -> str:
    anchor = (_ANCHORS_RTL if rtl else _ANCHORS)[caption.anchor]
    weight = ' font-weight="600"' if caption.bold else ""
    return (
        f'<text x="{_number(caption.x)}" y="{_number(caption.y)}" '
        f'font-size="{_number(caption.size)}" fill={quoteattr(caption.paint)} '
        f'text-anchor="{anchor}"{weight}{_part(caption.part)}>{escape(caption.text)}</text>'
    )


def _part(part: str) -> str:
    return f" data-part={quoteattr(part)}" if part else ""


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
