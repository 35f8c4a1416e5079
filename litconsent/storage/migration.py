"""Bring a database to the newest step, in one transaction, or leave it as it was."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from litconsent.storage.errors import DatabaseNewer

_STEPS = Path(__file__).parent / "migrations"


def migrate(connection: Connection, database: Path) -> bool:
    """Run the steps that are missing, and tell whether there were any.

    :raises DatabaseNewer: if the database has a step that this software does not know.
    """
    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    steps = ScriptDirectory.from_config(config)
    present = MigrationContext.configure(connection).get_current_revision()
    if present is not None and present == steps.get_current_head():
        return False
    if present is not None and present not in {step.revision for step in steps.walk_revisions()}:
        raise DatabaseNewer(database, f"step {present}")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    return True
