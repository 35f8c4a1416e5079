"""All books of the clinic, open in one transaction."""

from sqlalchemy import Connection

from litconsent.storage.accounts import Accounts
from litconsent.storage.downloads import Downloads
from litconsent.storage.drafts import Drafts
from litconsent.storage.editions import Editions
from litconsent.storage.episodes import Episodes
from litconsent.storage.events import Events
from litconsent.storage.exports import Exports
from litconsent.storage.identities import Identities
from litconsent.storage.letterheads import Letterheads
from litconsent.storage.pairings import Pairings
from litconsent.storage.pins import Pins
from litconsent.storage.records import Records
from litconsent.storage.setup_codes import SetupCodes
from litconsent.storage.signatures import Signatures
from litconsent.storage.stamps import Stamps
from litconsent.storage.tablets import Tablets
from litconsent.storage.throttle import Throttles


class Books:
    """What a use case reads and writes; it ends with its transaction."""

    def __init__(self, connection: Connection, chain_key: bytes) -> None:
        self.letterhead = Letterheads(connection)
        self.setup_codes = SetupCodes(connection)
        self.accounts = Accounts(connection)
        self.throttle = Throttles(connection)
        self.tablets = Tablets(connection)
        self.editions = Editions(connection)
        self.episodes = Episodes(connection)
        self.drafts = Drafts(connection)
        self.events = Events(connection, chain_key)
        self.signatures = Signatures(connection)
        self.records = Records(connection)
        self.stamps = Stamps(connection)
        self.downloads = Downloads(connection)
        self.exports = Exports(connection)
        self.pairings = Pairings(connection)
        self.pins = Pins(connection)
        self.identities = Identities(connection)
