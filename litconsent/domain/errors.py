"""What can go wrong, as data. No sentence for a person stands here; `ui/messages.py` has those."""

from datetime import date, datetime


class LitConsentError(Exception):
    """The root of every error that this software raises on purpose."""


class InputError(LitConsentError):
    """Something that a person typed cannot be taken as it is."""

    def __init__(self, field: str, detail: str = "") -> None:
        super().__init__(f"{field}: {detail or type(self).__name__}")
        self.field = field


class TextMissing(InputError):
    """A field that is needed was left empty."""


class TextTooLong(InputError):
    """A text is longer than the form can carry."""

    def __init__(self, field: str, length: int, limit: int) -> None:
        super().__init__(field, f"{length} characters, {limit} allowed")
        self.length = length
        self.limit = limit


class WordTooLong(InputError):
    """One word is longer than a line."""

    def __init__(self, field: str, word: str) -> None:
        super().__init__(field, f"a word of {len(word)} characters")
        self.length = len(word)


class ForbiddenCharacter(InputError):
    """A control or direction-override character, which could hide or reorder text."""

    def __init__(self, field: str, char: str) -> None:
        super().__init__(field, f"U+{ord(char):04X}")
        self.char = char


class UnprintableCharacter(InputError):
    """A character that no font of ours can print, so the form could not show it."""

    def __init__(self, field: str, char: str) -> None:
        super().__init__(field, f"U+{ord(char):04X} is in no font")
        self.char = char


class BirthDateUnclear(InputError):
    """A date of birth that is not day, month and year."""

    def __init__(self) -> None:
        super().__init__("patient.birth_date")


class BirthDateInFuture(InputError):
    """A birth date after today."""

    def __init__(self, birth_date: date) -> None:
        super().__init__("patient.birth_date", birth_date.isoformat())
        self.birth_date = birth_date


class BirthDateTooOld(InputError):
    """A birth date before 1900."""

    def __init__(self, birth_date: date) -> None:
        super().__init__("patient.birth_date", birth_date.isoformat())
        self.birth_date = birth_date


class NoCompound(InputError):
    """A plan without any compound."""

    def __init__(self) -> None:
        super().__init__("plan.compounds")


class SessionsOutOfRange(InputError):
    """A number of sessions that no plan can have."""

    def __init__(self, sessions: int) -> None:
        super().__init__("plan.sessions", str(sessions))
        self.sessions = sessions


class CompoundNotOffered(InputError):
    """A plan with a compound that the clinic's formulary does not offer."""

    def __init__(self, compound: str) -> None:
        super().__init__("plan.compounds", compound)
        self.compound = compound


class CosmeticAmongOthers(InputError):
    """A plan with a cosmetic product beside something else: it needs a consent of its own."""

    def __init__(self) -> None:
        super().__init__("plan.compounds")


class MixingNotOffered(InputError):
    """A plan with a mixture in a clinic that does not mix."""

    def __init__(self) -> None:
        super().__init__("plan.mixture")


class MixtureOfOne(InputError):
    """A mixture of fewer than two substances."""

    def __init__(self) -> None:
        super().__init__("mixture.compounds")


class SettingNotProtected(InputError):
    """Mixing without saying that it is done in a protected medical setting [paper §7, C124]."""

    def __init__(self) -> None:
        super().__init__("mixture.protected")


class NotInk(InputError):
    """A signature that is empty, a dot, or a bare line [security: checked on the server]."""

    def __init__(self, points: int) -> None:
        super().__init__("signature", f"{points} points")
        self.points = points


class StrokesMalformed(InputError):
    """Strokes that no signature pad of ours sends."""

    def __init__(self, detail: str) -> None:
        super().__init__("signature", detail)


class AccessError(LitConsentError):
    """Somebody asked for what is not theirs."""


class NotAllowed(AccessError):
    """This tablet, in its present mode, may not do that."""

    def __init__(self, action: str, mode: str) -> None:
        super().__init__(f"{action} in mode {mode}")
        self.action = action
        self.mode = mode


class MayOnlyLook(NotAllowed):
    """An auditor's account asked for something that it may not see, or that changes something."""


class SignInRefused(AccessError):
    """User name or password is wrong; which of both is not said."""


class IdentityUnknown(AccessError):
    """No account here is connected with what an organisation's sign-in said."""


class IdentityStale(AccessError):
    """What an organisation's sign-in said is too old, or was used before."""


class IdentityTaken(AccessError):
    """Another account is connected with it already."""


class SignInThrottled(AccessError):
    """Too many wrong tries; the next is allowed at `until` (UTC)."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until.isoformat())
        self.until = until


class PairingRefused(AccessError):
    """No open code is like this: wrong, used, replaced or expired; which of them is not said."""


class PinRefused(AccessError):
    """The PIN does not fit."""


class PinOff(AccessError):
    """Too many wrong PINs: it is off on this tablet until it is set again with the password."""


class SetupCodeWrong(AccessError):
    """The one-time set-up code does not fit."""


class SetupCodeExpired(AccessError):
    """The one-time set-up code is older than 30 minutes or was tried ten times."""


class SetupAlreadyDone(AccessError):
    """An account exists; the first one is set up only once."""


class PasswordTooShort(InputError):
    """A password below the least length."""

    def __init__(self, least: int) -> None:
        super().__init__("account.password", f"at least {least} characters")
        self.least = least


class PinTooSimple(InputError):
    """A PIN that is not six digits, or one that anybody would try first."""

    def __init__(self) -> None:
        super().__init__("account.pin")


class UsernameTaken(InputError):
    """An account with this user name exists."""

    def __init__(self, username: str) -> None:
        super().__init__("account.username", username)


class AccountError(LitConsentError):
    """An account cannot be changed like this."""


class AccountUnknown(AccountError):
    """No account has this id."""


class LastLead(AccountError):
    """Without this account nobody could lead the clinic's accounts."""


class EpisodeError(LitConsentError):
    """An episode cannot take this step."""


class EpisodeUnknown(EpisodeError):
    """No such episode for this tablet."""


class StepNotPossible(EpisodeError):
    """The episode is in a state in which this step makes no sense."""

    def __init__(self, step: str, state: str) -> None:
        super().__init__(f"{step} while {state}")
        self.step = step
        self.state = state


class StaleDraft(EpisodeError):
    """Another tab saved first; what is shown here is older than what is stored."""


class EditionsDiffer(EpisodeError):
    """The texts of two languages cannot stand side by side: one was released before a rebuild."""

    def __init__(self, language: str, other: str) -> None:
        super().__init__(f"{language} and {other}")
        self.language = language
        self.other = other


class FormularyError(LitConsentError):
    """The clinic's formulary cannot be changed like this."""


class CompoundUnknown(FormularyError):
    """Neither the content nor the clinic describes this compound."""

    def __init__(self, compound: str) -> None:
        super().__init__(compound)
        self.compound = compound


class ClassLocked(FormularyError):
    """Nothing of this class may be offered."""

    def __init__(self, group: str) -> None:
        super().__init__(group)
        self.group = group


class PlanUnknown(LitConsentError):
    """No usual plan of this name."""


class RecordUnknown(LitConsentError):
    """No such record."""


class NothingToExport(LitConsentError):
    """No record lies between these days with one of these decisions."""


class DayUnclear(InputError):
    """A day that is not day, month and year."""


class RecordNotStored(LitConsentError):
    """The record could not be written and read back; nothing was signed."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class LanguageUnavailable(LitConsentError):
    """No whole content exists in this language."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.language = language


class ReleaseError(LitConsentError):
    """A language cannot be released or withdrawn like this."""

    def __init__(self, language: str, detail: str = "") -> None:
        super().__init__(f"{language} {detail}".rstrip())
        self.language = language


class NotReleasable(ReleaseError):
    """A gate of the check fails, a file is broken, or the translation is stale."""

    def __init__(self, language: str, obstacles: tuple[object, ...]) -> None:
        super().__init__(language, f"{len(obstacles)} obstacles")
        self.obstacles = obstacles


class TextHasMoved(ReleaseError):
    """The working text is no longer the one that the lead has looked at."""


class AlreadyReleased(ReleaseError):
    """This very edition is the released one."""


class NothingReleased(ReleaseError):
    """The language has no release that could be withdrawn."""


class SessionBarred(EpisodeError):
    """No session can be held on this consent; a new one is needed [V20]."""

    def __init__(self, bars: tuple[str, ...]) -> None:
        super().__init__(", ".join(bars))
        self.bars = bars


class NotReadyForConsent(EpisodeError):
    """A *yes* cannot be taken yet; `missing` says what must be settled first."""

    def __init__(self, missing: tuple[object, ...]) -> None:
        super().__init__(str(missing))
        self.missing = missing


class NotYourTurn(EpisodeError):
    """Somebody else signs first."""

    def __init__(self, role: str) -> None:
        super().__init__(role)
        self.role = role
