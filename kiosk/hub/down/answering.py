"""What a kiosk is told when it asks what its hub wants of it: over the network and by stick alike."""

from typing import Annotated, Any

import msgspec

from kiosk.core.errors import KioskError
from kiosk.hub import leases, seal_key
from kiosk.hub.batches import Name
from kiosk.hub.down import erasures, packs, reviews, settings, tallies
from kiosk.hub.hub import Hub

MOST = 20_000
"""Rows of any kind in one exchange."""
_Count = Annotated[int, msgspec.Meta(ge=0, le=1 << 40)]
_Band = Annotated[int, msgspec.Meta(ge=-100, le=100)]


class Asked(msgspec.Struct):
    """As `wire` describes it."""

    held: list[Name] = []
    receipts: list[erasures.Receipt] = []
    settings: dict[Name, int] = {}
    tallies: list[tuple[Name, _Band, _Count, _Count]] = []
    items: list[Name] = []
    packs: list[tuple[str, Name]] = []
    reviews: dict[Name, Name] = {}
    packs_refused: list[tuple[Name, Annotated[str, msgspec.Meta(max_length=64, pattern=r"^[a-z_.]+$")]]] = []


def answer(hub: Hub, kiosk: int, asked: Asked) -> dict[str, Any]:
    """What the kiosk number `kiosk` is told. Raises KioskError `sync.too_large`."""
    if max(len(getattr(asked, name)) for name in asked.__struct_fields__) > MOST:
        raise KioskError("sync.too_large", "rows")
    now = hub.clock.utc_ms()
    with hub.database.write() as connection:
        row = leases.locked(connection, kiosk)
        orders, lacking = erasures.exchange(connection, row, asked.held, asked.receipts, now)
        tallies.keep(connection, kiosk, asked.tallies)
        packs.refused(connection, kiosk, asked.packs_refused, now)
        told = {
            "erase": orders,
            "receipts": lacking,
            "settings": settings.orders(connection, row, asked.settings),
            "tallies": tallies.others(connection, kiosk, asked.items),
            "packs": packs.wanted(connection, kiosk, asked.packs, now),
            "reviews": reviews.news(connection, kiosk, asked.reviews),
            "seal": seal_key.public(hub.data),
            "now_ms": now,
        }
    if asked.receipts:
        erasures.settle(hub)
    return told
