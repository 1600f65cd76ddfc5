"""题包发布: upload, look through, sign, stage to some kiosks, roll back, withdraw."""

from typing import Any

from starlette.datastructures import UploadFile
from starlette.responses import Response
from starlette.routing import Route

from kiosk.core.errors import KioskError
from kiosk.hub import releases
from kiosk.hub.pages.asked import Asked
from kiosk.hub.pages.site import Site
from kiosk.hub.queries import packs as queries
from kiosk.hub.store import tables
from kiosk.packs.keys import words

SHOWN = 100
"""Problems that are told of one file."""


def routes(site: Site) -> list[Route]:
    """The list, a release, and what is done with it."""
    return [
        site.get("/packs", "packs", listed),
        site.post("/packs", "packs", added, most=releases.MOST_BYTES),
        site.get("/packs/{release:int}", "packs", one),
        site.post("/packs/{release:int}/stage", "packs", staged),
        site.post("/packs/{release:int}/back", "packs", back),
        site.post("/packs/{release:int}/withdraw", "packs", withdrawn),
    ]


def listed(asked: Asked) -> Response:
    """All releases in sight."""
    return _page(asked)


def _page(asked: Asked, told: dict[str, Any] | None = None) -> Response:
    with asked.hub.database.read() as connection:
        found = queries.releases(connection, asked.scope)
    key = words(releases.signer(asked.hub), asked.language)
    return asked.render("packs.html", releases=found, told=told, key=key)


def added(asked: Asked) -> Response:
    """A file has come: a sound pack becomes a release, any other is told what is wrong with it."""
    upload = asked.form.get("file") if asked.form else None
    if not isinstance(upload, UploadFile) or not upload.filename:
        raise KioskError("hub_pages.pack_wanted")
    looked = releases.add(asked.hub, upload.filename, upload.file.read(), asked.today, asked.scope.base)
    if looked.number:
        with asked.hub.database.write() as connection:
            asked.note(connection, "pack_added", upload.filename[:100])
        return asked.go(f"/packs/{looked.number}", "pack_added")
    report = looked.checked.report
    problems = [one.told(asked.language) for one in report.problems[:SHOWN]]
    refused = report.refused.told(asked.language) if report.refused else None
    told = {"name": upload.filename, "good": report.good, "mend": report.mend, "refused": refused, "problems": problems}
    return _page(asked, told)


def one(asked: Asked) -> Response:
    """A release and its kiosks."""
    with asked.hub.database.read() as connection:
        row = _release(asked, connection)
        kiosks = queries.kiosks(connection, asked.scope, row)
        bases = queries.bases(connection, asked.scope, row)
    return asked.render("pack.html", row=row, kiosks=kiosks, bases=bases, own=queries.is_own(asked.scope, row))


def _release(asked: Asked, connection: Any) -> Any:
    row = queries.release(connection, asked.scope, asked.number("release"))
    if row is None:
        raise KioskError("hub_pages.not_found")
    return row


def staged(asked: Asked) -> Response:
    """Give the release to the kiosks, or to all kiosks of the bases, that were ticked."""
    kiosks, bases = _ticked(asked, "kiosk"), _ticked(asked, "base")
    with asked.hub.database.write() as connection:
        row = _release(asked, connection)
        if row.withdrawn_ms is not None:
            raise KioskError("hub_pages.pack_gone")
        whole = [one.number for one in queries.bases(connection, asked.scope, row) if str(one.number) in bases]
        numbers = [one.number for one in queries.kiosks(connection, asked.scope, row) if str(one.number) in kiosks]
        count = queries.stage_bases(connection, row, whole, asked.now)
        count += queries.stage(connection, row, numbers, asked.now)
        asked.note(connection, "pack_staged", f"{row.pack} {row.version} · {count}")
    return asked.go(f"/packs/{row.number}", "pack_staged")


def _ticked(asked: Asked, field: str) -> set[object]:
    return {value for name, value in asked.form.multi_items() if name == field} if asked.form else set()


def back(asked: Asked) -> Response:
    """Bring the version before back, everywhere in sight."""
    with asked.hub.database.write() as connection:
        row = _release(asked, connection)
        count = queries.back(connection, asked.scope, row, asked.now)
        asked.note(connection, "pack_back", f"{row.pack} {row.version} · {count}")
    return asked.go(f"/packs/{row.number}", "pack_back")


def withdrawn(asked: Asked) -> Response:
    """Never give the release out again; kiosks that should have it get the version before."""
    with asked.hub.database.write() as connection:
        row = _release(asked, connection)
        if not queries.is_own(asked.scope, row):
            raise KioskError("hub_pages.not_yours")
        release = tables.pack_release
        connection.execute(release.update().where(release.c.number == row.number).values(withdrawn_ms=asked.now))
        queries.back(connection, asked.scope, row, asked.now)
        asked.note(connection, "pack_withdrawn", f"{row.pack} {row.version}")
    return asked.go(f"/packs/{row.number}", "pack_withdrawn")
