"""A signature is ink: not nothing, not a dot, not a bare line, and what a pad can send."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litconsent.domain.errors import InputError, NotInk, StrokesMalformed
from litconsent.domain.signatures import checked_strokes

WAVE = [[100 + 10 * n, 180 + 60 * math.sin(n / 3)] for n in range(40)]
NOT_INK = {
    "nothing": [],
    "an empty stroke": [[]],
    "one dot": [[[500, 180]]],
    "a dot of many points": [[[500 + n % 3, 180 + n % 2] for n in range(30)]],
    "a straight line": [[[100, 100], [500, 200], [900, 300]]],
    "a tick too small to be seen": [[[500, 180], [505, 190], [515, 170]]],
    "two dots far apart": [[[10, 10]], [[900, 300]]],
}
MALFORMED = {
    "a text": "ink",
    "a number": 7,
    "a point outside the box": [[[1200, 10], [3, 4]]],
    "a negative point": [[[-1, 10]]],
    "not a number": [[[math.nan, 10]]],
    "an infinite number": [[[math.inf, 10]]],
    "a truth value": [[[True, 10]]],
    "a text for a number": [[["1", 10]]],
    "three numbers": [[[1, 2, 3]]],
    "a deep list": [[[[1], 2]]],
    "too many strokes": [[[1, 1]]] * 65,
    "too many points": [[[1, 1]] * 20_001],
    "nothing at all": None,
}


def test_a_drawn_wave_is_a_signature():
    assert len(checked_strokes([WAVE])[0]) == 40


@pytest.mark.parametrize("raw", NOT_INK.values(), ids=NOT_INK.keys())
def test_what_is_not_ink_is_refused(raw):
    with pytest.raises(NotInk):
        checked_strokes(raw)


@pytest.mark.parametrize("raw", MALFORMED.values(), ids=MALFORMED.keys())
def test_what_no_pad_sends_is_refused(raw):
    with pytest.raises(StrokesMalformed):
        checked_strokes(raw)


@given(st.recursive(st.none() | st.floats() | st.text(), st.lists, max_leaves=50))
def test_any_message_is_taken_or_refused_but_never_crashes(raw):
    try:
        checked_strokes(raw)
    except InputError as error:
        assert error.field == "signature"
