"""Files that only their key opens, written chunk by chunk so that a cut leaves all but the last moment.

A sealed file is a line of JSON (`{"sealed": 1, "salt": …, "about": {…}}`), then chunks: four bytes of length (little-
endian) and AES-256-GCM cipher text. The file's own key is HMAC-SHA256 of the data key and the salt, the nonce counts
the chunks, and the last chunk is marked as such in what is authenticated: chunks cannot be swapped, dropped or
carried to another file, and a file without a last chunk is known to be cut short.
"""

import hmac
import json
import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
VERSION = 1
TAG_BYTES = 16
LARGEST_CHUNK = 1 << 24
_LENGTH = struct.Struct("<I")


class NotOurs(Exception):
    """The file is not sealed by us, is of a newer kind, or its key is another one."""


def new_key() -> bytes:
    """A fresh data key."""
    return os.urandom(KEY_BYTES)


def _cipher(key: bytes, salt: bytes) -> AESGCM:
    return AESGCM(hmac.digest(key, b"fingertip-glow sealed file\0" + salt, "sha256"))


def _nonce(number: int, last: bool) -> bytes:
    return bytes([last]) + number.to_bytes(11, "big")


class SealedWriter:
    """One sealed file being written. Every method raises OSError when the disk does not let it."""

    def __init__(self, path: Path, key: bytes, about: dict[str, Any]) -> None:
        salt = os.urandom(16)
        head = json.dumps({"sealed": VERSION, "salt": salt.hex(), "about": about}).encode() + b"\n"
        self._head = head
        self._cipher = _cipher(key, salt)
        self._number = 0
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        self._end = 0
        self._put(head)

    def write(self, chunk: bytes) -> None:
        """Append `chunk` whole or not at all: a disk that fills up in the middle of it leaves no torn end."""
        self._seal(chunk, last=False)

    def close(self) -> None:
        """Write the last chunk and wait until all is on disk."""
        try:
            self._seal(b"", last=True)
            self.flush()
        finally:
            os.close(self._file)

    def flush(self) -> None:
        """Wait until what was written is on disk."""
        getattr(os, "fdatasync", os.fsync)(self._file)

    def _seal(self, chunk: bytes, last: bool) -> None:
        sealed = self._cipher.encrypt(_nonce(self._number, last), chunk, self._head)
        self._put(_LENGTH.pack(len(sealed)) + sealed)
        self._number += 1

    def _put(self, data: bytes) -> None:
        view = memoryview(data)
        try:
            while view:
                view = view[os.write(self._file, view) :]
        except OSError:
            os.ftruncate(self._file, self._end)
            os.lseek(self._file, self._end, os.SEEK_SET)
            raise
        self._end += len(data)


class SealedReader:
    """One sealed file opened with its key. Raises NotOurs or OSError.

    `about` is what the writer said of it; `whole` tells, once `chunks` has been walked, whether its end was found.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        with path.open("rb") as file:
            self._head = file.readline(1 << 16)
        try:
            fields = json.loads(self._head)
            if fields["sealed"] != VERSION:
                raise NotOurs(f"{path.name}: kind {fields['sealed']}")
            self._cipher = _cipher(key, bytes.fromhex(fields["salt"]))
            self.about: dict[str, Any] = fields["about"]
        except (ValueError, KeyError, TypeError) as error:
            raise NotOurs(f"{path.name}: no head") from error
        self.whole = False
        self.chunk_count = 0
        self.sound_bytes = len(self._head)
        """How much of the file is head and whole chunks."""

    def chunks(self) -> Iterator[bytes]:
        """What was sealed, in order, up to the end or to where the file is cut. Raises NotOurs with a wrong key."""
        self.chunk_count = 0
        with self._path.open("rb") as file:
            file.seek(len(self._head))
            while sealed := _next(file):
                chunk = self._open(sealed)
                if chunk is None:
                    return
                self.sound_bytes = file.tell()
                if self.whole:
                    return
                yield chunk

    def read(self) -> bytes:
        """All of it."""
        return b"".join(self.chunks())

    def _open(self, sealed: bytes) -> bytes | None:
        for last in (False, True):
            try:
                chunk = self._cipher.decrypt(_nonce(self.chunk_count, last), sealed, self._head)
            except InvalidTag:
                continue
            self.chunk_count += 1
            self.whole = last
            return chunk
        if self.chunk_count == 0:
            raise NotOurs(f"{self._path.name}: another key")
        return None


def _next(file: IO[bytes]) -> bytes:
    """The next chunk as it lies there; empty at the end or where it is cut."""
    head = file.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return b""
    (length,) = _LENGTH.unpack(head)
    if not TAG_BYTES <= length <= LARGEST_CHUNK:
        return b""
    sealed = file.read(length)
    return sealed if len(sealed) == length else b""


def mend(path: Path, key: bytes) -> bool:
    """Give a file that was cut short its end again; whether it needed one. Raises NotOurs or OSError."""
    reader = SealedReader(path, key)
    for _ in reader.chunks():
        pass
    if reader.whole:
        return False
    end = reader._cipher.encrypt(_nonce(reader.chunk_count, True), b"", reader._head)
    with path.open("r+b") as file:
        file.truncate(reader.sound_bytes)
        file.seek(reader.sound_bytes)
        file.write(_LENGTH.pack(len(end)) + end)
        file.flush()
        os.fsync(file.fileno())
    return True


def seal(path: Path, key: bytes, content: bytes, about: dict[str, Any]) -> None:
    """Write `content` as a sealed file, replacing the one there. Raises OSError; then nothing has changed."""
    part = path.with_suffix(f".{os.getpid()}.part")
    part.unlink(missing_ok=True)
    try:
        writer = SealedWriter(part, key, about)
        try:
            for start in range(0, len(content), 1 << 20):
                writer.write(content[start : start + (1 << 20)])
        finally:
            writer.close()
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
