"""What the hub holds of a kiosk, for one that was set back, or whose hub was."""

from collections.abc import Sequence

import sqlalchemy as sa

from kiosk.hub.hub import Hub
from kiosk.hub.incidents import note
from kiosk.hub.store import tables

_EPOCH = tables.epoch.c
_AT_ONCE = 10_000


def state(hub: Hub, kiosk: int, epochs: Sequence[tuple[bytes, int, int]]) -> tuple[list[tuple[int, int]], int]:
    """Of each of `epochs`: how many events the hub holds, and the highest seq.

    An epoch is its name, how many events of it the kiosk has, and how many of those it believes to be acknowledged.

    And how many events it holds of this kiosk that the kiosk has not. Both directions are put on the list of incidents.
    """
    with hub.database.write() as connection:
        held = held_of(connection, [name for name, *_ in epochs])
        found = [held.get(name, (0, 0)) for name, *_ in epochs]
        lacking = {row.epoch: row.held for row in connection.execute(_of(kiosk))}
        for name, count, _ in epochs:
            if name in lacking:
                lacking[name] = max(0, lacking[name] - count)
        missing = sum(lacking.values())
        lost = sum(max(0, known - there) for (*_, known), (there, _) in zip(epochs, found, strict=True))
        now = hub.clock.utc_ms()
        if missing:
            note(connection, now, "hub.incident_kiosk_set_back", kiosk, events=missing)
        if lost:
            note(connection, now, "hub.incident_hub_set_back", kiosk, events=lost)
    return found, missing


def _of(kiosk: int) -> sa.Select[tuple[bytes, int]]:
    return sa.select(_EPOCH.epoch, _EPOCH.held).where(_EPOCH.kiosk == kiosk)


def held_of(connection: sa.Connection, names: Sequence[bytes]) -> dict[bytes, tuple[int, int]]:
    """Of each epoch of `names` that the hub knows: how many events it holds, and the highest seq."""
    found: dict[bytes, tuple[int, int]] = {}
    for start in range(0, len(names), _AT_ONCE):
        some = sa.select(_EPOCH.epoch, _EPOCH.held, _EPOCH.through).where(
            _EPOCH.epoch.in_(names[start : start + _AT_ONCE])
        )
        found |= {row.epoch: (row.held, row.through) for row in connection.execute(some)}
    return found
