"""One running kiosk a home, and one of whatever else has a name: a lock that the system takes back by itself."""

import os
import sys
import zlib
from pathlib import Path


class HomeLock:
    """Held from `take` to `free` or to the end of the process. Child processes do not inherit it."""

    def __init__(self, home: Path, name: str = "kiosk.lock") -> None:
        self._home = home
        self._name = name
        self._file = -1

    def take(self) -> bool:
        """Take the lock; false when another process holds it.

        A home that cannot be written is locked by a file in the system's temporary folder instead; where not even
        that can be written, nobody is kept out.
        """
        for find in (_own, _stand_in):
            try:
                self._file = os.open(
                    find(self._home, self._name), os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600
                )
            except OSError:
                continue
            return self._lock()
        return True

    def free(self) -> None:
        """Give the lock back."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _lock(self) -> bool:
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(self._file, msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self.free()
            return False
        return True


def _own(home: Path, name: str) -> Path:
    home.mkdir(parents=True, exist_ok=True)
    return home / name


def _stand_in(home: Path, name: str) -> Path:
    import tempfile  # it costs memory that the supervisor rarely needs

    return Path(tempfile.gettempdir()) / f"fingertip-glow-{zlib.crc32(str(home.absolute() / name).encode()):08x}.lock"
