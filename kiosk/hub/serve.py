"""Running the hub under uvicorn: one process, or several workers over PostgreSQL."""

import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette

from kiosk.commands.failing import start_log
from kiosk.hub import app, certificate
from kiosk.hub.exporting import sweep
from kiosk.hub.forward import Forwarder
from kiosk.hub.hub import Hub
from kiosk.hub.patience import BehindProxy, Patient
from kiosk.hub.rollups.rolling import Roller
from kiosk.hub.serving import Serving
from kiosk.hub.upkeep import Upkeep

DATA = "KIOSK_HUB_SERVED"
"""The environment variable that tells workers where the data lie."""
MOST_AT_ONCE = 400
"""Connections beyond this are answered 503 and come back later."""
KEEP_ALIVE_S = 75
GRACE_S = 2
"""Requests that are under way may end; idle kiosks, which do not hear TLS's goodbye, would be waited for longer."""


def run(data: Path, serving: Serving) -> None:
    """Serve until a signal ends it."""
    serving.save(data)
    sweep(data)
    os.environ[DATA] = str(data)
    options: dict[str, Any] = {
        "host": serving.host,
        "port": serving.port,
        "log_level": "warning",
        "log_config": None,
        "server_header": False,
        "limit_concurrency": MOST_AT_ONCE,
        "timeout_keep_alive": KEEP_ALIVE_S,
        "timeout_graceful_shutdown": GRACE_S,
        "proxy_headers": not serving.tls,
        "http": Patient if serving.tls else BehindProxy,
        "loop": "kiosk.hub.patience:loop",
    }
    if serving.tls:
        file = certificate.own(data).file
        options |= {"ssl_certfile": file, "ssl_keyfile": file}
    uvicorn.run("kiosk.hub.serve:application", factory=True, workers=serving.workers, **options)


def application() -> Starlette:
    """The application of one worker, over the data that `run` has named."""
    data = Path(os.environ[DATA])
    if not logging.getLogger().handlers:  # a worker is a process of its own
        start_log(data, debug=False)
    hub = Hub.open(data, Serving.last(data).database)
    upkeep, roller, forwarder = Upkeep(hub), Roller(hub), Forwarder(hub)
    made = app.make(hub)

    @asynccontextmanager
    async def life(_app: Starlette) -> AsyncIterator[None]:
        hub.database.start()
        upkeep.start()
        roller.start()
        forwarder.start()
        try:
            yield
        finally:
            forwarder.close()
            roller.close()
            upkeep.close()
            hub.close()

    made.router.lifespan_context = life
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    return made
