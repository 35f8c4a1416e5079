"""Events that belong to no episode, releases among them, are found without reading the trail."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Apply this step; there is no way back but a backup."""
    op.execute(
        "CREATE INDEX events_of_the_clinic ON events (kind, seq) WHERE episode_id IS NULL"
    )
