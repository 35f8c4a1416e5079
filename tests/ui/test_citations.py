"""A reader sees how sure a statement is and where it stands, in the language of the screen."""

import re

import pytest

from litconsent.content.library import Library
from litconsent.domain.editions import Block, Kind, Layer
from litconsent.i18n.text import text_for
from litconsent.settings import PROJECT
from litconsent.ui.citations import citations_html

ITALIAN = [
    ("C042", "Uno studio randomizzato, il tipo più affidabile. Articolo: paragrafo 4 [14]."),
    ("C005", "senza dettagli. Articolo: paragrafo 4 e figura 3."),
    ("C079", "Articolo: tabella 2, riga 5."),
    ("C003", "Articolo: riassunto."),
    ("C012", "Legge o etica professionale. Articolo: paragrafo 3 e paragrafo 8."),
    ("C173", "Legge o etica professionale"),
    ("C060", "Non è nella fonte; aggiunto per un quadro onesto"),
    ("L06", "Legge 219/2017, art. 1 c. 5"),
    ("G03", "conoscenza medica generale. Non ancora verificato."),
    ("R14", "Revisione sistematica, J Rehabil Med 2021"),
]


@pytest.mark.parametrize(("cited", "said"), ITALIAN)
def test_what_a_block_rests_on_is_said_in_italian(cited, said):
    edition = Library(PROJECT / "content").edition("it")
    block = Block("x", (cited,), Layer.SHORT, Kind.TEXT, ("Words.",))
    shown = re.sub("[\u2066\u2069]", "", citations_html(edition, block, text_for("it")))
    assert f"<dt>{cited}</dt><dd>" in shown and said in shown
    assert "[BG]" not in shown and "paper" not in shown
