"""What a serving hub does beside answering, on a thread of its own. Every worker does it, and each task bears that."""

import logging
import threading
from collections.abc import Callable

import sqlalchemy as sa
import zstandard

from kiosk.hub import xapi
from kiosk.hub.down import erasures
from kiosk.hub.hub import Hub
from kiosk.hub.people.keeping import keep_audit
from kiosk.hub.store import bodies, tables
from kiosk.hub.store.inserting import insert_or_ignore

log = logging.getLogger(__name__)
EVERY_S = 60.0
_SAMPLE = 4_000


class Upkeep:
    """Runs `TASKS` every minute."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="hub-upkeep", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def close(self) -> None:
        """End."""
        self._stopping.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopping.wait(EVERY_S):
            keep(self._hub)


def keep(hub: Hub) -> None:
    """Do what is due."""
    for task in TASKS:
        try:
            task(hub)
        except (sa.exc.SQLAlchemyError, OSError):
            log.exception("upkeep: %s", task.__name__)


def train_dictionary(hub: Hub) -> None:
    """Once there is enough to learn from, have a dictionary of what this hub's kiosks really send."""
    with hub.database.read() as connection:
        hub.bodies.refresh(connection)
        if hub.bodies.newest > 1:
            return
        counted = connection.execute(sa.select(sa.func.sum(tables.batch.c.events))).scalar() or 0
        if counted < bodies.TRAIN_AFTER:
            return
        newest = sa.select(tables.event.c.dictionary, tables.event.c.body).order_by(tables.event.c.id.desc())
        sample = [hub.bodies.unpack(*row) for row in connection.execute(newest.limit(_SAMPLE))]
    try:
        content = bodies.train(sample)
    except zstandard.ZstdError as error:
        log.info("no dictionary yet: %r", error)
        return
    with hub.database.write() as connection:
        made = {"number": 2, "made_ms": hub.clock.utc_ms(), "content": content}
        insert_or_ignore(connection, tables.dictionary, [made])
    with hub.database.read() as connection:
        hub.bodies.refresh(connection)


TASKS: tuple[Callable[[Hub], object], ...] = (train_dictionary, erasures.settle, xapi.forward, keep_audit)
