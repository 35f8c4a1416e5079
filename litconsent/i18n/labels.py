"""The words that screens and documents use for the values of the domain."""

from litconsent.domain.answers import Presence, Told
from litconsent.domain.clinic_entries import CLINIC_PART
from litconsent.domain.decisions import Decision, Outcome
from litconsent.domain.editions import OffLabel, Strength, Topic
from litconsent.domain.events import EventKind
from litconsent.domain.people import Role
from litconsent.domain.signatures import Method
from litconsent.domain.talk_map import Reading
from litconsent.domain.understanding import Feeling, Rating
from litconsent.domain.variants import Meaning
from litconsent.i18n.text import N_

DECISION = {
    Decision.CONSENT: N_("Yes. I agree to this treatment."),
    Decision.PARTIAL: N_("Yes, but not to all of it."),
    Decision.REFUSAL: N_("No. I do not want this treatment."),
    Decision.POSTPONED: N_("Not today. I need more time."),
}

OUTCOME = {
    Outcome.CONSENT: DECISION[Decision.CONSENT],
    Outcome.PARTIAL: DECISION[Decision.PARTIAL],
    Outcome.REFUSAL: DECISION[Decision.REFUSAL],
    Outcome.POSTPONED: DECISION[Decision.POSTPONED],
    Outcome.WITHDRAWAL: N_("I take my consent back."),
    Outcome.SESSION: N_("A session was held."),
    Outcome.VOIDING: N_("The clinic declares this record void."),
}

DOCUMENT_TITLE = {
    Outcome.CONSENT: N_("Consent to local intradermal therapy (mesotherapy)"),
    Outcome.PARTIAL: N_("Consent to a part: local intradermal therapy (mesotherapy)"),
    Outcome.REFUSAL: N_("Refusal of local intradermal therapy (mesotherapy)"),
    Outcome.POSTPONED: N_("Decision postponed: local intradermal therapy (mesotherapy)"),
    Outcome.WITHDRAWAL: N_("Withdrawal of a consent: local intradermal therapy (mesotherapy)"),
    Outcome.SESSION: N_("Session held: local intradermal therapy (mesotherapy)"),
    Outcome.VOIDING: N_("Record declared void: local intradermal therapy (mesotherapy)"),
}

MEANING = {
    Decision.CONSENT: N_(
        "I was informed, I could ask, and I agree. I can change my mind at any time."
    ),
    Decision.PARTIAL: N_(
        "I was informed, I could ask, and I agree to a part. I can change my mind at any time."
    ),
    Decision.REFUSAL: N_(
        "I was informed, I could ask, and I do not want it. I will be cared for all the same."
    ),
    Decision.POSTPONED: N_("I was informed and want more time. My signature is not needed."),
}

MEANING_HEARD_LESS = {
    Decision.CONSENT: N_(
        "I heard as much as I wanted, I could ask, and I agree. I can change my mind at any time."
    ),
    Decision.PARTIAL: N_(
        "I heard as much as I wanted, I could ask, and I agree to a part. "
        "I can change my mind at any time."
    ),
    Decision.REFUSAL: N_(
        "I heard as much as I wanted, I could ask, and I do not want it. "
        "I will be cared for all the same."
    ),
    Decision.POSTPONED: N_(
        "I heard as much as I wanted, and want more time. My signature is not needed."
    ),
}

ROLE = {
    Role.PATIENT: N_("Patient"),
    Role.DELEGATE: N_("Person named by the patient"),
    Role.PARENT: N_("Parent"),
    Role.OTHER_PARENT: N_("Other parent"),
    Role.GUARDIAN: N_("Guardian"),
    Role.SUPPORT_ADMINISTRATOR: N_("Support administrator"),
    Role.TRUSTEE: N_("Trustee named in advance directives"),
    Role.ATTORNEY: N_("Attorney or deputy for health"),
    Role.FAMILY: N_("Family member"),
    Role.COMMUNICATION_PARTNER: N_("Communication partner"),
    Role.INTERPRETER: N_("Interpreter"),
    Role.WITNESS: N_("Witness"),
    Role.SECOND_WITNESS: N_("Second witness"),
    Role.CLINICIAN: N_("Doctor"),
}

OWN_DECISION = N_("This is my own decision.")
SIGNS = {
    Meaning.DECIDES: N_("I decide for the patient, and the patient was heard."),
    Meaning.ASSENTS: N_("I was asked. This is what I want myself."),
    Meaning.DESIGNATES: N_("I name this person to hear and to decide for me. I can take it back."),
    Meaning.RECEIVES: N_("I was informed as the patient wished. I do not decide."),
    Meaning.TOOK_PART: N_(
        "I took part in the talk. This is not a consent and does not replace the patient's."
    ),
    Meaning.INTERPRETS: N_(
        "I interpreted all of it, added nothing, left nothing out, and keep it to myself. "
        "This is not a consent."
    ),
    Meaning.WITNESSES: N_("I saw and heard how this decision was given. This is not a consent."),
    Meaning.CONFIRMS: N_(
        "I explained the treatment, answered the questions and recorded the decision."
    ),
}

METHOD = {
    Method.DRAWN: N_("drawn on the screen"),
    Method.TYPED: N_("typed in place of a drawing"),
    Method.EXPRESSED: N_("expressed without signing"),
}

PRESENCE = {
    Presence.ALONE: N_("The patient wanted to read alone."),
    Presence.FAMILY_READS: N_("The patient wanted family to read along."),
    Presence.FAMILY_LATER: N_("The patient wanted to read alone first and with family later."),
}

TOLD = {Told.YES: N_("Yes"), Told.NO: N_("No"), Told.UNSURE: N_("I do not know")}

FEELING = {
    Feeling.UNDERSTOOD: N_("Understood"),
    Feeling.NOT_YET: N_("Not yet"),
}

RATING = {
    Rating.UNDERSTOOD: N_("Understood"),
    Rating.PARTLY: N_("Understood in part"),
    Rating.NOT_YET: N_("Not yet"),
}

READING = {
    Reading.READ: N_("Read"),
    Reading.SKIPPED: N_("Turned past"),
    Reading.NOT_SHOWN: N_("Not read"),
}

# In equal words and in this order: this treatment, another, none.
OPTIONS = (N_("This treatment"), N_("Another treatment"), N_("No treatment"))

PART = {
    "what": N_("What it is"),
    "why": N_("Why it may be used"),
    "evidence": N_("How sure that is"),
    "feel": N_("How it feels"),
    "licence": N_("Licence"),
    "tell": N_("Tell your doctor"),
    CLINIC_PART: N_("From your clinic"),
}

TOPIC = {
    Topic.VEINS: N_("Injections for weak veins"),
    Topic.LASER: N_("Light and laser on points of the skin"),
}

OFF_LABEL = {
    OffLabel.NO: N_("Needs no licence, or is used within it"),
    OffLabel.DEPENDS: N_("May be off-label here"),
    OffLabel.USUALLY: N_("Usually off-label here"),
}

STRENGTH = {
    Strength.DEFINITION: N_("A definition or description"),
    Strength.HYPOTHESIS: N_("An idea, not proven"),
    Strength.PRECLINICAL: N_("Laboratory or animal studies"),
    Strength.RANDOMIZED: N_("A randomized study, the most reliable kind"),
    Strength.COMPARISON: N_("A study that compared groups"),
    Strength.REPORTED: N_("Reported by authors, without details"),
    Strength.RECOMMENDED: N_("A recommendation of the medical society"),
    Strength.UNKNOWN: N_("Not known, or not proven: the source says so itself"),
    Strength.LAW: N_("Law or professional ethics"),
    Strength.READER: N_("Not in the source; added for an honest picture"),
}

EVENT = {
    EventKind.PREPARED: N_("Proposal written down"),
    EventKind.WHO_STATED: N_("Doctor stated anew who decides"),
    EventKind.HANDED_OVER: N_("Tablet handed to the patient"),
    EventKind.PRESENCE_TOLD: N_("Patient said who may be present"),
    EventKind.LANGUAGE_CHOSEN: N_("Patient chose another language"),
    EventKind.CHAPTER_READ: N_("Chapter shown: {chapter}"),
    EventKind.CHECK_ANSWERED: N_("Question answered: {item}"),
    EventKind.HANDED_BACK: N_("Tablet handed back"),
    EventKind.CONSULTATION_OPENED: N_("Talk with the doctor began"),
    EventKind.UNDERSTANDING_TOLD: N_("Told whether this was understood: {chapter}"),
    EventKind.TEACH_BACK_RATED: N_("Answer in the patient's own words rated: {prompt}"),
    EventKind.NOTES_SAVED: N_("Doctor's notes saved"),
    EventKind.DECISION_OPENED: N_("Tablet handed over for the decision"),
    EventKind.QUESTION_RAISED: N_("Patient wanted to ask first"),
    EventKind.DECIDED: N_("Decision given"),
    EventKind.SIGNED: N_("Signed: {role}"),
    EventKind.SESSION_HELD: N_("Session held"),
    EventKind.WITHDRAWN: N_("Consent withdrawn"),
    EventKind.SIGNATURE_PASSED: N_("Signature not given: {role}"),
}
