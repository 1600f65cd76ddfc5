"""How syncing is doing, as the staff's page shows it. Qt-free."""

import json
from pathlib import Path
from typing import Any

from kiosk.core.errors import KioskError
from kiosk.staff.parts import StaffParts
from kiosk.store.state import local_moment
from kiosk.sync.bundle_file import RECEIPT_ENDING
from kiosk.sync.status import SyncStatus

CODE_ENDING = ".glowcode"
ENDINGS = frozenset((RECEIPT_ENDING, CODE_ENDING))
_MOST_REFUSED = 200
_CODE_BYTES = 4_000


def facts(found: SyncStatus, parts: StaffParts) -> list[dict[str, str]]:
    """What waits, since when, the last success, what was refused, as `{"name", "value"}`."""
    say, never = parts.say, parts.say("sync.never")
    values = {
        "waiting": str(found.waiting),
        "oldest": local_moment(found.oldest_ms) if found.oldest_ms else never,
        "success": local_moment(found.success_ms) if found.success_ms else never,
        "refused": str(found.refused),
    }
    return [{"name": say(f"staff.sync_{name}"), "value": value} for name, value in values.items()]


def lines(found: SyncStatus, parts: StaffParts, *, typed: bool = False) -> list[dict[str, str]]:
    """What staff should know: the trouble, what was healed, each record that was refused; `{"level", "what"}`.

    `typed` says that a hub's number may go in on our keys.
    """
    language = parts.language()
    told = []
    if found.error:
        told.append(("warning", found.trouble(language)))
    if found.healed:
        told.append(("info", parts.say(f"sync.healed_{found.healed}", kiosk=parts.store.kiosk)))
    for *_, code, what, utc_ms in found.refusals[:_MOST_REFUSED]:
        told.append(("warning", f"{local_moment(utc_ms)} {_sentence(parts, code, what)}"))
    if not told:
        alone = "staff.sync_alone_typed" if typed else "staff.sync_alone"
        told.append(("ok", parts.say("staff.sync_well" if found.enrolled else alone)))
    return [{"level": level, "what": what} for level, what in told]


def read_code(path: Path) -> tuple[str, str]:
    """Address and code in a file of `kiosk-hub enroll --out`. Raises KioskError `staff.sync_no_code`."""
    try:
        with path.open("rb") as file:
            given: dict[str, Any] = json.loads(file.read(_CODE_BYTES))
        return str(given["url"]), str(given["code"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KioskError("staff.sync_no_code", repr(error), file=path.name) from error


def _sentence(parts: StaffParts, code: str, what: str) -> str:
    """A refusal in the screen's language; one that only the hub knows in the hub's own."""
    try:
        return parts.say(code)
    except KeyError:
        return what
