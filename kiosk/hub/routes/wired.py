"""What the JSON routes of the wire share: bodies with limits, who asks, answers with the hub's mark."""

import asyncio
import zlib
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kiosk.core.errors import KioskError
from kiosk.core.words import LANGUAGES, say
from kiosk.hub import enrolment
from kiosk.hub.hub import Hub
from kiosk.hub.openapi import Posting
from kiosk.sync import wire

BODY_S = 60.0
"""How long a body may take to come."""
STATUS = {
    "sync.unknown_credential": 401,
    "sync.revoked": 401,
    "sync.code_unknown": 403,
    "sync.code_used": 403,
    "sync.code_expired": 403,
    "sync.code_for_hub": 403,
    "sync.code_for_kiosk": 403,
    "sync.not_a_hub": 403,
    "sync.version": 409,
    "sync.other_holder": 409,
    "sync.id_taken": 409,
    "sync.too_large": 413,
    "sync.too_slow": 408,
    "sync.recording_offset": 409,
    "sync.recording_checksum": 460,
    "sync.recording_unknown": 404,
    "sync.recording_erased": 410,
}
"""What a failure is in HTTP; 400 if it is not here."""
T = TypeVar("T", bound=msgspec.Struct)
Work = Callable[[bytes, bytes, str], dict[str, Any]]
"""Body (unpacked), credential (empty without one), language → answer; on a thread; may raise KioskError."""


def post(hub: Hub, path: str, work: Work, asked: type[msgspec.Struct] | None = None) -> Route:
    """A route that does `work` for a POST to `path`; `asked` is the shape of its body, for `/openapi.json`."""

    async def endpoint(request: Request) -> Response:
        language = language_of(request)
        try:
            body = await whole_body(request)
            answer = await run_in_threadpool(work, body, credential_of(request), language)
        except KioskError as error:
            return failure(hub, error, language)
        return marked(hub, answer)

    made = Posting(path, endpoint, methods=["POST"])
    made.asked = asked
    return made


def marked(hub: Hub, answer: dict[str, Any], status: int = 200) -> Response:
    """`answer` as JSON, with the header by which a kiosk knows a hub."""
    return Response(msgspec.json.encode(answer), status, headers={wire.HEADER: hub.id}, media_type="application/json")


def failure(hub: Hub, error: KioskError, language: str) -> Response:
    """The answer that tells of `error`."""
    told: dict[str, Any] = {"code": error.code, "what": say(error.code, language, **error.params)}
    if error.code == "sync.version":
        told["speaks"] = list(range(wire.OLDEST, wire.VERSION + 1))
    return marked(hub, told, STATUS.get(error.code, 400))


def language_of(request: Request) -> str:
    """The language that the other side asks for."""
    asked = request.headers.get("accept-language", "")[:2].lower()
    return asked if asked in LANGUAGES else "zh"


def credential_of(request: Request) -> bytes:
    """The credential that came with `request`; empty without one."""
    kind, _, given = request.headers.get("authorization", "").partition(" ")
    try:
        return bytes.fromhex(given) if kind.lower() == "bearer" else b""
    except ValueError:
        return b""


def asking(hub: Hub, credential: bytes) -> int:
    """The number of the kiosk behind `credential`. Raises KioskError as `enrolment.who`."""
    with hub.database.read() as connection:
        return enrolment.who(connection, credential)


def decoded(body: bytes, kind: type[T]) -> T:
    """`body` as a `kind`. Raises KioskError `sync.unreadable`."""
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.MsgspecError as error:
        raise KioskError("sync.unreadable", repr(error)) from error


def from_hex(text: str, length: int) -> bytes:
    """`length` bytes in hex digits. Raises KioskError `sync.unreadable`."""
    try:
        found = bytes.fromhex(text)
    except ValueError as error:
        raise KioskError("sync.unreadable", repr(error)) from error
    if len(found) != length:
        raise KioskError("sync.unreadable", f"{len(found)} bytes instead of {length}")
    return found


async def whole_body(request: Request) -> bytes:
    """The body, unpacked. Raises KioskError `sync.too_large`, `sync.too_slow` or `sync.unreadable`."""
    body = await body_as_sent(request, wire.MOST_BYTES)
    return _unpacked(body) if request.headers.get("content-encoding", "") == "gzip" else body


async def body_as_sent(request: Request, most: int) -> bytes:
    """The body, of `most` bytes. Raises KioskError `sync.too_large` or `sync.too_slow`."""
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(BODY_S):
            async for part in request.stream():
                size += len(part)
                if size > most:
                    raise KioskError("sync.too_large", f"more than {most} bytes")
                parts.append(part)
    except TimeoutError as error:
        raise KioskError("sync.too_slow") from error
    return b"".join(parts)


def _unpacked(body: bytes) -> bytes:
    unzip = zlib.decompressobj(wbits=31)
    try:
        plain = unzip.decompress(body, wire.MOST_PLAIN_BYTES)
    except zlib.error as error:
        raise KioskError("sync.unreadable", repr(error)) from error
    if unzip.unconsumed_tail:
        raise KioskError("sync.too_large", f"more than {wire.MOST_PLAIN_BYTES} bytes unpacked")
    if not unzip.eof:
        raise KioskError("sync.unreadable", "a gzip that was cut")
    return plain
