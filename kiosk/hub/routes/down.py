"""What kiosks pull: orders and ratings in one exchange, and pack files, a range at a time."""

from typing import Annotated, Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from kiosk.core.errors import KioskError
from kiosk.hub import leases, seal_key
from kiosk.hub.batches import Name
from kiosk.hub.down import erasures, packs, settings, tallies
from kiosk.hub.hub import Hub
from kiosk.hub.routes.wired import asking, credential_of, decoded, failure, language_of, marked, post
from kiosk.sync import wire

MOST = 20_000
"""Rows of any kind in one exchange."""
_Count = Annotated[int, msgspec.Meta(ge=0, le=1 << 40)]
_Band = Annotated[int, msgspec.Meta(ge=-100, le=100)]


class _Down(msgspec.Struct):
    held: list[Name] = []
    receipts: list[erasures.Receipt] = []
    settings: dict[Name, int] = {}
    tallies: list[tuple[Name, _Band, _Count, _Count]] = []
    items: list[Name] = []
    packs: list[tuple[str, Name]] = []
    packs_refused: list[tuple[Name, Annotated[str, msgspec.Meta(max_length=64, pattern=r"^[a-z_.]+$")]]] = []


def routes(hub: Hub) -> list[BaseRoute]:
    """The two."""

    def down(body: bytes, credential: bytes, _language: str) -> dict[str, Any]:
        return answer(hub, asking(hub, credential), body)

    async def pack(request: Request) -> Response:
        try:
            kiosk = await run_in_threadpool(asking, hub, credential_of(request))
        except KioskError as error:
            return failure(hub, error, language_of(request))
        sha256 = request.path_params["sha256"]
        path = await run_in_threadpool(packs.file_for, hub, kiosk, sha256)
        if path is None:
            return marked(hub, {"code": "sync.pack_not_here", "what": ""}, 404)
        headers = {wire.HEADER: hub.id, "ETag": f'"{sha256}"'}
        return FileResponse(path, media_type="application/octet-stream", headers=headers)

    return [post(hub, wire.DOWN, down, _Down), Route(wire.PACKS + "/{sha256}", pack, methods=["GET"])]


def answer(hub: Hub, kiosk: int, body: bytes) -> dict[str, Any]:
    """What the kiosk number `kiosk` is told. Raises KioskError `sync.unreadable` or `sync.too_large`."""
    asked = decoded(body, _Down)
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
            "seal": seal_key.public(hub.data),
        }
    if asked.receipts:
        erasures.settle(hub)
    return told
