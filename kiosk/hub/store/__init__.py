"""The hub's memory: SQLAlchemy Core tables, Alembic migrations, SQLite or PostgreSQL behind one `Database`."""

from kiosk.hub.store import down_tables, people_tables, rollup_tables, tables
from kiosk.hub.store.database import Database

__all__ = ["Database", "down_tables", "people_tables", "rollup_tables", "tables"]
