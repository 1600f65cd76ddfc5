"""导出: single answers and visits for the base's own people, the ledger for all who may see figures."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.responses import Response
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
    first, last = _days(asked)
    scope, base, name = _whose(asked)
    with asked.hub.database.write() as connection:
        asked.note(connection, "exported", f"{what} {form} {first} – {last} {name}", base)
    content = _content(asked, what, form, scope, (first, last), name)
    file = f"{what}-{first}-{last}.{ENDINGS.get(form, form)}"
    return Response(content, media_type=TYPES[form], headers={"Content-Disposition": f'attachment; filename="{file}"'})


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


def _content(asked: Asked, what: str, form: str, scope: Scope, days: tuple[date, date], name: str) -> bytes:
    start, end = begin_ms(days[0]), begin_ms(days[1] + timedelta(days=1))
    with TemporaryDirectory(prefix="export-", dir=asked.hub.data) as folder:
        out = Path(folder) / f"export.{ENDINGS.get(form, form)}"
        with journal(asked.hub, scope, start, end) as db:
            if what == "ledger":
                dressed = Dressed(name, asked.today.isoformat(), asked.language)
                export_ledger(db, project(*days, name), form, dressed, out)  # type: ignore[arg-type]
            else:
                levels = level_names(program_folder() / "quizzes", asked.language)
                wanted = replace(Wanted(start, end, language=asked.language), levels=levels)
                export(db, what, form, wanted, out)  # type: ignore[arg-type]
        return out.read_bytes()
