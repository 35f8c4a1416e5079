"""The field to sign in: strokes as points in a box of 1000 by 360 units, nothing else."""

import math

from streamlit.components.v2 import component

from litconsent.i18n.text import Text

Point = tuple[float, float]
Strokes = tuple[tuple[Point, ...], ...]

_mounted = component("litconsent.signature_pad", js="signature_pad.js", isolate_styles=False)


def signature_pad(
    key: str, *, text: Text, label: str, strokes: Strokes | None = None, epoch: int = 0
) -> Strokes | None:
    """Draw the field and return what is drawn in it, None if nothing.

    ``strokes`` is shown when the field first appears and whenever ``epoch`` changes; at all other
    times the tablet knows better. What comes back is untrusted until the domain has checked it.
    """
    found = _mounted(
        key=key,
        data={
            "label": label,
            "epoch": epoch,
            "strokes": [[list(point) for point in stroke] for stroke in strokes or ()],
            "words": _words(text),
        },
        on_value_change=_nothing,
    ).get("value")
    if not isinstance(found, dict) or found.get("epoch") != epoch:
        return strokes or None
    return _strokes(found.get("strokes"))


def _words(_: Text) -> dict[str, str]:
    return {
        "hint": _("Sign here with your finger"),
        "undo": _("Undo"),
        "clear": _("Clear"),
        "empty": _("Nothing is drawn yet."),
        "drawn": _("Your signature is drawn."),
    }


def _nothing() -> None:
    """Stand for a callback: Streamlit keeps a component's value only if one is given."""


def _strokes(raw: object) -> Strokes | None:
    if not isinstance(raw, list):
        return None
    try:
        strokes = tuple(tuple(_point(point) for point in stroke) for stroke in raw)
    except (TypeError, ValueError):
        return None
    return strokes or None


def _point(raw: object) -> Point:
    if not isinstance(raw, list) or len(raw) != 2:
        raise ValueError("not a point")
    x, y = float(raw[0]), float(raw[1])
    if not (math.isfinite(x) and math.isfinite(y)):
        raise ValueError("not a point of the plane")
    return x, y
