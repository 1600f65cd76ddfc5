"""What is done beside the playing: looking through the database, backups, the roll-back mark, reading back."""

import logging
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.store import backups, files, marker, rescue, settings, troubles
from kiosk.store.base import Base
from kiosk.store.marker import Mark
from kiosk.store.state import restored_event

if TYPE_CHECKING:
    from kiosk.store.store import Store

log = logging.getLogger(__name__)
ROUND_S = 5.0
EVERY = timedelta(hours=20)
AFTER_CHANGES = timedelta(minutes=10)
"""How old a backup may be when packs, settings or PINs have changed since."""
_SPARE_BYTES = 64 * 1024 * 1024
"""What a backup leaves free on the disk for answers."""


class Housekeeper:
    """Does its round every few seconds on a thread of its own, or when told to."""

    def __init__(self, store: "Store", base: Base, clock: Clock) -> None:
        self.marker_unusable = False
        self._store = store
        self._base = base
        self._clock = clock
        self._checked = 0
        self._backed_up_changes = 0
        self._looked_for_roll_back = False
        self._marked: Mark | None = None
        self._tried: set[Path] = set()
        self._stopping = threading.Event()
        self._nudged = threading.Event()
        self._reading: sqlite3.Connection | None = None
        self._thread: threading.Thread | None = None

    def start(self, after_s: float) -> None:
        """Begin after `after_s` seconds, so that the first screen has the machine for itself."""
        self._thread = threading.Thread(target=self._run, args=(after_s,), name="store-housekeeper", daemon=True)
        self._thread.start()

    def nudge(self) -> None:
        """Something happened: do the next round now."""
        self._nudged.set()

    def close(self) -> None:
        """Stop soon, even in the middle of looking through a large database; leave the last mark."""
        self._stopping.set()
        self._nudged.set()
        reading = self._reading
        if reading is not None:
            reading.interrupt()
        if self._thread is not None:
            self._thread.join()
            self._do(self._mark)

    def _run(self, after_s: float) -> None:
        self._stopping.wait(after_s)
        while not self._stopping.is_set():
            self.round()
            self._nudged.wait(ROUND_S)
            self._nudged.clear()

    def round(self) -> None:
        """Do what is due."""
        for task in (self._leave_if_marked, self._recover, self._look_for_roll_back, self._check, self._back_up):
            if not self._stopping.is_set() and not self._base.temporary:
                self._do(task)
        if not self._base.temporary:
            self._do(self._mark)

    def _do(self, task: Callable[[], None]) -> None:
        """Do one task; the machine's faults end it, and a damaged database is told of."""
        try:
            task()
        except (*troubles.FAILURES, OSError, KioskError) as error:
            if self._stopping.is_set():
                return
            log.warning("housekeeping: %r", error)
            if troubles.code(error) == troubles.DAMAGED:
                self._store.leave_home(troubles.DAMAGED)

    @contextmanager
    def _read(self) -> Iterator[sqlite3.Connection]:
        """A reading connection that `close` interrupts."""
        with self._store.read() as connection:
            self._reading = connection
            try:
                yield connection
            finally:
                self._reading = None

    def _leave_if_marked(self) -> None:
        """Another process found our database damaged."""
        if files.damage(self._base.home) is not None:
            self._store.leave_home(troubles.DAMAGED)

    def _recover(self) -> None:
        for note in set(rescue.notes(self._base.home)) - self._tried:
            from kiosk.store import recovery  # here for its cost: hardly any start needs it

            self._tried.add(note)
            restored = recovery.recover(self._store, note, self._stopping.is_set)
            if restored:
                self._store.report(restored)

    def _look_for_roll_back(self) -> None:
        """Once an opening: is the database older than the mark on the other partition says?"""
        file = self._mark_file()
        if self._looked_for_roll_back or file is None:
            return
        mark = marker.read(file)
        with self._read() as connection:
            found = marker.rolled_back(connection, mark, self._store.epoch) if mark else None
        self._looked_for_roll_back = True
        if found is None:
            return
        known = self._base.restored
        if known is None:
            self._store.append(restored_event(found), None)
            self._store.report(found)
        elif known.missing is None:
            self._store.report(replace(known, missing=found.missing))

    def _check(self) -> None:
        """Look through the whole database once an opening."""
        generation = self._base.generation
        if self._checked == generation:
            return
        with self._read() as connection:
            result = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if result == "ok":
            self._checked = generation
        else:
            log.error("the database is damaged: %s", result)
            self._store.leave_home(troubles.DAMAGED)

    def _back_up(self) -> None:
        changes = self._store.changes()
        if self._checked != self._base.generation or not self._backup_due(changes):
            return
        home = self._base.home
        if files.free_bytes(home) < 2 * (home / files.DATABASE).stat().st_size + _SPARE_BYTES:
            log.warning("no backup: it would leave too little room on the disk")
            return
        self._checked = 0  # a copy that turns out to be unsound makes the original suspect
        with self._read() as connection:
            backups.make(home, connection, self._clock.utc_ms(), self._stopping.is_set)
        self._checked = self._base.generation
        self._backed_up_changes = changes

    def _backup_due(self, changes: int) -> bool:
        age = backups.age(self._base.home, self._clock.utc_ms())
        # A backup from the future is of a machine whose clock was wrong, and says nothing.
        limit = EVERY if changes == self._backed_up_changes else AFTER_CHANGES
        return age is None or age < timedelta(0) or age >= limit

    def _mark(self) -> None:
        """Note how far the journal has come."""
        file = self._mark_file()
        if file is None or not self._looked_for_roll_back:
            return
        with self._store.read() as connection:
            mark = marker.now(connection)
        if mark is None or mark == self._marked:
            return
        try:
            marker.write(file, mark)
            self._marked = mark
        except OSError as error:
            log.warning("cannot write %s: %r", file, error)
            self._say_marker(unusable=True)

    def _mark_file(self) -> Path | None:
        """Where the mark lies, if the base has chosen a folder for it that is there."""
        with self._store.read() as connection:
            folder = settings.read_all(connection)["marker_folder"]
        usable = bool(folder) and os.access(folder, os.W_OK)
        self._say_marker(unusable=bool(folder) and not usable)
        return marker.path(Path(folder), self._store.kiosk) if usable else None

    def _say_marker(self, unusable: bool) -> None:
        if unusable != self.marker_unusable:
            self.marker_unusable = unusable
            self._store.tell()
