"""The running clinic: its store, its content, its seal and its clock, opened once a process."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from litconsent.content.library import Library
from litconsent.content.who_decides_file import jurisdictions_with_rules, known_rulebook
from litconsent.domain.rulebooks import Rulebook
from litconsent.pdf.clinic_seal import ClinicSeal, load_clinic_seal
from litconsent.pdf.seal_renewal import former_certificates, keep_certificate
from litconsent.pdf.seal_token import load_token_seal
from litconsent.settings import SettingInvalid, Settings, read_settings
from litconsent.storage.database import Store, open_store
from litconsent.storage.keys import Keys, load_or_create_keys

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Clinic:
    """All that a use case needs from outside itself."""

    settings: Settings
    store: Store
    library: Library
    keys: Keys
    clock: Clock

    def now(self) -> datetime:
        """Return the server's time in UTC; no caller ever brings a time."""
        return self.clock()

    def rulebook(self) -> Rulebook:
        """Return the rules of the clinic's jurisdiction about who decides.

        :raises ContentInvalid: if there are none, or if its file has a mistake.
        """
        return known_rulebook(self.settings.content_dir, self.settings.jurisdiction)

    def seal(self) -> ClinicSeal:
        """Return the clinic's seal: from its token, if the settings name one, or from its file.

        :raises SealMissing: if the clinic was not set up, or its key file is gone.
        :raises SealUnreadable: if it cannot be opened.
        """
        if self.settings.seal_token is None:
            return load_clinic_seal(self.settings.seal_file, self.keys.seal_passphrase)
        seal = load_token_seal(self.settings.seal_token)
        # What it seals stays known when the token is away, is lost or holds another certificate.
        keep_certificate(seal, self.settings.former_seals)
        return seal

    def has_seal(self) -> bool:
        """Tell whether there is a seal, or a token that should hold one."""
        return self.settings.seal_token is not None or self.settings.seal_file.exists()

    def known_seals(self) -> tuple[bytes, ...]:
        """Return the certificates (PEM) of all seals that this clinic has had."""
        former = former_certificates(self.settings.former_seals)
        if not self.settings.seal_file.exists():
            return former
        own = load_clinic_seal(self.settings.seal_file, self.keys.seal_passphrase)
        return (own.certificate_pem, *former)


def server_time() -> datetime:
    """Return the present time in UTC."""
    return datetime.now(UTC)


def refuse_unruled_jurisdiction(settings: Settings) -> None:
    """Refuse a jurisdiction that does not say who decides: nothing could be prepared under it.

    :raises SettingInvalid: with the codes of those that do.
    """
    ruled = jurisdictions_with_rules(settings.content_dir)
    if ruled and settings.jurisdiction not in ruled:
        problem = f"{settings.jurisdiction!r} has no rules for who decides; {', '.join(ruled)} have"
        raise SettingInvalid("LITCONSENT_JURISDICTION", problem)


def open_clinic(settings: Settings, clock: Clock = server_time) -> Clinic:
    """Open the clinic that these settings describe, migrating its database if needed.

    :raises SettingInvalid: if its jurisdiction does not say who decides.
    """
    refuse_unruled_jurisdiction(settings)
    keys = load_or_create_keys(settings.key_file, settings.database)
    store = open_store(settings.database, keys, clock)
    return Clinic(settings, store, Library(settings.content_dir), keys, clock)


@lru_cache(maxsize=1)
def the_clinic() -> Clinic:
    """Return the clinic of this process, opened at the first call."""
    return open_clinic(read_settings())
