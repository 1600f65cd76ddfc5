"""What the people of the hub must see: kiosks set back, cloned, or with a wrong clock."""

import json
from typing import Any

import sqlalchemy as sa

from kiosk.hub.store import tables


def note(connection: sa.Connection, now: int, code: str, kiosk: int | None, **params: Any) -> None:
    """Put an incident on the list; `code` is a words code that `params` fill."""
    connection.execute(
        tables.incident.insert().values(
            utc_ms=now, kiosk=kiosk, code=code, params=json.dumps(params, ensure_ascii=False)
        )
    )
