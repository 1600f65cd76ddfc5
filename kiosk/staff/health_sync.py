"""The health page's line about the hub: what waits, since when, the last success, what was refused."""

import sqlite3
from typing import TYPE_CHECKING

from kiosk.core.words import say
from kiosk.store.state import local_moment

if TYPE_CHECKING:
    from kiosk.staff.health import Check, Ground

LATE_MS = 24 * 3_600_000
"""Without success for this long while something waits, staff are warned."""
SKEW_MS = 5 * 60_000


def sync(ground: "Ground") -> "Check":
    """How syncing is doing; a base without a hub is well, too."""
    from kiosk.sync import status  # here for its cost: children do without

    now = ground.clock.utc_ms()
    try:
        found = status.read(ground.home, ground.store, now)
    except sqlite3.Error as failure:
        return ground.check("sync", "error", "database_bad", detail=failure)
    if not found.enrolled:
        return ground.check("sync", "ok", "sync_none")
    language = ground.language
    told = {
        "waiting": found.waiting,
        "oldest": local_moment(found.oldest_ms) if found.oldest_ms else say("sync.never", language),
        "success": local_moment(found.success_ms) if found.success_ms else say("sync.never", language),
        "refused": found.refused,
    }
    if found.healed:
        healed = say(f"sync.healed_{found.healed}", language, kiosk=ground.store.kiosk)
        return ground.check("sync", "warning", "sync_healed", healed=healed, **told)
    if found.error and (found.waiting or not found.success_ms) and now - found.success_ms > LATE_MS:
        return ground.check("sync", "warning", "sync_failed", trouble=found.trouble(language), **told)
    if found.refused:
        return ground.check("sync", "warning", "sync_refused", **told)
    if abs(found.skew_ms) > SKEW_MS:
        minutes = round(found.skew_ms / 60_000)
        return ground.check("sync", "warning", "sync_clock", minutes=abs(minutes), **told)
    return ground.check("sync", "ok", "sync" if found.waiting else "sync_done", **told)
