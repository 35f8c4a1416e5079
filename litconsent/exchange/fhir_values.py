"""The small values of FHIR R4: codes, references, instants, and where our own codes come from."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

Resource = dict[str, Any]

TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/"
URI = "urn:ietf:rfc:3986"  # the system of an identifier that is itself a URI
# Every name that is ours, in each clinic the same, and registered nowhere.
_OURS = UUID("6f0d3c0e-6a51-5b0f-9d55-3b7f0f4f2a61")


def our_system(name: str) -> str:
    """Return the URI of one of our own lists of codes."""
    return uuid5(_OURS, name).urn


def address(record_id: str, part: str) -> str:
    """Return the address of a part of a record's bundle: the same record, the same address."""
    return uuid5(_OURS, f"{record_id}/{part}").urn


def record_identifier(record_id: str) -> Resource:
    """Return a record's own number as an identifier."""
    return {"system": URI, "value": UUID(record_id).urn}


def coding(system: str, code: str, display: str = "") -> Resource:
    """Return one code of a system."""
    return given({"system": system, "code": code, "display": display})


def concept(text: str, *codings: Resource) -> Resource:
    """Return something in words, with the codes that say the same."""
    return given({"coding": list(codings), "text": text})


def instant(at: datetime) -> str:
    """Return a moment in UTC."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds")


def given(parts: Mapping[str, Any]) -> Resource:
    """Return what there is: FHIR knows no empty text and no empty list."""
    return {key: value for key, value in parts.items() if value not in ("", [], {}, None)}


def listed(names: Iterable[str]) -> str:
    """Return each of several texts once, in their order."""
    return "; ".join(dict.fromkeys(name for name in names if name))
