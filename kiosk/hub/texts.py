"""Item texts and packs, once whoever brings them: a text proves itself by its hash."""

from collections.abc import Sequence

import sqlalchemy as sa

from kiosk.core.item import text_hash
from kiosk.hub.hub import Hub
from kiosk.hub.store import tables
from kiosk.hub.store.inserting import insert_or_ignore

MOST = 5_000
"""Hashes in one offer, texts in one parcel."""
_HASH = tables.item_text.c.hash


def offer(hub: Hub, packs: Sequence[tuple[str, str, str, str]], hashes: Sequence[str]) -> list[str]:
    """Note `packs` (hash, id, version, title); those of `hashes` whose text the hub lacks, in their order."""
    with hub.database.write() as connection:
        rows = [dict(zip(("hash", "id", "version", "title"), pack, strict=True)) for pack in packs]
        insert_or_ignore(connection, tables.pack, rows)
        held = set(connection.execute(sa.select(_HASH).where(_HASH.in_(hashes))).scalars())
    return [one for one in hashes if one not in held]


def keep(hub: Hub, texts: dict[str, str]) -> int:
    """Keep those of `texts` (by hash) that are what their hash says; how many that are."""
    rows = [
        {"hash": name, "body": body} for name, body in texts.items() if text_hash(body) == name and "\0" not in body
    ]
    with hub.database.write() as connection:
        insert_or_ignore(connection, tables.item_text, rows)
    return len(rows)
