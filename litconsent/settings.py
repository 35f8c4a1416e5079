"""One frozen value of settings, read once from the environment, strictly."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from litconsent.domain.seal_tokens import TokenKey
from litconsent.i18n.languages import LANGUAGES
from litconsent.settings_together import (
    ORGANISATION,
    PREFIX,
    SEAL_TOKEN,
    TIME_STAMPS,
    Organisation,
    SettingInvalid,
    TimeStamps,
    organisation,
    seal_token,
    time_stamps,
)

__all__ = ["PROJECT", "Organisation", "SettingInvalid", "Settings", "TimeStamps", "read_settings"]

DEMONSTRATION = "DEMONSTRATION"
PROJECT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things lie and how the app is reached. Defaults need no configuration at all."""

    data_dir: Path
    keys_dir: Path
    content_dir: Path
    address: str = "127.0.0.1"
    hosts: tuple[str, ...] = ()
    port: int = 8501
    idle_minutes: int = 10
    cover_minutes: int = 2
    lock_minutes: int = 15
    time_zone: str = "Europe/Rome"
    procedure: str = "lit"
    jurisdiction: str = "it"
    adults_only: bool = True
    valid_days: int = 365
    organisation: Organisation | None = None
    time_stamps: TimeStamps | None = None
    seal_token: TokenKey | None = None
    languages: tuple[str, ...] = ()

    def thrown_away(self, root: Path) -> "Settings":
        """Return the settings of a clinic in a folder of its own, that no token or stamp serves."""
        return replace(
            self,
            data_dir=root / "data",
            keys_dir=root / "keys",
            seal_token=None,
            time_stamps=None,
        )

    @property
    def database(self) -> Path:
        """Return the path of the embedded database."""
        return self.data_dir / "litconsent.db"

    @property
    def is_demonstration(self) -> bool:
        """Tell whether the data are made up; the mark lies among them, so it goes where they go."""
        return (self.data_dir / DEMONSTRATION).exists()

    @property
    def key_file(self) -> Path:
        """Return the path of the master key, outside the data folder and so outside its backups."""
        return self.keys_dir / "master.key"

    @property
    def seal_file(self) -> Path:
        """Return the path of the clinic's seal key (PKCS#12)."""
        return self.keys_dir / "seal.p12"

    @property
    def former_seals(self) -> Path:
        """Return the folder of the certificates with which earlier records were sealed."""
        return self.keys_dir / "former-seals"


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Return the settings of this process.

    :raises SettingInvalid: if a variable that begins with LITCONSENT_ is unknown or malformed.
    """
    given = {
        name.removeprefix(PREFIX): value
        for name, value in (os.environ if environ is None else environ).items()
        if name.startswith(PREFIX)
    }
    unknown = set(given) - {
        "DATA",
        "KEYS",
        "CONTENT",
        "ADDRESS",
        "HOSTS",
        "PORT",
        "IDLE_MINUTES",
        "COVER_MINUTES",
        "LOCK_MINUTES",
        "TIME_ZONE",
        "JURISDICTION",
        "ADULTS_ONLY",
        "VALID_DAYS",
        "LANGUAGES",
        *ORGANISATION,
        *TIME_STAMPS,
        *SEAL_TOKEN,
    }
    if unknown:
        raise SettingInvalid(PREFIX + min(unknown), "no such setting")
    home = Path.home()
    settings = Settings(
        data_dir=Path(given.get("DATA", home / ".local/share/litconsent")).expanduser(),
        keys_dir=Path(given.get("KEYS", home / ".config/litconsent")).expanduser(),
        content_dir=Path(given.get("CONTENT", PROJECT / "content")).expanduser(),
        address=given.get("ADDRESS", "127.0.0.1"),
        hosts=tuple(name.strip() for name in given.get("HOSTS", "").split(",") if name.strip()),
        port=_number(given, "PORT", 8501, 1, 65535),
        idle_minutes=_number(given, "IDLE_MINUTES", 10, 1, 120),
        cover_minutes=_number(given, "COVER_MINUTES", 2, 1, 60),
        lock_minutes=_number(given, "LOCK_MINUTES", 15, 1, 240),
        time_zone=_zone(given.get("TIME_ZONE", "Europe/Rome")),
        jurisdiction=_jurisdiction(given.get("JURISDICTION", "it")),
        valid_days=_number(given, "VALID_DAYS", 365, 1, 3650),
        adults_only=_yes_or_no(given, "ADULTS_ONLY", default=True),
        organisation=organisation(given),
        time_stamps=time_stamps(given),
        seal_token=seal_token(given),
        languages=_languages(given.get("LANGUAGES", "")),
    )
    if settings.keys_dir.resolve().is_relative_to(settings.data_dir.resolve()):
        raise SettingInvalid("LITCONSENT_KEYS", "must lie outside the data folder")
    if settings.lock_minutes < settings.cover_minutes:
        raise SettingInvalid("LITCONSENT_LOCK_MINUTES", "not less than LITCONSENT_COVER_MINUTES")
    return settings


def _number(given: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    value = given.get(name, str(default))
    if not value.isascii() or not value.isdigit() or not least <= int(value) <= most:
        raise SettingInvalid(PREFIX + name, f"a whole number from {least} to {most}, not {value!r}")
    return int(value)


def _yes_or_no(given: Mapping[str, str], name: str, *, default: bool) -> bool:
    value = given.get(name, "yes" if default else "no")
    if value not in ("yes", "no"):
        raise SettingInvalid(PREFIX + name, f"yes or no, not {value!r}")
    return value == "yes"


def _languages(listed: str) -> tuple[str, ...]:
    codes = tuple(code.strip() for code in listed.split(",") if code.strip())
    for code in codes:
        if code not in LANGUAGES:
            raise SettingInvalid("LITCONSENT_LANGUAGES", f"no language {code!r}")
    return codes


def _jurisdiction(code: str) -> str:
    if not (code.isascii() and code.isalpha() and code.islower() and len(code) == 2):
        raise SettingInvalid("LITCONSENT_JURISDICTION", f"two small letters, not {code!r}")
    return code


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise SettingInvalid("LITCONSENT_TIME_ZONE", f"no time zone {name!r}") from error
    return name
