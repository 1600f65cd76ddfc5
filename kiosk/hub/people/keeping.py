"""What becomes of the audit log with time: old entries go, and every day its newest hash is told to the log."""

from kiosk.hub.hub import Hub
from kiosk.hub.people import audit, settings

DAY_MS = 86_400_000
_TOLD = "audit_told_ms"


def keep_audit(hub: Hub) -> None:
    """Once a day; called as often as one likes, by any number of workers."""
    now = hub.clock.utc_ms()
    with hub.database.read() as connection:
        if now - int(settings.read(connection, _TOLD)) < DAY_MS:
            return
    with hub.database.write() as connection:
        settings.write(connection, _TOLD, str(now))
        audit.prune(connection, now, int(settings.read(connection, "audit_days")))
        audit.tell_end(connection)
