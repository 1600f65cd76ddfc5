"""The health page's line about children's information: requests due, incidents, the audit, the terms."""

import sqlite3
from typing import TYPE_CHECKING

from kiosk.core.errors import KioskError
from kiosk.core.words import say
from kiosk.store import settings

if TYPE_CHECKING:
    from kiosk.staff.health import Check, Ground


def privacy(ground: "Ground") -> "Check":
    """What the privacy page would say first."""
    from kiosk.privacy.guardian import Guardian  # here for its cost: it brings cryptography
    from kiosk.staff.privacy_look import look, notices

    try:
        with ground.store.read() as connection:
            values = settings.read_all(connection)
        guardian = Guardian(ground.home, ground.store, ground.clock, lambda: values)
        found = look(guardian, ground.store, ground.clock.utc_ms())
    except KioskError as failure:
        return ground.check("privacy", "warning", "privacy_due", what=say(failure.code, ground.language))
    except sqlite3.Error as failure:
        return ground.check("privacy", "error", "database_bad", detail=failure)
    told = notices(found, lambda code, **params: say(code, ground.language, **params))
    if told:
        return ground.check("privacy", "warning", "privacy_due", what=told[0])
    officer = found.officer or say("privacy_staff.officer_none", ground.language)
    return ground.check("privacy", "ok", officer=officer)
