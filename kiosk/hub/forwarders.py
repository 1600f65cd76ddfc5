"""What those share who hand events on: a row with their cursor, and a lease, so that one worker at a time does it."""

import json
from typing import Any

import sqlalchemy as sa

from kiosk.hub.hub import Hub
from kiosk.hub.store.down_tables import forwarder
from kiosk.hub.store.inserting import insert_or_ignore

LEASE_MS = 60_000


def leased(hub: Hub, name: str, worker: str) -> sa.Row[Any] | None:
    """The row of the forwarder `name`, for a minute that of `worker`; `None` while another worker has it."""
    now, mine = hub.clock.utc_ms(), forwarder.c.name == name
    with hub.database.write() as connection:
        insert_or_ignore(connection, forwarder, [{"name": name}])
        query = sa.select(forwarder).where(mine).with_for_update()
        row: sa.Row[Any] = connection.execute(query).one()
        state = json.loads(row.state)
        if state.get("worker", worker) != worker and now < state["until_ms"]:
            return None
        state |= {"worker": worker, "until_ms": now + LEASE_MS}
        connection.execute(forwarder.update().where(mine).values(state=json.dumps(state)))
        return connection.execute(query).one()


def note(hub: Hub, name: str, **changed: Any) -> None:
    """Keep what became of it."""
    with hub.database.write() as connection:
        connection.execute(forwarder.update().where(forwarder.c.name == name).values(changed))
