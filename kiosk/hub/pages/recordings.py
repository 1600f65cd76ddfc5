"""播报审核: the second review. Who listens gives a reason first; every time the sound goes out is on record, too."""

from typing import Any

from starlette.responses import Response
from starlette.routing import Route

from kiosk.core.errors import KioskError
from kiosk.hub.pages.asked import PAGE, Asked
from kiosk.hub.pages.site import Site
from kiosk.hub.queries import recordings as queries

VERDICTS = ("released", "rejected")
REASONS = ("review", "complaint", "check")
CHECKS = ("name", "school", "phone", "other_child", "unkind")
"""What must not be heard: one of them and it is rejected."""
SOUNDS = {b"RIFF": "audio/wav", b"OggS": "audio/ogg", b"fLaC": "audio/flac"}


def routes(site: Site) -> list[Route]:
    """The list, one recording, its sound, the verdict."""
    return [
        site.get("/recordings", "review", listed),
        site.post("/recordings/{take:int}", "review", heard),
        site.get("/recordings/{take:int}/sound", "review", sound),
        site.post("/recordings/{take:int}/verdict", "review", decided),
    ]


def listed(asked: Asked) -> Response:
    """Those that wait; or, if asked, those that were decided on."""
    state = asked.query("state") if asked.query("state") in VERDICTS else ""
    with asked.hub.database.read() as connection:
        found = queries.recordings(connection, asked.scope, state, asked.place, PAGE + 1)
    return asked.render(
        "recordings.html", takes=found[:PAGE], more=len(found) > PAGE, start=asked.place, page=PAGE, state=state,
        reasons=REASONS,
    )  # fmt: skip


def heard(asked: Asked) -> Response:
    """A reason was given: here is the player with the checklist."""
    reason = asked.text("reason")
    if reason not in REASONS:
        raise KioskError("hub_pages.reason_wanted")
    with asked.hub.database.write() as connection:
        row = _take(asked, connection)
        asked.note(connection, "take_heard", f"{row.take} · {reason}", row.base)
    return asked.render("recording.html", row=row, checks=CHECKS)


def sound(asked: Asked) -> Response:
    """The recording, always whole, so that no part of it goes out unrecorded."""
    with asked.hub.database.write() as connection:
        row = _take(asked, connection)
        asked.note(connection, "take_heard", row.take, row.base)
    try:
        content = (asked.hub.data / "recordings" / row.sha256).read_bytes()
    except OSError as error:
        raise KioskError("hub_pages.not_found", repr(error)) from error
    return Response(content, media_type=SOUNDS.get(content[:4], "application/octet-stream"))


def decided(asked: Asked) -> Response:
    """The verdict; a tick on the checklist makes it a rejection."""
    verdict = asked.text("verdict")
    ticked = [name for name in CHECKS if asked.text(name)]
    if verdict not in VERDICTS:
        raise KioskError("hub_pages.reason_wanted")
    verdict = "rejected" if ticked else verdict
    with asked.hub.database.write() as connection:
        row = _take(asked, connection)
        queries.review(connection, row.number, verdict, asked.now)
        asked.note(connection, "take_reviewed", " ".join([row.take, verdict, *ticked]), row.base)
    return asked.go("/recordings", "reviewed")


def _take(asked: Asked, connection: Any) -> Any:
    row = queries.recording_of(connection, asked.scope, asked.number("take"))
    if row is None:
        raise KioskError("hub_pages.not_found")
    return row
