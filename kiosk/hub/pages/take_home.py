"""What a parent sees who scans the code of a result card or of a published work: `/t/<token>`.

No login, no name, nothing of what was answered; a work is heard once it was released here, until its time is over,
it is taken back, or it is erased. A token that nobody knows is told of as one whose kiosk has not synced yet.
"""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kiosk.core.errors import KioskError
from kiosk.core.words import LANGUAGES
from kiosk.hub.pages import look, sounds
from kiosk.hub.pages.site import Site
from kiosk.hub.people import audit, settings
from kiosk.hub.people.audit import Act
from kiosk.hub.routes.wired import language_of
from kiosk.hub.store import rollup_tables as kept
from kiosk.hub.store.down_tables import recording
from kiosk.hub.store.inserting import insert_or_ignore
from kiosk.hub.store.people_tables import take_home_withdrawn
from kiosk.takeaway.code import token_hash
from kiosk.takeaway.wording import take_home

DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class _Found:
    """What belongs to a token: a card's or a work's row, and a state.

    `waiting` (also of a token that never was), `reviewing`, `here`, `work`, `kept_in`, `expired` or `withdrawn`.
    """

    hash: str
    state: str
    card: Any = None
    work: Any = None

    @property
    def base(self) -> int:
        """Whose it is."""
        return int((self.card or self.work).base)


def routes(site: Site) -> list[Route]:
    """The page, the sound of a work, and taking the page back."""
    pages = _Pages(site)
    return [
        site.open("/t/{token}", pages.page),
        site.open("/t/{token}/sound", pages.sound),
        site.open("/t/{token}/withdraw", pages.withdraw, methods=("POST",)),
    ]


class _Pages:
    def __init__(self, site: Site) -> None:
        self._hub = site.hub

    def page(self, request: Request) -> Response:
        """What the card says, or the work; or kindly, that it is on its way, over, or taken back."""
        found = self._find(request)
        asked, own = request.query_params.get("language", ""), found.card.language if found.card else ""
        language = next((one for one in (asked, own) if one in LANGUAGES), language_of(request))
        told = _told(found.card.station, language) if found.state == "here" else None
        state = "waiting" if found.state == "here" and told is None else found.state
        token = request.path_params["token"]
        response = look.html("take_home.html", language, state=state, told=told, token=token, work=found.work)
        return _unlisted(response)

    def sound(self, request: Request) -> Response:
        """The work, by ranges as browsers ask for them; nothing at all in any other state."""
        found = self._find(request)
        if found.state != "work":
            return _unlisted(Response(status_code=410 if found.state in ("expired", "withdrawn") else 404))
        try:
            return _unlisted(sounds.answer(self._hub, found.work.sha256))
        except KioskError:  # the file was lost; the page says what it says
            return _unlisted(Response(status_code=404))

    def withdraw(self, request: Request) -> Response:
        """Whoever has the token may take its page back, for good."""
        found, now = self._find(request), self._hub.clock.utc_ms()
        if found.card or found.work:
            with self._hub.database.write() as connection:
                insert_or_ignore(connection, take_home_withdrawn, [{"token_hash": found.hash, "utc_ms": now}])
                if found.state != "withdrawn":
                    audit.note(connection, now, Act("", "take_home_withdrawn", "1", found.base))
        return RedirectResponse(f"/t/{request.path_params['token']}", 303)

    def _find(self, request: Request) -> _Found:
        hash, gone = token_hash(request.path_params["token"]), take_home_withdrawn.c
        with self._hub.database.read() as connection:
            card = connection.execute(sa.select(kept.take_home).where(kept.take_home.c.token_hash == hash)).first()
            newest = sa.select(recording).where(recording.c.page == hash).order_by(recording.c.number.desc())
            work = connection.execute(newest.limit(1)).first() if card is None else None
            withdrawn = connection.execute(sa.select(gone.utc_ms).where(gone.token_hash == hash)).first()
            days = int(settings.read(connection, "take_home_days"))
        edge = self._hub.clock.utc_ms() - days * DAY_MS
        if withdrawn:
            return _Found(hash, "withdrawn", card, work)
        if card is not None:
            return _Found(hash, "here" if card.utc_ms >= edge else "expired", card)
        return _Found(hash, _state(work, edge), None, work)


def _state(work: Any, edge: int) -> str:
    if work is None or (work.whole_ms is None and work.erased_ms is None):
        return "waiting"
    if work.erased_ms is not None:
        return "withdrawn"
    if work.review != "released":
        return "kept_in" if work.review == "rejected" else "reviewing"
    return "work" if work.reviewed_ms >= edge else "expired"


def _told(station: str, language: str) -> Any:
    try:
        return take_home(station, language, {})
    except KeyError:  # a station of a newer kiosk
        return None


def _unlisted(response: Response) -> Response:
    """Nothing that a search engine keeps, and no link that tells where one comes from."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
