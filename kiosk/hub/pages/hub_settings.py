"""设置: how long the hub keeps what, for who sees all of it. Every change is on record with what it was before."""

from starlette.responses import Response
from starlette.routing import Route

from kiosk.hub.pages.asked import Asked
from kiosk.hub.pages.site import Site
from kiosk.hub.people import settings


def routes(site: Site) -> list[Route]:
    """The page, and saving it."""
    return [site.get("/settings", "settings", page), site.post("/settings", "settings", saved)]


def page(asked: Asked) -> Response:
    """What is set, and between which limits."""
    with asked.hub.database.read() as connection:
        found = [(name, settings.read(connection, name), *limits) for name, limits in settings.LIMITS.items()]
    return asked.render("settings.html", found=found)


def saved(asked: Asked) -> Response:
    """All of them or, when one will not do, none."""
    with asked.hub.database.write() as connection:
        for name in settings.LIMITS:
            told = settings.change(connection, name, asked.text(name))
            if told:
                asked.note(connection, "setting_changed", told)
    return asked.go("/settings", "saved")
