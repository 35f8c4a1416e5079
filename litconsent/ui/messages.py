"""A sentence for each error: what went wrong, and what to do. Nothing blames the reader."""

from litconsent.domain.errors import LitConsentError
from litconsent.domain.people import Role
from litconsent.i18n.labels import PART, ROLE
from litconsent.i18n.languages import language
from litconsent.i18n.text import N_, Text

_ANYTHING = N_("That did not work. Nothing is lost. Please try again.")
_RESTORE = N_("The server needs help: please tell whoever looks after it, and use paper meanwhile.")
SEAL_EXPIRED = N_("The clinic's seal has expired. Please use paper and call for help.")
STAMP_AWAITED = N_("The time stamp is awaited. The seal holds without it.")

# By the name of the class: screens know no layer below the services.
SENTENCES = {
    "LitConsentError": _ANYTHING,
    "BirthDateUnclear": N_(
        "Please write the date of birth as day/month/year, for example 03/04/1955."
    ),
    "InputError": N_("Please look at this entry again."),
    "TextMissing": N_("Please fill in: {field}."),
    "TextTooLong": N_("{field}: this is too long. Up to {limit} characters fit on the form."),
    "WordTooLong": N_("{field}: one word has {length} characters. Please add spaces."),
    "ForbiddenCharacter": N_(
        "{field}: there is an invisible character in it ({char}). Please type it anew."
    ),
    "UnprintableCharacter": N_(
        "{field}: the form cannot print the character {char}. Please write it another way."
    ),
    "BirthDateInFuture": N_("The date of birth lies in the future. Please correct it."),
    "BirthDateTooOld": N_("The date of birth is before 1900. Please correct it."),
    "NoCompound": N_("Please choose at least one substance, or the needle alone."),
    "CompoundNotOffered": N_(
        "The clinic does not offer this substance. The lead can switch it on in the formulary."
    ),
    "MixingNotOffered": N_(
        "The clinic does not mix in one syringe. The lead can allow it in the formulary."
    ),
    "CosmeticAmongOthers": N_(
        "A cosmetic product needs a consent of its own. Please prepare it apart from the others."
    ),
    "MixtureOfOne": N_("Please choose at least two substances that are mixed."),
    "SettingNotProtected": N_(
        "Please confirm that mixing is done by qualified doctors in a protected medical setting."
    ),
    "FormularyError": N_("The formulary cannot be changed like this. Please look at it again."),
    "CompoundUnknown": N_("This substance is not in the formulary any more. Please look again."),
    "AccountError": N_("This account cannot be changed like this. Please look again."),
    "LastLead": N_("This is the only lead. Please give the lead to somebody else first."),
    "ClassLocked": N_("This class is locked: nothing of it can be offered here."),
    "SessionsOutOfRange": N_("Please choose from 1 to 8 sessions."),
    "NotInk": N_("Please sign again: there is too little on the field. Or type your name instead."),
    "StrokesMalformed": N_("The signature did not arrive whole. Please sign again."),
    "AccessError": N_("This is not open on this tablet."),
    "NotAllowed": N_("This is not open on this tablet at the moment. Please ask the staff."),
    "MayOnlyLook": N_("An auditor looks at records and texts, and changes nothing."),
    "SignInRefused": N_("User name or password is not right. Please try again."),
    "SignInThrottled": N_("Too many tries. Please wait until {until}."),
    "IdentityUnknown": N_(
        "No account here is connected with this sign-in. "
        "Please sign in with your password, then connect it."
    ),
    "IdentityStale": N_("This sign-in is too old or was used before. Please sign in once more."),
    "IdentityTaken": N_("Another account is connected with this sign-in already."),
    "PinRefused": N_("The PIN is not right. Please try again, or use the password."),
    "PinOff": N_("The PIN is off on this tablet after five wrong tries. Please use the password."),
    "PinTooSimple": N_("Please choose six digits that are neither all alike nor in a row."),
    "PairingRefused": N_(
        "This code does not open anything. Please compare it, or ask for a new one."
    ),
    "SetupCodeWrong": N_("The code does not fit. Please compare it with the server's window."),
    "SetupCodeExpired": N_(
        "The code has expired. Print a new one on the server: python -m litconsent setup"
    ),
    "SetupAlreadyDone": N_("The clinic is set up already. Please sign in."),
    "PasswordTooShort": N_(
        "Please choose a longer password: at least {least} characters. A short sentence is good."
    ),
    "UsernameTaken": N_("This user name is taken. Please choose another."),
    "EpisodeError": N_("This step is not possible now. Please go back to the board."),
    "EpisodeUnknown": N_("There is no such episode here."),
    "StepNotPossible": N_(
        "The episode has moved on, perhaps on another tablet. Please look at it again."
    ),
    "StaleDraft": N_("Something newer was saved in another window. It is shown now."),
    "SessionBarred": N_("No session on this consent: a new consent is needed first."),
    "NotReadyForConsent": N_(
        "Before a yes, the doctor must talk with you about a point that is still open."
    ),
    "NotYourTurn": N_("Somebody else signs first."),
    "EditionsDiffer": N_(
        "The texts of the two languages do not fit each other: one was released before the other "
        "changed. Please release both anew, or use one language."
    ),
    "ReleaseError": N_("This language cannot be released or withdrawn now."),
    "NotReleasable": N_("Not released: the check of this text finds something to mend first."),
    "TextHasMoved": N_("Not released: the files have changed. Read them again and look anew."),
    "AlreadyReleased": N_("These very words are released already."),
    "NothingReleased": N_("This language has no release that could be withdrawn."),
    "PlanUnknown": N_("This usual plan is not there any more."),
    "RecordUnknown": N_("There is no such record here."),
    "NothingToExport": N_("No record was sealed in these days with one of these decisions."),
    "DayUnclear": N_("{field}: please write the day as day/month/year, for example 03/04/2026."),
    "RecordNotStored": N_("NOT stored and NOT signed. Please sign on paper and call for help."),
    "LanguageUnavailable": N_("This language is not ready. Please choose another."),
    "ContentInvalid": _RESTORE,
    "SettingInvalid": _RESTORE,
    "CatalogueBroken": _RESTORE,
    "UnknownLanguage": N_("This language is not ready. Please choose another."),
    "MissingGlyph": N_("The form cannot print the character {char}. Please write it another way."),
    "CertificateUnfit": N_("This certificate does not fit. The seal stays as it was."),
    "StampFailed": STAMP_AWAITED,
    "SealOnToken": _RESTORE,
    "SealMissing": N_("The clinic's seal is missing, so nothing can be signed. Please use paper."),
    "SealUnreadable": N_("The clinic's seal cannot be opened. Please use paper and call for help."),
    "SealExpired": SEAL_EXPIRED,
    "StorageError": _RESTORE,
    "DatabaseBusy": N_("The server is busy. Nothing is lost. Please try again."),
    "DiskFull": N_("NOT stored: the server's disk is full. Please use paper and call for help."),
    "AlreadySigned": N_("This signature is already there."),
    "AlreadySealed": N_("This decision is already sealed."),
}

FIELDS = {
    "patient.name": N_("Name of the patient"),
    "patient.birth_date": N_("Date of birth"),
    "patient.identifier": N_("Patient number"),
    "plan.diagnosis": N_("Diagnosis"),
    "plan.body_area": N_("Where exactly, for example the right side"),
    "plan.areas": N_("Body area"),
    "plan.compounds": N_("Substances"),
    "plan.sessions": N_("Sessions"),
    "plan.alternatives": N_("Other treatments"),
    "plan.without_treatment": N_("Without treatment"),
    "family.name": N_("Name of the family member"),
    "family.relationship": N_("Relationship"),
    "signature.expressed": N_("How it was expressed"),
    "session.response": N_("Response so far: does it help, and how?"),
    "withdrawal.follow_up": N_("What you offer for afterwards (may stay empty)"),
    "void.reason": N_("Reason, as it will stand on the page"),
    "who.paper": N_("Paper that you saw: kind, number, date"),
    "clinic.name": N_("Name of the clinic"),
    "clinic.place": N_("Address of the clinic"),
    "clinic.phone": N_("Phone of the clinic"),
    "reviewer.name": N_("Full name of the reviewer"),
    "reviewer.qualification": N_("Qualification of the reviewer"),
    "release.reason": N_("Reason for the withdrawal"),
    "usual.name": N_("Name of the plan"),
    "account.username": N_("User name"),
    "account.name": N_("Your name"),
    "account.role": N_("What this person may do"),
    "account.password": N_("Password"),
    "account.pin": N_("PIN"),
    "mixture.reason": N_("Why they are mixed"),
    "mixture.stability": N_("Where the stability of this mixture was shown"),
    "entry.off_label": N_("Licence status"),
    "entry.strength": N_("How sure it is"),
    "export.first": N_("From this day"),
    "export.last": N_("To this day"),
    "signature.typed": N_("Your name in place of a signature"),
}


def sentence(error: LitConsentError, _: Text) -> str:
    """Return what to say about an error, in a reader's language."""
    for kind in type(error).__mro__:
        message = SENTENCES.get(kind.__name__)
        if message:
            return _(message, **_values(error, _))
    return _(_ANYTHING)


def field_name(field: str, _: Text) -> str:
    """Return the name of a field as its label says it."""
    kind, _dot, rest = field.partition(".")
    if field not in FIELDS and kind in ("entry", "clinic_text"):
        return _field_in_language(field, _)
    if kind == "reason":
        return _("Reason for {substance}", substance=rest)
    if kind == "off_label":
        return _("Licence of {substance}, for this use", substance=rest)
    return _(FIELDS.get(field, N_("This entry")))


def _field_in_language(field: str, _: Text) -> str:
    """Return the name of a field that is written once in each language, with its language."""
    name, _dot, code = field.removeprefix("entry.").rpartition(".")
    labels = {**PART, "name": N_("Name"), "clinic_text": N_("The clinic's own words")}
    return _("{part} ({language})", part=_(labels[name]), language=language(code).endonym)


def _values(error: LitConsentError, _: Text) -> dict[str, object]:
    values: dict[str, object] = {
        name: getattr(error, name) for name in ("limit", "length", "least") if hasattr(error, name)
    }
    if hasattr(error, "field"):
        values["field"] = field_name(error.field, _)
    char = getattr(error, "char", getattr(error, "character", ""))
    if char:
        values["char"] = char if char.isprintable() else f"U+{ord(char):04X}"
    if hasattr(error, "until"):
        values["until"] = _.datetime(error.until)
    if hasattr(error, "role"):
        values["role"] = _(ROLE[Role(error.role)])
    return values
