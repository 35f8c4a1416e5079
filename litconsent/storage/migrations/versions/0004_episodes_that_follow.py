"""An episode names the one whose consent it renews or takes up again."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Apply this step; there is no way back but a backup."""
    op.execute("ALTER TABLE episodes ADD COLUMN follows TEXT")
