"""Taking a batch in, exactly once: one transaction, or nothing."""

import os
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from kiosk.core.words import say
from kiosk.hub import leases
from kiosk.hub.batches import Bad, Batch, Fact, sort
from kiosk.hub.hub import Hub
from kiosk.hub.store import tables
from kiosk.hub.store.inserting import held_ids, insert_events, insert_or_ignore
from kiosk.sync import wire
from kiosk.sync.wire import Answer, Refused

_ABOUT_BYTES = 16 << 10
Epochs = dict[bytes, int]
"""Numbers of epochs by name."""


def ingest(hub: Hub, kiosk: int, batch: Batch, language: str = "zh", *, by_stick: bool = False) -> Answer:
    """Store what is new in `batch`, which the kiosk number `kiosk` has sent; refusals are said in `language`.

    What comes `by_stick` was written some time ago: it neither takes the kiosk over nor touches its token.

    Raises KioskError `sync.unreadable`, or `sync.other_holder` when another machine speaks for this kiosk.
    """
    facts, bad = sort(batch)
    dictionary = hub.bodies.newest
    packed = [hub.bodies.pack(dictionary, fact.body) for fact in facts]
    kinds = hub.kinds.numbers(hub.database, {fact.kind for fact in facts})
    now = hub.clock.utc_ms()
    with hub.database.write() as connection:
        row = (
            leases.locked(connection, kiosk)
            if by_stick
            else leases.admitted(connection, kiosk, batch.holder, batch.machine, now)
        )
        taking = _Taking(connection, row, now)
        taking.prepare(facts, bad)
        if not hub.database.sqlite:
            hub.partitions.ensure(connection, [fact.id for fact in facts], now)
        stored = taking.store(facts, packed, kinds, dictionary)
        refused = taking.refuse(bad)
        token, diverged = _token(row, batch, changed=bool(facts or bad))
        watermark, generation = taking.arrive()
        if not by_stick:
            _note_kiosk(connection, row, batch, token, now)
    hub.partitions.committed(fact.id for fact in facts)
    through: dict[str, int] = {}
    for epoch, seq in _keys(facts, bad):
        through[epoch.hex()] = max(seq, through.get(epoch.hex(), 0))
    told = tuple(Refused(one.epoch.hex(), one.seq, one.code, say(one.code, language)) for one in refused)
    return Answer(hub.id, generation, watermark, token, now, through, stored, told, diverged)


def refuse(hub: Hub, kiosk: int, bad: Bad) -> None:
    """Put an event that came on a stick, and with which no batch can be read, on the list of refusals, once."""
    with hub.database.write() as connection:
        taking = _Taking(connection, leases.locked(connection, kiosk), hub.clock.utc_ms())
        taking.prepare([], [bad])
        taking.refuse([bad])
        taking.arrive()


def _keys(facts: Sequence[Fact], bad: Sequence[Bad]) -> Iterator[tuple[bytes, int]]:
    """Epoch and seq of all that came."""
    yield from ((fact.epoch, fact.seq) for fact in facts)
    yield from ((one.epoch, one.seq) for one in bad)


def _token(row: sa.Row[Any], batch: Batch, *, changed: bool) -> tuple[str, bool]:
    """The token to show next time, and whether the one that was shown is of another history."""
    diverged = batch.token not in (row.token, row.token_before)
    return (os.urandom(8).hex() if changed or diverged else row.token), diverged


def _note_kiosk(connection: sa.Connection, row: sa.Row[Any], batch: Batch, token: str, now: int) -> None:
    about = wire.compact(batch.about)
    kept: dict[str, Any] = {"seen_ms": now, "skew_ms": batch.now - now}
    if len(about) <= _ABOUT_BYTES:
        kept["about"] = about
    if token != row.token:
        kept |= {"token": token, "token_before": row.token}
    connection.execute(tables.kiosk.update().where(tables.kiosk.c.number == row.number).values(kept))


class _Taking:
    """One batch in its transaction. The epochs' rows are locked: of a batch that comes twice at once, one waits."""

    def __init__(self, connection: sa.Connection, kiosk: sa.Row[Any], now: int) -> None:
        self._connection = connection
        self._kiosk = kiosk
        self._now = now
        self._epochs: Epochs = {}
        self._news: dict[bytes, int] = {}
        self._through: dict[bytes, int] = {}
        self._batch: int | None = None
        self._stored: list[bytes] = []

    def prepare(self, facts: Sequence[Fact], bad: Sequence[Bad]) -> None:
        """Have numbers for the epochs, and their rows to ourselves."""
        for epoch, seq in _keys(facts, bad):
            self._through[epoch] = max(seq, self._through.get(epoch, 0))
        names = sorted(self._through)
        if not names:
            return
        connection, epochs = self._connection, tables.epoch.c
        insert_or_ignore(connection, tables.epoch, [{"epoch": name, "kiosk": self._kiosk.number} for name in names])
        # In the order of their numbers, so that two batches never wait for each other.
        locked = sa.select(epochs.epoch, epochs.number).where(epochs.epoch.in_(names)).order_by(epochs.number)
        self._epochs = {row.epoch: row.number for row in connection.execute(locked.with_for_update())}
        self._news = dict.fromkeys(names, 0)

    def store(self, facts: Sequence[Fact], packed: Sequence[bytes], kinds: dict[str, int], dictionary: int) -> int:
        """Insert the facts that are new; how many there were."""
        new = self._new(facts)
        if not new:
            return 0
        batch = self._connection.execute(
            tables.batch.insert().values(kiosk=self._kiosk.number, received_ms=self._now, events=0)
        )
        assert batch.inserted_primary_key is not None
        self._batch = batch.inserted_primary_key[0]
        kiosk, base = self._kiosk.number, self._kiosk.base
        rows = [
            (
                fact.id, kiosk, base, self._epochs[fact.epoch], fact.seq, fact.visit, fact.origin, fact.utc_ms,
                fact.monotonic_ms, kinds[fact.kind], fact.version, dictionary, body, self._batch,
            )
            for fact, body in zip(facts, packed, strict=True)
            if fact.id in new
        ]  # fmt: skip
        insert_events(self._connection, rows)
        for fact in new.values():
            self._news[fact.epoch] += 1
        self._stored = sorted(new)
        return len(new)

    def refuse(self, bad: Sequence[Bad]) -> list[Bad]:
        """Put what is refused on the list, once; all of `bad` again."""
        if not bad:
            return []
        refusals = tables.refusal.c
        known = {
            (row.epoch, row.seq)
            for row in self._connection.execute(
                sa.select(refusals.epoch, refusals.seq).where(refusals.epoch.in_(self._epochs.values()))
            )
        }
        given = {(self._epochs[one.epoch], one.seq): one for one in bad}
        new = {key: one for key, one in given.items() if key not in known}
        rows = [
            {
                "kiosk": self._kiosk.number, "epoch": epoch, "seq": seq, "code": one.code, "raw": one.raw,
                "received_ms": self._now,
            }
            for (epoch, seq), one in new.items()
        ]  # fmt: skip
        insert_or_ignore(self._connection, tables.refusal, rows)
        for one in new.values():
            self._news[one.epoch] += 1
        return list(bad)

    def arrive(self) -> tuple[int, str]:
        """Take a place in the order of commits, last of all; the hub's watermark and generation."""
        connection, hub, epochs, batches = self._connection, tables.hub, tables.epoch.c, tables.batch.c
        for name, number in sorted(self._epochs.items(), key=lambda pair: pair[1]):
            through = sa.case((epochs.through < self._through[name], self._through[name]), else_=epochs.through)
            connection.execute(
                tables.epoch.update()
                .where(epochs.number == number)
                .values(held=epochs.held + self._news[name], through=through)
            )
        if self._batch is None:
            found = connection.execute(sa.select(hub.c.watermark, hub.c.generation)).one()
            return found.watermark, found.generation
        bumped = hub.update().values(watermark=hub.c.watermark + 1).returning(hub.c.watermark, hub.c.generation)
        found = connection.execute(bumped).one()
        connection.execute(
            tables.batch.update()
            .where(batches.number == self._batch)
            .values(
                arrival=found.watermark,
                events=len(self._stored),
                first_id=self._stored[0],
                last_id=self._stored[-1],
            )
        )
        return found.watermark, found.generation

    def _new(self, facts: Sequence[Fact]) -> dict[bytes, Fact]:
        """The facts that the hub does not hold."""
        given = {fact.id: fact for fact in facts}
        if not given:
            return {}
        for id in held_ids(self._connection, list(given)):
            del given[id]
        return given
