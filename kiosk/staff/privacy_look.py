"""What the privacy office must know today: for its page, for 今天 and for the health check. Qt-free."""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kiosk.core.events import RetentionRan
from kiosk.privacy.guardian import Guardian
from kiosk.privacy.incidents import Incident
from kiosk.privacy.requests import Request, local_date
from kiosk.privacy.retention import DAY_MS, last_run
from kiosk.store import settings
from kiosk.store.store import Store

SOON_DAYS = 5
"""So long before it is due, staff are reminded of a request."""
ENDING_MS = 14 * DAY_MS
LATE_RUN_DAYS = 3
Say = Callable[..., str]


@dataclass(frozen=True, slots=True)
class AuditDue:
    """Whether last year's audit was made, and how many days there are until 31 January (below 0: it is over)."""

    year: int
    made: bool
    days: int

    @property
    def wanted(self) -> bool:
        """In January until it is made, and in February as a reminder that it is late."""
        return not self.made and -28 <= self.days <= 30


@dataclass(frozen=True, slots=True)
class Look:
    """One look. `ending` are takes whose term is over within two weeks, `values` the settings."""

    now_ms: int
    values: Mapping[str, Any]
    requests: tuple[Request, ...]
    incidents: tuple[Incident, ...]
    takes: int
    ending: int
    forms: int
    receipts: int
    whole: bool
    ran: tuple[int, RetentionRan] | None
    audit: AuditDue

    @property
    def today(self) -> date:
        """The local day."""
        return local_date(self.now_ms)

    @property
    def officer(self) -> str:
        """Who is in charge; empty while nobody is."""
        return str(self.values["privacy_officer"]).strip()

    @property
    def late(self) -> int:
        """How many requests are past their due day."""
        return sum(one.days_left(self.today) < 0 for one in self.requests)

    @property
    def late_steps(self) -> int:
        """How many steps of open incidents are past their hour."""
        return sum(len(one.late(self.now_ms)) for one in self.incidents)


def look(guardian: Guardian, store: Store, now_ms: int) -> Look:
    """Read it all. Blocks for some queries; raises KioskError and sqlite3.Error."""
    with store.read() as connection:
        values = settings.read_all(connection)
        audit = audit_due(connection, local_date(now_ms))
        forms = connection.execute("SELECT count(DISTINCT voice) FROM consent WHERE withdrawn_ms IS NULL").fetchone()[0]
    takes = [take for take in guardian.takes.all() if take.state != "recording"]
    return Look(
        now_ms=now_ms,
        values=values,
        requests=tuple(guardian.requests.waiting()),
        incidents=tuple(guardian.incidents.going_on()),
        takes=len(takes),
        ending=sum(guardian.retention.ends_ms(take) < now_ms + ENDING_MS for take in takes),
        forms=forms,
        receipts=len(guardian.erasure.receipts()),
        whole=guardian.access.is_whole(),
        ran=last_run(store),
        audit=audit,
    )


def audit_due(connection: sqlite3.Connection, today: date) -> AuditDue:
    """Last year's audit: made when it was exported since; not wanted of a machine that was not there yet."""
    year = today.year - 1
    begins = int(datetime(today.year, 1, 1).timestamp() * 1000)
    first = connection.execute("SELECT utc_ms FROM journal_entry ORDER BY position LIMIT 1").fetchone()
    made = connection.execute(
        "SELECT 1 FROM journal_entry WHERE kind = 'staff_acted' AND utc_ms >= ?"
        " AND json_extract(body, '$.act') = 'exported' AND json_extract(body, '$.detail') LIKE ? LIMIT 1",
        (begins, f"audit {year} %"),
    ).fetchone()
    fresh = first is None or first[0] >= begins
    return AuditDue(year, fresh or made is not None, (date(today.year, 1, 31) - today).days)


def notices(found: Look, say: Say) -> list[str]:
    """What to do, the most pressing first."""
    told = []
    if found.incidents:
        told.append(say("privacy_staff.notice_incident", count=len(found.incidents), late=found.late_steps))
    if not found.whole:
        told.append(say("privacy_staff.notice_chain"))
    told += _requests(found, say)
    if found.audit.wanted:
        code = "notice_audit" if found.audit.days >= 0 else "notice_audit_late"
        told.append(say(f"privacy_staff.{code}", year=found.audit.year, days=found.audit.days))
    if found.values["booth_mode"] == "consent" and not found.officer:
        told.append(say("privacy_staff.notice_officer"))
    if found.takes and (days := days_since_run(found)) > LATE_RUN_DAYS:
        told.append(say("privacy_staff.notice_retention", days=days))
    return told


def days_since_run(found: Look) -> int:
    """Local days since the terms were run last; 0 before the first run, which the booth's own check looks after."""
    return (found.today - local_date(found.ran[0])).days if found.ran else 0


def _requests(found: Look, say: Say) -> list[str]:
    if found.late:
        return [say("privacy_staff.notice_request_late", count=found.late)]
    if not found.requests:
        return []
    days = found.requests[0].days_left(found.today)
    if days > SOON_DAYS:
        return []
    code = "notice_request_due" if days else "notice_request_today"
    return [say(f"privacy_staff.{code}", day=found.requests[0].due.strftime("%m-%d"), days=days)]
