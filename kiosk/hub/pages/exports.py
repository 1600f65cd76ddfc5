"""导出: single answers and visits for the base's own people, the ledger for all who may see figures."""

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from kiosk.core.errors import KioskError
from kiosk.core.places import program_folder
from kiosk.exports.asked import Asked as Wanted
from kiosk.exports.export import export
from kiosk.exports.ledger_file import Dressed, export_ledger
from kiosk.exports.ledger_period import project
from kiosk.hub.exporting import journal
from kiosk.hub.pages.asked import Asked
from kiosk.hub.pages.site import Site
from kiosk.hub.people.scope import Scope
from kiosk.hub.queries import figures
from kiosk.hub.queries import people as people_queries
from kiosk.hub.rollups.days import begin_ms
from kiosk.packs.families import level_names

FORMS = {
    "log": ("xlsx", "csv", "xapi"),
    "visits": ("xlsx", "csv", "xapi"),
    "items": ("xlsx", "csv"),
    "ledger": ("xlsx", "pdf"),
}
ROWS = ("log", "visits", "items")
"""Rows of single children: for the base's own roles only, and never of two bases at once."""
ENDINGS = {"xapi": "json"}
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "xapi": "application/json",
    "pdf": "application/pdf",
}


_AT_ONCE = threading.BoundedSemaphore(2)
"""Exports that a worker makes at a time: each reads all events of its days."""
PART_BYTES = 256 << 10


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is exported: of whose (`base`: a number, none for several; `name`), from `first` to `last`."""

    what: str
    form: str
    first: date
    last: date
    scope: Scope
    base: int | None
    name: str


def routes(site: Site) -> list[Route]:
    """The page and what it asks for."""
    return [site.get("/exports", "figures_out", page), site.post("/exports", "figures_out", made)]


def page(asked: Asked) -> Response:
    """What can be had."""
    with asked.hub.database.read() as connection:
        bases = people_queries.bases(connection, asked.scope)
    last = asked.today
    kinds = [name for name in FORMS if name not in ROWS or asked.person.may("rows_out")]
    return asked.render(
        "exports.html", kinds=kinds, forms=FORMS, bases=bases, first=last.replace(day=1).isoformat(),
        last=last.isoformat(),
    )  # fmt: skip


def made(asked: Asked) -> Response:
    """Write it and send it; that it was is on record before a byte goes out."""
    what, form = asked.text("what"), asked.text("form")
    if form not in FORMS.get(what, ()):
        raise KioskError("hub_pages.form_unknown")
    if what in ROWS and not asked.person.may("rows_out"):
        raise KioskError("hub_pages.not_yours")
    (first, last), (scope, base, name) = _days(asked), _whose(asked)
    wanted = _Wanted(what, form, first, last, scope, base, name)
    if not _AT_ONCE.acquire(blocking=False):
        raise KioskError("hub_pages.exports_busy")
    try:
        with asked.hub.database.write() as connection:
            asked.note(connection, "exported", f"{what} {form} {first} – {last} {name}", base)
        file = _written(asked, wanted)
    finally:
        _AT_ONCE.release()
    headers = {
        "Content-Disposition": f'attachment; filename="{what}-{first}-{last}.{ENDINGS.get(form, form)}"',
        "Content-Length": str(os.fstat(file.fileno()).st_size),
    }
    return StreamingResponse(_parts(file), media_type=TYPES[form], headers=headers)


def _parts(file: BinaryIO) -> Iterator[bytes]:
    """The file, which has no name any more, so that it is gone whoever hangs up."""
    with file:
        while part := file.read(PART_BYTES):
            yield part


def _days(asked: Asked) -> tuple[date, date]:
    try:
        first, last = date.fromisoformat(asked.text("first")), date.fromisoformat(asked.text("last"))
    except ValueError as error:
        raise KioskError("hub_pages.day_wrong") from error
    if not date(2020, 1, 1) <= first <= last <= date(2200, 1, 1):
        raise KioskError("hub_pages.day_wrong")
    return first, last


def _whose(asked: Asked) -> tuple[Scope, int | None, str]:
    """Whose events: of the base that was chosen, else of all in sight; its number and name."""
    given = asked.text("base")
    with asked.hub.database.read() as connection:
        if given.isascii() and given.isdigit() and len(given) < 10:
            base = asked.base(connection, int(given))
            return asked.scope.of(base), base, figures.base(connection, asked.scope, base)[0]
        if asked.scope.base is not None:
            base = asked.scope.base
            return asked.scope, base, figures.base(connection, asked.scope, base)[0]
    return asked.scope, None, asked.scope.district


def _written(asked: Asked, wanted: _Wanted) -> BinaryIO:
    """The export as an open file without a name; neither it nor what it is made of is ever whole in memory."""
    start, end = begin_ms(wanted.first), begin_ms(wanted.last + timedelta(days=1))
    with TemporaryDirectory(prefix="export-", dir=asked.hub.data) as folder:
        out = Path(folder) / f"export.{ENDINGS.get(wanted.form, wanted.form)}"
        with journal(asked.hub, wanted.scope, start, end) as db:
            if wanted.what == "ledger":
                dressed = Dressed(wanted.name, asked.today.isoformat(), asked.language)
                days = project(wanted.first, wanted.last, wanted.name)
                export_ledger(db, days, wanted.form, dressed, out)  # type: ignore[arg-type]
            else:
                levels = level_names(program_folder() / "quizzes", asked.language)
                limits = Wanted(start, end, language=asked.language, levels=levels, foreign=True)
                export(db, wanted.what, wanted.form, limits, out)  # type: ignore[arg-type]
        return out.open("rb")
