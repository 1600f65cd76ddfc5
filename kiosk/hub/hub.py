"""The hub as its routes and commands see it: a data folder, a database, a clock."""

import os
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa

from kiosk.core.clock import Clock, SystemClock
from kiosk.core.errors import KioskError
from kiosk.hub.store import Database, migrating, tables
from kiosk.hub.store.bodies import Bodies, first_dictionary
from kiosk.hub.store.kinds import Kinds
from kiosk.hub.store.partitions import Partitions


@dataclass(frozen=True, slots=True)
class Hub:
    """One opening of a hub's data. Several may have the same data open: workers, commands."""

    data: Path
    database: Database
    clock: Clock
    id: str
    bodies: Bodies
    kinds: Kinds = field(default_factory=Kinds)
    partitions: Partitions = field(default_factory=Partitions)

    @classmethod
    def open(cls, data: Path, url: str = "", clock: Clock | None = None) -> "Hub":
        """Open the hub in `data` (database at `url`, else SQLite in `data`), making it if need be.

        Raises KioskError `hub.newer`, `hub.data_unusable` or `hub.database_unreachable`.
        """
        clock = clock or SystemClock()
        try:
            data.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise KioskError("hub.data_unusable", repr(error), data=data) from error
        database = Database.open(data, url)
        try:
            migrating.migrate(database)
            with database.write() as connection:
                _found(connection, clock)
                id = str(connection.execute(sa.select(tables.hub.c.id)).scalar_one())
                bodies = Bodies.load(connection)
        except sa.exc.OperationalError as error:
            database.close()
            raise KioskError("hub.database_unreachable", str(error)) from error
        except BaseException:
            database.close()
            raise
        return cls(data, database, clock, id, bodies)

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()


def _found(connection: sa.Connection, clock: Clock) -> None:
    """Give a new hub its id, its generation and its first dictionary."""
    there = sa.select(tables.hub.c.id)
    if connection.execute(there).first():
        return
    if connection.dialect.name == "postgresql":  # several workers may start at once
        connection.execute(sa.text("LOCK TABLE hub IN SHARE ROW EXCLUSIVE MODE"))
        if connection.execute(there).first():
            return
    now = clock.utc_ms()
    connection.execute(
        tables.hub.insert().values(
            one=1, id="h" + os.urandom(6).hex(), generation=os.urandom(8).hex(), watermark=0, made_ms=now
        )
    )
    connection.execute(tables.dictionary.insert().values(number=1, made_ms=now, content=first_dictionary()))
