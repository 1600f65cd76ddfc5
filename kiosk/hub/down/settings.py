"""Settings that a hub may make for its kiosks: the newest order counts, one for a kiosk before one for its base."""

import json
from typing import Any

import sqlalchemy as sa

from kiosk.core.errors import KioskError
from kiosk.hub.store.down_tables import setting_order
from kiosk.sync.down_settings import may_order

_ORDER = setting_order.c


def order(
    connection: sa.Connection, key: str, value: object, now: int, *, base: int | None = None, kiosk: int | None = None
) -> int:
    """Have `key` set to `value` at one kiosk, at a base's, or (neither) at all; the order's number.

    Raises KioskError `hub.setting_not_allowed` when no hub may decide that, or the value will not do.
    """
    if not may_order(key, value):
        raise KioskError("hub.setting_not_allowed", f"{key} = {value!r}", key=key)
    # By the clock: a hub that was restored from yesterday must not give a number twice, for kiosks obey each once.
    newest = connection.execute(sa.select(sa.func.max(_ORDER.number))).scalar() or 0
    number = max(now, int(newest) + 1)
    row = {"number": number, "key": key, "value": json.dumps(value), "made_ms": now, "base": base, "kiosk": kiosk}
    connection.execute(setting_order.insert().values(row))
    return number


def orders(connection: sa.Connection, kiosk: sa.Row[Any], obeyed: dict[str, int]) -> list[tuple[int, str, Any]]:
    """Number, key and value of each order that is in force for `kiosk` and that it has not `obeyed` (number by key)."""
    ours = sa.or_(_ORDER.kiosk == kiosk.number, sa.and_(_ORDER.kiosk.is_(None), _ORDER.base == kiosk.base))
    all_of = sa.and_(_ORDER.kiosk.is_(None), _ORDER.base.is_(None))
    query = sa.select(setting_order).where(sa.or_(ours, all_of))
    in_force: dict[str, sa.Row[Any]] = {}
    for row in connection.execute(query):
        if row.key not in in_force or _rank(row) > _rank(in_force[row.key]):
            in_force[row.key] = row
    fresh = [row for row in in_force.values() if obeyed.get(row.key) != row.number]
    return [(row.number, row.key, json.loads(row.value)) for row in sorted(fresh, key=lambda row: row.number)]


def _rank(row: sa.Row[Any]) -> tuple[bool, bool, int]:
    return (row.kiosk is not None, row.base is not None, row.number)
