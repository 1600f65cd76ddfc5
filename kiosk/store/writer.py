"""The one thread that writes. What waits is committed together; a single answer is committed at once."""

import logging
import math
import threading
import time
from collections import deque
from collections.abc import Callable

from kiosk.core.errors import KioskError
from kiosk.store import rows, troubles
from kiosk.store.base import Base
from kiosk.store.jobs import Job
from kiosk.store.pending import Entry, Pending

log = logging.getLogger(__name__)
PATIENCE_S = 0.4
"""How long the one who recorded an event waits at most for an answer."""
MOST_ROWS = 1_000
"""Rows in one transaction: some 15 ms, so that other processes get their turn."""
_BULK_PAUSE_S = 0.005
"""The gap after a large transaction: other processes poll for the lock, and would starve without it."""
_FIRST_RETRY_S, _LAST_RETRY_S = 0.25, 4.0
_LEAVE = (troubles.DAMAGED, troubles.UNREACHABLE, troubles.READ_ONLY)
"""Troubles in which the open files are worth nothing any more: the home must be opened again."""


class Writer:
    """Owns what is pending, the base's connection, and two threads: one that writes, one that watches the time."""

    def __init__(self, base: Base, changed: Callable[[], None]) -> None:
        """`changed` is called, on a thread of the writer, after whatever may matter to staff."""
        self._base = base
        self._changed = changed
        self._lock = threading.Lock()
        self._wake = threading.Condition(self._lock)
        self._watch = threading.Condition(self._lock)
        self._settled = threading.Condition(self._lock)
        self._pending = Pending()
        self._put = self._dropped = 0
        self._jobs: deque[Job] = deque()
        self.jobs_done = 0
        self._submitted = self._settled_jobs = 0
        self._closing = False
        self._unusable = ""
        self._trouble = base.trouble
        self._hindrance = troubles.SLOW
        self._retry_s = _FIRST_RETRY_S
        self._next_try = time.monotonic()
        self._threads = [
            threading.Thread(target=self._write, name="store-writer", daemon=True),
            threading.Thread(target=self._keep_promise, name="store-patience", daemon=True),
        ]

    def start(self) -> None:
        """Begin to write."""
        for thread in self._threads:
            thread.start()

    def put(self, entry: Entry) -> None:
        """Queue journal rows."""
        with self._lock:
            self._pending.add(entry)
            self._put += 1
            self._wake.notify()
            self._watch.notify()

    def submit(self, job: Job) -> None:
        """Queue other work: it sees the rows that were put before it, unless there is trouble."""
        with self._lock:
            job.after = self._put
            self._submitted += 1
            self._jobs.append(job)
            self._wake.notify()

    def in_memory(self) -> tuple[int, int, int | None, str]:
        """Answers and events that are in memory only, the time of the oldest (ms since 1970 UTC), and the trouble."""
        with self._lock:
            return self._pending.answers, self._pending.events, self._pending.since(), self._trouble

    def flush(self, timeout_s: float) -> bool:
        """Wait until all that was queued before this call is on disk, at most `timeout_s` seconds; whether it is."""
        with self._lock:
            put, submitted = self._put, self._submitted
            return self._settled.wait_for(lambda: self._dropped >= put and self._settled_jobs >= submitted, timeout_s)

    def leave_home(self, trouble: str) -> None:
        """The home's database was found to be unusable: have it opened anew. From any thread."""
        with self._lock:
            self._unusable = self._trouble = trouble
            self._wake.notify()

    def close(self) -> None:
        """Write what waits, if it can be written, and end."""
        with self._lock:
            self._closing = True
            self._wake.notify()
            self._watch.notify()
        for thread in self._threads:
            thread.join()

    # The thread that writes

    def _write(self) -> None:
        while self._wait():
            self._leave_if_unusable()
            if self._due():
                self._attempt()
            self._keep_in_memory()
            self._do_job()
            self._tidy()
        self._finish()

    def _leave_if_unusable(self) -> None:
        with self._lock:
            trouble, self._unusable = self._unusable, ""
        if trouble and not self._base.temporary:
            self._base.leave_home(trouble)
            self._changed()

    def _wait(self) -> bool:
        """Sleep until there is something to do; false when it is time to end."""
        with self._lock:
            pause = max(0.0, self._next_try - time.monotonic()) if self._trouble else None
            self._wake.wait_for(self._has_work, pause)
            return not self._closing or bool(self._jobs)

    def _has_work(self) -> bool:
        waiting = self._pending.oldest_untold() is not None or (bool(self._pending) and not self._trouble)
        return bool(self._closing or self._jobs or self._unusable or waiting)

    def _due(self) -> bool:
        """Whether it is time to try the disk: always when all is well, now and then when it is not."""
        return not self._trouble or time.monotonic() >= self._next_try

    def _attempt(self) -> bool:
        """Commit the oldest entries, coming home first if need be; whether that worked."""
        if not self._base.in_place():
            log.error("the database in %s is not the one that was opened", self._base.home)
            self._base.leave_home(troubles.UNREACHABLE)
        if self._base.temporary and not self._come_home():
            return False
        with self._lock:
            batch = self._pending.head(MOST_ROWS)
        together = [row for entry in batch for row in entry.rows]
        try:
            if together:
                rows.write(self._base.connection, self._base.kiosk, together)
        except troubles.FAILURES as error:
            self._failed(error)
            return False
        self._base.wal.wrote()
        self._written(batch)
        if len(together) >= MOST_ROWS:
            with self._lock:
                self._wake.wait(_BULK_PAUSE_S)
        return True

    def _come_home(self) -> bool:
        try:
            arrived = self._base.come_home()
            trouble = self._base.trouble
        except KioskError as error:
            arrived, trouble = False, error.code
        if not arrived:
            self._in_trouble(trouble)
        return arrived

    def _written(self, batch: list[Entry]) -> None:
        with self._lock:
            untold = self._pending.drop(len(batch))
            self._dropped += len(batch)
            self._trouble, self._hindrance, self._retry_s = "", troubles.SLOW, _FIRST_RETRY_S
            self._settled.notify_all()
        for entry in untold:
            entry.tell(True)
        self._changed()

    def _failed(self, error: Exception) -> None:
        trouble = troubles.diagnose(self._base.home, error) or troubles.UNEXPECTED
        if trouble == troubles.LOCKED and not self._trouble:
            self._hindrance = trouble  # try again at once; it is trouble when the patience has run out
            return
        if trouble != self._trouble:
            log.error("cannot write to %s: %r", self._base.home, error)
        if trouble in _LEAVE:
            self._base.leave_home(trouble)
        if trouble == troubles.DAMAGED:
            self._come_home()  # at once: it may be mended before anybody has waited too long
        else:
            self._in_trouble(trouble)

    def _in_trouble(self, trouble: str) -> None:
        with self._lock:
            self._trouble = trouble
            self._next_try = time.monotonic() + self._retry_s
            self._retry_s = min(2 * self._retry_s, _LAST_RETRY_S)
        self._changed()

    def _keep_in_memory(self) -> None:
        """While there is trouble nobody is kept waiting."""
        if not self._trouble:
            return
        if self._base.temporary:
            self._mirror()
        self._tell_late(math.inf)

    def _mirror(self) -> None:
        """Put what is pending into the database in memory as well, for the screens that count."""
        with self._lock:
            new = self._pending.unmirrored()
        if not new:
            return
        try:
            rows.write(self._base.connection, self._base.kiosk, [row for entry in new for row in entry.rows])
        except troubles.FAILURES as error:
            log.warning("not mirrored yet: %r", error)
            return
        for entry in new:
            entry.mirrored = True

    def _do_job(self) -> None:
        with self._lock:
            ready = bool(self._jobs) and (bool(self._trouble) or self._jobs[0].after <= self._dropped)
            job = self._jobs.popleft() if ready else None
        if job is None:
            return
        trouble = job.run(self._base.connection)
        self._base.wal.wrote()
        self.jobs_done += not job.derived
        with self._lock:
            if job.future.done():
                self._settled_jobs += 1
            else:
                self._jobs.appendleft(job)
            self._settled.notify_all()
        if job.future.done() and trouble in _LEAVE and not self._base.temporary:
            self.leave_home(trouble)

    def _tidy(self) -> None:
        with self._lock:
            busy = self._has_work()
        self._base.wal.settle(busy)

    def _finish(self) -> None:
        """The last attempts before the end."""
        until = time.monotonic() + PATIENCE_S
        while self._pending and (self._attempt() or time.monotonic() < until):
            pass
        if self._pending:
            log.error("ended with events in memory only: %s", self.in_memory())

    # The thread that watches the time

    def _keep_promise(self) -> None:
        """Answer those who have waited long enough, whatever holds the writing thread up."""
        while not self._closing:
            with self._lock:
                oldest = self._pending.oldest_untold()
                pause = None if oldest is None else oldest + PATIENCE_S - time.monotonic()
                if pause is None or pause > 0:
                    self._watch.wait(pause)
                    continue
            self._tell_late(time.monotonic() - PATIENCE_S)

    def _tell_late(self, born_until: float) -> None:
        with self._lock:
            late = self._pending.give_up_waiting(born_until)
            if late and not self._trouble:
                self._trouble, self._next_try = self._hindrance, time.monotonic() + self._retry_s
        for entry in late:
            entry.tell(False)
        if late:
            self._changed()
