"""A patient reads everything in Italian, agrees and signs; the document stands up to checking."""

import os
import subprocess
import sys
from io import BytesIO

import pikepdf
import pytest

from litconsent.settings import PROJECT

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def verify(story, pdf):
    file = story.folder / "copy.pdf"
    file.write_bytes(pdf)
    places = {
        "LITCONSENT_DATA": str(story.folder / "data"),
        "LITCONSENT_KEYS": str(story.folder / "keys"),
    }
    done = subprocess.run(
        [sys.executable, "-m", "litconsent", "verify", str(file)],
        cwd=PROJECT,
        env=os.environ | places,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def annotated(pdf):
    changed = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[10, 10, 50, 50], Contents="x"
        )
        opened.pages[0].Annots = pikepdf.Array([opened.make_indirect(note)])
        opened.save(changed)
    return changed.getvalue()


def test_patient_agrees_and_anyone_can_check_the_document(story):
    told = story("it")
    screens = []
    for screen in told.walk.whole():
        screens.append(screen)
        if screen == "document-link":
            address = told.page.locator("a.document").get_attribute("href")
            first = told.page.request.get(f"{told.server.address}{address}")
            second = told.page.request.get(f"{told.server.address}{address}")
    assert screens[0] == "welcome" and screens[-1] == "records" and len(screens) > 40
    assert (first.status, second.status) == (200, 410)

    pdf = first.body()
    assert verify(told, pdf)[0] == 0
    changed = bytearray(pdf)
    changed[len(pdf) // 2] ^= 1
    for broken in (bytes(changed), pdf + b"\nmore", annotated(pdf)):
        code, said = verify(told, broken)
        assert code == 1 and "NOT VALID" in said
