"""What a person may see: every query of a page takes a `Scope` and limits itself by it. There is no other way in."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from kiosk.hub.store import people_tables, tables

ALL = 0
"""In roll-ups the base that stands for all of them."""


@dataclass(frozen=True, slots=True)
class Scope:
    """One base (`base`), the bases of one district (`district`), or, with neither, all of them."""

    base: int | None = None
    district: str = ""

    @property
    def whole(self) -> bool:
        """Whether nothing is out of sight."""
        return self.base is None and not self.district

    def has(self, column: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
        """The condition that a row belongs to a base in sight; `column` holds the base's number, never `ALL`."""
        if self.base is not None:
            return column == self.base
        if self.district:
            place = people_tables.place.c
            return column.in_(sa.select(place.base).where(place.district == self.district))
        return column != ALL

    def sums(self, column: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
        """As `has`, for roll-ups that hold the sum of all bases under `ALL`, where the whole is asked for."""
        return column == ALL if self.whole else self.has(column)

    def of(self, base: int) -> "Scope":
        """This scope, narrowed to one base; check with `holds` that it is in sight."""
        return Scope(base=base)

    def holds(self, connection: sa.Connection, base: int) -> bool:
        """Whether the base number `base` exists and is in sight."""
        found = sa.select(tables.base.c.number).where(tables.base.c.number == base, self.has(tables.base.c.number))
        return connection.execute(found).first() is not None
