"""Settings that a hub may make, and making them: allow-listed, on record, never longer terms for a child's data."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from kiosk.core.events import StaffActed
from kiosk.store import settings
from kiosk.store.store import Store

SHORTER_ONLY = ("days_unreviewed", "days_return_code", "months_approved")
"""Guardians have agreed to these terms: a hub may let less be kept, never more."""
ALLOWED = (
    *("idle_countdown_s", "idle_reset_s", "volume", "volume_by_hour", "wall_volume", "pinyin_default", "calm_default"),
    *("opening_hours", "sleep_after_min", "sleep_closed", "cleaning_s", "rest_after_min", "take_home_url"),
    *("months_access_log", "years_register", "days_request"),
    *SHORTER_ONLY,
)
"""Whose packs come in, where markers lie, what the booth may keep, and who answers for it, a base decides itself."""
ROLE = "hub"
"""As whom a hub acts in the staff's log."""
REFUSED, LONGER = "sync.setting_refused", "sync.setting_longer"


def may_order(key: str, value: object) -> bool:
    """Whether a hub may set `key` to `value`."""
    return key in ALLOWED and settings.SETTINGS[key].accepts(value)


def obeyed(connection: sqlite3.Connection, hub: str) -> dict[str, int]:
    """By setting, the number of the order of `hub` that was dealt with last."""
    return dict(connection.execute("SELECT key, number FROM sync_order WHERE hub = ?", (hub,)).fetchall())


def obey(
    store: Store, hub: str, orders: Sequence[tuple[int, str, Any]], now: int, changed: Callable[[str, Any], object]
) -> int:
    """Make what `orders` (number, key, value) ask for; how many settings changed. `changed` is told of each.

    Each is obeyed once: after that the base may change its mind. What is not allowed is noted as such and left. Raises
    KioskError when the disk does not let us.
    """
    done = 0
    for number, key, value in orders:
        with store.read() as connection:
            if obeyed(connection, hub).get(key) == number:
                continue
            before = settings.read_all(connection).get(key)
        code = _refusal(key, value, before)
        if not code and value != before:
            settings.save(store, key, value).result()
            store.append(StaffActed(ROLE, "hub_setting", f"{key} {number}"), None)
            changed(key, value)
            done += 1
        _note(store, hub, key, number, code, now)
    return done


def _refusal(key: str, value: Any, before: Any) -> str:
    if not may_order(key, value):
        return REFUSED
    return LONGER if key in SHORTER_ONLY and value > before else ""


def _note(store: Store, hub: str, key: str, number: int, code: str, now: int) -> None:
    row = (hub, key, number, code, now)
    store.derive(
        lambda db: db.execute(
            "INSERT OR REPLACE INTO sync_order (hub, key, number, code, utc_ms) VALUES (?, ?, ?, ?, ?)", row
        )
    ).result()
    if code:
        store.append(StaffActed(ROLE, "hub_setting_refused", f"{key} {number}"), None)
