"""The hub's application: every route of `routes/`, and what becomes of what nobody expected."""

import logging

import sqlalchemy as sa
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kiosk.core.words import say
from kiosk.hub import routes
from kiosk.hub.hub import Hub
from kiosk.hub.pages import failing
from kiosk.hub.routes.wired import language_of, marked

log = logging.getLogger(__name__)


def make(hub: Hub) -> Starlette:
    """The application over `hub`, which stays the caller's to close."""

    async def no_database(request: Request, error: Exception) -> Response:
        """The disk is full, the database restarts or elects a leader: whoever pushed tries again."""
        log.error("the database: %s", error)
        if failing.wants_page(request):
            return failing.page(request, 503)
        answer = marked(hub, {"code": "sync.busy", "what": say("sync.busy", language_of(request))}, 503)
        answer.headers["Retry-After"] = "5"
        return answer

    async def http(request: Request, error: Exception) -> Response:
        """No such page, or not in this way."""
        assert isinstance(error, HTTPException)
        if failing.wants_page(request):
            answer = failing.page(request, error.status_code)
        else:
            answer = marked(hub, {"code": "hub.http", "what": error.detail}, error.status_code)
        answer.headers.update(error.headers or {})
        return answer

    async def fault(request: Request, error: Exception) -> Response:
        """Ours: the log has it."""
        if failing.wants_page(request):
            return failing.page(request, 500)
        return marked(hub, {"code": "hub.fault", "what": say("hub.fault", language_of(request))}, 500)

    return Starlette(
        routes=routes.gather(hub),
        exception_handlers={
            sa.exc.DBAPIError: no_database,
            sa.exc.TimeoutError: no_database,
            HTTPException: http,
            Exception: fault,
        },
    )
