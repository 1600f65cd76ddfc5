"""Rendered speech on disk: a file a text, voice and rate, the least recently used removed first."""

import os
from contextlib import suppress
from pathlib import Path

LIMIT_BYTES = 48_000_000
"""About 18 minutes of speech."""


def cache_name(text: str, voice: str, rate: int) -> str:
    """The file name for `text` read by `voice` at `rate`."""
    import hashlib  # here for its cost: 4 MB of OpenSSL, which a silent kiosk does not need

    return hashlib.sha256(f"{voice}\0{rate}\0{text}".encode()).hexdigest() + ".wav"


class SpeechCache:
    """The files under `folder`. Methods raise OSError when the folder cannot be used."""

    def __init__(self, folder: Path, limit_bytes: int = LIMIT_BYTES) -> None:
        self.folder = folder
        self._limit = limit_bytes

    def find(self, text: str, voice: str, rate: int) -> Path | None:
        """The rendered file, marked as just used, or `None`."""
        path = self.folder / cache_name(text, voice, rate)
        if not path.is_file():
            return None
        with suppress(OSError):  # a read-only cache is still a cache
            os.utime(path)
        return path

    def open(self) -> None:
        """Make the folder and remove what renderings cut short have left."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for part in self.folder.glob("*.part"):
            part.unlink(missing_ok=True)

    def trim(self) -> None:
        """Remove the least recently used files until all fit the limit; the newest always stays."""
        files = sorted(((path.stat(), path) for path in self.folder.glob("*.wav")), key=lambda one: one[0].st_mtime_ns)
        total = sum(stat.st_size for stat, _ in files)
        for stat, path in files[:-1]:
            if total <= self._limit:
                return
            path.unlink(missing_ok=True)
            total -= stat.st_size
