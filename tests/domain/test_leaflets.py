"""A leaflet holds what everybody reads, and of the rest only what this clinic or plan offers."""

from dataclasses import replace

import pytest

from litconsent.domain.editions import (
    Block,
    CheckItem,
    Circumstance,
    Compound,
    ForWhom,
    Kind,
    Layer,
    OffLabel,
    Topic,
)
from litconsent.domain.leaflets import COSMETIC_CLASS, compose
from litconsent.domain.plans import PlannedCompound
from tests.builders import a_plan, an_edition


def a_block(block_id, *offered):
    return Block(block_id, ("C001",), Layer.SHORT, Kind.TEXT, ("Words.",), offered=offered)


def a_compound(compound_id, group=""):
    part = a_block(f"{compound_id}.what")
    return Compound(compound_id, compound_id, False, OffLabel.NO, (part,), group)


EDITION = an_edition(
    {
        "evidence": (
            a_block("all"),
            a_block("stings", "water"),
            a_block("beams", "laser"),
            a_block("fades", COSMETIC_CLASS),
        ),
        "only-laser": (a_block("laser", "laser"),),
        "yours": (a_block("with-family", "family"), a_block("for-whom", "minor", "guardian")),
    },
    compounds={
        "water": a_compound("water"),
        "saline": a_compound("saline"),
        "peel": a_compound("peel", COSMETIC_CLASS),
    },
    check=(
        CheckItem("Q12", True, ("L02",), "?", {"a": "", "b": ""}, "a", "all", ""),
        CheckItem(
            "Q13", True, ("L11",), "?", {"a": "", "b": ""}, "a", "all", "", ForWhom.REPRESENTATIVE
        ),
    ),
)
SALINE = a_plan(compounds=(PlannedCompound("saline", "To compare"),))
PEEL = a_plan(compounds=(PlannedCompound("peel", "Smooth skin"),))
WATER = a_plan(compounds=(PlannedCompound("water", "It stings less than you fear"),))


@pytest.mark.parametrize(
    ("plan", "topics", "kept"),
    [
        (None, (), {"all", "stings", "fades"}),
        (None, (Topic.LASER,), {"all", "stings", "fades", "beams", "laser"}),
        (SALINE, (), {"all"}),
        (SALINE, (Topic.LASER,), {"all", "beams", "laser"}),
        (WATER, (), {"all", "stings"}),
        (WATER, (Topic.LASER,), {"all", "stings", "beams", "laser"}),
        (PEEL, (), {"all", "fades"}),
    ],
)
def test_a_block_that_not_everybody_needs_stays_where_it_is_offered(plan, topics, kept):
    leaflet = compose(EDITION, plan and replace(plan, topics=topics), topics)
    blocks = ("all", "stings", "fades", "beams", "laser")
    assert {b for b in blocks if leaflet.block(b)} == kept


def test_a_chapter_of_which_nothing_is_offered_is_left_out():
    assert compose(EDITION).chapter("only-laser") is None
    assert compose(EDITION, topics=(Topic.LASER,)).chapter("only-laser")


@pytest.mark.parametrize(
    ("circumstances", "kept"),
    [
        ((), []),
        ((Circumstance.FAMILY,), ["with-family"]),
        ((Circumstance.GUARDIAN,), ["for-whom"]),
        ((Circumstance.MINOR, Circumstance.GUARDIAN), ["for-whom"]),
        ((Circumstance.MINOR, Circumstance.FAMILY), ["with-family", "for-whom"]),
        ((Circumstance.COURSE,), []),
    ],
)
def test_a_block_for_some_patients_is_read_only_where_that_holds(circumstances, kept):
    leaflet = compose(EDITION, SALINE, circumstances=circumstances)
    read = [block.id for chapter in leaflet.chapters for block in chapter.blocks]
    assert [block for block in read if block in ("with-family", "for-whom")] == kept
    assert bool(leaflet.chapter("yours")) is bool(kept)


def test_a_circumstance_changes_the_hash_of_what_is_read():
    plain = compose(EDITION, SALINE)
    assert compose(EDITION, SALINE, circumstances=(Circumstance.FAMILY,)).hash != plain.hash
    assert compose(EDITION, SALINE, circumstances=(Circumstance.CHILD,)).hash == plain.hash


def test_a_patient_who_decides_is_not_asked_what_a_representative_is_asked():
    assert [item.id for item in compose(EDITION).check] == ["Q12"]
