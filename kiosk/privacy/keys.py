"""Data keys, each wrapped by the kiosk's key in a file of its own: destroying that file destroys what it opens."""

import os
from pathlib import Path

from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

from kiosk.core.errors import KioskError
from kiosk.privacy import kiosk_key
from kiosk.privacy.sealed import new_key

FOLDER = "keys"


class KeyRing:
    """The keys under `home`. Methods raise KioskError `privacy.key_unusable` when the kiosk's own cannot be read."""

    def __init__(self, home: Path) -> None:
        self.folder = home / FOLDER
        self._own: bytes | None = None

    def make(self, name: str) -> bytes:
        """A fresh data key called `name`, wrapped and on disk when this returns."""
        key = new_key()
        self.keep(name, key)
        return key

    def keep(self, name: str, key: bytes) -> None:
        """Wrap `key` and have it on disk as `name`. Raises KioskError `privacy.key_unkept` when the disk refuses."""
        own = self.own()
        path = self._path(name)
        part = path.with_suffix(f".{os.getpid()}.part")
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
            try:
                os.write(handle, aes_key_wrap(own, key))
                os.fsync(handle)
            finally:
                os.close(handle)
            part.replace(path)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise KioskError("privacy.key_unkept", repr(error)) from error

    def find(self, name: str) -> bytes | None:
        """The data key called `name`; `None` once it was destroyed or cannot be opened with this kiosk's key."""
        try:
            return aes_key_unwrap(self.own(), self._path(name).read_bytes())
        except (OSError, InvalidUnwrap, ValueError):
            return None

    def holds(self, name: str) -> bool:
        """Whether there is a file for that key."""
        return self._path(name).exists()

    def names(self) -> set[str]:
        """What data keys there are."""
        return {path.stem for path in self.folder.glob("*.key")} - {Path(kiosk_key.FILE).stem}

    def destroy(self, name: str) -> bool:
        """Overwrite and remove the data key; whether there was one. What it opened is gone with it.

        Raises KioskError `privacy.key_undestroyed` when the disk does not let go of it.
        """
        path = self._path(name)
        try:
            if not path.exists():
                return False
            with path.open("r+b") as file:
                file.write(os.urandom(path.stat().st_size))
                file.flush()
                os.fsync(file.fileno())
            path.unlink()
        except OSError as error:
            raise KioskError("privacy.key_undestroyed", repr(error)) from error
        return True

    def own(self) -> bytes:
        """The kiosk's key."""
        self._own = self._own or kiosk_key.load(self.folder)
        return self._own

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.key"
