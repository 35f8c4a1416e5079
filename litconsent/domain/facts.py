"""What is true of a situation, as names that a jurisdiction's rules may ask for."""

from dataclasses import dataclass
from enum import StrEnum


class Fact(StrEnum):
    """One thing that is true or not true of a situation."""

    MINOR = "minor"
    ASSENT_ASKED = "assent_asked"
    ASSENT_NEEDED = "assent_needed"
    DECIDES_BY_AGE = "decides_by_age"
    COMPETENT = "competent"
    CAPACITY_DOUBTED = "capacity_doubted"
    INCAPABLE = "incapable"
    TEMPORARILY_INCAPABLE = "temporarily_incapable"
    ADULTS_ONLY = "adults_only"
    OFF_LABEL = "off_label"
    COURSE = "course"

    PARENTS = "parents"
    ONE_PARENT = "one_parent"
    SEPARATED = "separated"
    PARENT_REFUSES = "parent_refuses"
    PARENT_UNREACHABLE = "parent_unreachable"
    ORDINARY_ACT = "ordinary_act"
    REASON_DOCUMENTED = "reason_documented"
    REASON_JUSTIFIED = "reason_justified"
    COURT_DECIDED = "court_decided"

    GUARDIAN = "guardian"
    FOSTER_CARER = "foster_carer"
    LEGAL_CARER = "legal_carer"
    ADMINISTRATOR = "administrator"
    CURATOR = "curator"
    TRUSTEE = "trustee"
    ATTORNEY = "attorney"
    POWER_ASSISTS = "power_assists"
    POWER_REPRESENTS = "power_represents"
    AUTHORITY_SEEN = "authority_seen"
    TRUSTEE_ACCEPTED = "trustee_accepted"
    AGAINST_DIRECTIVES = "against_directives"
    REPRESENTATIVE_REFUSES = "representative_refuses"

    HEARD = "heard"
    HEARING_EXCUSED = "hearing_excused"
    DISSENTS = "dissents"
    DISSENT_ADDRESSED = "dissent_addressed"

    FAMILY_WISHED = "family_wished"
    FAMILY_PRESENT = "family_present"
    ASKED_ALONE = "asked_alone"
    FAMILY_ANSWERED = "family_answered"

    INTERPRETER_NEEDED = "interpreter_needed"
    INTERPRETER = "interpreter"
    RELATIVE_INTERPRETS = "relative_interprets"
    INTERPRETER_MINOR = "interpreter_minor"
    INTERPRETER_REMOTE = "interpreter_remote"
    INTERPRETER_REQUESTED = "interpreter_requested"
    PROFESSIONAL_DECLINED = "professional_declined"
    INTERPRETER_REASONED = "interpreter_reasoned"

    UNABLE = "unable"
    CANNOT_SIGN = "cannot_sign"
    VIDEO = "video"
    WITNESSED = "witnessed"
    WITNESS_MINOR = "witness_minor"
    DEVICE = "device"
    PARTNER = "partner"
    PARTNER_ANSWERED = "partner_answered"

    DECLINES_INFORMATION = "declines_information"
    DELEGATES_INFORMATION = "delegates_information"
    DELEGATES_DECISION = "delegates_decision"
    DESIGNATION_WRITTEN = "designation_written"
    DESIGNATED_ALONE = "designated_alone"
    DESIGNATED_FREELY = "designated_freely"
    DELEGATE_MINOR = "delegate_minor"
    DELEGATE_AVAILABLE = "delegate_available"


@dataclass(frozen=True, slots=True)
class Condition:
    """A fact that must hold, or must not."""

    fact: Fact
    holds: bool = True


def met(conditions: tuple[Condition, ...], facts: frozenset[Fact]) -> bool:
    """Tell whether all conditions are met; without any, they are."""
    return all((condition.fact in facts) is condition.holds for condition in conditions)
