"""After one side was set back: finding out what the hub lacks, and from where to send again. Twice is harmless."""

import sqlite3
from dataclasses import dataclass

from kiosk.core.errors import KioskError
from kiosk.store.store import Store
from kiosk.sync import marks, wire
from kiosk.sync.client import Client


@dataclass(frozen=True, slots=True)
class Comparison:
    """`position` is from where the hub may lack something; `lost` counts what it lacks of what it had acknowledged;
    `missing` what it holds of this kiosk and the kiosk has no more."""

    position: int
    lost: int
    missing: int


def compare(store: Store, client: Client, position: int) -> Comparison:
    """Ask the hub what it holds, believing to be acknowledged up to `position`. Raises KioskError."""
    with store.read() as connection:
        mine = marks.epochs(connection, position)
    asked = [[epoch.hex(), count, known] for epoch, (count, known) in mine.items()]
    told = client.post(wire.STATE, wire.compact({"v": wire.VERSION, "epochs": asked}).encode())
    try:
        held = [(int(count), int(through)) for count, through in told["held"]]
        missing = int(told["missing"])
    except (KeyError, TypeError, ValueError) as error:
        raise KioskError("sync.answer_odd", repr(told)[:200]) from error
    if len(held) != len(mine):
        raise KioskError("sync.answer_odd", f"{len(held)} of {len(mine)} epochs")
    lost = 0
    with store.read() as connection:
        for (epoch, (_, known)), (there, through) in zip(mine.items(), held, strict=True):
            if there < known:
                lost += known - there
                first = first_lacking(connection, epoch, there, through)
                position = position if first is None else min(position, first - 1)
    return Comparison(position, lost, missing)


def first_lacking(connection: sqlite3.Connection, epoch: bytes, there: int, through: int) -> int | None:
    """The lowest position of `epoch` that a hub may lack which holds `there` entries of it, up to `through`."""
    before = connection.execute(
        "SELECT count(*) FROM journal_entry WHERE epoch = ? AND seq <= ?", (epoch, through)
    ).fetchone()[0]
    return marks.first_after(connection, epoch, through if before == there else 0)
