"""What keeps a yes from being taken, in words for the doctor, and what to do instead."""

from litconsent.domain.obstacles import Obstacle
from litconsent.i18n.text import N_

WHY = {
    Obstacle.NOBODY_DECIDES: N_(
        "Nobody among the people you have named can decide for this patient."
    ),
    Obstacle.CAPACITY_DOUBTED: N_("You doubt that the patient can decide today."),
    Obstacle.TEMPORARILY_INCAPABLE: N_(
        "The patient cannot decide today, for example because of fever, strong pain, alcohol "
        "or a calming drug."
    ),
    Obstacle.ADULTS_ONLY: N_(
        "Your clinic treats adults only, and the position paper has no data about minors."
    ),
    Obstacle.WISH_NOT_ASKED: N_(
        "The patient has not yet been asked, alone, whether the family should take part."
    ),
    Obstacle.FAMILY_UNWANTED: N_("Family is in the room, but the patient does not want it."),
    Obstacle.FAMILY_ANSWERED: N_("Family answered in the patient's place."),
    Obstacle.NO_INTERPRETER: N_(
        "You and those who decide do not share a language, and nobody interprets."
    ),
    Obstacle.INTERPRETER_MINOR: N_("The person who interprets is under 18."),
    Obstacle.INTERPRETER_NOT_REQUESTED: N_(
        "A relative interprets, but the patient did not ask for it."
    ),
    Obstacle.PROFESSIONAL_NOT_OFFERED: N_(
        "A relative interprets, and it is not noted that the patient turned down a professional."
    ),
    Obstacle.INTERPRETER_UNREASONED: N_("You have not said why a relative interprets."),
    Obstacle.OFF_LABEL_BY_RELATIVE: N_(
        "An off-label use is planned, and a relative interprets. What is off-label must be "
        "understood exactly."
    ),
    Obstacle.NO_WITNESS: N_(
        "Somebody who decides cannot sign or read, and there is neither video nor enough witnesses."
    ),
    Obstacle.WITNESS_MINOR: N_("A witness is under 18."),
    Obstacle.PARTNER_ANSWERED: N_(
        "The person who helps to communicate answered in the patient's place."
    ),
    Obstacle.PARENTS_DISAGREE: N_("The parents do not agree with each other."),
    Obstacle.OTHER_PARENT_MISSING: N_(
        "The other parent has not been reached, and both decide together."
    ),
    Obstacle.REASON_UNDOCUMENTED: N_(
        "One parent decides alone, and no document about the reason has been seen."
    ),
    Obstacle.ORDINARY_UNJUSTIFIED: N_(
        "One parent decides alone because the act is ordinary, but your reason for that is missing."
    ),
    Obstacle.NOT_HEARD: N_("Somebody else decides, and the patient has not been heard."),
    Obstacle.DISSENT: N_("The young patient does not want this treatment."),
    Obstacle.DISSENT_UNADDRESSED: N_(
        "The patient is against it, and nobody has answered to that yet."
    ),
    Obstacle.AUTHORITY_UNSEEN: N_(
        "The document that gives the authority to decide has not been seen."
    ),
    Obstacle.POWER_MISSING: N_("The document does not give the power to decide about health."),
    Obstacle.REPRESENTATIVE_REFUSES: N_(
        "The person who decides for the patient, or together with the patient, says no."
    ),
    Obstacle.ACCEPTANCE_UNSEEN: N_("It has not been seen that the trustee accepted the task."),
    Obstacle.AGAINST_DIRECTIVES: N_(
        "The treatment goes against what the patient wrote in the advance directives."
    ),
    Obstacle.ELECTIVE: N_(
        "This treatment can wait. Advance directives alone are no good ground for it."
    ),
    Obstacle.DESIGNATION_UNWRITTEN: N_(
        "The patient's wish not to be told, or to have somebody else told or decide, is not "
        "written down."
    ),
    Obstacle.DESIGNATION_NOT_ALONE: N_("The patient was not alone when saying this."),
    Obstacle.DESIGNATION_PRESSED: N_("It is not certain that the patient said this freely."),
    Obstacle.DELEGATE_MINOR: N_("The person named by the patient is under 18."),
    Obstacle.DELEGATE_UNAVAILABLE: N_(
        "The person named by the patient is not here and cannot be reached."
    ),
    Obstacle.ROLES_CLASH: N_("One person has two roles that must be held by two people."),
}

INSTEAD = {
    Obstacle.NOBODY_DECIDES: N_(
        "Wait: this treatment is not urgent. If nobody has the authority, a court can name "
        "somebody. In Italy this is the guardianship judge (giudice tutelare)."
    ),
    Obstacle.CAPACITY_DOUBTED: N_(
        "Explain again in simpler words, with more time or with help. Then note whether the "
        "doubt has gone, or postpone."
    ),
    Obstacle.TEMPORARILY_INCAPABLE: N_(
        "Postpone, and note when you will ask again. Nobody decides in the patient's place "
        "for this."
    ),
    Obstacle.ADULTS_ONLY: N_(
        "Offer another way of care. The lead can change this setting for the clinic."
    ),
    Obstacle.WISH_NOT_ASKED: N_(
        "Ask the patient in private whether they want their family here, and whether anything "
        "should stay private."
    ),
    Obstacle.FAMILY_UNWANTED: N_(
        "Kindly ask the family to wait outside, and go on with the patient alone."
    ),
    Obstacle.FAMILY_ANSWERED: N_(
        "Ask the same questions again, to the patient alone. The family may ask and comment, "
        "but not answer."
    ),
    Obstacle.NO_INTERPRETER: N_(
        "Call an interpreter or mediator, also by phone or video, or a colleague who speaks "
        "the language. Otherwise postpone."
    ),
    Obstacle.INTERPRETER_MINOR: N_(
        "Ask an adult to interpret, best a professional. A child never interprets a consent."
    ),
    Obstacle.INTERPRETER_NOT_REQUESTED: N_(
        "Ask the patient who should interpret. If they do not ask for the relative "
        "themselves, call a professional."
    ),
    Obstacle.PROFESSIONAL_NOT_OFFERED: N_(
        "Offer a professional interpreter. If the patient says no, note it."
    ),
    Obstacle.INTERPRETER_UNREASONED: N_(
        "Write your reason in one sentence, or call a professional interpreter."
    ),
    Obstacle.OFF_LABEL_BY_RELATIVE: N_(
        "Call a professional interpreter, also by phone or video, or choose a plan without "
        "off-label use."
    ),
    Obstacle.NO_WITNESS: N_(
        "Ask for the witnesses your rules want, at least one of them neither staff nor "
        "family, or record a video with the patient's permission."
    ),
    Obstacle.WITNESS_MINOR: N_("Ask an adult to be the witness."),
    Obstacle.PARTNER_ANSWERED: N_(
        "Ask again, and let the patient answer with their own means. The helper only passes "
        "the words on."
    ),
    Obstacle.PARENTS_DISAGREE: N_(
        "Do not treat. Talk with both, and offer another way. If they still disagree, a judge "
        "can decide."
    ),
    Obstacle.OTHER_PARENT_MISSING: N_(
        "Reach the other parent or postpone. If one parent may decide alone, state the reason "
        "and note the document."
    ),
    Obstacle.REASON_UNDOCUMENTED: N_(
        "Look at the document and note it, or wait for the other parent."
    ),
    Obstacle.ORDINARY_UNJUSTIFIED: N_(
        "Write why you consider it ordinary, or ask both parents. By practice, this treatment "
        "wants both."
    ),
    Obstacle.NOT_HEARD: N_(
        "Listen to the patient in words that suit them, and note what they say. If that was "
        "not possible, note why."
    ),
    Obstacle.DISSENT: N_(
        "Stop and note it. This treatment can wait, and is never given against a child's "
        "will. Offer another way."
    ),
    Obstacle.DISSENT_UNADDRESSED: N_(
        "Talk about it with the patient and with whoever decides, and note what came of it. "
        "You can always stop here."
    ),
    Obstacle.AUTHORITY_UNSEEN: N_(
        "Look at the document, and note what it is and its date. Without it, postpone."
    ),
    Obstacle.POWER_MISSING: N_(
        "If the patient can decide, the patient decides. If not, postpone and have the judge "
        "asked about this power."
    ),
    Obstacle.REPRESENTATIVE_REFUSES: N_(
        "Do not treat. If you think the treatment is appropriate and necessary, the judge "
        "decides. In Italy this is the guardianship judge (giudice tutelare)."
    ),
    Obstacle.ACCEPTANCE_UNSEEN: N_("Look at the written acceptance and note it, or postpone."),
    Obstacle.AGAINST_DIRECTIVES: N_(
        "Respect the directives: do not treat, and look for another way."
    ),
    Obstacle.ELECTIVE: N_(
        "Stop, and have a support administrator asked for. You may go on only with a reason, "
        "which stays on record."
    ),
    Obstacle.DESIGNATION_UNWRITTEN: N_(
        "Let the patient write or sign it themselves. Until then the patient is informed and "
        "decides."
    ),
    Obstacle.DESIGNATION_NOT_ALONE: N_(
        "Ask again with only you and the patient in the room, with a professional interpreter "
        "if one is needed."
    ),
    Obstacle.DESIGNATION_PRESSED: N_(
        "Do not act on it. Talk with the patient alone, offer help, and start again another day."
    ),
    Obstacle.DELEGATE_MINOR: N_("Ask the patient to name an adult, or to decide themselves."),
    Obstacle.DELEGATE_UNAVAILABLE: N_(
        "Postpone, or ask the patient to name somebody else or to decide themselves."
    ),
    Obstacle.ROLES_CLASH: N_("Ask somebody else to take one of the two roles."),
}
