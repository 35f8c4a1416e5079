"""Somebody on the way through the app, in a real browser, from the first screen to the seal."""

import os
import re
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, TimeoutError

from litconsent.i18n.text import working_languages
from litconsent.services.clinic import Clinic, open_clinic
from litconsent.services.read_leaflet import open_public
from litconsent.settings import PROJECT, Settings
from litconsent.ui.web.tablet import TABLET_COOKIE, tablet_hash
from tests.journey import PASSWORD, USERNAME, Journey
from tests.serving import Server, await_health, free_port

# Streamlit says "not running" for a moment between two runs that follow each other.
QUIET_MS = 250
PATIENCE_MS = 15_000
SETTLED = f"""() => {{
  const app = document.querySelector(".stApp");
  const still = app?.dataset.testScriptState === "notRunning"
    && app.dataset.testConnectionState === "CONNECTED";
  if (!still) window.stillSince = 0;
  else window.stillSince ||= performance.now();
  return still && performance.now() - window.stillSince > {QUIET_MS};
}}"""

# A run so short that it begins and ends within one drawing never shows as "running", and on a busy
# machine one begins late. So the wire is watched: what was tapped asks the server, which replies.
NOTE_ASKING = """tapping => {
  window.tapped = !tapping;
  window.asked = window.replied = false;
  if (window.askingIsNoted) return;
  window.askingIsNoted = true;
  addEventListener("click", event => {
    window.tapped ||= Boolean(event.target.closest("a, button, label, summary"));
  }, true);
  const send = WebSocket.prototype.send, heard = new WeakSet();
  WebSocket.prototype.send = function (...words) {
    window.asked ||= window.tapped;  // before, a page that only says it is alive has sent
    if (!heard.has(this)) {
      heard.add(this);
      this.addEventListener("message", () => { window.replied = window.asked; });
    }
    return send.apply(this, words);
  };
}"""
# Both are unknown on a new page, to which a tap can lead.
ASKED = "() => window.asked !== false"
REPLIED = "() => window.replied !== false"
ASKED_AFTER_DRAWING = """() => new Promise(resolve => requestAnimationFrame(
  () => setTimeout(() => resolve(window.asked !== false))))"""


@contextmanager
def app_server(folder: Path, *, adults_only: bool = True) -> Iterator[tuple[Server, Clinic]]:
    """Serve the app itself on an empty clinic, which is handed out as well."""
    settings = Settings(
        folder / "data", folder / "keys", PROJECT / "content", adults_only=adults_only
    )
    places = {
        "LITCONSENT_DATA": str(settings.data_dir),
        "LITCONSENT_KEYS": str(settings.keys_dir),
        "LITCONSENT_ADULTS_ONLY": "yes" if adults_only else "no",
    }
    clinic = open_clinic(settings)
    port, log = free_port(), folder / "server.log"
    with log.open("wb") as written:
        process = subprocess.Popen(
            [sys.executable, "-m", "uvicorn", "app:app", f"--port={port}", "--no-server-header"],
            cwd=PROJECT,
            env=os.environ | places,
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    try:
        yield await_health(Server(port, log)), clinic
    finally:
        process.terminate()
        process.wait(10)
        clinic.store.close()


def settle(page: Page) -> None:
    """Wait until the app has drawn everything and waits itself."""
    page.evaluate("window.stillSince = 0")
    page.wait_for_function(SETTLED, polling=50)
    page.evaluate("Promise.allSettled(document.getAnimations().map(one => one.finished))")


def journey_of(page: Page, clinic: Clinic) -> Journey:
    """Return a journey of the very tablet that a page runs on, to go on by the services."""
    kept = {one["name"]: one["value"] for one in page.context.cookies()}
    return Journey(clinic, tablet=tablet_hash(kept[TABLET_COOKIE]))


@dataclass
class Walk:
    """What a person does on the screens, told once."""

    page: Page
    clinic: Clinic
    language: str = "en"
    unfold: bool = True

    def part(self, key: str) -> Locator:
        """Return the places whose Streamlit key begins so."""
        return self.page.locator(f'[class*="st-key-{key}"]')

    def tap(self, key: str, number: int = 0) -> None:
        """Tap a button and wait for the screen that follows."""
        self.click(self.part(key).locator("button").nth(number))

    def click(self, button: Locator) -> None:
        """Click, and wait until the run that follows has begun and ended."""
        self.page.evaluate(NOTE_ASKING, True)
        button.click()
        try:
            self.page.wait_for_function(ASKED, timeout=PATIENCE_MS)
        except TimeoutError:
            # on a very busy machine a tap can fall between two drawings: a person taps again
            warnings.warn("a tap had no effect and was repeated", stacklevel=3)
            button.click()
            self.page.wait_for_function(ASKED)
        self.page.wait_for_function(REPLIED)
        settle(self.page)

    def _await_reply(self) -> None:
        # what stands in a form, or changes nothing, asks nothing
        if self.page.evaluate(ASKED_AFTER_DRAWING):
            self.page.wait_for_function(REPLIED)
        settle(self.page)

    def write(self, key: str, text: str) -> None:
        """Write into a field and leave it."""
        field = self.part(key).locator("input, textarea").first
        self.page.evaluate(NOTE_ASKING, False)
        field.fill(text)
        field.press("Tab")
        self._await_reply()

    def pick(self, key: str, number: int = 0) -> None:
        """Choose an option of a radio, or tick a box."""
        self.page.evaluate(NOTE_ASKING, False)
        self.part(key).locator("label:has(input)").nth(number).click()
        self._await_reply()

    def draw(self) -> None:
        """Draw a signature with the pointer."""
        self.page.locator("canvas").scroll_into_view_if_needed()
        box = self.page.locator("canvas").bounding_box()
        assert box is not None
        self.page.mouse.move(box["x"] + 80, box["y"] + 90)
        self.page.mouse.down()
        for step in range(36):
            swing = (60, -25, 30, -55)[step % 4] * (1 - step / 50)
            self.page.mouse.move(
                box["x"] + 80 + step * 11, box["y"] + box["height"] / 2 + swing, steps=3
            )
        self.page.mouse.up()
        settle(self.page)

    def submit(self, key: str) -> None:
        """Fill a form for user name and password, and send it."""
        self.part(f"{key}-username").locator("input").fill(USERNAME)
        self.part(f"{key}-password").locator("input").fill(PASSWORD)
        self.click(self.page.locator("[data-testid=stFormSubmitButton] button"))

    def whole(self) -> Iterator[str]:
        """Go the whole way and yield the name of each screen while it is shown."""
        yield from self.begin()
        yield from self.prepare()
        yield from self.read()
        yield from self.talk()
        yield from self.decide()

    def begin(self) -> Iterator[str]:
        """Pass the screens without an account, and set the clinic up."""
        settle(self.page)
        yield "welcome"
        self.tap("welcome-read")
        yield "read"
        self.tap("nav_back")
        self.tap("welcome-clinic")
        yield "set-up"
        journey_of(self.page, self.clinic).set_up()
        self.page.goto(self.page.url.replace("/set-up", "/"))
        settle(self.page)
        self.tap("bar-sign_out")
        self.tap("welcome-clinic")
        yield "sign-in"
        self.submit("sign_in")

    def prepare(self) -> Iterator[str]:
        """Prepare an episode with a family member, and hand the tablet over."""
        yield "board-empty"
        self.tap("bar-clinic-prepare")
        for key, text in {
            "name": "Ada Rossi",
            "birth": "17/05/1961",
            "identifier": "AR-0042",
            "diagnosis": "Neck pain",
            "area": "Neck, right side",
            "alternatives": "Exercises, or tablets",
            "without": "The pain may ease by itself, or stay as it is",
        }.items():
            self.write(f"prepare-{key}", text)
        self.tap("prepare-sessions", 2)
        self.pick("prepare-lidocaine")
        self.write("prepare-reason-lidocaine", "Painful points in the neck")
        self.tap("prepare-off_label-lidocaine", 0)
        self.pick("prepare-ketoprofen")
        self.write("prepare-reason-ketoprofen", "Tablets upset your stomach")
        self.tap("prepare-language", working_languages().index(self.language))
        self.pick("prepare-with_family")
        self.write("prepare-family", "Marco Rossi")
        self.write("prepare-relationship", "son")
        yield "prepare"
        self.tap("prepare-done")
        yield "episode"
        self.tap("episode-hand_over")

    def read(self, missed: str = "Q06") -> Iterator[str]:
        """Read everything, miss one question on purpose, and hand the tablet back."""
        yield "presence"
        self.pick("presence-", 1)
        self.pick("pressed-", 0)
        self.tap("nav_next")
        yield from self._chapters()
        yield "check"
        self.tap("nav_next")
        while (options := self.part("choices_Q")).count():
            item = (options.first.get_attribute("class") or "").split("choices_")[1][:3]
            yield item
            wrong = item == missed
            for _ in range(2 if wrong else 1):
                self.answer(item, right=not wrong)
                yield f"{item}-answered"
            self.tap("nav_next")
        yield from self._health()
        self.write("wishes-questions", "May I drive home?")
        self.write("wishes-matters", "Sleeping through the night")
        yield "wishes"
        self.tap("nav_next")
        yield "end"
        self.tap("nav_next")
        yield "waiting"

    def _health(self) -> Iterator[str]:
        while self.part("nav_next-health").count():
            for answer in range(min(3, self.part("health-T").count())):
                self.click(self.part("health-T").nth(answer).locator("button").nth(1))
            yield "health"
            here = self.part("nav_next-health").first.get_attribute("class")
            self.tap("nav_next")
            if self.part("left_out").count():
                assert self.part("nav_next-health").first.get_attribute("class") == here
                self.tap("nav_next")

    def _chapters(self) -> Iterator[str]:
        while self.part("nav_next-chapter").count():
            name = self.part("nav_next-chapter").first.get_attribute("class") or ""
            if self.unfold:
                for more in self.page.locator("[data-testid=stExpander] summary").all():
                    more.click()
                settle(self.page)
            yield name.split("st-key-nav_next-")[1].split()[0]
            self.go_on()

    def go_on(self) -> None:
        """Leave a chapter: say that it was understood where this is asked."""
        understood = re.compile(r"st-key-understood-.+-understood\b")
        asked = [
            part
            for part in self.part("understood-").all()
            if understood.search(part.get_attribute("class") or "")
        ]
        if asked:
            self.click(asked[0].locator("button"))
        else:
            self.tap("nav_next")

    def answer(self, item: str, *, right: bool) -> None:
        """Answer an item rightly or wrongly, whatever the order of its options."""
        check = open_public(self.clinic, self.language).edition.check
        known = {one.id: one.correct for one in check}
        for button in self.part(f"check-{item}").all():
            key = (button.get_attribute("class") or "").split(f"check-{item}-")[1].split()[0]
            if (key.partition("-")[2] == known[item]) == right:
                self.click(button.locator("button"))
                break

    def talk(self) -> Iterator[str]:
        """Sign in, see board and notes, and open the decision."""
        self.page.locator("[data-testid=stExpander] summary").click()
        self.submit("sign_in")
        yield "board"
        self.tap("board-talk")
        yield "consultation-open"
        for field in self.part("talk-").locator("textarea").all():
            field.fill("We went through it together; she explained it in her own words.")
            field.press("Tab")
            settle(self.page)
        for box in self.part("talk-").locator("label:has(input[type=checkbox])").all():
            box.click()
            settle(self.page)
        yield "consultation"
        self.tap("talk-decide")

    def decide(self) -> Iterator[str]:
        """Consent, sign three times, and open the sealed record."""
        yield "decision"
        self.tap("decide-consent")
        self.page.locator("[data-testid=stExpander] summary").click()
        self.draw()
        yield "sign-patient"
        self.tap("sign-patient")
        self.draw()
        yield "sign-family"
        self.tap("sign-family")
        self.draw()
        yield "countersign"
        self.submit("seal")
        yield "record"
        self.tap("document-show")
        yield "document-link"
        self.tap("bar-clinic-records")
        yield "records"
