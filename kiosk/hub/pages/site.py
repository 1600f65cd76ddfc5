"""Routes of pages: who asks, whether they may, whether the form is ours; and the headers that browsers obey."""

import asyncio
import secrets
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kiosk.core.errors import KioskError
from kiosk.hub.hub import Hub
from kiosk.hub.pages import showing
from kiosk.hub.pages.asked import Asked
from kiosk.hub.pages.look import dressed
from kiosk.hub.people.roles import Right
from kiosk.hub.people.sessions import Session, Sessions

COOKIE, NONCE = "hub_session", "hub_login"
MOST_FIELDS = 4_000
FIELD_BYTES = 64 << 10
FORM_BYTES = 256 << 10
FORM_S = 30.0
SLOWEST = 20_000
"""Bytes a second that a form must come with beyond its first `FORM_S`."""
DRAINED = 16 << 20
STATUS = {"hub_pages.not_found": 404, "hub_pages.exports_busy": 429}
"""What a failure is in HTTP; 400 if it is not here."""
Show = Callable[[Asked], Response]


class Site:
    """What the pages of one application share. `get` and `post` make routes; `right` `None` asks for a login only."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.paths: set[str] = set()
        self.sessions = Sessions(hub)

    def get(self, path: str, right: Right | None, show: Show) -> Route:
        """A page."""
        self.paths.add(path)

        async def endpoint(request: Request) -> Response:
            return await run_in_threadpool(self._page, request, right, show)

        return Route(path, endpoint, methods=["GET"], name=f"page {path}")

    def post(self, path: str, right: Right | None, do: Show, most: int = FORM_BYTES) -> Route:
        """A form's target: it needs the session's token, and `most` bytes at most. Who may not is read no form of."""

        async def endpoint(request: Request) -> Response:
            session = await run_in_threadpool(self._session, request)
            refused = self._refusal(request, session, right, formed=True)
            if refused is not None:
                await _drain(request)
                refused.headers["Connection"] = "close"
                return refused
            assert session is not None
            form = await read_form(request, most)
            try:
                return await run_in_threadpool(self._act, Asked(self, request, session, form), do)
            finally:
                await form.close()

        return Route(path, endpoint, methods=["POST"], name=f"act {path}")

    def open(self, path: str, show: Callable[[Request], Response], methods: tuple[str, ...] = ("GET",)) -> Route:
        """A page that anybody may see."""

        async def endpoint(request: Request) -> Response:
            return dressed(await run_in_threadpool(show, request))

        return Route(path, endpoint, methods=list(methods), name=f"open {path}")

    def remember(self, response: Response, request: Request, name: str, value: str) -> None:
        """Set a cookie that scripts and other sites never see."""
        response.set_cookie(name, value, path="/", httponly=True, samesite="lax", secure=is_safe(request))

    def _session(self, request: Request) -> Session | None:
        return self.sessions.find(request.cookies.get(COOKIE, ""))

    def _page(self, request: Request, right: Right | None, show: Show) -> Response:
        session = self._session(request)
        refused = self._refusal(request, session, right, formed=False)
        if refused is not None or session is None:
            return refused or self._to_login(request, formed=False)
        return self._told(Asked(self, request, session), show)

    def _act(self, asked: Asked, do: Show) -> Response:
        assert asked.form is not None
        if not _is_ours(asked.request, asked.form, asked.session):
            return dressed(self.trouble(asked, "hub_pages.form_stale", 403))
        return self._told(asked, do)

    def _refusal(
        self, request: Request, session: Session | None, right: Right | None, *, formed: bool
    ) -> Response | None:
        """To the login, or the page that says that one may not; `None`: one may."""
        if session is None:
            return self._to_login(request, formed=formed)
        if right is not None and not session.person.may(right):
            return dressed(self.trouble(Asked(self, request, session), "hub_pages.not_yours", 403))
        return None

    def _told(self, asked: Asked, show: Show) -> Response:
        try:
            return dressed(show(asked))
        except KioskError as error:
            return dressed(self.trouble(asked, error.code, STATUS.get(error.code, 400), **error.params))

    @staticmethod
    def _to_login(request: Request, *, formed: bool) -> Response:
        """Who had a session is told that it is over, and that what was filled in is not kept."""
        said = {"over": "form" if formed else "page"} if COOKIE in request.cookies else {}
        back = {"next": request.url.path} if not formed and request.url.path != "/" else {}
        query = urlencode({**back, **said}, safe="/")
        return dressed(RedirectResponse(f"/login?{query}" if query else "/login", 303))

    def trouble(self, asked: Asked, code: str, status: int, **params: Any) -> Response:
        """A page that says what went wrong."""
        return asked.render("trouble.html", status=status, told=showing.sentence(code, asked.language, **params))


async def read_form(request: Request, most: int, fields: int = MOST_FIELDS, files: int = 1) -> FormData:
    """The form, of `most` bytes, `fields` and `files`. Raises HTTPException 408 or 413."""
    if not fits(request, most):
        raise HTTPException(413, headers={"Connection": "close"})
    try:
        async with asyncio.timeout(FORM_S + int(request.headers["content-length"]) / SLOWEST):
            return await request.form(max_files=files, max_fields=fields, max_part_size=FIELD_BYTES)
    except TimeoutError as error:
        raise HTTPException(408, headers={"Connection": "close"}) from error


async def _drain(request: Request) -> None:
    """Let a body of bearable length come to its end: browsers do not hear an answer while they still send."""
    left = DRAINED
    with suppress(TimeoutError, ClientDisconnect):
        async with asyncio.timeout(FORM_S):
            async for part in request.stream():
                left -= len(part)
                if left < 0:
                    return


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
