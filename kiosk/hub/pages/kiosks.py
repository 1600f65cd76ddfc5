"""终端: how every kiosk is, and what befell it; giving it a name, taking its credential back."""

from starlette.responses import Response
from starlette.routing import Route

from kiosk.core.errors import KioskError
from kiosk.exports import house_colours as colour
from kiosk.hub import enrolment
from kiosk.hub.pages import drawing, showing
from kiosk.hub.pages.asked import PAGE, Asked
from kiosk.hub.pages.site import Site
from kiosk.hub.queries import figures
from kiosk.hub.queries import kiosks as queries
from kiosk.hub.store import tables

STATES = ("trouble", "long", "quiet", "never", "revoked", "well")
"""What needs a person first comes first."""
COLOURS = {
    "well": colour.JADE, "revoked": colour.GRID, "never": colour.MIST, "quiet": colour.GLOW_LIGHT,
    "long": colour.CORAL, "trouble": colour.LANTERN,
}  # fmt: skip


def routes(site: Site) -> list[Route]:
    """The list, a kiosk, and what admins change."""
    return [
        site.get("/kiosks", "look", listed),
        site.get("/kiosks/{kiosk:int}", "look", one),
        site.post("/kiosks/{kiosk:int}/name", "enrol", named),
        site.post("/kiosks/{kiosk:int}/revoke", "enrol", revoked),
    ]


def listed(asked: Asked) -> Response:
    """All kiosks in sight."""
    with asked.hub.database.read() as connection:
        found = queries.kiosks(connection, asked.scope)
        incidents = queries.incidents(connection, asked.scope)
    found.sort(key=lambda one: STATES.index(one.state(asked.now)))
    counts = [(state, sum(one.state(asked.now) == state for one in found)) for state in reversed(STATES)]
    counts = [(state, count) for state, count in counts if count]
    pairs = [(showing.words(asked.language, f"state_{state}"), float(count)) for state, count in counts]
    colours = [COLOURS[state] for state, _ in counts]
    start = min(asked.place, len(found))
    return asked.render(
        "kiosks.html", kiosks=found[start : start + PAGE], start=start, total=len(found), page=PAGE,
        incidents=incidents, states=drawing.shares(pairs, colours, asked.language), now=asked.now,
    )  # fmt: skip


def one(asked: Asked) -> Response:
    """One kiosk."""
    number, period = asked.number("kiosk"), asked.period
    with asked.hub.database.read() as connection:
        kiosk = queries.kiosk(connection, asked.scope, number)
        if kiosk is None:
            raise KioskError("hub_pages.not_found")
        incidents = queries.incidents(connection, asked.scope, number)
        refusals = queries.refusals(connection, asked.scope, number)
        days = figures.kiosk_days(connection, asked.scope, number, period)
    every = figures.all_days(period)
    pairs = [(f"{day // 100 % 100}/{day % 100}", float(days.get(day, 0))) for day in every]
    title = showing.words(asked.language, "answers_title")
    chart = drawing.columns(pairs[-31:], title=title, language=asked.language)
    return asked.render(
        "kiosk.html", kiosk=kiosk, incidents=incidents, refusals=refusals, chart=chart, now=asked.now, period=period
    )


def named(asked: Asked) -> Response:
    """Give a kiosk a name that people know it by."""
    number, name = asked.number("kiosk"), asked.text("name")[:60]
    with asked.hub.database.write() as connection:
        kiosk = queries.kiosk(connection, asked.scope, number)
        if kiosk is None:
            raise KioskError("hub_pages.not_found")
        connection.execute(tables.kiosk.update().where(tables.kiosk.c.number == number).values(name=name))
        asked.note(connection, "kiosk_named", f"{kiosk.id} {name}", kiosk.base)
    return asked.go(f"/kiosks/{number}", "saved")


def revoked(asked: Asked) -> Response:
    """Let a kiosk in no more, until it comes with a new code."""
    number = asked.number("kiosk")
    with asked.hub.database.write() as connection:
        kiosk = queries.kiosk(connection, asked.scope, number)
        if kiosk is None:
            raise KioskError("hub_pages.not_found")
        enrolment.revoke(connection, number, asked.now)
        asked.note(connection, "kiosk_revoked", kiosk.id, kiosk.base)
    return asked.go(f"/kiosks/{number}", "revoked")
