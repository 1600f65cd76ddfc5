"""Adding a tally to the tables, in one short transaction."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from kiosk.hub.people.scope import ALL
from kiosk.hub.rollups.days import week_of
from kiosk.hub.rollups.items import ItemSum, chosen_json, chosen_of
from kiosk.hub.rollups.tally import COUNTED, Attempt, Key, Sums, Tally
from kiosk.hub.store import rollup_tables as kept
from kiosk.hub.store.inserting import insert_or_ignore
from kiosk.learning.group import FORM_LEAST
from kiosk.learning.signal import Counts

_AT_ONCE = 5_000


def write(connection: sa.Connection, found: Tally) -> None:
    """Add `found` to what is there."""
    _add_sessions(connection, found)
    _add_up(connection, kept.visit_day, found.visits)
    _add_up(connection, kept.base_day, found.bases)
    _add_up(connection, kept.station_day, found.stations)
    _add_up(connection, kept.act_day, found.acts)
    _add_topics(connection, found)
    _add_attempts(connection, found.attempts)
    _add_items(connection, found.items)
    insert_or_ignore(connection, kept.take_home, [{"token_hash": key, **told} for key, told in found.cards.items()])


def _add_sessions(connection: sa.Connection, found: Tally) -> None:
    """A session is counted once, however many kiosks joined it."""
    table = kept.class_session.c
    known = set()
    for names in _parts({name for name, _ in found.sessions}):
        there = connection.execute(sa.select(table.session, table.base).where(table.session.in_(names)))
        known |= {(row.session, row.base) for row in there}
    new = {key: told for key, told in found.sessions.items() if key not in known}
    rows = [{"session": name, "base": base, **told} for (name, base), told in new.items()]
    insert_or_ignore(connection, kept.class_session, rows)
    for (_, base), told in new.items():
        for one in (base, ALL):
            found.bases[told["day"], one, told["origin"]]["sessions"] += 1


def _add_up(connection: sa.Connection, table: sa.Table, sums: Sums) -> None:
    """Add `sums`, by the table's key, to its counts."""
    names = [column.name for column in table.primary_key]
    counted = [column.name for column in table.columns if column.name not in names]
    rows = [
        dict(zip(names, key, strict=True)) | {name: counts.get(name, 0) for name in counted}
        for key, counts in sums.items()
    ]
    _upsert(connection, table, rows, lambda name, new: table.c[name] + new[name])


def _upsert(
    connection: sa.Connection, table: sa.Table, rows: Sequence[dict[str, Any]], value: Callable[[str, Any], Any]
) -> None:
    """Insert `rows`; of one that is there, every column that is no key becomes `value(name, new row)`."""
    if not rows:
        return
    insert: Any = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(table)
    keys = [column.name for column in table.primary_key]
    changed = {name: value(name, insert.excluded) for name in rows[0] if name not in keys}
    ordered = sorted(rows, key=lambda row: tuple(row[name] for name in keys))
    connection.execute(insert.on_conflict_do_update(index_elements=keys, set_=changed), ordered)


def _put(connection: sa.Connection, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    _upsert(connection, table, rows, lambda name, new: new[name])


def _parts(values: Iterable[Any]) -> Iterable[list[Any]]:
    whole = list(values)
    for start in range(0, len(whole), _AT_ONCE):
        yield whole[start : start + _AT_ONCE]


def _add_topics(connection: sa.Connection, found: Tally) -> None:
    marks, known = kept.topic_child.c, set()
    for visits in _parts({visit for visit, _ in found.topics}):
        rows = connection.execute(sa.select(marks.visit, marks.topic).where(marks.visit.in_(visits)))
        known |= {(bytes(row.visit), row.topic) for row in rows}
    new = {mark: at for mark, at in found.topics.items() if mark not in known}
    insert_or_ignore(connection, kept.topic_child, [{"visit": visit, "topic": topic} for visit, topic in new])
    for _base, *rest in new.values():
        for base in (_base, ALL):
            found.played[base, *rest]["children"] += 1
    _add_up(connection, kept.topic_week, found.played)


def _add_attempts(connection: sa.Connection, found: dict[bytes, Attempt]) -> None:
    before = _attempts(connection, found)
    after = {visit: _merged(before.get(visit), new) for visit, new in found.items()}
    rows = [_attempt_row(visit, one) for visit, one in after.items()]
    _put(connection, kept.attempt, rows)
    sums: Sums = defaultdict(lambda: defaultdict(int))
    for visit, one in after.items():
        if visit in before:
            _count_whole(sums, before[visit], -1)
        _count_whole(sums, one, 1)
    _add_up(connection, kept.moment_week, sums)


def _attempts(connection: sa.Connection, wanted: Iterable[bytes]) -> dict[bytes, Attempt]:
    found = {}
    for visits in _parts(wanted):
        for row in connection.execute(sa.select(kept.attempt).where(kept.attempt.c.visit.in_(visits))):
            counts = Counts(row.hits, row.scams, row.alarms, row.genuine)
            told = (row.base, row.origin, row.day, row.session, row.moment, row.child)
            found[bytes(row.visit)] = Attempt(*told, counts)
    return found


def _merged(old: Attempt | None, new: Attempt) -> Attempt:
    if old is None:
        return new
    known = new if new.moment else old
    return replace(old, session=known.session, moment=known.moment, child=known.child, counts=old.counts + new.counts)


def _attempt_row(visit: bytes, one: Attempt) -> dict[str, Any]:
    told = {name: getattr(one, name) for name in ("base", "origin", "day", "session", "moment", "child")}
    return {"visit": visit, **told, **{name: getattr(one.counts, name) for name in COUNTED}}


def _count_whole(sums: Sums, one: Attempt, sign: int) -> None:
    """Count a form that is whole, and of which the moment is known."""
    if not one.moment or not one.counts.holds(FORM_LEAST):
        return
    for base in (one.base, ALL):
        key: Key = (base, week_of(one.day), one.origin, one.moment)
        sums[key]["children"] += sign
        for name in COUNTED:
            sums[key][name] += sign * getattr(one.counts, name)


def _add_items(connection: sa.Connection, found: dict[tuple[int, int, str], ItemSum]) -> None:
    table = kept.item_figure
    there: dict[tuple[int, int, str], ItemSum] = {}
    bases = sa.select(table).where(table.c.base.in_({base for base, _, _ in found}))
    for hashes in _parts({hash for _, _, hash in found}):
        for row in connection.execute(bases.where(table.c.item_hash.in_(hashes))):
            key = (row.base, row.origin, row.item_hash)
            if key in found:
                there[key] = item_of(row)
    for key, new in found.items():
        there.setdefault(key, ItemSum()).add(new)
    _put(connection, table, [_item_row(key, one) for key, one in there.items()])


def item_of(row: sa.Row[Any]) -> ItemSum:
    """A row of `item_figure` as sums."""
    told = {name: getattr(row, name) for name in ItemSum.__slots__ if name != "chosen"}
    return ItemSum(**told, chosen=chosen_of(row.chosen))


def _item_row(key: tuple[int, int, str], one: ItemSum) -> dict[str, Any]:
    told = {name: getattr(one, name) for name in ItemSum.__slots__ if name != "chosen"}
    return dict(zip(("base", "origin", "item_hash"), key, strict=True)) | told | {"chosen": chosen_json(one.chosen)}
