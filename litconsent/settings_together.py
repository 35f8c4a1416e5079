"""Settings that are given together or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from litconsent.domain.errors import LitConsentError
from litconsent.domain.seal_tokens import TokenKey
from litconsent.domain.stamps import Level

PREFIX = "LITCONSENT_"
ORGANISATION = ("OIDC_NAME", "OIDC_METADATA", "OIDC_CLIENT", "OIDC_REDIRECT", "OIDC_SECRET_FILE")
SEAL_TOKEN = ("PKCS11_MODULE", "PKCS11_TOKEN", "PKCS11_KEY", "PKCS11_PIN_FILE")
TIME_STAMPS = ("TSA_URL", "TSA_CA_FILE", "TSA_LEVEL")


class SettingInvalid(LitConsentError):
    """A setting is unknown or malformed; the start stops here."""

    def __init__(self, variable: str, detail: str) -> None:
        super().__init__(f"{variable}: {detail}")
        self.variable = variable
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Organisation:
    """The organisation whose own sign-in (OpenID Connect) doctors can use beside a password."""

    name: str
    metadata: str
    client: str
    redirect: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TimeStamps:
    """The authority that stamps records, the certificates (PEM) it is trusted by, and how far."""

    url: str
    authorities: tuple[bytes, ...]
    level: Level


def organisation(given: Mapping[str, str]) -> Organisation | None:
    """Return the organisation whose sign-in is used, if one is named."""
    values = _all_or_none(given, ORGANISATION, "OIDC")
    if not values:
        return None
    name, metadata, client, redirect, file = values
    for variable, address in (("OIDC_METADATA", metadata), ("OIDC_REDIRECT", redirect)):
        parts = urlsplit(address)
        near = parts.hostname in ("localhost", "127.0.0.1")
        if parts.scheme != "https" and not (parts.scheme == "http" and near):
            raise SettingInvalid(PREFIX + variable, f"an address with https, not {address!r}")
    if urlsplit(redirect).path != "/oauth2callback":
        raise SettingInvalid(PREFIX + "OIDC_REDIRECT", "must end in /oauth2callback")
    return Organisation(name, metadata, client, redirect, _secret("OIDC_SECRET_FILE", file))


def time_stamps(given: Mapping[str, str]) -> TimeStamps | None:
    """Return the time-stamp authority, if one is named; its level is B-T unless another is."""
    level = given.get("TSA_LEVEL", Level.T)
    if level not in list(Level):
        raise SettingInvalid(PREFIX + "TSA_LEVEL", f"{', '.join(Level)}, not {level!r}")
    values = _all_or_none(given, ("TSA_URL", "TSA_CA_FILE"), "TSA")
    if not values:
        return None
    url, file = values
    # Plain http is how most authorities are reached: a stamp is signed, and says nothing of anyone.
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise SettingInvalid(PREFIX + "TSA_URL", f"an address with http or https, not {url!r}")
    try:
        found = x509.load_pem_x509_certificates(_read("TSA_CA_FILE", file))
    except ValueError as error:
        raise SettingInvalid(PREFIX + "TSA_CA_FILE", f"no certificates in {file!r}") from error
    return TimeStamps(url, tuple(one.public_bytes(Encoding.PEM) for one in found), Level(level))


def seal_token(given: Mapping[str, str]) -> TokenKey | None:
    """Return the key in a token that seals, if one is named."""
    values = _all_or_none(given, SEAL_TOKEN, "PKCS11")
    if not values:
        return None
    module, token, key, file = values
    return TokenKey(Path(module).expanduser(), token, key, _secret("PKCS11_PIN_FILE", file))


def _all_or_none(given: Mapping[str, str], names: tuple[str, ...], group: str) -> list[str]:
    values = [given.get(name, "") for name in names]
    if not any(values):
        return []
    for variable, value in zip(names, values, strict=True):
        if not value:
            raise SettingInvalid(PREFIX + variable, f"needed with the other {group} settings")
    return values


def _secret(variable: str, file: str) -> str:
    try:
        return _read(variable, file).decode().strip()
    except UnicodeDecodeError as error:
        raise SettingInvalid(PREFIX + variable, f"cannot read {file!r}") from error


def _read(variable: str, file: str) -> bytes:
    try:
        return Path(file).expanduser().read_bytes()
    except OSError as error:
        raise SettingInvalid(PREFIX + variable, f"cannot read {file!r}") from error
