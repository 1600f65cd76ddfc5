"""What a kiosk asks its hub for orders with, over the network and by stick alike: what it has and has done."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kiosk.store.store import Store
from kiosk.sync import down_erasures, down_packs, down_reviews, down_settings, down_tallies, wire


def asked(
    home: Path, store: Store, hub: str, receipts: Sequence[Sequence[Any]] = (), *, rate: bool = True
) -> dict[str, Any]:
    """The body of `wire.DOWN` for `hub`, with these `receipts` of erasures; with `rate`, the ratings' counts too."""
    told: dict[str, Any] = {
        "v": wire.VERSION, "held": down_erasures.held(home), "receipts": list(receipts),
        "packs": down_packs.active(store), "packs_refused": down_packs.refused(store, hub),
    }  # fmt: skip
    with store.read() as connection:
        told["settings"] = down_settings.obeyed(connection, hub)
        told["reviews"] = down_reviews.known(connection, hub)
        if rate:
            told["tallies"] = down_tallies.news(connection, store.kiosk, hub)
            told["items"] = down_tallies.played(connection)
    return told


def taken_ms(store: Store, hub: str) -> int:
    """When, by its own clock, `hub` gave the newest orders that were obeyed here."""
    with store.read() as connection:
        found = connection.execute("SELECT at_ms FROM sync_taken WHERE hub = ?", (hub,)).fetchone()
    return int(found[0]) if found else 0


def take(store: Store, hub: str, at_ms: int) -> None:
    """The orders that `hub` gave at `at_ms` are obeyed."""
    store.derive(lambda db: db.execute("INSERT OR REPLACE INTO sync_taken VALUES (?, ?)", (hub, at_ms))).result()
