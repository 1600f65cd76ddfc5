"""Texts of items that no bank holds, kept by hash beside those of the banks, for exports and reports to find."""

import sqlite3

from kiosk.core.item import Item, canonical, text_hash
from kiosk.store.store import Store


class TextKeeper:
    """Writes each text once an opening of the database."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._generation = -1
        self._kept: set[str] = set()

    def keep(self, item: Item) -> str:
        """Keep the item's text and return its hash. What could not be written is tried again the next time."""
        text = canonical(item)
        name = text_hash(text)
        generation = self._store.state().generation
        if generation != self._generation:
            self._generation, self._kept = generation, set()
        if name not in self._kept:
            self._kept.add(name)
            written = self._store.derive(lambda db: _put(db, name, text))
            written.add_done_callback(lambda done: self._kept.discard(name) if done.exception() else None)
        return name


def _put(db: sqlite3.Connection, name: str, text: str) -> None:
    db.execute("INSERT OR IGNORE INTO item_text (hash, body) VALUES (?, ?)", (name, text))
