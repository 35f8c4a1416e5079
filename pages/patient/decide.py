"""The decision and the signatures, one screen at a time; the server knows which is next."""

from litconsent.domain.people import Role
from litconsent.services.decide import deciding
from litconsent.ui.decision_screens import choose, countersign, sign_here
from litconsent.ui.notices import edition_notice
from litconsent.ui.visit import visit

now = deciding(visit().clinic, visit().tablet)
edition_notice(now.leaflet.edition, visit().text, draft=now.draft)
if now.decision is None or now.signer is None:
    choose(visit(), now)
elif now.signer.role is Role.CLINICIAN:
    countersign(visit(), now)
else:
    sign_here(visit(), now, now.signer)
