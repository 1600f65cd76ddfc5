"""Recordings as browsers play them."""

from starlette.responses import FileResponse, Response

from kiosk.core.errors import KioskError
from kiosk.hub.down.erasures import FOLDER
from kiosk.hub.hub import Hub

_KINDS = {b"RIFF": "audio/wav", b"OggS": "audio/ogg", b"fLaC": "audio/flac", b"ID3": "audio/mpeg"}


def answer(hub: Hub, sha256: str) -> FileResponse:
    """The recording's file, or the range of it that was asked for. Raises KioskError `hub_pages.not_found`."""
    path = hub.data / FOLDER / sha256
    try:
        with path.open("rb") as file:
            begins = file.read(4)
    except OSError as error:
        raise KioskError("hub_pages.not_found", repr(error)) from error
    return FileResponse(path, media_type=kind(begins))


def whole(hub: Hub, sha256: str) -> Response:
    """All of it, whatever range was asked for. Raises KioskError `hub_pages.not_found`."""
    try:
        content = (hub.data / FOLDER / sha256).read_bytes()
    except OSError as error:
        raise KioskError("hub_pages.not_found", repr(error)) from error
    return Response(content, media_type=kind(content[:4]), headers={"Accept-Ranges": "none"})


def kind(begins: bytes) -> str:
    """What a file is that begins so: an MP3 may begin with its first frame."""
    found = next((name for mark, name in _KINDS.items() if begins.startswith(mark)), "")
    is_frame = len(begins) > 1 and begins[0] == 0xFF and begins[1] & 0xE0 == 0xE0
    return found or ("audio/mpeg" if is_frame else "application/octet-stream")
