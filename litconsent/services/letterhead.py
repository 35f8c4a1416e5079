"""The clinic's name, place and phone, as patients see them."""

from litconsent.domain.people import Letterhead
from litconsent.services.clinic import Clinic


def letterhead(clinic: Clinic) -> Letterhead | None:
    """Return the clinic's letterhead, or None before it was set up."""
    with clinic.store.reading() as books:
        return books.letterhead.get()
