"""`demo`: up with one command, open with what it prints, and gone without a trace when it ends."""

import os
import re
import signal
import subprocess
import sys
import time
from types import SimpleNamespace

import pypdfium2
import pytest

from litconsent.domain.episodes import State
from litconsent.i18n.text import text_for
from litconsent.services.fictional_way import REACHED
from litconsent.settings import PROJECT
from litconsent.ui.clinic_states import STATE
from tests.browser.pictures import picture
from tests.serving import Server, await_health
from tests.walking import settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PATIENCE = 300  # seconds; a minute on a machine that does nothing else


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    """Yield the running command, what it printed, and the folder that holds all its folders."""
    folder = tmp_path_factory.mktemp("demonstration")
    printed = folder / "printed"
    clean = {key: one for key, one in os.environ.items() if not key.startswith("LITCONSENT_")}
    with printed.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "litconsent", "demo", "--language", "en"],
            cwd=PROJECT,
            env=clean | {"TMPDIR": str(folder)},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        began = time.monotonic()
        while "Ctrl+C" not in printed.read_text() and time.monotonic() < began + PATIENCE:
            assert process.poll() is None, printed.read_text()
            time.sleep(0.2)
        said = printed.read_text()
        port = int(re.search(r"http://127\.0\.0\.1:(\d+)", said)[1])
        server = await_health(Server(port, printed))
        yield SimpleNamespace(process=process, said=said, folder=folder, server=server)
    finally:
        process.kill()


def folders(demonstration):
    return list(demonstration.folder.glob("litconsent-demo-*"))


def sign_in(page, demonstration, username):
    page.goto(f"{demonstration.server.address}/sign-in?lang=en")
    page.wait_for_selector(".st-key-sign_in-username input")
    settle(page)
    password = re.search(r"Password: +(\S+)", demonstration.said)[1]
    page.locator(".st-key-sign_in-username input").fill(username)
    page.locator(".st-key-sign_in-password input").fill(password)
    page.locator("[data-testid=stFormSubmitButton] button").click()
    page.wait_for_selector('[class*="st-key-quiet_clinic_bar"]')
    settle(page)


def test_what_is_printed_opens_a_clinic_with_an_episode_in_every_state(demonstration, browser):
    context = browser.new_context(viewport={"width": 820, "height": 1180}, has_touch=True)
    page = context.new_page()
    sign_in(page, demonstration, "doctor")
    picture(SimpleNamespace(page=page), "demonstration")
    board = page.locator("[data-testid=stMain]").inner_text()
    for state in State:
        in_each_language = 2 if state in REACHED else 1
        assert board.count(text_for("en")(STATE[state])) >= in_each_language, state
    assert board.count("Specimen\n") >= 2 * len(REACHED)
    assert "Demonstration: everybody in it is made up." in board
    page.locator('[class*="st-key-board-record"] button').first.click()
    page.wait_for_selector('[class*="st-key-document-show"] button')
    settle(page)
    page.locator('[class*="st-key-document-show"] button').click()
    link = page.locator("a.document")
    link.wait_for()
    pdf = context.request.get(f"{demonstration.server.address}{link.get_attribute('href')}").body()
    for sheet in pypdfium2.PdfDocument(pdf):
        assert "SPECIMEN" in sheet.get_textpage().get_text_range()
    context.close()


@pytest.mark.parametrize("username", ["lead", "auditor"])
def test_the_other_accounts_sign_in_too_and_every_screen_says_what_it_is(
    demonstration, browser, username
):
    context = browser.new_context(viewport={"width": 820, "height": 1180})
    page = context.new_page()
    sign_in(page, demonstration, username)
    for path in ("", "records", "release", "self-audit"):
        page.goto(f"{demonstration.server.address}/{path}?lang=en")
        page.wait_for_selector("[data-testid=stMain] h1")
        settle(page)
        assert "Demonstration:" in page.locator("[data-testid=stMain]").inner_text()
    context.close()


def test_z_it_ends_when_it_is_told_to_and_leaves_nothing(demonstration):
    [root] = folders(demonstration)
    assert (root / "data" / "litconsent.db").exists() and root.stat().st_mode & 0o077 == 0
    demonstration.process.send_signal(signal.SIGTERM)
    assert demonstration.process.wait(30) == 0
    assert folders(demonstration) == []
    with pytest.raises(OSError):
        demonstration.server.ask("/healthz")
