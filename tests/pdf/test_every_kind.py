"""One document of every kind, in the scripts that differ most, before two validators."""

import pytest

from litconsent.domain.decisions import Outcome
from litconsent.i18n.text import working_languages
from litconsent.services.blank_variants import BLANKS
from litconsent.services.make_specimen import Specimen
from litconsent.services.make_specimens import every_specimen, make_specimens
from litconsent.services.specimen_cases import VARIANTS
from litconsent.settings import PROJECT, Settings
from tests.pdf.validators import failures_of_page_validation, failures_of_verapdf, unsealed

SPREAD = (
    Specimen("ur", "it", "V02", Outcome.CONSENT),
    Specimen("zh-Hans", "it", "V01", Outcome.PARTIAL),
    Specimen("de", "it", "V09", Outcome.REFUSAL),
    Specimen("it", "en", "V21", Outcome.POSTPONED),
    Specimen("ur", "it", "V17", Outcome.WITHDRAWAL),
    Specimen("zh-Hans", "it", "V20", Outcome.SESSION),
    Specimen("it", "it", "V01", Outcome.VOIDING),
    Specimen("ur", "it", "V05", None),
    Specimen("zh-Hans", "it", "V09", None),
)


@pytest.fixture(scope="module")
def spread(tmp_path_factory):
    root = tmp_path_factory.mktemp("spread")
    settings = Settings(root / "data", root / "keys", PROJECT / "content")
    return {one.file_name: pdf for one, pdf in make_specimens(settings, SPREAD)}


def test_the_set_has_every_language_variant_and_outcome_and_each_under_its_own_name():
    every = every_specimen(working_languages())
    assert len({one.file_name for one in every}) == len(every)
    for language in working_languages():
        of_it = [one for one in every if one.language == language]
        assert {one.variant for one in of_it if one.outcome} == set(VARIANTS)
        assert {one.outcome for one in of_it} == {None, *Outcome}
        assert {one.variant for one in of_it if one.outcome is None} == set(BLANKS)


def test_the_spread_has_every_kind_of_document():
    assert {one.outcome for one in SPREAD} == {None, *Outcome}
    assert set(SPREAD) <= set(every_specimen(("de", "it", "ur", "zh-Hans")))


def test_a_sealed_document_is_its_unsealed_one_with_more_at_the_end(spread):
    for one in SPREAD:
        pdf = spread[one.file_name]
        before = unsealed(pdf)
        assert pdf.startswith(before)
        assert (b"/ByteRange" in pdf[len(before) :]) == (one.outcome is not None)
        assert b"/ByteRange" not in before


def test_what_cannot_be_made_is_named(tmp_path):
    settings = Settings(tmp_path / "data", tmp_path / "keys", PROJECT / "content")
    unwritten = Specimen("xx", "it", "V01", None)
    with pytest.raises(RuntimeError, match=r"blank-V01-xx-it\.pdf: LanguageUnavailable"):
        list(make_specimens(settings, [unwritten]))


def test_every_kind_is_whole_by_a_validator_that_we_did_not_write(spread):
    assert len(spread) == len(SPREAD)
    for name, pdf in spread.items():
        for content in {unsealed(pdf), pdf}:
            assert (name, failures_of_page_validation(content)) == (name, [])


def test_the_reference_validator_agrees_sealed_and_unsealed(spread, tmp_path):
    files = []
    for name, pdf in spread.items():
        for number, content in enumerate({unsealed(pdf), pdf}):
            files.append(tmp_path / f"{number}-{name}")
            files[-1].write_bytes(content)
    assert failures_of_verapdf(files) == []
