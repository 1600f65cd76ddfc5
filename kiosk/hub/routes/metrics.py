"""`/metrics` for Prometheus: numbers of the hub as a whole, nothing of anybody.

For this machine itself, or with the token in `metrics-token` of the data folder (`Authorization: Bearer …`).
"""

import os
import secrets
from pathlib import Path

import sqlalchemy as sa
from prometheus_client import CollectorRegistry, Gauge
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kiosk.hub.hub import Hub
from kiosk.hub.queries.kiosks import QUIET_MS
from kiosk.hub.store import rollup_tables, tables

TOKEN = "metrics-token"


def routes(hub: Hub) -> list[BaseRoute]:
    """The one route."""
    token = _token(hub.data / TOKEN)

    async def metrics(request: Request) -> Response:
        given = request.headers.get("authorization", "").encode()
        near = request.client is not None and request.client.host in ("127.0.0.1", "::1")
        proxied = "x-forwarded-for" in request.headers or "forwarded" in request.headers
        if not (near and not proxied) and not secrets.compare_digest(given, b"Bearer " + token):
            return Response("", 403)
        return Response(await run_in_threadpool(told, hub), media_type=CONTENT_TYPE_LATEST)

    return [Route("/metrics", metrics, methods=["GET"])]


def told(hub: Hub) -> bytes:
    """The numbers, in Prometheus's text."""
    kiosk, epoch, now = tables.kiosk.c, tables.epoch.c, hub.clock.utc_ms()
    counted = {
        "events": ("events held", sa.select(sa.func.coalesce(sa.func.sum(epoch.held), 0))),
        "batches": ("batches taken in", sa.select(tables.hub.c.watermark)),
        "rolled_up": ("batches that are in the roll-ups", sa.select(sa.func.max(rollup_tables.rollup.c.arrival))),
        "kiosks": ("kiosks let in", sa.select(sa.func.count(kiosk.number))),
        "kiosks_heard": ("heard of in a day", sa.select(sa.func.count()).where(kiosk.seen_ms > now - QUIET_MS)),
        "bases": ("bases", sa.select(sa.func.count(tables.base.c.number))),
        "refused": ("events refused", sa.select(sa.func.count(tables.refusal.c.number))),
        "incidents": ("incidents", sa.select(sa.func.count(tables.incident.c.number))),
    }
    registry = CollectorRegistry()
    with hub.database.read() as connection:
        for name, (about, query) in counted.items():
            value = connection.execute(query).scalar() or 0
            Gauge(f"fingertip_glow_hub_{name}", about, registry=registry).set(float(value))
    return generate_latest(registry)


def _token(path: Path) -> bytes:
    """The token in the file `path`, made at first use."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_bytes().strip()
    with os.fdopen(handle, "wb") as file:
        made = secrets.token_hex(32).encode()
        file.write(made + b"\n")
    return made
