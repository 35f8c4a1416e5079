"""The code on a paper form: which text it is and, where it has one, whose episode it belongs to."""

from dataclasses import dataclass

_MARK = "LIT"
_BETWEEN = "/"
_SHORT = 8  # hexadecimal digits: enough to find one edition or one episode of a clinic


@dataclass(frozen=True, slots=True)
class FormCode:
    """What a camera reads from a form, and a person below it. Nothing of it names a patient.

    >>> str(FormCode("V02", ("ur", "it"), ("1217e2db00", "21e33ad900")))
    'LIT/V02/ur/it/1217e2db/21e33ad9'
    """

    variant: str
    languages: tuple[str, ...]
    editions: tuple[str, ...]
    episode_id: str = ""

    def __str__(self) -> str:
        hashes = (one[:_SHORT] for one in (*self.editions, self.episode_id))
        return _BETWEEN.join(filter(None, (_MARK, self.variant, *self.languages, *hashes)))


def is_code_of(words: str, episode_id: str) -> bool:
    """Tell whether words are the code of a form that was printed for this episode."""
    code = words.strip().casefold()
    return code.startswith(_MARK.casefold() + _BETWEEN) and code.endswith(
        _BETWEEN + episode_id[:_SHORT]
    )
