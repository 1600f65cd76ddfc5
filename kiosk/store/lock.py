"""Who has the home open. Everybody who does holds a share; only somebody alone may swap the database."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.store.database import file_uri

PATIENCE_S = 2.0
"""How long to wait for somebody who is swapping the database, or for others to leave."""


class HomeLock:
    """A share in `lock.db`. SQLite's own file locks serve every system alike and end with the process."""

    def __init__(self, home: Path) -> None:
        """Raises sqlite3.Error when the file cannot be opened; SQLITE_BUSY while somebody swaps the database."""
        uri = file_uri(home / "lock.db", "mode=rwc")
        self._connection = sqlite3.connect(
            uri, uri=True, timeout=PATIENCE_S, isolation_level=None, check_same_thread=False
        )
        try:
            self._share()
        except BaseException:
            self._connection.close()
            raise

    def _share(self) -> None:
        self._connection.execute("BEGIN")
        self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else has the home open meanwhile. Raises sqlite3.OperationalError (SQLITE_BUSY) if somebody stays."""
        self._connection.execute("ROLLBACK")
        try:
            self._connection.execute("BEGIN EXCLUSIVE")
            try:
                yield
            finally:
                self._connection.execute("ROLLBACK")
        finally:
            self._share()

    def close(self) -> None:
        """Give the share back."""
        self._connection.close()
