"""The areas of the body that a plan may name; their words are labels of the figure of a body."""

from collections.abc import Iterable
from enum import StrEnum

from litconsent.domain.editions import Figure

BODY = "body-areas"  # the figure whose labels are the names; an older edition may lack it


class Area(StrEnum):
    """One area, from head to foot; left and right are said in the plan's own words."""

    NECK = "neck"
    SHOULDER = "shoulder"
    UPPER_BACK = "upper_back"
    ELBOW = "elbow"
    LOWER_BACK = "lower_back"
    HIP = "hip"
    WRIST_HAND = "wrist_hand"
    KNEE = "knee"
    ANKLE_FOOT = "ankle_foot"


def in_order(areas: Iterable[str]) -> tuple[Area, ...]:
    """Return areas from head to foot, each once.

    :raises ValueError: if one of them is no area.
    """
    chosen = {Area(area) for area in areas}
    return tuple(area for area in Area if area in chosen)


def area_names(body: Figure, areas: Iterable[Area]) -> tuple[str, ...]:
    """Return the names of areas as the figure of a body has them, as far as it knows them."""
    return tuple(body.labels[area] for area in areas if area in body.labels)
