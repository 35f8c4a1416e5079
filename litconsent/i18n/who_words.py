"""Who decides, in words: the variants, the papers, and all that a doctor stated, for any page."""

from collections.abc import Iterable, Iterator

from litconsent.domain.authority import HealthPower, OneParentReason, Scope, Stance
from litconsent.domain.episodes import Episode
from litconsent.domain.papers import Paper
from litconsent.domain.people import Role
from litconsent.domain.rulings import Ruling
from litconsent.domain.signatures import Signature
from litconsent.domain.situations import Capacity, InterpreterKind, Mode
from litconsent.domain.statements import Speaker, Statement, WitnessKind
from litconsent.domain.variants import Meaning, Signer
from litconsent.i18n.labels import OWN_DECISION, ROLE, SIGNS
from litconsent.i18n.text import N_, Text, isolated

VARIANT = {
    "V01": N_("Adult who decides alone"),
    "V02": N_("Adult with family taking part"),
    "V03": N_("With an interpreter"),
    "V04": N_("With a relative who interprets"),
    "V05": N_("Before witnesses: cannot sign or read"),
    "V06": N_("With a means of communication"),
    "V07": N_("Minor: both parents decide"),
    "V08": N_("Minor: one parent decides"),
    "V09": N_("The minor is asked as well"),
    "V10": N_("Minor: a guardian decides"),
    "V11": N_("Adult with a guardian"),
    "V12": N_("With a support administrator who assists"),
    "V13": N_("A support administrator decides"),
    "V14": N_("Adult with a curator, who decides alone"),
    "V15": N_("A trustee decides by advance directives"),
    "V16": N_("Refusal"),
    "V17": N_("Withdrawal"),
    "V18": N_("More time"),
    "V19": N_("The patient has named somebody who decides"),
    "V19i": N_("The patient does not want to hear all of it"),
    "V20": N_("Course of several sessions"),
    "V21": N_("Cannot decide today"),
    "UK16": N_("16 or 17 years old, decides alone"),
    "UKGC": N_("Competent minor who decides alone"),
    "UKLPA": N_("An attorney or deputy decides"),
}

SPEAKER = {
    Speaker.PATIENT: N_("The patient alone"),
    Speaker.BOTH_PARENTS: N_("Both parents"),
    Speaker.ONE_PARENT: N_("One parent"),
    Speaker.GUARDIAN: N_("A guardian"),
    Speaker.FOSTER_CARER: N_("A foster carer"),
    Speaker.SUPPORT_ADMINISTRATOR: N_("A support administrator"),
    Speaker.CURATOR: N_("The patient, with a curator for property"),
    Speaker.TRUSTEE: N_("A trustee named in advance directives"),
    Speaker.ATTORNEY: N_("An attorney or deputy for health"),
}

CAPACITY = {
    Capacity.CAPABLE: N_("Can decide"),
    Capacity.DOUBTED: N_("In doubt"),
    Capacity.INCAPABLE: N_("Cannot decide"),
    Capacity.TEMPORARILY_INCAPABLE: N_("Cannot decide today"),
}

POWER = {
    HealthPower.SILENT: N_("Says nothing about health"),
    HealthPower.ASSISTS: N_("Assists in decisions about health"),
    HealthPower.REPRESENTS: N_("Decides about health"),
}

STANCE = {
    Stance.AGREES: N_("Takes part"),
    Stance.REFUSES: N_("Is against it"),
    Stance.UNREACHABLE: N_("Cannot be reached"),
}

ONE_PARENT = {
    OneParentReason.SOLE: N_("The only one with parental responsibility"),
    OneParentReason.IMPEDED: N_("The other is far away or unable to"),
    OneParentReason.DELEGATED: N_("The other has agreed or delegated in writing"),
    OneParentReason.COURT: N_("A court has decided"),
    OneParentReason.ORDINARY: N_("An ordinary act, for which one is enough"),
}

INTERPRETER = {
    InterpreterKind.PROFESSIONAL: N_("Professional interpreter"),
    InterpreterKind.MEDIATOR: N_("Cultural mediator"),
    InterpreterKind.RELATIVE: N_("Relative or friend"),
}

MODE = {
    Mode.IN_PERSON: N_("In the room"),
    Mode.PHONE: N_("By phone"),
    Mode.VIDEO: N_("By video"),
}

WITNESS = {
    WitnessKind.INDEPENDENT: N_("Neither staff nor family"),
    WitnessKind.STAFF: N_("Staff"),
    WitnessKind.FAMILY: N_("Family"),
}

SCOPE = {
    Scope.NOBODY: N_("Wants to hear less, and decides"),
    Scope.INFORMATION: N_("Has named somebody to be informed; the patient decides"),
    Scope.DECISION: N_("Has named somebody to be informed and to decide"),
}


PAPER = {
    Paper.PATIENT_IDENTITY: N_("Patient's identity"),
    Paper.WISH_FOR_FAMILY: N_("Patient's wish for family to take part"),
    Paper.FAMILY_NAMES: N_("Names and relationship of the family"),
    Paper.WHAT_MAY_BE_SHARED: N_("What may be shared with the family"),
    Paper.INTERPRETER_IDENTITY: N_("Who interprets, and for which agency"),
    Paper.INTERPRETING_MODE: N_("In which way and language it was interpreted"),
    Paper.REQUEST_FOR_RELATIVE: N_("Patient's request for a relative to interpret"),
    Paper.PROFESSIONAL_DECLINED: N_("Professional interpreter offered and declined"),
    Paper.DOCTORS_REASON: N_("Doctor's reason"),
    Paper.WHY_NO_SIGNATURE: N_("Why there is no signature"),
    Paper.HOW_EXPRESSED: N_("How the decision was expressed"),
    Paper.WITNESS_IDENTITY: N_("Identity of the witnesses"),
    Paper.VIDEO_CONSENT: N_("Permission for the video, and where it is kept"),
    Paper.DEVICE_USED: N_("Means of communication used"),
    Paper.PARTNERS_PART: N_("What the helper did"),
    Paper.PARENTS_IDENTITY: N_("Identity of the parents"),
    Paper.CUSTODY_ORDER: N_("Order on custody"),
    Paper.ONE_PARENT_REASON: N_("Why one parent decides"),
    Paper.REASON_DOCUMENT: N_("Document about that reason"),
    Paper.SELF_DECLARATION: N_("Parent's own declaration"),
    Paper.PERSONS_VIEW: N_("What the patient said when heard"),
    Paper.MATURITY_NOTE: N_("Note on maturity"),
    Paper.APPOINTMENT_DECREE: N_("Decree or deed of appointment"),
    Paper.FOSTER_POWERS: N_("Powers of the foster carer"),
    Paper.HEALTH_POWERS: N_("Powers about health"),
    Paper.ADVANCE_DIRECTIVES: N_("Advance directives"),
    Paper.TRUSTEE_ACCEPTANCE: N_("Acceptance by the trustee"),
    Paper.INCAPACITY_ASSESSMENT: N_("Doctor's assessment of incapacity"),
    Paper.FAMILY_INFORMED: N_("Family informed"),
    Paper.INFORMATION_DECLINED: N_("Wish not to be informed"),
    Paper.DESIGNATION: N_("Naming of a person, with scope"),
    Paper.DELEGATE_IDENTITY: N_("Identity of the person named"),
    Paper.SESSION_NUMBER: N_("Number of the session"),
    Paper.PLAN_UNCHANGED: N_("Plan and health unchanged"),
    Paper.TIME_TO_REASSESS: N_("When to ask again"),
    Paper.WHAT_REFUSED: N_("What was refused"),
    Paper.CONSEQUENCES_EXPLAINED: N_("Consequences explained"),
    Paper.ALTERNATIVES_OFFERED: N_("Alternatives offered"),
    Paper.TIME_OF_WITHDRAWAL: N_("Time of the withdrawal"),
    Paper.SESSIONS_DONE: N_("Sessions done so far"),
    Paper.FOLLOW_UP: N_("Follow-up offered"),
    Paper.OPEN_QUESTIONS: N_("Open questions"),
    Paper.TAKE_HOME_COPY: N_("Copy to take home"),
}


def variant_names(_: Text, ruling: Ruling) -> list[str]:
    """Return the variants that hold, in words, the one that says who decides first."""
    cannot_today = "V21" in ruling.variants
    shown = [one for one in ruling.variants if one != "V01" or not cannot_today]
    return [name_of_variant(_, one) for one in shown]


def name_of_variant(_: Text, variant: str) -> str:
    """Return the name of one variant; a pack may have one that has no name here."""
    return _(VARIANT[variant]) if variant in VARIANT else variant


def citations(ruling: Ruling, sources: Iterable[str]) -> list[str]:
    """Return what sources are, each once, in their order."""
    return list(dict.fromkeys(ruling.law.get(one, one) for one in sources))


def place_words(_: Text, place: Signer) -> tuple[str, str]:
    """Return who signs at a place, in all their roles, and what the signature says."""
    roles = _.list([_(ROLE[role]) for role in place.roles])
    return roles, " ".join(_meaning(_, one) for one in (place, *place.also))


def place_of(ruling: Ruling, signature: Signature) -> Signer:
    """Return the place at which a signature of this very ruling was given."""
    return next(place for place in ruling.signers if place.role is signature.role)


def who_rows(_: Text, episode: Episode, ruling: Ruling) -> list[tuple[str, str]]:
    """Return what was stated about who decides, as rows of a table; what was not stated is left."""
    stated = episode.who
    rows = [
        (_("Situation"), _.series(variant_names(_, ruling))),
        (_("By the rules"), "; ".join(citations(ruling, ruling.sources))),
        *_people(_, stated),
        *_authority(_, stated),
        *_hearing(_, stated),
        *_helpers(_, stated),
        (_("Capacity to decide"), _capacity(_, stated, ruling)),
        *_chosen(_, stated, ruling),
    ]
    return [row for row in rows if row[1]]


def _meaning(_: Text, place: Signer) -> str:
    own = place.role is Role.PATIENT and place.meaning is Meaning.DECIDES
    return _(OWN_DECISION) if own else _(SIGNS[place.meaning])


def _capacity(_: Text, stated: Statement, ruling: Ruling) -> str:
    if stated.capacity is Capacity.CAPABLE and not stated.capacity_note:
        # Of somebody for whom others decide nothing is presumed.
        own = Role.PATIENT in ruling.variant.deciding
        return _("Presumed; no doubt was noted.") if own else ""
    return _with_note(_(CAPACITY[stated.capacity]), stated.capacity_note)


def _people(_: Text, stated: Statement) -> Iterator[tuple[str, str]]:
    family = stated.family
    if family:
        words = f"{isolated(family.name)} ({isolated(family.relationship)})"
        yield _("Family member who took part"), words
        yield _("What may be shared with them"), stated.shared
    if stated.speaks_as and stated.speaker_name:
        yield _(ROLE[stated.speaks_as]), _with_stance(_, stated.speaker_name, stated.speaker_stance)
    if stated.speaker is Speaker.BOTH_PARENTS and stated.other_parent_name:
        name = _with_stance(_, stated.other_parent_name, stated.other_parent_stance)
        yield _(ROLE[Role.OTHER_PARENT]), name
    if stated.delegation:
        yield _("What the patient wants to hear"), _(SCOPE[stated.delegation])
        yield _(ROLE[Role.DELEGATE]), _with_note(stated.delegate_name, stated.delegate_detail)


def _authority(_: Text, stated: Statement) -> Iterator[tuple[str, str]]:
    if stated.speaker is Speaker.ONE_PARENT:
        yield _("Why one parent is enough"), _(ONE_PARENT[stated.one_parent_reason])
        yield _("Why it is an ordinary act"), stated.ordinary_because
    if stated.speaker is not Speaker.PATIENT:
        yield _("Paper that was seen"), stated.paper
    if stated.speaker in (Speaker.SUPPORT_ADMINISTRATOR, Speaker.FOSTER_CARER, Speaker.ATTORNEY):
        yield _("What it says about health"), _with_note(_(POWER[stated.power]), stated.powers)
    if stated.speaker is Speaker.TRUSTEE:
        yield _("Acceptance that was seen"), stated.acceptance


def _hearing(_: Text, stated: Statement) -> Iterator[tuple[str, str]]:
    if stated.heard or stated.view:
        yield _("What the patient said about it"), stated.view or _("Was heard.")
    yield _("Why the patient was not heard"), stated.not_heard_because
    if stated.dissents:
        yield _("The patient is against it"), stated.dissent_answer or _("Not talked about yet.")


def _helpers(_: Text, stated: Statement) -> Iterator[tuple[str, str]]:
    if stated.interpreter_kind and stated.interpreter_name:
        how = _.list([_(INTERPRETER[stated.interpreter_kind]), _(MODE[stated.interpreter_mode])])
        detail = _.series((how, stated.interpreter_detail))
        yield _("Interpreter"), _with_note(stated.interpreter_name, detail)
        yield _("Why a relative interprets"), stated.interpreter_because
    else:
        yield _("Interpreter"), _("None noted.")
    if stated.cannot_sign or stated.cannot_read:
        what = [
            words
            for unable, words in (
                (stated.cannot_read, _("cannot read")),
                (stated.cannot_sign, _("cannot sign")),
            )
            if unable
        ]
        yield _("The patient"), _with_note(_.list(what), stated.unable_because)
    for name, kind in (
        (stated.witness_name, stated.witness_kind),
        (stated.second_witness_name, stated.second_witness_kind),
    ):
        yield _("Witness"), _with_note(name, _(WITNESS[kind])) if name else ""
    yield _("Video of the decision"), stated.video
    yield _("Means of communication"), stated.device
    yield _(ROLE[Role.COMMUNICATION_PARTNER]), stated.partner_name


def _chosen(_: Text, stated: Statement, ruling: Ruling) -> Iterator[tuple[str, str]]:
    if stated.override_because and ruling.variants[:1] != (ruling.proposed,):
        yield _("The rules had proposed"), name_of_variant(_, ruling.proposed)
    if stated.override_because:
        yield _("Why the doctor decided otherwise"), stated.override_because


def _with_stance(_: Text, name: str, stance: Stance) -> str:
    return name if stance is Stance.AGREES else _with_note(name, _(STANCE[stance]))


def _with_note(words: str, note: str) -> str:
    if not words or not note:
        return words or note
    return f"{isolated(words)} ({isolated(note)})"
