"""The tables as queries see them; the migrations create them, with their rules."""

from sqlalchemy import Boolean, Column, Integer, LargeBinary, MetaData, Table, Text

from litconsent.storage.columns import CanonicalJson, UtcTime

METADATA = MetaData()
APPEND_ONLY_TABLES = ("editions", "episodes", "events", "records", "signatures")

letterhead = Table(
    "letterhead",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("phone", Text, nullable=False),
)
setup_codes = Table(
    "setup_codes",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("code_hash", Text, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("used_at", UtcTime),
)
accounts = Table(
    "accounts",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("username", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("password_hash", Text, nullable=False),
)
throttle = Table(
    "throttle",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("blocked_until", UtcTime),
)
tablets = Table(
    "tablets",
    METADATA,
    Column("hash", Text, primary_key=True),
    Column("mode", Text, nullable=False),
    Column("account_id", Text),
    Column("episode_id", Text),
    Column("epoch", Integer, nullable=False),
    Column("language", Text),
    Column("seen_at", UtcTime, nullable=False),
)
editions = Table(
    "editions",
    METADATA,
    Column("hash", Text, primary_key=True),
    Column("procedure", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("body", CanonicalJson, nullable=False),
)
episodes = Table(
    "episodes",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("patient", CanonicalJson, nullable=False),
    Column("plan", CanonicalJson, nullable=False),
    Column("family", CanonicalJson),
    Column("language", Text, nullable=False),
    Column("clinic_language", Text, nullable=False),
    Column("procedure", Text, nullable=False),
    Column("edition_hash", Text, nullable=False),
    Column("clinic_edition_hash", Text, nullable=False),
    Column("prepared_by", Text, nullable=False),
    Column("prepared_at", UtcTime, nullable=False),
    Column("specimen", Boolean, nullable=False),
    Column("who", CanonicalJson),
    Column("follows", Text),
)
drafts = Table(
    "drafts",
    METADATA,
    Column("episode_id", Text, primary_key=True),
    Column("part", Text, primary_key=True),
    Column("data", CanonicalJson, nullable=False),
    Column("version", Integer, nullable=False),
    Column("saved_at", UtcTime, nullable=False),
)
# The chain is computed over the text that is stored, so time and data stay text here.
events = Table(
    "events",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("tablet", Text, nullable=False),
    Column("episode_id", Text),
    Column("data", Text, nullable=False),
    Column("prev", Text, nullable=False),
    Column("head", Text, nullable=False),
)
signatures = Table(
    "signatures",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("episode_id", Text, nullable=False),
    Column("round", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("method", Text, nullable=False),
    Column("signed_at", UtcTime, nullable=False),
    Column("strokes", CanonicalJson, nullable=False),
    Column("typed", Text, nullable=False),
)
records = Table(
    "records",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("episode_id", Text, nullable=False),
    Column("round", Text, nullable=False),
    Column("decision", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("sealed_at", UtcTime, nullable=False),
    Column("sealed_by", Text, nullable=False),
    Column("chain_seq", Integer, nullable=False),
    Column("chain_head", Text, nullable=False),
    Column("specimen", Boolean, nullable=False),
    Column("pdf", LargeBinary, nullable=False),
)
exports = Table(
    "exports",
    METADATA,
    Column("token_hash", Text, primary_key=True),
    Column("file", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("tablet", Text, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("redeemed_at", UtcTime),
)
stamps = Table(
    "stamps",
    METADATA,
    Column("record_id", Text, primary_key=True),
    Column("level", Text, nullable=False),
    Column("queued_at", UtcTime, nullable=False),
    Column("next_try", UtcTime, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("problem", Text, nullable=False),
    Column("stamped_at", UtcTime),
    Column("authority", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("pdf", LargeBinary),
)
downloads = Table(
    "downloads",
    METADATA,
    Column("token_hash", Text, primary_key=True),
    Column("record_id", Text, nullable=False),
    Column("tablet", Text, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("redeemed_at", UtcTime),
    Column("stamped", Boolean, nullable=False),
)
pairings = Table(
    "pairings",
    METADATA,
    Column("episode_id", Text, primary_key=True),
    Column("code_hash", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("account_id", Text, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("redeemed_at", UtcTime),
)
pins = Table(
    "pins",
    METADATA,
    Column("tablet", Text, primary_key=True),
    Column("account_id", Text, primary_key=True),
    Column("pin_hash", Text, nullable=False),
    Column("set_at", UtcTime, nullable=False),
    Column("tries", Integer, nullable=False),
)
identities = Table(
    "identities",
    METADATA,
    Column("issuer", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("account_id", Text, nullable=False),
    Column("used", UtcTime, nullable=False),
)
sign_ins = Table(
    "sign_ins",
    METADATA,
    Column("tablet", Text, primary_key=True),
    Column("at", UtcTime, nullable=False),
)
