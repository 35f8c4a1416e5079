"""Hand out what a link stands for: a record, or an export of several; once, to one tablet."""

from collections.abc import Iterator

from litconsent.domain.tablets import Mode
from litconsent.services.access import tablet_of
from litconsent.services.clinic import Clinic
from litconsent.services.records import redeem_download
from litconsent.services.waiting_files import redeem_export


def hand_out(clinic: Clinic, token: str, tablet: str) -> tuple[bytes | Iterator[bytes], str] | None:
    """Return the content, whole or in pieces, and the name of its file.

    None if the link was used, has expired or is another tablet's, and for a tablet that left the
    clinic's hands since: it may be a patient's by now.
    """
    if tablet_of(clinic, tablet, active=False).mode is not Mode.CLINIC:
        return None
    return redeem_download(clinic, token, tablet) or redeem_export(clinic, token, tablet)
