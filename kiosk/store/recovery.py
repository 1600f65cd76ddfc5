"""After a database was swapped: find out what is missing, put back what can be, record it."""

import json
import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.store import rescue, salvage, troubles
from kiosk.store.state import Restored, restored_event

if TYPE_CHECKING:
    from sqlite_utils import Database

    from kiosk.store.store import Store

log = logging.getLogger(__name__)


def recover(store: "Store", note: Path, stopping: Callable[[], bool]) -> Restored | None:
    """Put back what the database that `note` is about still holds; `None` when `stopping` came first.

    Doing it twice is harmless: the note goes only once the event that tells of it is on disk.
    Raises sqlite3.Error, OSError or KioskError.
    """
    told = json.loads(note.read_text("utf-8"))
    rows = told.pop("rows")
    restored = Restored(**told)
    salvaged, length = 0, None
    set_aside = note.with_name(note.name.removesuffix(rescue.NOTE))
    if set_aside.exists():
        try:
            salvaged, length = _read_back(store, set_aside, stopping)
        except (OSError, *troubles.FAILURES) as error:
            if troubles.code(error) == troubles.DISK_FULL:
                raise  # there may be room another day
            log.warning("nothing more to be read from %s: %r", set_aside, error)
    if stopping():
        return None
    missing = None if length is None else max(0, length - rows - salvaged)
    restored = replace(restored, salvaged=salvaged, missing=missing)
    store.append(restored_event(restored), None, lambda on_disk: note.unlink(missing_ok=True) if on_disk else None)
    return restored


def _read_back(store: "Store", set_aside: Path, stopping: Callable[[], bool]) -> tuple[int, int | None]:
    """How many entries came back, and how long the damaged journal had been."""
    salvaged = 0
    with salvage.open_copy(set_aside) as damaged:
        length = salvage.journal_length(damaged)
        for found in salvage.entries(damaged, length or 0):
            if stopping():
                break
            salvaged += store.write(partial(_put_back, found)).result()
        texts = salvage.item_texts(damaged)
        store.write(lambda db: salvage.put_back_texts(db.conn, texts)).result()
    return salvaged, length


def _put_back(found: list[salvage.Found], db: "Database") -> int:
    return salvage.put_back(db.conn, found)
