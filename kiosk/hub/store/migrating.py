"""Brings a database to today's tables by Alembic's steps in `migrations/versions`."""

from pathlib import Path

import sqlalchemy as sa

from kiosk.core.errors import KioskError
from kiosk.hub.store.database import Database

HEAD = "0005_busy"
"""The newest step, so that a start with nothing to do need not load Alembic; a test holds it true."""
_LOCK = 0x46474C57
"""PostgreSQL's advisory lock for migrating: workers start at once."""


def migrate(database: Database) -> None:
    """Make or upgrade the tables. Raises KioskError `hub.newer` when a newer program has done so."""
    with database.write() as connection:
        if not database.sqlite:
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        found = step(connection)
        if found == HEAD:
            return
        _upgrade(connection, found)


def step(connection: sa.Connection) -> str:
    """The step that the database is at; empty when it has no tables."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar() or "")


def _upgrade(connection: sa.Connection, found: str) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found and found not in known:
        raise KioskError("hub.newer", detail=f"step {found}")
    command.upgrade(config, "head")
