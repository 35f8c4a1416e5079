"""What can keep a *yes* from being taken because of who the patient is and who speaks."""

from dataclasses import dataclass
from enum import StrEnum

from litconsent.domain.people import Role


class Obstacle(StrEnum):
    """One reason why nobody can consent as things stand; a *no* knows no such reason."""

    NOBODY_DECIDES = "nobody_decides"
    CAPACITY_DOUBTED = "capacity_doubted"
    TEMPORARILY_INCAPABLE = "temporarily_incapable"
    ADULTS_ONLY = "adults_only"
    WISH_NOT_ASKED = "wish_not_asked"
    FAMILY_UNWANTED = "family_unwanted"
    FAMILY_ANSWERED = "family_answered"
    NO_INTERPRETER = "no_interpreter"
    INTERPRETER_MINOR = "interpreter_minor"
    INTERPRETER_NOT_REQUESTED = "interpreter_not_requested"
    PROFESSIONAL_NOT_OFFERED = "professional_not_offered"
    INTERPRETER_UNREASONED = "interpreter_unreasoned"
    OFF_LABEL_BY_RELATIVE = "off_label_by_relative"
    NO_WITNESS = "no_witness"
    WITNESS_MINOR = "witness_minor"
    PARTNER_ANSWERED = "partner_answered"
    PARENTS_DISAGREE = "parents_disagree"
    OTHER_PARENT_MISSING = "other_parent_missing"
    REASON_UNDOCUMENTED = "reason_undocumented"
    ORDINARY_UNJUSTIFIED = "ordinary_unjustified"
    NOT_HEARD = "not_heard"
    DISSENT = "dissent"
    DISSENT_UNADDRESSED = "dissent_unaddressed"
    AUTHORITY_UNSEEN = "authority_unseen"
    POWER_MISSING = "power_missing"
    REPRESENTATIVE_REFUSES = "representative_refuses"
    ACCEPTANCE_UNSEEN = "acceptance_unseen"
    AGAINST_DIRECTIVES = "against_directives"
    ELECTIVE = "elective"
    DESIGNATION_UNWRITTEN = "designation_unwritten"
    DESIGNATION_NOT_ALONE = "designation_not_alone"
    DESIGNATION_PRESSED = "designation_pressed"
    DELEGATE_MINOR = "delegate_minor"
    DELEGATE_UNAVAILABLE = "delegate_unavailable"
    ROLES_CLASH = "roles_clash"


@dataclass(frozen=True, slots=True)
class Stop:
    """An obstacle that stands: of which variant, by which sources, and about which roles.

    A doctor may lift a `liftable` one with a reason; it then stays on record.
    """

    obstacle: Obstacle
    variant: str
    sources: tuple[str, ...]
    liftable: bool = False
    roles: tuple[Role, ...] = ()
