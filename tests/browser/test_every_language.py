"""The whole way, from the first screen to the sealed record, in every language that is offered.

Italian and English are walked by test_patient_agrees and test_accessibility, with more to look at.
"""

import pytest

from litconsent.i18n.languages import language as known
from litconsent.i18n.text import working_languages
from litconsent.services.verify_file import verify_file
from tests.browsing import UPRIGHT, chromium, tablet
from tests.pdf.validators import failures_of_page_validation
from tests.walking import Walk, app_server

pytestmark = [pytest.mark.browser, pytest.mark.slow]
OTHERS = [code for code in working_languages() if code not in ("it", "en")]

# Of each screen: how the page is said to be written, and what is cut or runs out of its place.
LOOK = """() => {
  const shown = e => e.getClientRects().length && getComputedStyle(e).visibility === "visible";
  const main = document.querySelector("[data-testid=stMain]");
  const cut = [...document.querySelectorAll("button, h1, h2, summary, label")].filter(shown)
    .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== "inline")
    .map(e => e.textContent.trim().slice(0, 60));
  return [document.documentElement.lang, document.documentElement.dir, cut,
          main.scrollWidth <= main.clientWidth + 1];
}"""


def test_ten_languages_are_walked_here():
    assert len(OTHERS) == 10


@pytest.mark.parametrize("language", OTHERS)
def test_a_patient_goes_the_whole_way_to_a_sealed_record(language, tmp_path):
    spoken = known(language)
    screens = []
    with (
        chromium() as browser,
        app_server(tmp_path) as (server, clinic),
        tablet(browser, f"{server.address}/?lang={language}", UPRIGHT) as (page, traffic),
    ):
        for screen in Walk(page, clinic, language, unfold=False).whole():
            assert (screen, *page.evaluate(LOOK)) == (
                screen,
                language,
                "rtl" if spoken.rtl else "ltr",
                [],
                True,
            )
            screens.append(screen)
        with clinic.store.reading() as books:
            [record] = books.records.latest(2)
            pdf = books.records.pdf(record.id)
        assert verify_file(pdf, clinic).valid
    assert len(screens) > 60 and screens[-1] == "records"
    assert traffic.complaints == []
    assert failures_of_page_validation(pdf) == []
