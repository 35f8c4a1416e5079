"""Pictures of a screen for whoever changes it: set PICTURES to a folder and look at them."""

import os
from pathlib import Path

from tests.browsing import LYING, UPRIGHT


def picture(told, name):
    """Draw the whole page on an upright and on a lying tablet, if somebody wants to see it."""
    folder = os.environ.get("PICTURES")
    for width, height in (LYING, UPRIGHT) if folder else ():
        told.page.set_viewport_size({"width": width, "height": height})
        told.page.wait_for_timeout(400)
        told.page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)
