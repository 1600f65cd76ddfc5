"""Recordings come up by tus 1.0: creation, checksum, termination. Our own, because the libraries that there are freeze
on half-open uploads or lose a cut patch whole.

A patch is read whole (at most `MOST_PATCH`), compared with its checksum and only then written and acknowledged: a cut
connection costs one patch. An upload says by its metadata what it is: `take` (the kiosk's random id), `sha256` of the
file, `script`, `theme`, `title`, `seconds`, `made_ms`, and `page`, the SHA-256 of the token of its take-home page. The
same file offered again gets the same address. A whole one
that is not what its SHA-256 says begins anew; one whose take was erased is gone for good.
"""

import base64
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa

from kiosk.core.errors import KioskError
from kiosk.hub.down.erasures import FOLDER, settle
from kiosk.hub.hub import Hub
from kiosk.hub.store import tables
from kiosk.hub.store.down_tables import recording

VERSION = "1.0.0"
EXTENSIONS = "creation,checksum,termination"
ALGORITHMS = ("sha256", "sha1")
MOST_BYTES = 64 << 20
"""Of a recording: twenty minutes would be."""
MOST_PATCH = 1 << 20
_ROW, _KIOSK, _ERASURE = recording.c, tables.kiosk.c, tables.erasure.c


class About(msgspec.Struct):
    """What an upload's metadata say."""

    take: str
    sha256: str
    script: str = ""
    theme: str = ""
    title: str = ""
    seconds: float = 0.0
    made_ms: int = 0
    page: str = ""


@dataclass(frozen=True, slots=True)
class Upload:
    """One upload as its client sees it."""

    name: str
    offset: int
    length: int


def create(hub: Hub, kiosk: int, length: int, metadata: str) -> Upload:
    """A new upload, or the one that was begun with the same file.

    Raises KioskError `sync.unreadable`, `sync.too_large`, or `sync.recording_erased`.
    """
    about = _about(metadata)
    if not 0 < length <= MOST_BYTES:
        raise KioskError("sync.too_large", f"{length} bytes")
    now = hub.clock.utc_ms()
    with hub.database.write() as connection:
        base = connection.execute(sa.select(_KIOSK.base).where(_KIOSK.number == kiosk)).scalar_one()
        if _is_erased(connection, base, about.take):
            raise KioskError("sync.recording_erased", about.take)
        same = sa.select(recording).where(
            _ROW.kiosk == kiosk, _ROW.take == about.take, _ROW.sha256 == about.sha256, _ROW.bytes == length
        )
        found = connection.execute(same).first()
        if found is not None:
            return Upload(found.upload, found.received, found.bytes)
        name = os.urandom(16).hex()
        row = {**msgspec.to_builtins(about), "upload": name, "base": base, "kiosk": kiosk, "bytes": length}
        connection.execute(recording.insert().values(**row, begun_ms=now))
    return Upload(name, 0, length)


def find(hub: Hub, kiosk: int, name: str) -> Upload:
    """How far the upload has come. Raises KioskError `sync.recording_unknown` or `sync.recording_erased`."""
    with hub.database.read() as connection:
        row = _mine(connection, kiosk, name)
    return Upload(row.upload, row.received, row.bytes)


def append(hub: Hub, kiosk: int, name: str, offset: int, body: bytes, checksum: str) -> Upload:
    """Add `body` at `offset`; on disk when this returns.

    Raises KioskError `sync.recording_checksum`, `sync.recording_offset`, or those of `find`.
    """
    _check(body, checksum)
    folder = hub.data / FOLDER
    folder.mkdir(exist_ok=True, mode=0o700)
    with hub.database.write() as connection:
        row = _mine(connection, kiosk, name, lock=True)
        if offset != row.received or offset + len(body) > row.bytes:
            raise KioskError("sync.recording_offset", f"{offset} instead of {row.received}")
        received = offset + len(body)
        changed: dict[str, Any] = {"received": received}
        part = folder / f"{name}.part"
        if body:
            _write(part, offset, body)
        sound = True
        if received == row.bytes and row.whole_ms is None:
            sound = _digest(part) == row.sha256
            changed = {"received": received, "whole_ms": hub.clock.utc_ms()} if sound else {"received": 0}
            if sound:
                part.replace(folder / row.sha256)
            else:
                part.unlink()
        connection.execute(recording.update().where(_ROW.number == row.number).values(changed))
    if not sound:
        raise KioskError("sync.recording_checksum", "the whole")
    return Upload(name, received, row.bytes)


def end(hub: Hub, kiosk: int, name: str) -> None:
    """The kiosk takes its upload back. Raises KioskError as `find`."""
    with hub.database.write() as connection:
        row = _mine(connection, kiosk, name, lock=True)
        gone = {"erased_ms": hub.clock.utc_ms(), "script": "", "theme": "", "title": ""}
        connection.execute(recording.update().where(_ROW.number == row.number).values(gone))
    settle(hub)


def _about(metadata: str) -> About:
    try:
        pairs = (pair.split(" ", 1) for pair in metadata.split(",") if pair)
        told = {key.strip(): base64.b64decode(value).decode() for key, value in pairs}
        about = msgspec.convert(told, About, strict=False)
        if len(bytes.fromhex(about.sha256)) != 32 or not about.take.isalnum() or len(about.take) > 32:
            raise ValueError("take or digest")
        if about.page and len(bytes.fromhex(about.page)) != 32:
            raise ValueError("page")
        if max(map(len, (about.script, about.theme, about.title))) > 200 or "\0" in metadata:
            raise ValueError("too long")
    except (ValueError, msgspec.MsgspecError) as error:
        raise KioskError("sync.unreadable", repr(error)) from error
    return about


def _is_erased(connection: sa.Connection, base: int, take: str) -> bool:
    """Whether a receipt of the base names the take, or its recording was erased here."""
    named = sa.select(_ERASURE.id).where(
        _ERASURE.base == base, _ERASURE.subjects.contains(f'"{take}"', autoescape=True)
    )
    gone = sa.select(_ROW.number).where(_ROW.base == base, _ROW.take == take, _ROW.erased_ms.is_not(None))
    return any(connection.execute(query).first() for query in (named, gone))


def _mine(connection: sa.Connection, kiosk: int, name: str, *, lock: bool = False) -> sa.Row[Any]:
    query = sa.select(recording).where(_ROW.upload == name, _ROW.kiosk == kiosk)
    row: sa.Row[Any] | None = connection.execute(query.with_for_update() if lock else query).first()
    if row is None:
        raise KioskError("sync.recording_unknown", name)
    if row.erased_ms is not None:
        raise KioskError("sync.recording_erased", name)
    return row


def _check(body: bytes, checksum: str) -> None:
    if not checksum:
        return
    name, _, given = checksum.partition(" ")
    if name not in ALGORITHMS:
        raise KioskError("sync.unreadable", f"checksum {name[:20]}")
    if base64.b64encode(hashlib.new(name, body).digest()).decode() != given.strip():
        raise KioskError("sync.recording_checksum", name)


def _write(part: Path, offset: int, body: bytes) -> None:
    handle = os.open(part, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        os.ftruncate(handle, offset)  # what a crash has left behind the acknowledged end
        os.lseek(handle, offset, os.SEEK_SET)
        view = memoryview(body)
        while view:
            view = view[os.write(handle, view) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
