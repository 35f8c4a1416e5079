"""The areas of the body that a plan may name; their words are labels of the figure of a body."""

from enum import StrEnum


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
