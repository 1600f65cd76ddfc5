"""What the hub is set to, by name; a name that was never set is as in `DEFAULTS`."""

import secrets

import sqlalchemy as sa

from kiosk.core.errors import KioskError
from kiosk.hub.store.inserting import insert_or_ignore
from kiosk.hub.store.people_tables import setting

DEFAULTS = {"audit_days": "365", "take_home_days": "90", "session_minutes": "60", "audit_told_ms": "0"}
LIMITS = {"audit_days": (180, 3650), "take_home_days": (1, 365), "session_minutes": (5, 480)}
"""What admins may set, with the least and the most; by law audit logs are kept for 180 days at least."""
SESSION_KEY = "session_key"


def read(connection: sa.Connection, name: str) -> str:
    """The value of `name`. Raises KeyError when it is neither set nor known."""
    found = connection.execute(sa.select(setting.c.value).where(setting.c.name == name)).scalar()
    return DEFAULTS[name] if found is None else str(found)


def write(connection: sa.Connection, name: str, value: str) -> None:
    """Set `name`."""
    changed = connection.execute(setting.update().where(setting.c.name == name).values(value=value))
    if changed.rowcount == 0:
        connection.execute(setting.insert().values(name=name, value=value))


def change(connection: sa.Connection, name: str, text: str) -> str:
    """Set one of `LIMITS` to what an admin wrote; what is to be put on record, empty when it was so already.

    Raises KioskError `hub_pages.setting_wrong`.
    """
    least, most = LIMITS[name]
    if not (text.isascii() and text.isdigit() and len(text) < 9 and least <= int(text) <= most):
        raise KioskError("hub_pages.setting_wrong", f"{name} = {text[:20]!r}", least=least, most=most)
    before, value = read(connection, name), str(int(text))
    if before == value:
        return ""
    write(connection, name, value)
    return f"{name} {before} → {value}"


def session_key(connection: sa.Connection) -> str:
    """What signs the cookies of all workers; made at first use."""
    insert_or_ignore(connection, setting, [{"name": SESSION_KEY, "value": secrets.token_hex(32)}])
    return read(connection, SESSION_KEY)
