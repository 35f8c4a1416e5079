"""Our own elements in the page: the frame around it, drawings, the voice, the field to sign in."""

from litconsent.ui.components.figure import figure
from litconsent.ui.components.page_frame import page_frame
from litconsent.ui.components.read_aloud import read_aloud
from litconsent.ui.components.signature_pad import Strokes, signature_pad

__all__ = ["Strokes", "figure", "page_frame", "read_aloud", "signature_pad"]
