"""Read a screen aloud with the device's own voice, for whoever hears better than they read."""

from streamlit.components.v2 import component

from litconsent.i18n.text import Text

_mounted = component("litconsent.read_aloud", js="read_aloud.js", isolate_styles=False)


def read_aloud(key: str, _: Text) -> None:
    """Draw a button that reads this screen; without a voice for its language it says so."""
    words = {
        "listen": _("Read to me"),
        "stop": _("Stop reading"),
        "none": _(
            "This device has no voice of its own for {language}.", language=_.language.endonym
        ),
    }
    _mounted(key=key, data={"lang": _.code.partition("-")[0], "words": words})
