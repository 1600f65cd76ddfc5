"""Item texts and packs go up once: the hub is told their hashes and asks for the texts that nobody has brought yet."""

import sqlite3
from collections.abc import Iterator, Sequence

from kiosk.core.errors import KioskError
from kiosk.store.store import Store
from kiosk.sync import wire
from kiosk.sync.client import Client

_AT_ONCE = 1_000
_PARCEL = 1 << 19
"""Characters of texts in one parcel."""
_PACK = "pack:"
_TITLE = "substr(replace(title, char(0), ''), 1, 400)"
"""What a hub takes of a title: one that it refused would keep everything after it waiting."""
_NEW = "NOT IN (SELECT hash FROM sync_offered WHERE hub = ?)"


def offer_texts(store: Store, client: Client, hub: str) -> int:
    """Offer what was not offered to `hub` yet; how many texts went up. Raises KioskError."""
    sent = 0
    while True:
        with store.read() as connection:
            packs, texts = unoffered(connection, hub, _AT_ONCE)
        if not packs and not texts:
            return sent
        asked = {"v": wire.VERSION, "packs": [list(pack) for pack in packs], "texts": texts}
        told = client.post(wire.OFFER, wire.compact(asked).encode())
        for parcel in parcels(store, _wanted(told, texts)):
            client.post(wire.TEXTS, wire.compact({"v": wire.VERSION, "texts": parcel}).encode())
            sent += len(parcel)
        offered(store, hub, texts, [pack[0] for pack in packs])


def unoffered(connection: sqlite3.Connection, hub: str, most: int = -1) -> tuple[list[sqlite3.Row], list[str]]:
    """Packs (hash, id, version, title) and hashes of texts that `hub` was not offered; `most` of each, or all."""
    packs = connection.execute(
        f"SELECT hash, id, version, {_TITLE} FROM pack WHERE '{_PACK}' || hash {_NEW} LIMIT ?", (hub, most)
    ).fetchall()
    texts = connection.execute(f"SELECT hash FROM item_text WHERE hash {_NEW} LIMIT ?", (hub, most))
    return packs, [row[0] for row in texts]


def forget(store: Store, hub: str) -> None:
    """The hub may have lost what it was given: texts, counts and recordings are offered again."""

    def work(db: sqlite3.Connection) -> None:
        for table in ("sync_offered", "sync_tally", "sync_recording"):
            db.execute(f"DELETE FROM {table} WHERE hub = ?", (hub,))

    store.derive(work).result()


def _wanted(told: dict[str, object], texts: Sequence[str]) -> list[str]:
    missing = told.get("missing")
    if not isinstance(missing, list) or not set(missing) <= set(texts):
        raise KioskError("sync.answer_odd", repr(told)[:200])
    return missing


def parcels(store: Store, wanted: Sequence[str]) -> Iterator[dict[str, str]]:
    """The texts with these hashes, some at a time."""
    parcel: dict[str, str] = {}
    size = 0
    for name in wanted:
        with store.read() as connection:
            found = connection.execute("SELECT body FROM item_text WHERE hash = ?", (name,)).fetchone()
        if found is None:
            continue
        parcel[name] = found[0]
        size += len(found[0])
        if size > _PARCEL:
            yield parcel
            parcel, size = {}, 0
    if parcel:
        yield parcel


def offered(store: Store, hub: str, texts: Sequence[str], packs: Sequence[str]) -> None:
    """Note the hashes of what `hub` was given."""
    names = [*texts, *(_PACK + pack for pack in packs)]

    def work(db: sqlite3.Connection) -> None:
        db.executemany("INSERT OR IGNORE INTO sync_offered (hub, hash) VALUES (?, ?)", [(hub, one) for one in names])

    store.derive(work).result()
