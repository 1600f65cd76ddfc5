"""期限和清理: every term with what it holds now and when the next ends, the last runs, and the access log's seal."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.privacy.guardian import Guardian
from kiosk.privacy.requests import local_date
from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.store import settings
from kiosk.store.store import Store

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
TERMS = ("days_unreviewed", "months_approved", "days_return_code", "months_access_log", "years_register")
RUNS = 4


@dataclass(frozen=True, slots=True)
class Seen:
    """One look: settings, what each term holds now, the soonest end of each (ms since 1970 UTC, 0 for none)."""

    values: dict[str, Any]
    counts: dict[str, int]
    ends: dict[str, int]
    runs: tuple[tuple[int, dict[str, int]], ...]
    accesses: int
    whole: bool
    seal: tuple[int, str] | None


def see(guardian: Guardian, store: Store) -> Seen:
    """Read it. Raises KioskError and sqlite3.Error."""
    takes = [take for take in guardian.takes.all() if take.state != "recording"]
    waiting = [guardian.retention.ends_ms(one) for one in takes if one.state == "pending"]
    others = [guardian.retention.ends_ms(one) for one in takes if one.state != "pending"]
    with store.read() as db:
        values = settings.read_all(db)
        codes, oldest = db.execute("SELECT count(*), min(issued_ms) FROM return_code").fetchone()
        voices = db.execute(
            "SELECT count(*) FROM voice WHERE id NOT IN (SELECT voice FROM consent WHERE withdrawn_ms IS NULL)"
        ).fetchone()[0]
        accesses = db.execute("SELECT count(*) FROM access_log").fetchone()[0]
        seal = db.execute(
            "SELECT utc_ms, json_extract(body, '$.chain') FROM journal_entry WHERE kind = 'accesses_sealed'"
            " ORDER BY utc_ms DESC LIMIT 1"
        ).fetchone()
        runs = db.execute(
            "SELECT utc_ms, body FROM journal_entry WHERE kind = 'retention_ran' ORDER BY utc_ms DESC LIMIT ?", (RUNS,)
        ).fetchall()
    code_days = int(values["days_return_code"]) * 86_400_000
    return Seen(
        values=values,
        counts=dict(zip(TERMS, (len(waiting), len(others), codes, accesses, voices), strict=True)),
        ends={
            "days_unreviewed": min(waiting, default=0),
            "months_approved": min(others, default=0),
            "days_return_code": oldest + code_days if oldest else 0,
        },
        runs=tuple((row[0], json.loads(row[1])) for row in runs),
        accesses=accesses,
        whole=guardian.access.is_whole(),
        seal=tuple(seal) if seal else None,
    )


@QmlElement
class TermsViewModel(QObject):
    """`terms` are `{"key", "name", "value", "now"}`; `runs` are sentences, the newest first."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._seen: Seen | None = None
        self._message, self._good = "", True

    working = False

    def arrive(self) -> None:
        """As it is now."""
        self._message = ""
        self._look()

    def stop(self) -> None:
        """Nothing runs for long here."""

    @Property(list, notify=changed)
    def terms(self) -> list[dict[str, str]]:
        seen, say = self._seen, self._parts.say
        if seen is None:
            return []
        return [
            {
                "key": key,
                "name": say(f"booth_staff.span_{key}"),
                "value": say(f"booth_staff.span_{key.partition('_')[0]}", count=seen.values[key]),
                "now": self._now(seen, key),
            }
            for key in TERMS
        ]

    @Property(list, notify=changed)
    def runs(self) -> list[str]:
        return [self._run(*one) for one in self._seen.runs] if self._seen else []

    @Property(str, notify=changed)
    def next(self) -> str:
        """When the terms are run next."""
        today = local_date(self._parts.clock.utc_ms())
        runs = self._seen.runs if self._seen else ()
        ran_today = bool(runs) and local_date(runs[0][0]) == today
        day = today + timedelta(days=1) if ran_today else today
        return self._parts.say("privacy_staff.next_run", day=day.strftime("%m-%d"))

    @Property(bool, notify=changed)
    def whole(self) -> bool:
        """Whether the access log is as it was written."""
        return self._seen is None or self._seen.whole

    @Property(str, notify=changed)
    def chain(self) -> str:
        """The access log and its newest seal."""
        seen, say = self._seen, self._parts.say
        if seen is None:
            return ""
        state = say(f"privacy_staff.value_{'whole' if seen.whole else 'broken'}")
        if seen.seal is None:
            return say("privacy_staff.chain_unsealed", count=seen.accesses, state=state)
        day, mark = _day(seen.seal[0]), seen.seal[1]
        return say("privacy_staff.chain_at", count=seen.accesses, state=state, day=day, chain=mark)

    @Property(bool, notify=changed)
    def mayRun(self) -> bool:
        return self._role == "admin"

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(bool, notify=changed)
    def good(self) -> bool:
        return self._good

    @Slot()
    def run(self) -> None:
        """Run the terms now, unless they have today."""
        self._do(lambda guardian: "ran_now" if guardian.daily() else "ran_already")

    @Slot()
    def seal(self) -> None:
        """Mark in the journal how far the access log has come."""

        def work(guardian: Guardian) -> str:
            guardian.access.seal()
            self._parts.store.flush(5)
            return "sealed" if guardian.access.entries() else "sealed_none"

        self._do(work)

    def _do(self, act: Any) -> None:
        keeper = self._parts.keeper
        if keeper is None or not self.mayRun:
            return

        def work() -> tuple[str, Seen]:
            code = act(keeper.guardian())
            return code, see(keeper.guardian(), self._parts.store)

        def show(found: tuple[str, Seen]) -> None:
            code, self._seen = found
            params: dict[str, object] = {}
            if code == "sealed" and self._seen.seal:
                params = {"position": self._seen.accesses, "chain": self._seen.seal[1]}
            self._message, self._good = self._parts.say(f"privacy_staff.{code}", **params), True
            self.changed.emit()

        self._background.run(work, show, failed=self._failed, expected=(KioskError, sqlite3.Error))

    def _look(self) -> None:
        keeper = self._parts.keeper
        if keeper is None:
            return

        def show(seen: Seen) -> None:
            self._seen = seen
            self.changed.emit()

        self._background.run(
            lambda: see(keeper.guardian(), self._parts.store),
            show,
            failed=self._failed,
            expected=(KioskError, sqlite3.Error),
        )

    def _failed(self, error: Exception) -> None:
        self._message = self._parts.tell(error) if isinstance(error, KioskError) else self._parts.say("staff.not_read")
        self._good = False
        self.changed.emit()

    def _now(self, seen: Seen, key: str) -> str:
        say = self._parts.say
        if not seen.counts[key]:
            return say("privacy_staff.term_none")
        told = say("privacy_staff.term_count", count=seen.counts[key])
        if end := seen.ends.get(key, 0):
            told += say("staff.list_comma") + say("privacy_staff.term_takes", day=_day(end))
        return told

    def _run(self, at: int, counts: dict[str, int]) -> str:
        code = "run_row" if any(counts.values()) else "run_nothing"
        return self._parts.say(f"privacy_staff.{code}", day=_day(at), **counts)


def _day(utc_ms: int) -> str:
    return datetime.fromtimestamp(utc_ms / 1000).strftime("%m-%d")
