"""Other rooms' writes: each one transaction on the writer's thread."""

import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from kiosk.core.errors import KioskError
from kiosk.store import troubles

PATIENCE_S = 10.0
"""How long a job waits for another process that holds the database."""


class Job:
    """`work` and the future that its result, or what it raised, comes out of; `derived`: see `Store.derive`.

    `after`: how many entries of the journal stand before it in the queue.
    """

    def __init__(self, work: Callable[[sqlite3.Connection], Any], *, derived: bool = False) -> None:
        self.future: Future[Any] = Future()
        self.derived = derived
        self.after = 0
        self._work = work
        self._born = time.monotonic()

    def run(self, connection: sqlite3.Connection) -> str:
        """Do the work in one transaction. Returns the trouble of the machine that hindered it, or nothing.

        While the trouble is another process's lock and there is patience left, the future stays open: run it again.
        """
        try:
            connection.execute("BEGIN IMMEDIATE")
            result = self._work(connection)
            connection.execute("COMMIT")
        except BaseException as failure:  # noqa: BLE001 - it is handed to the one who waits for the future
            connection.rollback()
            return self._fail(failure)
        self.future.set_result(result)
        return ""

    def _fail(self, failure: BaseException) -> str:
        trouble = troubles.code(failure) if isinstance(failure, troubles.FAILURES) else ""
        if trouble != troubles.LOCKED or time.monotonic() - self._born > PATIENCE_S:
            self.future.set_exception(KioskError(trouble, repr(failure)) if trouble else failure)
        return trouble
