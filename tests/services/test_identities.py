"""An organisation's own sign-in in place of a password: it opens one tablet, once, for minutes."""

from datetime import timedelta

import pytest

from litconsent.domain.errors import IdentityStale, IdentityTaken, IdentityUnknown, NotAllowed
from litconsent.domain.events import EventKind
from litconsent.domain.identities import Identity
from litconsent.domain.people import AccountRole
from litconsent.domain.tablets import Mode
from litconsent.services.access import tablet_of
from litconsent.services.accounts import accounts, add_account
from litconsent.services.change_account import close_account
from litconsent.services.link_identity import has_identity, link_identity, unlink_identity
from litconsent.services.sign_in import sign_in
from litconsent.services.sign_in_by_identity import sign_in_by_identity
from litconsent.services.sign_out import sign_out
from tests.journey import OTHER_TABLET, PASSWORD, TABLET, Journey


def said(clock, subject="anna", **span):
    return Identity("https://login.example", subject, clock.time + timedelta(**span))


@pytest.fixture
def journey(clinic, clock):
    told = Journey(clinic).set_up()
    link_identity(clinic, TABLET, said(clock))
    clock.move(minutes=1)
    return told


def test_a_connected_account_takes_a_tablet_without_its_password(clinic, clock, journey):
    account = sign_in_by_identity(clinic, OTHER_TABLET, said(clock))
    assert account.username == "dr.verdi"
    assert tablet_of(clinic, OTHER_TABLET).account_id == account.id
    with clinic.store.reading() as books:
        assert books.events.of_clinic(EventKind.SIGNED_IN)[-1].data["by"] == "organisation"


def test_what_was_said_once_opens_nothing_a_second_time(clinic, clock, journey):
    ticket = said(clock)
    sign_out(clinic, TABLET)
    sign_in_by_identity(clinic, TABLET, ticket)
    sign_out(clinic, TABLET)
    for tablet in (TABLET, OTHER_TABLET):
        with pytest.raises(IdentityStale):
            sign_in_by_identity(clinic, tablet, ticket)


@pytest.mark.parametrize("span", [{"minutes": -6}, {"minutes": 2}])
def test_what_was_said_long_ago_or_lies_ahead_opens_nothing(clinic, clock, journey, span):
    clock.move(minutes=10)
    with pytest.raises(IdentityStale):
        sign_in_by_identity(clinic, OTHER_TABLET, said(clock, **span))


def test_a_provider_that_did_not_ask_anew_opens_nothing(clinic, clock, journey):
    remembered = Identity("https://login.example", "anna", clock.time, clock.time - timedelta(1))
    with pytest.raises(IdentityStale):
        sign_in_by_identity(clinic, OTHER_TABLET, remembered)


def test_a_stranger_of_the_organisation_opens_nothing(clinic, clock, journey):
    with pytest.raises(IdentityUnknown):
        sign_in_by_identity(clinic, OTHER_TABLET, said(clock, "somebody"))
    other_provider = Identity("https://elsewhere.example", "anna", clock.time)
    with pytest.raises(IdentityUnknown):
        sign_in_by_identity(clinic, OTHER_TABLET, other_provider)


def test_nobody_signs_in_while_a_patient_holds_the_tablet(clinic, clock, journey):
    journey.prepare().hand_over()
    with pytest.raises(NotAllowed):
        sign_in_by_identity(clinic, TABLET, said(clock))
    assert tablet_of(clinic, TABLET).mode is Mode.PATIENT


def test_an_identity_belongs_to_one_account_and_leaves_with_it(clinic, clock, journey):
    add_account(
        clinic, TABLET, username="neri", name="Neri", password=PASSWORD, role=AccountRole.CLINICIAN
    )
    sign_in(clinic, OTHER_TABLET, "neri", PASSWORD)
    with pytest.raises(IdentityTaken):
        link_identity(clinic, OTHER_TABLET, said(clock))
    link_identity(clinic, OTHER_TABLET, said(clock, "luca"))
    assert has_identity(clinic, OTHER_TABLET)
    neri = next(one for one in accounts(clinic, TABLET) if one.username == "neri")
    close_account(clinic, TABLET, neri.id)
    clock.move(minutes=1)
    with pytest.raises(IdentityUnknown):
        sign_in_by_identity(clinic, "c" * 64, said(clock, "luca"))


def test_a_connection_that_was_taken_off_opens_nothing(clinic, clock, journey):
    unlink_identity(clinic, TABLET)
    assert not has_identity(clinic, TABLET)
    with pytest.raises(IdentityUnknown):
        sign_in_by_identity(clinic, OTHER_TABLET, said(clock))
