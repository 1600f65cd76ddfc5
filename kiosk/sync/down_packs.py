"""Packs that a hub has staged for this kiosk: fetched a range at a time, checked, and installed like any other."""

import hashlib
import logging
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.core.events import StaffActed
from kiosk.store.store import Store
from kiosk.sync import wire
from kiosk.sync.client import Client, said_no
from kiosk.sync.down_settings import ROLE

if TYPE_CHECKING:
    from kiosk.packs.library import Library

FOLDER = "incoming"
RANGE = 512 << 10
"""Bytes asked for at once: what a cut connection costs at most."""
LARGEST = 512 << 20
AGAIN_MS = 24 * 3_600_000
"""What would not go in is tried again after so long: by then the base may trust its key."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A pack that the hub has staged; `sha256` is empty where the pack is to go."""

    pack: str
    hash: str = ""
    sha256: str = ""
    bytes: int = 0

    @classmethod
    def read(cls, given: dict[str, Any]) -> "Wanted":
        """One, as it travels. Raises KioskError `sync.answer_odd`."""
        try:
            made = cls(
                str(given["pack"]), str(given.get("hash", "")), str(given.get("sha256", "")), int(given.get("bytes", 0))
            )
            if made.sha256 and (len(bytes.fromhex(made.sha256)) != 32 or not 0 < made.bytes <= LARGEST):
                raise ValueError("a file that cannot be")
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise KioskError("sync.answer_odd", repr(given)[:200]) from error
        return made


class PackFetcher:
    """Brings packs from the hub into the library. `library()` is asked for once something is staged."""

    def __init__(self, home: Path, store: Store, clock: Clock, library: "Callable[[], Library]") -> None:
        self._folder = home / FOLDER
        self._store = store
        self._clock = clock
        self._library = library

    def told(self, hub: str, refused: Sequence[Sequence[str]]) -> None:
        """The hub knows of these."""
        rows = [(hub, sha256) for sha256, _ in refused]
        self._store.derive(
            lambda db: db.executemany("UPDATE sync_pack SET told = 1 WHERE hub = ? AND sha256 = ?", rows)
        ).result()

    def bring(self, hub: str, wanted: Wanted, fetch: Callable[[Wanted], Path]) -> bool:
        """Do what the hub has staged; false when it is so, or when it will not go in, which is noted.

        `fetch(wanted)` brings the whole file, which is ours then. Raises KioskError of the way.
        """
        there = dict(active(self._store))
        if there.get(wanted.pack, "") == wanted.hash:
            return False
        if not wanted.sha256:
            self._library().remove(wanted.pack)
            self._note(f"{wanted.pack} removed")
            return True
        if wanted.sha256 in self._hopeless(hub):
            return False
        file = fetch(wanted)
        try:
            self._install(file, wanted)
        except KioskError as error:
            log.warning("the pack %s was not installed: %s", wanted.pack, error)
            self._refuse(hub, wanted, error.code)
            return False
        finally:
            file.unlink(missing_ok=True)
        return True

    def _install(self, file: Path, wanted: Wanted) -> None:
        from kiosk.packs import trust
        from kiosk.packs.check import check_file

        library = self._library()
        day = datetime.fromtimestamp(self._clock.utc_ms() / 1000).date()
        checked = check_file(file, library.families(), day)
        if checked.bank is None or checked.pack is None or checked.report.refused:
            raise KioskError("sync.pack_unusable", str(checked.report.refused))
        if not checked.pack.signer:
            raise KioskError("packs.unsigned")
        with self._store.read() as connection:
            known = {one.key for one in trust.trusted(connection)}
        if checked.pack.signer not in known:
            raise KioskError("sync.pack_key_unknown", checked.pack.signer)
        if checked.pack.hash != wanted.hash or checked.bank.id != wanted.pack:
            raise KioskError("sync.pack_unusable", f"{checked.bank.id} {checked.pack.hash}")
        row = library.install_checked(checked)
        self._note(f"{row.id} {row.version}")

    def download(self, client: Client, wanted: Wanted) -> Path:
        """The whole file from the hub; what a cut left is gone on with. Raises KioskError."""
        part = self._part(wanted)
        while (size := part.stat().st_size if part.exists() else 0) < wanted.bytes:
            _append(part, self._range(client, wanted, size))
        return _proven(part, wanted)

    def collect(self, pieces: Iterable[bytes], wanted: Wanted) -> Path:
        """The whole file from a stick. Raises KioskError."""
        part = self._part(wanted)
        part.unlink(missing_ok=True)
        part.touch()
        for piece in pieces:
            _append(part, piece)
        return _proven(part, wanted)

    def _part(self, wanted: Wanted) -> Path:
        self._folder.mkdir(parents=True, exist_ok=True)
        return self._folder / f"{wanted.sha256}.part"

    def _range(self, client: Client, wanted: Wanted, start: int) -> bytes:
        end = min(start + RANGE, wanted.bytes) - 1
        asked = {"Range": f"bytes={start}-{end}", "If-Range": f'"{wanted.sha256}"'}
        reply = client.exchange("GET", f"{wire.PACKS}/{wanted.sha256}", b"", asked)
        if reply.status not in (200, 206):
            raise said_no(reply.status, reply.json())
        found = f"bytes {start}-{end}/{wanted.bytes}"
        whole = reply.status == 200 and start == 0
        if not reply.body or not (whole or reply.headers.get("Content-Range") == found):
            raise KioskError("sync.answer_odd", f"{reply.status} {reply.headers.get('Content-Range')}")
        return reply.body

    def _hopeless(self, hub: str) -> set[str]:
        """What would not go in; it is not fetched over and over."""
        since = self._clock.utc_ms() - AGAIN_MS
        with self._store.read() as connection:
            found = connection.execute("SELECT sha256 FROM sync_pack WHERE hub = ? AND utc_ms > ?", (hub, since))
            return {row[0] for row in found}

    def _refuse(self, hub: str, wanted: Wanted, code: str) -> None:
        row = (hub, wanted.sha256, code, self._clock.utc_ms())

        def work(db: sqlite3.Connection) -> bool:
            known = db.execute("SELECT code FROM sync_pack WHERE hub = ? AND sha256 = ?", row[:2]).fetchone()
            news = known is None or known[0] != code
            db.execute(
                "INSERT INTO sync_pack (hub, sha256, code, told, utc_ms) VALUES (?, ?, ?, 0, ?) ON CONFLICT DO UPDATE"
                " SET told = told AND code = excluded.code, code = excluded.code, utc_ms = excluded.utc_ms",
                row,
            )
            return news

        if self._store.derive(work).result():
            self._store.append(StaffActed(ROLE, "hub_pack_refused", f"{wanted.pack} {code}"), None)

    def _note(self, detail: str) -> None:
        self._store.append(StaffActed(ROLE, "hub_pack", detail), None)


def active(store: Store) -> list[tuple[str, str]]:
    """Id and hash of every active pack."""
    with store.read() as connection:
        rows = connection.execute("SELECT id, hash FROM pack WHERE state = 'active' ORDER BY id").fetchall()
    return [(row[0], row[1]) for row in rows]


def refused(store: Store, hub: str) -> list[tuple[str, str]]:
    """Digest and words code of what would not go in, unless the hub was told."""
    with store.read() as connection:
        rows = connection.execute("SELECT sha256, code FROM sync_pack WHERE hub = ? AND NOT told", (hub,)).fetchall()
    return [(row[0], row[1]) for row in rows]


def _append(part: Path, piece: bytes) -> None:
    try:
        with part.open("ab") as file:
            file.write(piece)
    except OSError as error:
        raise KioskError("sync.disk_full", repr(error)) from error


def _proven(part: Path, wanted: Wanted) -> Path:
    """`part` under the name of a whole file, if it is what its digest says. Raises KioskError `sync.answer_odd`."""
    with part.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != wanted.sha256:
        part.unlink()
        raise KioskError("sync.answer_odd", "a pack that is not what its digest says")
    return part.replace(part.with_suffix(".glow"))
