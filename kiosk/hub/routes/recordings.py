"""`/sync/recordings`: the tus routes, see `kiosk.hub.tus`."""

from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kiosk.core.errors import KioskError
from kiosk.hub import tus
from kiosk.hub.hub import Hub
from kiosk.hub.routes.wired import asking, body_as_sent, credential_of, failure, language_of
from kiosk.sync import wire

_PATCH_TYPE = "application/offset+octet-stream"
_Answer = tuple[int, dict[str, str]]


def routes(hub: Hub) -> list[BaseRoute]:
    """The two addresses."""
    speaking = _Speaking(hub)
    one = wire.UPLOADS + "/{name}"
    return [
        Route(wire.UPLOADS, speaking.options, methods=["OPTIONS"]),
        Route(wire.UPLOADS, speaking.answering(speaking.create), methods=["POST"]),
        Route(one, speaking.options, methods=["OPTIONS"]),
        Route(one, speaking.answering(speaking.head), methods=["HEAD"]),
        Route(one, speaking.answering(speaking.patch), methods=["PATCH"]),
        Route(one, speaking.answering(speaking.delete), methods=["DELETE"]),
    ]


class _Speaking:
    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    async def options(self, _request: Request) -> Response:
        """What we can."""
        told = {
            "Tus-Version": tus.VERSION, "Tus-Extension": tus.EXTENSIONS, "Tus-Max-Size": str(tus.MOST_BYTES),
            "Tus-Checksum-Algorithm": ",".join(tus.ALGORITHMS),
        }  # fmt: skip
        return self._marked(204, told)

    def answering(self, act: Callable[[Request, int], Any]) -> Callable[[Request], Any]:
        """`act` for a kiosk that is let in and speaks our tus."""

        async def endpoint(request: Request) -> Response:
            if request.headers.get("tus-resumable") != tus.VERSION:
                return self._marked(412, {"Tus-Version": tus.VERSION})
            try:
                kiosk = await run_in_threadpool(asking, self._hub, credential_of(request))
                status, headers = await act(request, kiosk)
            except ClientDisconnect:
                return self._marked(400, {})  # nobody hears it
            except KioskError as error:
                answer = failure(self._hub, error, language_of(request))
                answer.headers["Tus-Resumable"] = tus.VERSION
                return answer
            return self._marked(status, headers)

        return endpoint

    async def create(self, request: Request, kiosk: int) -> _Answer:
        """POST."""
        length = _number(request, "upload-length")
        metadata = request.headers.get("upload-metadata", "")
        made = await run_in_threadpool(tus.create, self._hub, kiosk, length, metadata)
        path = f"{request.url.path.rstrip('/')}/{made.name}"
        return 201, {"Location": path, "Upload-Offset": str(made.offset)}

    async def head(self, request: Request, kiosk: int) -> _Answer:
        """HEAD."""
        found = await run_in_threadpool(tus.find, self._hub, kiosk, request.path_params["name"])
        told = {"Upload-Offset": str(found.offset), "Upload-Length": str(found.length), "Cache-Control": "no-store"}
        return 200, told

    async def patch(self, request: Request, kiosk: int) -> _Answer:
        """PATCH."""
        if request.headers.get("content-type") != _PATCH_TYPE:
            return 415, {}
        offset, checksum = _number(request, "upload-offset"), request.headers.get("upload-checksum", "")
        body = await body_as_sent(request, tus.MOST_PATCH)
        name = request.path_params["name"]
        now = await run_in_threadpool(tus.append, self._hub, kiosk, name, offset, body, checksum)
        return 204, {"Upload-Offset": str(now.offset)}

    async def delete(self, request: Request, kiosk: int) -> _Answer:
        """DELETE."""
        await run_in_threadpool(tus.end, self._hub, kiosk, request.path_params["name"])
        return 204, {}

    def _marked(self, status: int, headers: dict[str, str]) -> Response:
        return Response(
            status_code=status, headers={wire.HEADER: self._hub.id, "Tus-Resumable": tus.VERSION, **headers}
        )


def _number(request: Request, name: str) -> int:
    given = request.headers.get(name, "")
    if not (given.isascii() and given.isdigit() and len(given) < 16):
        raise KioskError("sync.unreadable", f"{name}: {given[:20]!r}")
    return int(given)
