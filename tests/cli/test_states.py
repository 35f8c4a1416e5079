"""The page about the states is what the code says, and shows what matters."""

from litconsent.cli.states_command import page
from litconsent.domain.episodes import State
from litconsent.domain.transitions import transitions
from litconsent.settings import PROJECT


def test_the_page_in_the_documentation_is_the_one_that_the_code_writes():
    assert (PROJECT / "docs/states.md").read_text() == page()


def test_every_state_is_reached():
    assert {one.after for one in transitions()} | {State.PREPARED} == set(State)


def test_a_consent_can_be_withdrawn_from_wherever_it_stands():
    withdrawn = {one.before for one in transitions() if one.after is State.WITHDRAWN}
    assert withdrawn == {State.CONSENTED, State.PARTLY_CONSENTED}


def test_nothing_brings_a_withdrawn_consent_back():
    assert {one.after for one in transitions() if one.before is State.WITHDRAWN} == {State.VOIDED}
