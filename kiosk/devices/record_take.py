"""One take on its way to the disk: sealed chunk by chunk, a line in its journal every second."""

import errno
import json
import os
import time
from pathlib import Path

from kiosk.core.booth import RATE
from kiosk.devices.record import TakeOrder
from kiosk.privacy.sealed import NotOurs, SealedReader, SealedWriter

FRAME_BYTES = 2
FLUSH_FRAMES = RATE
"""Once a second what was written is forced to the disk: a power cut costs no more."""
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def journal_path(path: Path) -> Path:
    """Where the journal of the take in `path` lies. It says how far the take had come, and nothing of what was said."""
    return path.with_suffix(".journal")


def free_bytes(folder: Path) -> int:
    """How much room the disk of `folder` has left for us. Raises OSError."""
    import shutil

    return shutil.disk_usage(folder).free


class TakeFile:
    """Writes until `write` or `close` says why it is over; each returns a words code, empty while all is well."""

    def __init__(self, order: TakeOrder) -> None:
        """Raises OSError when nothing can be written."""
        self._order = order
        self._limit = int(order.limit_s * RATE)
        self.frames = 0
        self._flushed = 0
        self.detail = ""
        self._sealed = SealedWriter(order.path, order.key, {"kind": "pcm", "rate": RATE, "channels": 1})
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        self._journal = os.open(journal_path(order.path), flags, 0o600)
        self._note("started")

    def write(self, block: bytes) -> str:
        """Append `block`; the code of what ends the take, if anything does."""
        room = (self._limit - self.frames) * FRAME_BYTES
        block = block[:room]
        try:
            self._sealed.write(block)
            self.frames += len(block) // FRAME_BYTES
            if self.frames - self._flushed >= FLUSH_FRAMES:
                self._flush()
                if free_bytes(self._order.path.parent) < self._order.floor_bytes:
                    return "booth.disk_low"
        except OSError as error:
            return self._failed(error)
        return "booth.time_over" if self.frames >= self._limit else ""

    def close(self, code: str) -> str:
        """End the take for the reason `code`; returns it, or what went wrong meanwhile."""
        try:
            self._sealed.close()
            self._note(code)
        except OSError as error:
            code = self._failed(error)  # a file without its last chunk is mended before it is read
        os.close(self._journal)
        return code

    @property
    def seconds(self) -> float:
        """The length of what is in the take."""
        return self.frames / RATE

    def _flush(self) -> None:
        self._sealed.flush()
        self._note("")
        self._flushed = self.frames

    def _note(self, code: str) -> None:
        line = json.dumps({"utc_ms": time.time_ns() // 1_000_000, "frames": self.frames, "code": code})
        os.write(self._journal, line.encode() + b"\n")

    def _failed(self, error: OSError) -> str:
        self.detail = repr(error)
        return "booth.disk_full" if error.errno in FULL else "booth.disk_failed"


def written_seconds(order: TakeOrder) -> float:
    """How much sound there is in a take whose writer has gone."""
    try:
        return sum(len(chunk) for chunk in SealedReader(order.path, order.key).chunks()) / FRAME_BYTES / RATE
    except (OSError, NotOurs):
        return 0.0
