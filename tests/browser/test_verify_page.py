"""Somebody with a file finds the way to its verdict, in a browser, without a name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from litconsent.domain.file_problems import Problem
from litconsent.i18n.file_words import PROBLEM
from litconsent.i18n.text import text_for
from tests.browser.test_accessibility import faults
from tests.browsing import LYING, UPRIGHT, chromium, tablet
from tests.pdf.sealing import an_unsealed_form
from tests.walking import app_server

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def test_from_the_welcome_screen_to_a_verdict_and_on_in_another_language(
    browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "record.pdf"
    file.write_bytes(an_unsealed_form())
    with (
        app_server(tmp_path) as (server, _),
        tablet(browser, f"{server.address}/?lang=en", UPRIGHT) as (page, traffic),
    ):
        page.get_by_role("link", name="Check a record").click()
        chosen = page.get_by_label("Choose the PDF file of a record, or drop it here.")
        assert faults(page) == []
        chosen.set_input_files(file)
        page.get_by_role("button", name="Check the file").press("Enter")
        sentence = page.locator(".found h1")
        expect(sentence).to_contain_text(PROBLEM[Problem.UNSEALED])
        assert faults(page) == []
        page.get_by_role("link", name="اردو").click()
        page.set_viewport_size({"width": LYING[0], "height": LYING[1]})
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
        page.locator("input[type=file]").set_input_files(file)
        page.locator("form button").click()
        expect(sentence).to_contain_text(text_for("ur")(PROBLEM[Problem.UNSEALED]))
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert traffic.complaints == []
        assert all(address.startswith(server.address) for address in traffic.asked)
