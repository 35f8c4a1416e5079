"""Who takes part, as FHIR has them: patient, doctor, clinic, and everybody with a place to sign."""

from dataclasses import dataclass
from typing import Any

from litconsent.domain.episodes import Episode
from litconsent.domain.forms import Form
from litconsent.domain.people import Role
from litconsent.domain.rulings import Ruling
from litconsent.domain.situations import InterpreterKind
from litconsent.domain.statements import Statement, WitnessKind
from litconsent.domain.supplements import Supplement
from litconsent.exchange.fhir_values import TERMINOLOGY, address, coding, concept, given
from litconsent.i18n.labels import ROLE
from litconsent.i18n.text import text_for

PATIENT, CLINIC, DOCTOR = "patient", "clinic", "doctor"
_ROLE_CODE = TERMINOLOGY + "v3-RoleCode"
# Only where HL7's word means the same in every jurisdiction; the others are told in words.
_RELATION = {
    Role.PARENT: coding(_ROLE_CODE, "PRN", "parent"),
    Role.OTHER_PARENT: coding(_ROLE_CODE, "PRN", "parent"),
    Role.GUARDIAN: coding(_ROLE_CODE, "GUARD", "guardian"),
    Role.ATTORNEY: coding(_ROLE_CODE, "HPOWATT", "healthcare power of attorney"),
    Role.FAMILY: coding(_ROLE_CODE, "FAMMEMB", "family member"),
}
Sealed = Form | Supplement


@dataclass(frozen=True, slots=True)
class People:
    """The people of one record, each under an address of the bundle."""

    sealed: Sealed

    def entries(self) -> list[tuple[str, dict[str, Any]]]:
        """Return the part and the resource of each."""
        return [
            (PATIENT, self._patient()),
            (CLINIC, self._clinic()),
            (DOCTOR, _practitioner(self.sealed.clinician)),
            *((str(role), self._other(role)) for role in self.others),
        ]

    @property
    def others(self) -> tuple[Role, ...]:
        """Return everybody with a name and a place to sign beside patient and doctor."""
        named = [place.role for place in self.sealed.ruling.signers]
        known = (Role.PATIENT, Role.CLINICIAN)
        return tuple(r for r in named if r not in known and self.sealed.episode.name_of(r))

    @property
    def deciding(self) -> tuple[Role, ...]:
        """Return whoever carries the decision, by the first of their roles."""
        return tuple(
            place.role
            for place in self.sealed.ruling.signers
            if place.decides and (place.role is Role.PATIENT or place.role in self.others)
        )

    def reference(self, part: str, kind: str = "") -> dict[str, Any]:
        """Return a reference to a part of the bundle; `kind` is the type of a resource."""
        return given({"reference": address(self.sealed.record_id, part), "type": kind})

    def patient(self) -> dict[str, Any]:
        """Return a reference to the patient."""
        return self.reference(PATIENT, "Patient")

    def clinic(self) -> dict[str, Any]:
        """Return a reference to the clinic."""
        return self.reference(CLINIC, "Organization")

    def of(self, role: Role) -> dict[str, Any]:
        """Return a reference to whoever has a role."""
        if role is Role.PATIENT:
            return self.patient()
        if role is Role.CLINICIAN:
            return self.reference(DOCTOR, "Practitioner")
        place = self._place(role)
        if place not in self.others:
            return {"display": str(role)}
        kind = "Practitioner" if _works_here(self.sealed.episode.who, role) else "RelatedPerson"
        return self.reference(str(place), kind)

    def is_related(self, role: Role) -> bool:
        """Tell whether FHIR takes somebody for a person related to the patient."""
        beside = role not in (Role.PATIENT, Role.CLINICIAN)
        return beside and not _works_here(self.sealed.episode.who, role)

    def _place(self, role: Role) -> Role:
        """Return the first role of a person who has several."""
        places = self.sealed.ruling.signers
        return next((place.role for place in places if role in place.roles), role)

    def _patient(self) -> dict[str, Any]:
        patient = self.sealed.episode.patient
        language = {"coding": [coding("urn:ietf:bcp:47", self.sealed.language)]}
        return {
            "resourceType": "Patient",
            "identifier": [{"value": patient.identifier, "assigner": self.clinic()}],
            "name": [{"text": patient.name}],
            "birthDate": patient.birth_date.isoformat(),
            "communication": [{"language": language, "preferred": True}],
            "managingOrganization": self.clinic(),
        }

    def _clinic(self) -> dict[str, Any]:
        head = self.sealed.letterhead
        return {
            "resourceType": "Organization",
            "name": head.name,
            "telecom": [{"system": "phone", "value": head.phone}],
            "address": [{"text": head.place}],
        }

    def _other(self, role: Role) -> dict[str, Any]:
        episode = self.sealed.episode
        if _works_here(episode.who, role):
            return _practitioner(episode.name_of(role))
        return {
            "resourceType": "RelatedPerson",
            "patient": self.patient(),
            "name": [{"text": episode.name_of(role)}],
            "relationship": _relations(self.sealed.ruling, episode, role, self.sealed),
        }


def _practitioner(name: str) -> dict[str, Any]:
    return {"resourceType": "Practitioner", "name": [{"text": name}]}


def _relations(
    ruling: Ruling, episode: Episode, role: Role, sealed: Sealed
) -> list[dict[str, Any]]:
    """Return what somebody is to the patient: one for each of their roles."""
    _ = text_for(sealed.clinic_language)
    roles = next((place.roles for place in ruling.signers if place.role is role), (role,))
    found = []
    for one in roles:
        family = episode.family if one is Role.FAMILY else None
        said = family.relationship if family else _(ROLE[one])
        found.append(concept(said, *([_RELATION[one]] if one in _RELATION else [])))
    return found


def _works_here(who: Statement, role: Role) -> bool:
    """Tell whether somebody helps by profession, and not because of who the patient is to them."""
    if role is Role.INTERPRETER:
        return who.interpreter_kind is not InterpreterKind.RELATIVE
    kinds = {
        Role.WITNESS: who.witness_kind,
        Role.SECOND_WITNESS: who.second_witness_kind,
    }
    return kinds.get(role) is WitnessKind.STAFF
