"""What was learned: d′ and c by moment, class, base and theme, each with its interval; never of fewer than five."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from kiosk.hub.people.scope import Scope
from kiosk.hub.queries.period import Period
from kiosk.hub.store import rollup_tables as kept
from kiosk.hub.store import tables
from kiosk.learning.effect import Effect, Pair, effect
from kiosk.learning.group import FORM_LEAST, GROUP_LEAST, SPREAD_C, SPREAD_D, Group, of_group, of_totals
from kiosk.learning.intervals import around
from kiosk.learning.signal import Counts, criterion, d_prime, d_prime_variance

MOMENTS = ("pre", "post", "booster")
CLASSES = 20
"""Class sessions on a page, the newest."""
_NAMES = ("hits", "scams", "alarms", "genuine")


@dataclass(frozen=True, slots=True)
class ClassLine:
    """A class session: its groups by moment, and from before to after what it gained, if that can be told."""

    session: str
    base: int
    base_name: str
    day: int
    class_label: str
    groups: dict[str, Group]
    gained: Effect | None


@dataclass(frozen=True, slots=True)
class Line:
    """A group under a name: a base, a theme, a week."""

    name: str
    group: Group


def moments(connection: sa.Connection, scope: Scope, period: Period) -> dict[str, Group]:
    """Everybody in sight together, by moment: how much children differ is assumed, not measured."""
    table = kept.moment_week.c
    query = (
        sa.select(table.moment, *_counted(kept.moment_week))
        .where(scope.sums(table.base), table.week.between(*period.weeks), table.origin == period.origin)
        .group_by(table.moment)
    )
    found = {row.moment: _together(row) for row in connection.execute(query)}
    return {name: group for name in MOMENTS if (group := found.get(name))}


def by_week(connection: sa.Connection, scope: Scope, period: Period, moment: str) -> list[tuple[int, Group]]:
    """Everybody in sight by week, where there were enough."""
    table = kept.moment_week.c
    query = (
        sa.select(table.week, *_counted(kept.moment_week))
        .where(scope.sums(table.base), table.week.between(*period.weeks), table.origin == period.origin)
        .where(table.moment == moment)
        .group_by(table.week)
        .order_by(table.week)
    )
    return [(row.week, group) for row in connection.execute(query) if (group := _together(row))]


def by_base(connection: sa.Connection, scope: Scope, period: Period, moment: str, most: int = 20) -> list[Line]:
    """Bases in sight, those with the most children first."""
    table = kept.moment_week.c
    query = (
        sa.select(table.base, *_counted(kept.moment_week))
        .where(scope.has(table.base), table.week.between(*period.weeks), table.origin == period.origin)
        .where(table.moment == moment)
        .group_by(table.base)
        .order_by(sa.desc("children"), table.base)
        .limit(most)
    )
    rows = list(connection.execute(query))
    base = tables.base.c
    wanted = sa.select(base.number, base.name).where(base.number.in_([row.base for row in rows]))
    names = {row.number: row.name for row in connection.execute(wanted)}
    return [Line(names[row.base], group) for row in rows if (group := _together(row))]


def topics(connection: sa.Connection, scope: Scope, period: Period) -> list[Line]:
    """Themes as they were played, the best told apart last: what a lesson should begin with comes first."""
    table = kept.topic_week.c
    query = (
        sa.select(table.topic, *_counted(kept.topic_week))
        .where(scope.sums(table.base), table.week.between(*period.weeks), table.origin == period.origin)
        .group_by(table.topic)
    )
    found = [Line(row.topic, group) for row in connection.execute(query) if (group := _played(row))]
    return sorted(found, key=lambda one: one.group.d.value)


def classes(connection: sa.Connection, scope: Scope, period: Period) -> list[ClassLine]:
    """Class sessions in sight with at least one group that can be shown, newest first."""
    table = kept.class_session.c
    query = (
        sa.select(table.session, table.base, tables.base.c.name, table.day, table.class_label)
        .join(tables.base, table.base == tables.base.c.number)
        .where(scope.has(table.base), table.day.between(*period.days), table.origin == period.origin)
        .order_by(table.day.desc(), table.session.desc())
        .limit(CLASSES)
    )
    sessions = list(connection.execute(query))
    attempts = _attempts(connection, scope, [row.session for row in sessions])
    lines = [_class_line(row, attempts[row.session, row.base]) for row in sessions]
    return [line for line in lines if line.groups]


def _attempts(connection: sa.Connection, scope: Scope, sessions: Sequence[str]) -> dict[tuple[str, int], list[Any]]:
    found: dict[tuple[str, int], list[Any]] = defaultdict(list)
    table = kept.attempt.c
    query = sa.select(kept.attempt).where(table.session.in_(sessions), scope.has(table.base))
    for row in connection.execute(query.order_by(table.visit)):
        if row.moment in MOMENTS:
            found[row.session, row.base].append(row)
    return found


def _class_line(row: Any, attempts: list[Any]) -> ClassLine:
    by_moment = {name: [_counts(one) for one in attempts if one.moment == name] for name in MOMENTS}
    groups = {name: group for name, all in by_moment.items() if (group := of_group(all))}
    gained = _gained(attempts) if {"pre", "post"} <= set(groups) else None
    return ClassLine(row.session, row.base, row.name, row.day, row.class_label, groups, gained)


def _gained(attempts: list[Any]) -> Effect | None:
    """Child by child where return codes tell who is who, if at least five did both; else group by group."""
    first = {one.child: _counts(one) for one in attempts if one.moment == "pre" and one.child}
    then = {one.child: _counts(one) for one in attempts if one.moment == "post" and one.child}
    both = [Pair(first[child], then[child]) for child in sorted(first.keys() & then.keys())]
    if len(both) >= GROUP_LEAST:
        return effect(both)
    before = [Pair(before=_counts(one)) for one in attempts if one.moment == "pre"]
    return effect(before + [Pair(after=_counts(one)) for one in attempts if one.moment == "post"])


def _counts(row: Any) -> Counts:
    return Counts(*(int(getattr(row, name)) for name in _NAMES))


def _counted(table: sa.Table) -> list[Any]:
    return [sa.cast(sa.func.sum(table.c[name]), sa.BigInteger).label(name) for name in ("children", *_NAMES)]


def _together(row: sa.Row[Any]) -> Group | None:
    return of_totals(_counts(row), int(row.children))


def _played(row: sa.Row[Any]) -> Group | None:
    """As `learning.group.of_play`, from totals: a child at a station may meet only a few messages."""
    counts, children = _counts(row), int(row.children)
    if children < GROUP_LEAST or not counts.holds(GROUP_LEAST * FORM_LEAST):
        return None
    variance, freedom = d_prime_variance(counts), children - 1
    d = around(d_prime(counts), variance + SPREAD_D**2 / children, freedom)
    c = around(criterion(counts), variance / 4 + SPREAD_C**2 / children, freedom)
    return Group(children, 0, d, c)
