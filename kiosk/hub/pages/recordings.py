"""播报审核: the second review. Who listens gives a reason first; every time the sound goes out is on record, too.

What is decided goes back to the kiosk that sent the recording, and so does an erasure.
"""

from typing import Any

from starlette.responses import Response
from starlette.routing import Route

from kiosk.core.errors import KioskError
from kiosk.hub.down import erasures
from kiosk.hub.pages import sounds
from kiosk.hub.pages.asked import PAGE, Asked
from kiosk.hub.pages.site import Site
from kiosk.hub.queries import recordings as queries

VERDICTS = ("released", "rejected", "held")
REASONS = ("review", "complaint", "check")
CHECKS = ("name", "school", "phone", "other_child", "unkind")
"""What must not be heard: one of them and it is rejected."""
DANGER = "danger"
"""孩子可能遇到危险: it is held, whatever else is ticked, and the reporting duty is shown (未成年人保护法 11)."""


def routes(site: Site) -> list[Route]:
    """The list, one recording, its sound, the verdict, and erasing it."""
    return [
        site.get("/recordings", "review", listed),
        site.post("/recordings/{take:int}", "review", heard),
        site.get("/recordings/{take:int}/sound", "review", sound),
        site.post("/recordings/{take:int}/verdict", "review", decided),
        site.post("/recordings/{take:int}/erase", "review", erased),
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
    return asked.render("recording.html", row=row, checks=CHECKS, danger=DANGER, reason=reason)


def sound(asked: Asked) -> Response:
    """The recording for the reason that was given, always whole, so that no part of it goes out unrecorded."""
    reason = asked.query("reason")
    if reason not in REASONS:
        raise KioskError("hub_pages.not_found")
    with asked.hub.database.write() as connection:
        row = _take(asked, connection)
        asked.note(connection, "take_played", f"{row.take} · {reason}", row.base)
    return sounds.whole(asked.hub, row.sha256)


def decided(asked: Asked) -> Response:
    """The verdict; a tick on the checklist makes it a rejection, danger a hold."""
    verdict = asked.text("verdict")
    ticked = [name for name in CHECKS if asked.text(name)]
    if verdict not in VERDICTS:
        raise KioskError("hub_pages.reason_wanted")
    verdict = "held" if asked.text(DANGER) else "rejected" if ticked else verdict
    with asked.hub.database.write() as connection:
        row = _take(asked, connection)
        queries.review(connection, row.number, verdict, asked.now)
        asked.note(connection, "take_reviewed", " ".join([row.take, verdict, *ticked]), row.base)
    return asked.go("/recordings", f"reviewed_{verdict}")


def erased(asked: Asked) -> Response:
    """A guardian has taken consent back: it goes here at once, and at the kiosks of its base at their next sync."""
    with asked.hub.database.write() as connection:
        row = _take(asked, connection)
        erasures.order(connection, row.base, [row.take], asked.now)
        asked.note(connection, "take_erased", row.take, row.base)
    erasures.settle(asked.hub)
    return asked.go("/recordings", "take_erased")


def _take(asked: Asked, connection: Any) -> Any:
    row = queries.recording_of(connection, asked.scope, asked.number("take"))
    if row is None:
        raise KioskError("hub_pages.not_found")
    return row
