"""The hub's memory: SQLAlchemy Core tables, Alembic migrations, SQLite or PostgreSQL behind one `Database`."""

from kiosk.hub.store.database import Database

__all__ = ["Database"]
