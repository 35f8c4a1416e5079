"""A patient reads everything in Italian, agrees and signs; the document stands up to checking.

Nothing leaves the clinic on the way.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import APIResponse

from litconsent.settings import PROJECT
from tests.browsing import LYING, Traffic, chromium, tablet
from tests.walking import Walk, app_server

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def verify(walked, pdf):
    file = walked.folder / "copy.pdf"
    file.write_bytes(pdf)
    places = {
        "LITCONSENT_DATA": str(walked.folder / "data"),
        "LITCONSENT_KEYS": str(walked.folder / "keys"),
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


@dataclass
class Walked:
    """What one patient's whole way left behind."""

    folder: Path
    address: str
    screens: list[str]
    answers: list[APIResponse]
    refused: str
    sockets: list[str]
    traffic: Traffic


@pytest.fixture(scope="module")
def walked(tmp_path_factory) -> Iterator[Walked]:
    """Go the whole way once, fetch the document twice, and try to leave the clinic."""
    folder = tmp_path_factory.mktemp("walked")
    with (
        chromium() as browser,
        app_server(folder) as (server, clinic),
        tablet(browser, f"{server.address}/?lang=it", LYING) as (page, traffic),
    ):
        done = Walked(folder, server.address, [], [], "", [], traffic)
        page.on("websocket", lambda one: done.sockets.append(one.url))
        for screen in Walk(page, clinic, "it").whole():
            done.screens.append(screen)
            if screen == "document-link":
                address = page.locator("a.document").get_attribute("href")
                done.answers += [page.request.get(f"{server.address}{address}") for _ in range(2)]
        done.refused = page.evaluate(
            """() => fetch("https://example.com/").then(() => "", why => String(why))"""
        )
        yield done


def test_patient_agrees_and_anyone_can_check_the_document(walked):
    assert walked.screens[0] == "welcome" and walked.screens[-1] == "records"
    assert len(walked.screens) > 40
    first, second = walked.answers
    assert (first.status, second.status) == (200, 410)

    pdf = first.body()
    assert verify(walked, pdf)[0] == 0
    changed = bytearray(pdf)
    changed[len(pdf) // 2] ^= 1
    for broken in (bytes(changed), pdf + b"\nmore", annotated(pdf)):
        code, said = verify(walked, broken)
        assert code == 1 and "NOT VALID" in said


def test_no_request_leaves_this_machine_and_nothing_complains_on_the_whole_way(walked):
    asked, complaints = walked.traffic.asked, walked.traffic.complaints
    stray = [one for one in asked if not one.startswith(walked.address + "/")]
    assert [one for one in stray if "example.com" not in one] == []
    assert "TypeError" in walked.refused, "the page's own policy must stop what tries to leave"
    streams = walked.address.replace("http:", "ws:") + "/"
    assert walked.sockets and all(one.startswith(streams) for one in walked.sockets)
    assert len(asked) > 20
    assert [one for one in complaints if "example.com" not in one] == []
