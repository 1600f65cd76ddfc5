"""What kiosks pull: orders and ratings in one exchange, and pack files, a range at a time."""

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from kiosk.core.errors import KioskError
from kiosk.hub.down import answering, packs
from kiosk.hub.hub import Hub
from kiosk.hub.routes.wired import asking, credential_of, decoded, failure, language_of, marked, post
from kiosk.sync import wire


def routes(hub: Hub) -> list[BaseRoute]:
    """The two."""

    def down(body: bytes, credential: bytes, _language: str) -> dict[str, Any]:
        return answering.answer(hub, asking(hub, credential), decoded(body, answering.Asked))

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

    return [post(hub, wire.DOWN, down, answering.Asked), Route(wire.PACKS + "/{sha256}", pack, methods=["GET"])]
