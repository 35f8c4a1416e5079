"""A leaflet holds what everybody reads, and of the rest only what this clinic or plan offers."""

import pytest

from litconsent.domain.editions import Block, CheckItem, Compound, ForWhom, Kind, Layer, OffLabel
from litconsent.domain.leaflets import compose
from litconsent.domain.plans import PlannedCompound
from tests.builders import a_plan, an_edition


def a_block(block_id, *offered):
    return Block(block_id, ("C001",), Layer.SHORT, Kind.TEXT, ("Words.",), offered=offered)


def a_compound(compound_id):
    part = a_block(f"{compound_id}.what")
    return Compound(compound_id, compound_id, False, OffLabel.NO, (part,))


EDITION = an_edition(
    {
        "evidence": (a_block("all"), a_block("stings", "water"), a_block("beams", "laser")),
        "only-laser": (a_block("laser", "laser"),),
    },
    compounds={name: a_compound(name) for name in ("water", "saline")},
    check=(
        CheckItem("Q12", True, ("L02",), "?", {"a": "", "b": ""}, "a", "all", ""),
        CheckItem(
            "Q13", True, ("L11",), "?", {"a": "", "b": ""}, "a", "all", "", ForWhom.REPRESENTATIVE
        ),
    ),
)
SALINE = a_plan(compounds=(PlannedCompound("saline", "To compare"),))
WATER = a_plan(compounds=(PlannedCompound("water", "It stings less than you fear"),))


@pytest.mark.parametrize(
    ("plan", "offered", "kept"),
    [
        (None, None, {"all", "stings"}),
        (None, frozenset(), {"all"}),
        (None, frozenset({"laser"}), {"all", "beams", "laser"}),
        (SALINE, None, {"all"}),
        (SALINE, frozenset({"laser"}), {"all", "beams", "laser"}),
        (WATER, None, {"all", "stings"}),
        (WATER, frozenset({"laser"}), {"all", "stings", "beams", "laser"}),
    ],
)
def test_a_block_that_not_everybody_needs_stays_where_it_is_offered(plan, offered, kept):
    leaflet = compose(EDITION, plan, offered)
    assert {b for b in ("all", "stings", "beams", "laser") if leaflet.block(b)} == kept


def test_a_chapter_of_which_nothing_is_offered_is_left_out():
    assert compose(EDITION).chapter("only-laser") is None
    assert compose(EDITION, offered=frozenset({"laser"})).chapter("only-laser")


def test_a_patient_who_decides_is_not_asked_what_a_representative_is_asked():
    assert [item.id for item in compose(EDITION).check] == ["Q12"]
