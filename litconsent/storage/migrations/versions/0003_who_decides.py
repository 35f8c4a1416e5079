"""What the doctor stated about who decides is kept with the episode."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Apply this step; there is no way back but a backup."""
    op.execute("ALTER TABLE episodes ADD COLUMN who TEXT")
