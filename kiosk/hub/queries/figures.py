"""Visits and answers by day, base and station."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from kiosk.hub.people.scope import Scope
from kiosk.hub.queries.period import Period
from kiosk.hub.rollups.days import number
from kiosk.hub.store import people_tables, tables
from kiosk.hub.store import rollup_tables as kept

COUNTS = ("visits", "answers", "rights", "wrongs", "lanterns", "sessions", "forms", "glad", "soso", "sad")


@dataclass(frozen=True, slots=True)
class Sum:
    """Counts as `base_day` has them."""

    visits: int = 0
    answers: int = 0
    rights: int = 0
    wrongs: int = 0
    lanterns: int = 0
    sessions: int = 0
    forms: int = 0
    glad: int = 0
    soso: int = 0
    sad: int = 0

    @property
    def share(self) -> float | None:
        """Right answers among right and wrong ones, 0 to 1."""
        known = self.rights + self.wrongs
        return self.rights / known if known else None


@dataclass(frozen=True, slots=True)
class AtStation:
    """Counts as `station_day` has them."""

    station: str
    opened: int
    players: int
    finished: int
    answers: int
    rights: int
    wrongs: int


@dataclass(frozen=True, slots=True)
class BaseLine:
    """A base: what it is called, where, its kiosks (of those `quiet` for a day), and its sums."""

    number: int
    name: str
    district: str
    kiosks: int
    seen_ms: int
    sum: Sum


def by_day(connection: sa.Connection, scope: Scope, period: Period) -> dict[int, Sum]:
    """The sums of every day on which something was recorded."""
    table = kept.base_day.c
    query = (
        sa.select(table.day, *_summed(kept.base_day, COUNTS))
        .where(scope.sums(table.base), table.day.between(*period.days), table.origin == period.origin)
        .group_by(table.day)
    )
    return {row.day: Sum(*row[1:]) for row in connection.execute(query)}


def whole(days: dict[int, Sum]) -> Sum:
    """All days together."""
    return Sum(*(sum(getattr(one, name) for one in days.values()) for name in COUNTS))


def stations(connection: sa.Connection, scope: Scope, period: Period) -> list[AtStation]:
    """The sums of every station, the most visited first."""
    table = kept.station_day.c
    names = ("opened", "players", "finished", "answers", "rights", "wrongs")
    query = (
        sa.select(table.station, *_summed(kept.station_day, names))
        .where(scope.sums(table.base), table.day.between(*period.days), table.origin == period.origin)
        .group_by(table.station)
    )
    return sorted((AtStation(*row) for row in connection.execute(query)), key=lambda one: -one.players)


def bases(
    connection: sa.Connection, scope: Scope, period: Period, like: str = "", start: int = 0, most: int = 60
) -> tuple[list[BaseLine], int]:
    """Bases in sight whose name has `like` in it, the busiest first: those from `start` on, and how many there are."""
    base, place = tables.base.c, people_tables.place.c
    query = (
        sa.select(base.number, base.name, sa.func.coalesce(place.district, ""))
        .select_from(tables.base.outerjoin(people_tables.place, place.base == base.number))
        .where(scope.has(base.number))
    )
    if like:
        query = query.where(base.name.contains(like, autoescape=True))
    busy = _visits_by_base(connection, scope, period)
    found = sorted(connection.execute(query), key=lambda row: (-busy.get(row[0], 0), row[1]))
    some = found[start : start + most]
    numbers = [row[0] for row in some]
    sums, kiosks = _sums_of(connection, scope, period, numbers), _kiosks_of(connection, scope, numbers)
    return [BaseLine(*row, *kiosks.get(row[0], (0, 0)), sums.get(row[0], Sum())) for row in some], len(found)


def base(connection: sa.Connection, scope: Scope, number: int) -> tuple[str, str]:
    """Name and district of a base in sight."""
    place = people_tables.place.c
    query = (
        sa.select(tables.base.c.name, sa.func.coalesce(place.district, ""))
        .select_from(tables.base.outerjoin(people_tables.place, place.base == tables.base.c.number))
        .where(tables.base.c.number == number, scope.has(tables.base.c.number))
    )
    row = connection.execute(query).one()
    return row[0], row[1]


def _summed(table: sa.Table, names: tuple[str, ...]) -> list[Any]:
    return [sa.cast(sa.func.sum(table.c[name]), sa.BigInteger).label(name) for name in names]


def _visits_by_base(connection: sa.Connection, scope: Scope, period: Period) -> dict[int, int]:
    table = kept.base_day.c
    query = sa.select(table.base, sa.func.sum(table.visits)).where(
        scope.has(table.base), table.day.between(*period.days), table.origin == period.origin
    )
    return {row[0]: int(row[1]) for row in connection.execute(query.group_by(table.base))}


def _sums_of(connection: sa.Connection, scope: Scope, period: Period, bases: list[int]) -> dict[int, Sum]:
    table = kept.base_day.c
    query = (
        sa.select(table.base, *_summed(kept.base_day, COUNTS))
        .where(scope.has(table.base), table.base.in_(bases))
        .where(table.day.in_(all_days(period)), table.origin == period.origin)  # each by its key, whatever the others
        .group_by(table.base)
    )
    return {row.base: Sum(*row[1:]) for row in connection.execute(query)}


def _kiosks_of(connection: sa.Connection, scope: Scope, bases: list[int]) -> dict[int, tuple[int, int]]:
    kiosk = tables.kiosk.c
    query = sa.select(kiosk.base, sa.func.count(), sa.func.max(kiosk.seen_ms)).where(scope.has(kiosk.base))
    rows = connection.execute(query.where(kiosk.base.in_(bases)).group_by(kiosk.base))
    return {row[0]: (row[1], row[2]) for row in rows}


def kiosk_days(connection: sa.Connection, scope: Scope, kiosk: int, period: Period) -> dict[int, int]:
    """Answers of one kiosk by day."""
    table = kept.visit_day.c
    query = (
        sa.select(table.day, sa.func.sum(table.answers))
        .where(scope.has(table.base), table.kiosk == kiosk, table.day.between(*period.days))
        .where(table.origin == period.origin)
        .group_by(table.day)
    )
    return {row[0]: int(row[1]) for row in connection.execute(query)}


def all_days(period: Period) -> list[int]:
    """Every day of the period as roll-ups have it."""
    return [number(one) for one in period]
