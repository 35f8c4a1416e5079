"""The decision and the signatures, one screen at a time; the server knows which is next."""

from litconsent.domain.people import Role
from litconsent.services.decide import deciding
from litconsent.ui.decision_screens import choose, countersign, sign_family, sign_patient
from litconsent.ui.notices import edition_notice
from litconsent.ui.visit import visit

now = deciding(visit().clinic, visit().tablet)
edition_notice(now.leaflet.edition, visit().text, draft=now.draft)
if now.decision is None or now.signer is None:
    choose(visit(), now)
elif now.signer.role is Role.PATIENT:
    sign_patient(visit(), now)
elif now.signer.role is Role.FAMILY:
    sign_family(visit(), now)
else:
    countersign(visit(), now)
