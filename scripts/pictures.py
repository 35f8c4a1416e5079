"""Draw the README's pictures anew: go through the running app and keep six screens of it.

python scripts/pictures.py    writes docs/pictures/*.png; needs Chromium and poppler-utils
"""

import io
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the walk through the app lives with the tests

from litconsent.domain.decisions import Decision  # noqa: E402
from litconsent.services.make_specimen import make_specimen  # noqa: E402
from litconsent.settings import read_settings  # noqa: E402
from tests.browsing import UPRIGHT, chromium, tablet  # noqa: E402
from tests.walking import Walk, app_server, settle  # noqa: E402

FOLDER = ROOT / "docs" / "pictures"
WIDTH = 600  # pixels
MOST_BYTES = 120_000
SCREENS = {
    "welcome": "welcome",
    "chapter-what": "chapter",
    "Q06-answered": "check",
    "consultation-open": "consultation",
    "decision": "decision",
}


def main() -> int:
    """Write all pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="litconsent-pictures-") as folder,
        app_server(Path(folder)) as (server, clinic),
        chromium() as browser,
        tablet(browser, f"{server.address}/?lang=en", UPRIGHT) as (page, _),
    ):
        waiting = dict(SCREENS)
        for screen in Walk(page, clinic, unfold=False).whole():
            if name := waiting.pop(screen, None):
                keep(name, photograph(page))
            if not waiting:
                break
    keep("document", first_page())
    return 0


def photograph(page: Page) -> bytes:
    """Return the screen as it begins, with the pointer out of the way."""
    page.mouse.move(0, 0)
    page.locator("[data-testid=stMain]").evaluate("one => one.scrollTo(0, 0)")
    settle(page)
    return page.screenshot()


def first_page() -> bytes:
    """Return the first page of a sealed specimen."""
    pdf = make_specimen(
        read_settings({}),
        language="en",
        clinic_language="en",
        decision=Decision.CONSENT,
        family=False,
    )
    drawn = subprocess.run(
        ["pdftoppm", "-png", "-r", "144", "-l", "1", "-singlefile", "-"],
        input=pdf,
        capture_output=True,
        check=True,
    )
    return drawn.stdout


def keep(name: str, png: bytes) -> None:
    """Write a picture small enough for a README; stop if it is not."""
    with Image.open(io.BytesIO(png)) as picture:
        height = round(picture.height * WIDTH / picture.width)
        small = picture.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS)
    path = FOLDER / f"{name}.png"
    small.quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)
    if path.stat().st_size > MOST_BYTES:
        raise SystemExit(f"{path}: {path.stat().st_size} bytes, at most {MOST_BYTES}")


if __name__ == "__main__":
    raise SystemExit(main())
