"""基地: all in sight, and each by itself: its days, stations, kiosks; where it lies; codes that let kiosks in."""

from starlette.responses import Response
from starlette.routing import Route

from kiosk.core.errors import KioskError
from kiosk.hub import certificate, enrolment
from kiosk.hub.pages.asked import PAGE, Asked
from kiosk.hub.pages.overview import station_chart, trend
from kiosk.hub.pages.site import Site
from kiosk.hub.queries import figures
from kiosk.hub.queries import kiosks as kiosk_queries
from kiosk.hub.queries import people as people_queries
from kiosk.hub.serving import Serving
from kiosk.hub.store import tables
from kiosk.hub.store.inserting import insert_or_ignore
from kiosk.hub.store.people_tables import place
from kiosk.takeaway.code import QUIET, modules

MOST_NAME = 80


def routes(site: Site) -> list[Route]:
    """The list, a base, and what admins change."""
    return [
        site.get("/bases", "look", listed),
        site.get("/bases/{base:int}", "look", one),
        site.post("/bases", "enrol", made),
        site.post("/bases/{base:int}/district", "enrol", moved),
        site.post("/bases/{base:int}/code", "enrol", code),
    ]


def listed(asked: Asked) -> Response:
    """All bases in sight, by pages."""
    like = asked.query("like")[:MOST_NAME]
    with asked.hub.database.read() as connection:
        found, total = figures.bases(connection, asked.scope, asked.period, like, asked.place, PAGE)
    return asked.render(
        "bases.html", period=asked.period, bases=found, start=asked.place, total=total, like=like, page=PAGE,
    )  # fmt: skip


def one(asked: Asked) -> Response:
    """One base."""
    with asked.hub.database.read() as connection:
        base = asked.base(connection, asked.number("base"))
        scope = asked.scope.of(base)
        name, district = figures.base(connection, scope, base)
        days = figures.by_day(connection, scope, asked.period)
        stations = figures.stations(connection, scope, asked.period)
        kiosks = kiosk_queries.kiosks(connection, scope)
        districts = people_queries.districts(connection) if asked.scope.whole else []
    return asked.render(
        "base.html", period=asked.period, base=base, name=name, district=district, districts=districts,
        whole=figures.whole(days), trend=trend(days, asked.period, asked.language), kiosks=kiosks,
        stations=station_chart(stations, asked.language),
    )  # fmt: skip


def made(asked: Asked) -> Response:
    """A new base: only who sees all of them makes one."""
    name = asked.text("name")
    if not asked.scope.whole:
        raise KioskError("hub_pages.not_yours")
    if not name or len(name) > MOST_NAME:
        raise KioskError("hub.base_name")
    with asked.hub.database.write() as connection:
        insert_or_ignore(connection, tables.base, [{"name": name, "made_ms": asked.now}])
        asked.note(connection, "base_added", name)
    return asked.go("/bases", "base_added")


def moved(asked: Asked) -> Response:
    """Say in which district a base lies."""
    district = asked.text("district")[:40]
    if not asked.scope.whole:
        raise KioskError("hub_pages.not_yours")
    with asked.hub.database.write() as connection:
        base = asked.base(connection, asked.number("base"))
        connection.execute(place.delete().where(place.c.base == base))
        if district:
            connection.execute(place.insert().values(base=base, district=district))
        asked.note(connection, "base_moved", district, base)
    return asked.go(f"/bases/{base}", "saved")


def code(asked: Asked) -> Response:
    """A one-time code for one kiosk, shown once, as letters and as a picture for its scanner.

    Who sees the whole may make one for a regional hub.
    """
    relays = asked.text("relays") == "1"
    if relays and not asked.scope.whole:
        raise KioskError("hub_pages.not_yours")
    with asked.hub.database.write() as connection:
        base = asked.base(connection, asked.number("base"))
        name, _ = figures.base(connection, asked.scope, base)
        asked.note(connection, "code_made_hub" if relays else "code_made", name, base)
    serving = Serving.last(asked.hub.data)
    fingerprint = certificate.own(asked.hub.data).fingerprint if serving.tls else b""
    letters, expires = enrolment.new_code(asked.hub, name, fingerprint, relays=relays)
    picture = qr(f"{serving.url} {letters}")
    address = letters.address(serving.url)
    return asked.render(
        "code.html", base=base, name=name, letters=str(letters), expires=expires, url=serving.url, picture=picture,
        relays=relays, digits=letters.digits, address=address,
    )  # fmt: skip


def qr(text: str) -> str:
    """`text` as a QR code in SVG."""
    rows = modules(text)
    side = len(rows) + 2 * QUIET
    dark = "".join(
        f"M{x + QUIET} {y + QUIET}h1v1h-1z" for y, row in enumerate(rows) for x, black in enumerate(row) if black
    )
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" role="img" shape-rendering="crispEdges">'
    )
    return f'{head}<rect width="{side}" height="{side}" fill="#fff"/><path d="{dark}" fill="#000"/></svg>'
