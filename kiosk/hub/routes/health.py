"""`/healthz`: whether the hub can do its work. For watchers and proxies: no login, nothing told of anybody."""

import shutil

import sqlalchemy as sa
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kiosk import __version__
from kiosk.hub.hub import Hub
from kiosk.hub.routes.wired import marked
from kiosk.hub.store import tables

LEAST_FREE_BYTES = 50 << 20


def routes(hub: Hub) -> list[BaseRoute]:
    """The one route."""

    async def healthz(_request: Request) -> Response:
        troubles = await run_in_threadpool(look, hub)
        told = {"ok": not troubles, "version": __version__, "troubles": troubles}
        return marked(hub, told, 200 if not troubles else 503)

    return [Route("/healthz", healthz, methods=["GET"])]


def look(hub: Hub) -> list[str]:
    """What keeps the hub from taking events in: `database`, `disk`."""
    troubles = []
    try:
        with hub.database.read() as connection:
            connection.execute(sa.select(tables.hub.c.watermark)).one()
    except sa.exc.SQLAlchemyError:
        troubles.append("database")
    if shutil.disk_usage(hub.data).free < LEAST_FREE_BYTES:
        troubles.append("disk")
    return troubles
