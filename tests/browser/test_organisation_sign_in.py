"""A doctor signs in with the hospital's own account: a real provider, which is not ours."""

import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from litconsent.domain.tablets import Mode
from litconsent.services.access import tablet_of
from tests.serving import free_port
from tests.walking import settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = free_port()
    log = tmp_path_factory.mktemp("provider") / "log"
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    with log.open("wb") as written:
        process = subprocess.Popen(command, stdout=written, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    try:
        _await(f"{address}/.well-known/openid-configuration", log)
        yield address
    finally:
        process.terminate()
        process.wait(10)


def _await(address: str, log: Path) -> None:
    for _ in range(150):
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - our own loopback
                return
        except OSError:
            subprocess.run(["sleep", "0.2"], check=True)
    raise AssertionError(log.read_text())


@pytest.fixture
def told(story, provider: str, tmp_path: Path):
    (tmp_path / "secret").write_text("a secret of the client")
    begun = story(
        "en",
        LITCONSENT_OIDC_NAME="San Luca Hospital",
        LITCONSENT_OIDC_METADATA=f"{provider}/.well-known/openid-configuration",
        LITCONSENT_OIDC_CLIENT="litconsent",
        LITCONSENT_OIDC_SECRET_FILE=str(tmp_path / "secret"),
        LITCONSENT_OIDC_REDIRECT="http://127.0.0.1:{port}/oauth2callback",
    )
    begun.journey.set_up()
    return begun


def at_the_provider(told, press: str = "Authorize", who: str = "anna") -> None:
    """Answer what the provider asks, and wait for the page that it leads back to."""
    told.page.wait_for_selector("text=Authorize Client")
    told.page.locator("input[name=sub]").first.fill(who)
    told.page.get_by_role("button", name=press, exact=True).first.click()
    told.page.wait_for_selector("[data-testid=stMain] h1")
    settle(told.page)


def leave_for_the_provider(told, key: str) -> None:
    told.walk.part(key).locator("button").click()


def tickets(told) -> list[dict]:
    return [one for one in told.context.cookies() if one["name"].startswith("_streamlit_user")]


def test_the_hospitals_account_opens_one_tablet_once_and_leaves_nothing_to_the_patient(told):
    tablet = told.journey.tablet
    told.show("/organisation")
    leave_for_the_provider(told, "organisation-link")
    at_the_provider(told)
    assert "Your account is connected with San Luca Hospital." in told.text()
    assert told.journey.tablet == tablet, "the tablet must still be known after the way back"
    told.walk.tap("bar-sign_out")

    told.show("/sign-in")
    leave_for_the_provider(told, "sign_in-organisation")
    at_the_provider(told, press="Deny")
    assert "The sign-in was not finished." in told.text()
    leave_for_the_provider(told, "sign_in-organisation")
    at_the_provider(told, who="somebody else")
    assert "No account here is connected with this sign-in." in told.text()
    leave_for_the_provider(told, "sign_in-organisation")
    at_the_provider(told)
    assert "Sign out Dr. Anna Verdi" in told.text()

    kept = tickets(told)
    assert kept and not [one for one in kept if "tokens" in one["name"]]
    now = told.page.evaluate("Date.now() / 1000")
    assert all(one["httpOnly"] and 0 < one["expires"] - now <= 300 for one in kept)

    told.walk.tap("bar-sign_out")
    told.show("/organisation")
    assert "This sign-in is too old or was used before." in told.text()
    assert tablet_of(told.clinic, tablet).mode is Mode.VISITOR

    told.journey.sign_in().prepare(language="en", clinic_language="en").hand_over()
    told.show("/organisation")
    assert "First, just you" in told.text()
    assert tablet_of(told.clinic, tablet).mode is Mode.PATIENT
