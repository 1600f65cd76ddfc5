"""No network at all: what waits goes to a stick as one file, as the same batches that the network would carry."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from kiosk import __version__
from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.exports.writing import Written, write_whole
from kiosk.store.store import Store
from kiosk.sync import bundle_file, down_asking, down_erasures, holder, link, marks, offering, stick_keys, wire
from kiosk.sync.bundle_file import BundleWriter, Head
from kiosk.sync.link import Link
from kiosk.sync.marks import Mark
from kiosk.sync.wire import Row, Sender

_PARCEL_BYTES = 4 << 20
"""Of events' bodies in one batch."""
BYTES_AN_EVENT = 150
"""On the stick, at most, by far: for asking whether there is room."""


@dataclass(frozen=True, slots=True)
class Bundled:
    """A bundle that was written: `events` of the journal and `texts` are in it."""

    file: Path
    events: int
    texts: int
    written: Written


def file_name(kiosk: str, now_ms: int) -> str:
    """What a bundle is called: the kiosk's id and a number that grows."""
    return f"{kiosk}-{now_ms}{bundle_file.ENDING}"


def write(
    home: Path, store: Store, clock: Clock, out: Path, *, step: Callable[[int, int], object] = lambda done, of: None
) -> Bundled:
    """Write what the hub has not acknowledged to `out`; in a folder, under a name of its own. Nothing is marked.

    `step(done, all)` is told of events; what it raises comes out here, and nothing remains. Raises KioskError
    (`sync.not_enrolled`, `sync.no_stick_key`, `sync.memory_away`, and those of `exports.writing.write_whole`).
    """
    tie = _tied(home, store)
    if out.is_dir():
        out /= file_name(tie.kiosk, clock.utc_ms())
    with store.read() as connection:
        mark = marks.read(connection, tie.hub)
        newest = marks.newest(connection)
        packs, hashes = offering.unoffered(connection, tie.hub)
    packing = _Packing(home, store, clock, tie, mark, newest)

    def fill(path: Path) -> int:
        return packing.fill(path, packs, hashes, step)

    need = (newest - mark.position) * BYTES_AN_EVENT + len(hashes) * 2_000
    return Bundled(out, newest - mark.position, len(hashes), write_whole(out, need, fill))


def _tied(home: Path, store: Store) -> Link:
    tie = link.read(home)
    if tie is None:
        raise KioskError("sync.not_enrolled")
    if not tie.seal:
        raise KioskError("sync.no_stick_key")
    if store.state().temporary:
        raise KioskError("sync.memory_away")
    if tie.kiosk != store.kiosk:
        store.adopt(tie.kiosk)
    return tie


class _Packing:
    """One bundle: the journal after `mark` up to the position `newest`."""

    def __init__(self, home: Path, store: Store, clock: Clock, tie: Link, mark: Mark, newest: int) -> None:
        self._home = home
        self._store = store
        self._clock = clock
        self._tie = tie
        self._mark = mark
        self._newest = newest
        self._sender = Sender(tie.kiosk, holder.holder(home), holder.machine(home))

    def fill(self, path: Path, packs: list[sqlite3.Row], hashes: list[str], step: Callable[[int, int], object]) -> int:
        """Write it all to `path`; how many events."""
        key, share = stick_keys.key_for(bytes.fromhex(self._tie.seal))
        id, now = "b" + os.urandom(8).hex(), self._clock.utc_ms()
        writer = BundleWriter(path, Head(1, id, self._tie.hub, self._tie.kiosk, share.hex(), now), key)
        try:
            self._put(writer, bundle_file.ABOUT, self._about())
            self._put(writer, wire.OFFER, {"packs": [list(pack) for pack in packs], "texts": []})
            for parcel in offering.parcels(self._store, hashes):
                self._put(writer, wire.TEXTS, {"texts": parcel})
            count = self._events(partial(writer.put, wire.EVENTS), step)
            self._put(writer, wire.DOWN, self._asked())
            writer.sign(self._tie.credential)
        except BaseException:
            writer.give_up()
            raise
        return count

    def _events(self, put: Callable[[bytes], None], step: Callable[[int, int], object]) -> int:
        done, whole = 0, self._newest - self._mark.position
        step(0, whole)
        for rows in self._batches():
            about = {"version": __version__, "waiting": whole}
            put(wire.batch(self._sender, self._mark.token, self._clock.utc_ms(), rows, about, wire.VERSION))
            done += len(rows)
            step(done, whole)
        return done

    def _batches(self) -> Iterator[list[Row]]:
        after = self._mark.position
        while True:
            with self._store.read() as connection:
                found = marks.rows(connection, after, wire.MOST_EVENTS)
            rows = [row for row in found if row.position <= self._newest]
            if not rows:
                return
            yield from _cut(rows)
            after = rows[-1].position

    def _asked(self) -> dict[str, Any]:
        """What the hub wants of us: the question of the wire, with all receipts, since it cannot ask back for one."""
        receipts = down_erasures.asked_for(self._home, down_erasures.held(self._home))
        asked = down_asking.asked(self._home, self._store, self._tie.hub, receipts)
        return asked | {"box": stick_keys.box(self._tie.credential).hex()}

    def _about(self) -> dict[str, Any]:
        """Which part of the journal this is, to be told by the receipt; and what the hub should hold by now."""
        with self._store.read() as connection:
            last = marks.rows(connection, self._newest - 1, 1)
            epochs = marks.epochs(connection, self._mark.position)
        named = [last[0].epoch.hex(), last[0].seq] if last else ["", 0]
        held = [[epoch.hex(), count, known] for epoch, (count, known) in epochs.items()]
        return {"after": self._mark.position, "through": self._newest, "last": named, "epochs": held}

    @staticmethod
    def _put(writer: BundleWriter, path: str, told: dict[str, Any]) -> None:
        writer.put(path, wire.compact({"v": wire.VERSION, **told}).encode())


def _cut(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """`rows` in batches that a hub can unpack, however long their bodies are."""
    batch: list[Row] = []
    size = 0
    for row in rows:
        travels = min(len(row.body), wire.BODY_BYTES)
        if batch and size + travels > _PARCEL_BYTES:
            yield batch
            batch, size = [], 0
        batch.append(row)
        size += travels
    if batch:
        yield batch
