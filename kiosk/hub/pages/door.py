"""Logging in and out; the style sheet."""

import secrets
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from kiosk.core.errors import KioskError
from kiosk.hub.pages import look, showing
from kiosk.hub.pages.asked import Asked
from kiosk.hub.pages.look import dressed
from kiosk.hub.pages.site import COOKIE, NONCE, Site, own_path, read_form
from kiosk.hub.people import persons
from kiosk.hub.people.pace import Pace
from kiosk.hub.routes.wired import language_of

STATIC = Path(__file__).parent / "static"
LOGIN_BYTES = 16 << 10


def routes(site: Site) -> list[Route]:
    """The door."""
    door = _Door(site)
    return [
        site.open("/login", door.page),
        Route("/login", door.entered, methods=["POST"], name="open /login"),
        site.post("/logout", None, out),
        site.open("/hub.css", style),
    ]


class _Door:
    def __init__(self, site: Site) -> None:
        self._site = site
        self._pace = Pace(site.hub.clock)

    def page(self, request: Request, error: str = "", name: str = "", status: int = 200) -> Response:
        """The form, with a ticket that belongs to a cookie of this browser."""
        nonce = request.cookies.get(NONCE) or secrets.token_urlsafe(16)
        back, over = own_path(request.query_params.get("next", "/")), request.query_params.get("over", "")
        ticket = self._site.sessions.ticket(nonce)
        response = look.html(
            "login.html", language_of(request), status, error=error, name=name, back=back, ticket=ticket, person=None,
            asked=None, over=over if over in ("page", "form") and not error else "",
        )  # fmt: skip
        self._site.remember(response, request, NONCE, nonce)
        return response

    async def entered(self, request: Request) -> Response:
        """Name and password have come."""
        form = await read_form(request, LOGIN_BYTES, fields=8, files=0)
        given = {name: value for name, value in form.items() if isinstance(value, str)}
        return dressed(await run_in_threadpool(self._enter, request, given))

    def _enter(self, request: Request, given: dict[str, str]) -> Response:
        site, language = self._site, language_of(request)
        name = given.get("name", "").replace("\0", "")
        if not site.sessions.ticket_holds(request.cookies.get(NONCE, ""), given.get("ticket", "")):
            return self.page(request, showing.words(language, "form_stale"), name, 403)
        address = request.client.host if request.client else ""
        if self._pace.is_over(address):
            return self.page(request, showing.words(language, "login_paced"), name, 429)
        try:
            number = persons.check_password(site.hub, name, given.get("password", ""))
        except KioskError as error:
            self._pace.count(address)
            return self.page(request, showing.said(error, language), name, 403)
        response = RedirectResponse(own_path(given.get("next", "/")), 303)
        cookie = site.sessions.open(number, request.cookies.get(COOKIE, ""))
        site.remember(response, request, COOKIE, cookie)
        response.delete_cookie(NONCE)
        return response


def out(asked: Asked) -> Response:
    """Log out."""
    asked.site.sessions.end(asked.session)
    response = RedirectResponse("/login", 303)
    response.delete_cookie(COOKIE)
    return response


def style(_request: Request) -> Response:
    """The one style sheet."""
    return FileResponse(STATIC / "hub.css", headers={"Cache-Control": "max-age=3600"}, media_type="text/css")
