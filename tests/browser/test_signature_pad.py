"""Signing by hand: nothing that a person draws is lost, whatever happens around it."""

from collections.abc import Iterator
from functools import lru_cache

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from tests.browsing import LYING, UPRIGHT, chromium, tablet
from tests.serving import Server, serving

pytestmark = pytest.mark.browser

SCRIPT = """
from gettext import NullTranslations
import streamlit as st
from litconsent.i18n.languages import language
from litconsent.i18n.text import Text
from litconsent.ui.components import page_frame, signature_pad

text = Text(language(st.query_params.get("lang", "en")), NullTranslations())
state = st.session_state
state.setdefault("epoch", 0)
state.setdefault("taps", 0)

def sign():
    state.kept = signature_pad(
        "pad", text=text, label="Your signature", strokes=state.get("kept"), epoch=state.epoch
    )
    st.text(f"strokes={len(state.kept or ())} points={sum(map(len, state.kept or ()))}.")
    keys = {len(point) for stroke in state.kept or () for point in stroke}
    st.text(f"coordinates={sorted(keys)}.")
    st.button("Other", on_click=lambda: state.update(taps=state.taps + 1))
    if st.button("Wipe"):
        state.update(kept=None, epoch=state.epoch + 1)
        st.rerun()
    if st.button("Arabic"):
        st.query_params["lang"] = "ar"
        st.rerun()
    if st.button("Next"):
        st.switch_page(pages[1])

def done():
    st.text(f"final={len(state.get('kept') or ())}.")
    if st.button("Return"):
        st.switch_page(pages[0])

pages = [st.Page(sign, default=True), st.Page(done, url_path="done")]
page = st.navigation(pages, position="hidden")
page_frame(text, page=page.url_path or "sign", title="Sign")
st.title("Sign", anchor=False)
st.text(f"taps={state.taps}.")
page.run()
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("pad"), SCRIPT, ("done",)) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    with tablet(browser, server.address) as (opened, traffic):
        opened.wait_for_selector(".lit-pad-canvas")
        yield opened
        assert not traffic.complaints


@lru_cache(maxsize=1)
def line(page: Page) -> CDPSession:
    """Return the one line to a page: a finger that goes down on one cannot move on another."""
    return page.context.new_cdp_session(page)


def touch(page: Page, kind: str, *points: tuple[float, float], radius: float = 5) -> None:
    line(page).send(
        "Input.dispatchTouchEvent",
        {
            "type": kind,
            "touchPoints": [
                {"x": x, "y": y, "id": number, "radiusX": radius, "radiusY": radius}
                for number, (x, y) in enumerate(points)
            ],
        },
    )


def path(page: Page, row: int = 0) -> list[tuple[float, float]]:
    box = page.locator(".lit-pad-canvas").bounding_box()
    assert box
    return [
        (
            box["x"] + box["width"] * (0.15 + 0.05 * step),
            box["y"] + box["height"] * (0.25 + 0.15 * row + 0.1 * (step % 2)),
        )
        for step in range(12)
    ]


def draw(page: Page, row: int = 0, radius: float = 5) -> None:
    first, *rest = path(page, row)
    touch(page, "touchStart", first, radius=radius)
    for point in rest:
        touch(page, "touchMove", point, radius=radius)
    touch(page, "touchEnd")


def sees(page: Page, words: str) -> None:
    expect(page.get_by_text(words)).to_be_visible(timeout=8000)


INK = """() => { const c = document.querySelector(".lit-pad-canvas");
  if (!c) return NaN;  // the words of a page may stand before its field does
  const d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
  let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n; }"""


def ink(page: Page) -> int:
    return int(page.evaluate(INK))


def sees_ink(page: Page, least: float) -> None:
    page.wait_for_function(f"least => ({INK})() > least", arg=least, timeout=8000)


def sees_no_ink(page: Page) -> None:
    page.wait_for_function(f"() => ({INK})() === 0", timeout=8000)


def test_strokes_arrive_as_bare_points_and_the_page_stands_still(page: Page) -> None:
    for row in range(3):
        draw(page, row)
    sees(page, "strokes=3 points=36.")
    sees(page, "coordinates=[2].")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
    sees_ink(page, 500)


def test_tap_elsewhere_right_after_the_last_stroke_loses_nothing(page: Page) -> None:
    draw(page, 0)
    draw(page, 1)
    page.get_by_role("button", name="Next").tap()
    sees(page, "final=2.")


def test_key_pressed_right_after_the_last_stroke_is_obeyed(page: Page) -> None:
    draw(page, 0)
    page.get_by_role("button", name="Other").focus()
    page.keyboard.press("Enter")
    sees(page, "taps=1.")
    sees(page, "strokes=1 points=12.")


def test_rerun_in_the_middle_of_a_stroke_loses_nothing(page: Page) -> None:
    draw(page, 0)
    first, *rest = path(page, 1)
    touch(page, "touchStart", first)
    for point in rest[:5]:
        touch(page, "touchMove", point)
    page.keyboard.press("Shift")  # whatever is pressed elsewhere sends what there is so far
    sees(page, "strokes=2 points=18.")
    for point in rest[5:]:
        touch(page, "touchMove", point)
    touch(page, "touchEnd")
    sees(page, "strokes=2 points=24.")


def test_rotation_keeps_and_redraws_everything(page: Page) -> None:
    draw(page, 0)
    before = ink(page)
    page.set_viewport_size({"width": 480, "height": LYING[1]})
    page.wait_for_timeout(300)
    sees_ink(page, before / 8)
    page.set_viewport_size({"width": UPRIGHT[0], "height": UPRIGHT[1]})
    page.wait_for_timeout(300)
    draw(page, 1)
    sees(page, "strokes=2 points=24.")


def test_leaving_and_coming_back_shows_the_same_strokes(page: Page) -> None:
    draw(page, 0)
    page.get_by_role("button", name="Next").tap()
    sees(page, "final=1.")
    page.get_by_role("button", name="Return").tap()
    sees(page, "strokes=1 points=12.")
    sees_ink(page, 150)


def test_change_of_language_keeps_the_strokes(page: Page) -> None:
    draw(page, 0)
    page.get_by_role("button", name="Arabic").tap()
    expect(page.locator("html[dir=rtl]")).to_be_attached()
    sees(page, "strokes=1 points=12.")
    sees_ink(page, 150)


def test_undo_and_clear(page: Page) -> None:
    draw(page, 0)
    draw(page, 1)
    page.get_by_role("button", name="Undo").tap()
    sees(page, "strokes=1 points=12.")
    page.get_by_role("button", name="Clear").tap()
    sees(page, "strokes=0 points=0.")
    sees_no_ink(page)
    sees(page, "Nothing is drawn yet.")


def test_server_can_wipe_the_field(page: Page) -> None:
    draw(page, 0)
    sees(page, "strokes=1 points=12.")
    page.get_by_role("button", name="Wipe").tap()
    sees(page, "strokes=0 points=0.")
    sees_no_ink(page)


def test_palm_draws_nothing(page: Page) -> None:
    draw(page, 0, radius=60)
    page.wait_for_timeout(600)
    assert ink(page) == 0


def test_second_finger_does_not_disturb_the_first(page: Page) -> None:
    first, *rest = path(page, 0)
    other = path(page, 3)[6]
    touch(page, "touchStart", first)
    touch(page, "touchStart", first, other)
    for point in rest:
        touch(page, "touchMove", point, other)
    touch(page, "touchEnd")
    sees(page, "strokes=1 points=12.")


def test_mouse_signs_too(page: Page) -> None:
    first, *rest = path(page, 0)
    page.mouse.move(*first)
    page.mouse.down()
    for point in rest:
        page.mouse.move(*point)
    page.mouse.up()
    sees(page, "strokes=1 points=12.")


def test_field_speaks_to_a_screen_reader(page: Page) -> None:
    expect(page.get_by_role("img", name="Your signature")).to_be_visible()
    expect(page.locator(".lit-pad").get_by_role("status")).to_have_text("Nothing is drawn yet.")
    draw(page, 0)
    expect(page.locator(".lit-pad").get_by_role("status")).to_have_text("Your signature is drawn.")
