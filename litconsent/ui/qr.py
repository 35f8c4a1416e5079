"""The code that a tablet's camera reads: drawn in the page itself, so that it leaves no file."""

import segno

QUIET_ZONE = 4  # modules of white around it, as the standard wants [ISO/IEC 18004]


def qr_svg(text: str) -> str:
    """Return a QR code as SVG, black on white in every contrast."""
    code = segno.make_qr(text, error="m")
    svg: str = code.svg_inline(border=QUIET_ZONE, light="#fff", dark="#000", omitsize=True)
    return svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
