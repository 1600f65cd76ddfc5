"""The pages that people look at: see `kiosk.hub.pages`."""

from starlette.routing import BaseRoute

from kiosk.hub.hub import Hub
from kiosk.hub.pages import (
    audit_log,
    bases,
    door,
    exports,
    hub_settings,
    items,
    kiosks,
    learning,
    overview,
    packs,
    privacy,
    recordings,
    take_home,
    users,
)
from kiosk.hub.pages.site import Site

PAGES = (
    door, overview, bases, kiosks, learning, items, packs, recordings, exports, privacy, audit_log, users,
    hub_settings, take_home,
)  # fmt: skip


def routes(hub: Hub) -> list[BaseRoute]:
    """All of them."""
    site = Site(hub)
    return [route for page in PAGES for route in page.routes(site)]
