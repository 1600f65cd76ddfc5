"""Routes of pages: who asks, whether they may, whether the form is ours; and the headers that browsers obey."""

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from kiosk.core.errors import KioskError
from kiosk.hub.hub import Hub
from kiosk.hub.pages import showing
from kiosk.hub.pages.asked import Asked
from kiosk.hub.people.roles import Right
from kiosk.hub.people.sessions import Session, Sessions
from kiosk.hub.routes.wired import language_of

COOKIE, NONCE = "hub_session", "hub_login"
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self';"
        " form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}
MOST_FIELDS = 4_000
FIELD_BYTES = 64 << 10
FORM_BYTES = 256 << 10
Show = Callable[[Asked], Response]


class Site:
    """What the pages of one application share. `get` and `post` make routes; `right` `None` asks for a login only."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.paths: set[str] = set()
        self.sessions = Sessions(hub)
        folder = Path(__file__).parent / "templates"
        self.environment = Environment(
            loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
            lstrip_blocks=True,
        )  # fmt: skip

    def get(self, path: str, right: Right | None, show: Show) -> Route:
        """A page."""
        self.paths.add(path)

        async def endpoint(request: Request) -> Response:
            return await run_in_threadpool(self._answer, request, right, show, None)

        return Route(path, endpoint, methods=["GET"], name=f"page {path}")

    def post(self, path: str, right: Right | None, do: Show, most: int = FORM_BYTES) -> Route:
        """A form's target: it needs the session's token, and at most `most` bytes."""

        async def endpoint(request: Request) -> Response:
            if not fits(request, most):
                told = showing.words(language_of(request), "too_large")
                return dressed(PlainTextResponse(told, 413, headers={"Connection": "close"}))
            form = await request.form(max_files=1, max_fields=MOST_FIELDS, max_part_size=FIELD_BYTES)
            try:
                return await run_in_threadpool(self._answer, request, right, do, form)
            finally:
                await form.close()

        return Route(path, endpoint, methods=["POST"], name=f"act {path}")

    def open(self, path: str, show: Callable[[Request], Response], methods: tuple[str, ...] = ("GET",)) -> Route:
        """A page that anybody may see."""

        async def endpoint(request: Request) -> Response:
            return dressed(await run_in_threadpool(show, request))

        return Route(path, endpoint, methods=list(methods), name=f"open {path}")

    def html(self, template: str, language: str, status: int = 200, **values: Any) -> Response:
        """A page of `template`."""
        made = self.environment.get_template(template).render(**showing.of(language), **values)
        return HTMLResponse(made, status)

    def remember(self, response: Response, request: Request, name: str, value: str) -> None:
        """Set a cookie that scripts and other sites never see."""
        response.set_cookie(name, value, path="/", httponly=True, samesite="lax", secure=is_safe(request))

    def _answer(self, request: Request, right: Right | None, show: Show, form: FormData | None) -> Response:
        session = self.sessions.find(request.cookies.get(COOKIE, ""))
        if session is None:
            back = f"?next={quote(request.url.path)}" if form is None and request.url.path != "/" else ""
            return dressed(RedirectResponse(f"/login{back}", 303))
        asked = Asked(self, request, session, form)
        if right is not None and not session.person.may(right):
            return dressed(self.trouble(asked, "hub_pages.not_yours", 403))
        if form is not None and not _is_ours(request, form, session):
            return dressed(self.trouble(asked, "hub_pages.form_stale", 403))
        try:
            return dressed(show(asked))
        except KioskError as error:
            status = 404 if error.code == "hub_pages.not_found" else 400
            return dressed(self.trouble(asked, error.code, status, **error.params))

    def trouble(self, asked: Asked, code: str, status: int, **params: Any) -> Response:
        """A page that says what went wrong."""
        return asked.render("trouble.html", status=status, told=showing.sentence(code, asked.language, **params))


def dressed(response: Response) -> Response:
    """`response` with the headers of all pages, as far as it has none of its own."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def is_safe(request: Request) -> bool:
    """Whether the browser speaks https with us, or with the proxy before us."""
    return request.url.scheme == "https"


def fits(request: Request, most: int) -> bool:
    """Whether the body says how long it is, and that is not too long."""
    length = request.headers.get("content-length", "")
    return length.isascii() and length.isdigit() and len(length) < 12 and int(length) <= most


def own_path(path: str) -> str:
    """`path`, if it is one of ours to go to after a login; else the first page."""
    parts = urlsplit(path)
    fine = path.startswith("/") and not path.startswith(("//", "/\\")) and not parts.netloc and path.isprintable()
    return path if fine else "/"


def _is_ours(request: Request, form: FormData, session: Session) -> bool:
    origin = request.headers.get("origin")
    if origin not in (None, "null") and urlsplit(origin or "").netloc != request.headers.get("host"):
        return False
    return secrets.compare_digest(str(form.get("csrf", "")).encode(), session.csrf.encode())
