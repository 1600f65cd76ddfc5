"""Walking the events batch by batch and keeping the roll-ups: by several workers at once without counting twice."""

import logging
import threading
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

import msgspec
import sqlalchemy as sa

from kiosk.core.events import KINDS as KNOWN
from kiosk.hub.hub import Hub
from kiosk.hub.rollups import writing
from kiosk.hub.rollups.tally import KINDS, Happened, tally
from kiosk.hub.store import rollup_tables, tables
from kiosk.hub.store.inserting import insert_or_ignore
from kiosk.hub.store.tailing import Arrived, arrived, events_of

log = logging.getLogger(__name__)
BATCHES, EVENTS = 1_000, 20_000
"""Added up at once, at most, so that nobody waits long for the one transaction that writes."""
EVERY_S = 1.0
_ROLLUP, _EVENT = rollup_tables.rollup, tables.event.c
_WANTED = (
    _EVENT.batch, _EVENT.base, _EVENT.kiosk, _EVENT.origin, _EVENT.utc_ms, _EVENT.visit, _EVENT.kind, _EVENT.version,
    _EVENT.dictionary, _EVENT.body,
)  # fmt: skip


class Roller:
    """Keeps the roll-ups of a serving hub, on a thread of its own. Every worker has one; only one of them succeeds."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="hub-rollups", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def close(self) -> None:
        """End."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._stopping.wait(EVERY_S):
            try:
                while not self._stopping.is_set() and roll(self._hub):
                    pass
            except Exception:  # the database is away, or a fault of ours: figures wait, they do not end
                log.exception("roll-ups")


def roll(hub: Hub) -> int:
    """Add up some batches that are not in the roll-ups; how many. 0 also when another worker was first."""
    with hub.database.read() as connection:
        after = connection.execute(sa.select(_ROLLUP.c.arrival)).scalar()
        batches = _some(arrived(connection, after or 0, BATCHES))
        found = tally(_events(hub, connection, batches)) if batches else None
    if found is None:
        return 0
    with hub.database.write() as connection:
        if not _step(connection, after, batches[-1].arrival):
            return 0
        writing.write(connection, found)
    return len(batches)


def _some(batches: list[Arrived]) -> list[Arrived]:
    """The first of `batches`: as many as have no more than `EVENTS` events, but one at least."""
    edges = list(accumulate(batch.events for batch in batches))
    return batches[: max(1, bisect_right(edges, EVENTS))]


def rebuild(hub: Hub) -> int:
    """Make all roll-ups anew; from how many batches."""
    with hub.database.write() as connection:
        for table in rollup_tables.TABLES:
            connection.execute(table.delete())
        connection.execute(_ROLLUP.delete())
    done = 0
    while count := roll(hub):
        done += count
    return done


def _step(connection: sa.Connection, before: int | None, now: int) -> bool:
    """Move the mark from `before` to `now`; false when somebody else has moved it."""
    if before is None:
        insert_or_ignore(connection, _ROLLUP, [{"one": 1, "arrival": 0}])
    held = _ROLLUP.update().where(_ROLLUP.c.arrival == (before or 0)).values(arrival=now)
    return connection.execute(held).rowcount == 1


def _events(hub: Hub, connection: sa.Connection, batches: list[Arrived]) -> Iterator[Happened]:
    """The events of `batches` that are added up, in the order of arrival, within a batch that of their ids."""
    names = {row.number: row.name for row in connection.execute(sa.select(tables.kind)) if row.name in KINDS}
    hub.bodies.refresh(connection)
    wanted = events_of(batches).with_only_columns(*_WANTED).where(_EVENT.kind.in_(names)).order_by(_EVENT.id)
    place = {batch.number: place for place, batch in enumerate(batches)}
    rows = sorted(connection.execute(wanted), key=lambda row: place[row[0]])
    for batch, base, kiosk, origin, utc_ms, visit, kind, version, dictionary, packed in rows:
        name = names[kind]
        if version != KNOWN[name].version:
            continue
        try:  # a field that the kind does not have was never looked at: it may hold any number
            body = msgspec.json.decode(hub.bodies.unpack(dictionary, packed))
        except (msgspec.MsgspecError, RecursionError) as error:
            log.warning("a %s that cannot be read: %r", name, error)
            continue
        yield Happened(batch, base, kiosk, origin, utc_ms, visit, name, body)
