"""Whose packs a base takes: the keys that an admin has added, and whether packs without one may come in."""

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.core.errors import KioskError
from kiosk.store import settings

if TYPE_CHECKING:
    from kiosk.packs.pack_file import PackFile
    from kiosk.store.store import Store

UNSIGNED = "allow_unsigned_packs"


@dataclass(frozen=True, slots=True)
class TrustedKey:
    """`key` is the public key as 64 hex digits, `name` whose it is; `added_ms` counts from 1970 UTC."""

    key: str
    name: str
    added_ms: int


def trusted(db: sqlite3.Connection) -> list[TrustedKey]:
    """The keys in the order in which they were added."""
    return [TrustedKey(*row) for row in db.execute("SELECT key, name, added_ms FROM trusted_key ORDER BY added_ms")]


def add(store: "Store", key: str, name: str, now: int) -> None:
    """Trust the packs that `key` signs; adding it again renames it."""
    row = (key, name, now)
    store.write(
        lambda db: db.conn.execute("INSERT OR REPLACE INTO trusted_key (key, name, added_ms) VALUES (?, ?, ?)", row)
    ).result()


def remove(store: "Store", key: str) -> None:
    """Trust `key` no more; what it has signed stays installed. Raises KioskError `packs.key_not_trusted`."""
    gone = store.write(lambda db: db.conn.execute("DELETE FROM trusted_key WHERE key = ?", (key,)).rowcount).result()
    if not gone:
        raise KioskError("packs.key_not_trusted")


def examine_trust(db: sqlite3.Connection, pack: "PackFile") -> None:
    """Raises KioskError (`packs.unsigned`, `packs.key_unknown`) when `pack` may not come in."""
    if settings.read_all(db)[UNSIGNED]:
        return
    if not pack.signer:
        raise KioskError("packs.unsigned")
    if pack.signer not in {one.key for one in trusted(db)}:
        from kiosk.packs.keys import words

        names = f"{words(pack.signer, 'zh')} / {words(pack.signer, 'en')}"
        raise KioskError("packs.key_unknown", pack.signer, words=names)
