"""What a patient answered to a question of the check, in words."""

from litconsent.domain.answers import Told
from litconsent.domain.checks import UNSURE
from litconsent.domain.editions import CheckItem
from litconsent.i18n.labels import TOLD
from litconsent.i18n.text import Text

UNSURE_WORDS = TOLD[Told.UNSURE]


def answer_words(item: CheckItem, option: str, _: Text) -> str:
    """Return an answer as the patient read it."""
    return _(UNSURE_WORDS) if option == UNSURE else item.options[option]
