"""Every error of ours has a sentence, in every language, and never a technical word."""

import importlib
import pkgutil

import pytest

from litconsent.domain.errors import (
    ForbiddenCharacter,
    LitConsentError,
    SignInRefused,
    TextMissing,
    TextTooLong,
)
from litconsent.i18n.text import text_for, working_languages
from litconsent.ui.messages import SENTENCES, sentence


def every_error(kind=LitConsentError):
    for child in kind.__subclasses__():
        yield child
        yield from every_error(child)


@pytest.fixture(scope="module", autouse=True)
def all_modules():
    for layer in ("domain", "content", "i18n", "storage", "pdf", "services"):
        package = importlib.import_module(f"litconsent.{layer}")
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)


def test_there_is_something_to_check():
    assert len(set(every_error())) > 40


def test_every_error_has_a_sentence_of_its_own_or_of_its_family():
    general = {"LitConsentError"}
    lacking = [
        kind.__name__
        for kind in set(every_error())
        if kind.__module__.startswith("litconsent")
        and not any(k.__name__ in SENTENCES.keys() - general for k in kind.__mro__)
    ]
    assert lacking == []


@pytest.mark.parametrize("code", working_languages())
@pytest.mark.parametrize(
    "error",
    [
        TextMissing("patient.name"),
        TextTooLong("plan.diagnosis", 300, 120),
        ForbiddenCharacter("patient.name", "\u202e"),
        SignInRefused(),
    ],
)
def test_a_sentence_is_filled_in_and_names_the_field(error, code):
    said = sentence(error, text_for(code))
    assert "{" not in said and "_" not in said


def test_an_invisible_character_is_named_by_its_number():
    assert "U+202E" in sentence(ForbiddenCharacter("patient.name", "\u202e"), text_for("en"))


def test_a_sentence_is_another_one_in_italian():
    error = TextMissing("patient.name")
    assert sentence(error, text_for("it")) != sentence(error, text_for("en"))
