"""What a parent sees who scans a result card: `/t/<token>`. No login, no name, nothing of what was answered."""

from typing import Any

import sqlalchemy as sa
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kiosk.hub.pages import showing
from kiosk.hub.pages.site import Site
from kiosk.hub.people import audit, settings
from kiosk.hub.people.audit import Act
from kiosk.hub.routes.wired import language_of
from kiosk.hub.store import rollup_tables as kept
from kiosk.hub.store.inserting import insert_or_ignore
from kiosk.hub.store.people_tables import take_home_withdrawn
from kiosk.takeaway.code import token_hash
from kiosk.takeaway.wording import take_home

DAY_MS = 86_400_000


def routes(site: Site) -> list[Route]:
    """The page, and taking it back."""
    cards = _Cards(site)
    return [
        site.open("/t/{token}", cards.page),
        site.open("/t/{token}/withdraw", cards.withdraw, methods=("POST",)),
    ]


class _Cards:
    def __init__(self, site: Site) -> None:
        self._site = site

    def page(self, request: Request) -> Response:
        """What the card says; or kindly, that it is on its way, over, or taken back."""
        found, state = self._find(request)
        asked = request.query_params.get("language", "")
        language = found.language if found is not None and found.language in ("zh", "en") else language_of(request)
        language = asked if asked in ("zh", "en") else language
        told = self._told(found.station, language) if found is not None and state == "here" else None
        state = "waiting" if state == "here" and told is None else state
        token = request.path_params["token"]
        response = self._site.html("take_home.html", language, state=state, told=told, token=token, showing=showing)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    def withdraw(self, request: Request) -> Response:
        """Whoever has the token may take its page back, for good."""
        found, state = self._find(request)
        if found is not None and state == "here":
            hub = self._site.hub
            with hub.database.write() as connection:
                gone = {"token_hash": found.token_hash, "utc_ms": hub.clock.utc_ms()}
                insert_or_ignore(connection, take_home_withdrawn, [gone])
                audit.note(connection, hub.clock.utc_ms(), Act("", "take_home_withdrawn", "1", found.base))
        return RedirectResponse(f"/t/{request.path_params['token']}", 303)

    def _find(self, request: Request) -> tuple[Any, str]:
        """The card and its state: `waiting` (also of a token that never was), `here`, `expired`, `withdrawn`."""
        hash, hub = token_hash(request.path_params["token"]), self._site.hub
        gone = take_home_withdrawn.c
        with hub.database.read() as connection:
            row = connection.execute(sa.select(kept.take_home).where(kept.take_home.c.token_hash == hash)).first()
            withdrawn = connection.execute(sa.select(gone.utc_ms).where(gone.token_hash == hash)).first()
            days = int(settings.read(connection, "take_home_days"))
        if withdrawn:
            return row, "withdrawn"
        if row is None:
            return None, "waiting"
        return row, "expired" if hub.clock.utc_ms() - row.utc_ms > days * DAY_MS else "here"

    @staticmethod
    def _told(station: str, language: str) -> Any:
        try:
            return take_home(station, language, {})
        except KeyError:  # a station of a newer kiosk
            return None
