"""Names of kinds as numbers, so that an event's row need not spell its kind."""

from collections.abc import Iterable

import sqlalchemy as sa

from kiosk.hub.store import Database, tables
from kiosk.hub.store.inserting import insert_or_ignore


class Kinds:
    """Remembers numbers; a new name gets one in a transaction of its own, so that none is remembered in vain."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def numbers(self, database: Database, names: Iterable[str]) -> dict[str, int]:
        """The numbers of (at least) `names`."""
        missing = set(names) - self._numbers.keys()
        if missing:
            with database.write() as connection:
                insert_or_ignore(connection, tables.kind, [{"name": name} for name in sorted(missing)])
                self._read(connection)
        return self._numbers

    def number(self, connection: sa.Connection, name: str) -> int | None:
        """The number of `name`; `None` while no event of that kind has come."""
        if name not in self._numbers:
            self._read(connection)
        return self._numbers.get(name)

    def _read(self, connection: sa.Connection) -> None:
        rows = connection.execute(sa.select(tables.kind.c.name, tables.kind.c.number))
        self._numbers = {row.name: row.number for row in rows}
