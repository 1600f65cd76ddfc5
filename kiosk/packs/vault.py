"""The folder of installed pack files: each comes whole, by one rename, or not at all."""

import os
import sqlite3
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.core.errors import KioskError

STAGED = ".incoming-"
ENDING = ".pack"


class Vault:
    """`home/packs`. What is published but in no row of `pack` is swept away at the next opening."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "packs"

    @contextmanager
    def staged(self, data: bytes) -> Iterator[Path]:
        """A complete, synced copy of `data` for the length of a `with`; gone afterwards unless it was published.

        Raises KioskError `packs.install_failed` when the disk does not take it.
        """
        path = self.folder / f"{STAGED}{os.urandom(6).hex()}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                _hold(file.fileno())
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                if sys.platform != "win32":
                    # Held until it is published: a kiosk that starts just now must not sweep it away.
                    yield path
            if sys.platform == "win32":
                yield path
        except OSError as error:
            raise KioskError("packs.install_failed", repr(error)) from error
        finally:
            with suppress(OSError):
                path.unlink()

    def publish(self, staged: Path, name: str) -> str:
        """Give the staged copy its name, in one step that is on disk when this returns. Raises OSError."""
        final = self.folder / f"{name}{ENDING}"
        staged.replace(final)
        if sys.platform != "win32":
            folder = os.open(self.folder, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
        return final.name

    def strays(self, known: Collection[str]) -> list[Path]:
        """The files that no row names, staged copies of processes that died among them."""
        try:
            return [path for path in self.folder.iterdir() if path.name not in known]
        except OSError:
            return []

    def sweep(self, db: sqlite3.Connection) -> None:
        """Remove all strays. Within a writing transaction: nobody else can be between publishing and committing."""
        for path in self.strays(known(db)):
            with suppress(OSError):
                if not (path.name.startswith(STAGED) and _is_held(path)):
                    path.unlink()


def known(db: sqlite3.Connection) -> set[str]:
    """The names of the files of all versions that are not removed."""
    return {row[0] for row in db.execute("SELECT file FROM pack WHERE file <> '' AND state <> 'removed'")}


def _hold(file: int) -> None:
    """Mark an open file as in use until it is closed, however its process ends. Windows holds open files by itself."""
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)


def _is_held(path: Path) -> bool:
    if sys.platform == "win32":
        return False
    import fcntl

    with path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
    return False
