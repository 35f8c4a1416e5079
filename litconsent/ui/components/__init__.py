"""Our own elements in the page: the frame around it and the field to sign in."""

from litconsent.ui.components.page_frame import page_frame
from litconsent.ui.components.signature_pad import Strokes, signature_pad

__all__ = ["Strokes", "page_frame", "signature_pad"]
