"""审计: what one year's journal and the registers say of children's information. The same year gives the same counts.

Everything counted is in the journal; what only the registers know as they are today comes in as `Registers`. Qt-free.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from kiosk.exports.audit_people import People, people_of
from kiosk.exports.ledger_period import Period

Step = Callable[[int], None]
STEP_ROWS = 500
KINDS = (
    *("consent_given", "consent_withdrawn", "return_code_issued", "return_codes_erased", "takes_erased"),
    *("take_recorded", "take_kept", "take_reviewed", "take_heard", "take_exported", "retention_ran", "staff_acted"),
    *("subject_asked", "subject_answered", "incident_opened", "incident_stepped", "incident_closed"),
    *("memory_restored", "accesses_sealed"),
)


@dataclass(frozen=True, slots=True)
class Registers:
    """As of today: consents in force by kind, forms, kept takes, receipts by number, whether the access log is whole.

    `started` is when this home was made, in milliseconds since 1970 UTC.
    """

    consents: Mapping[str, int]
    forms: int
    takes: int
    codes: int
    receipts: frozenset[str]
    accesses_whole: bool
    key_apart: bool
    kiosk: str
    version: str
    started: int = 0


@dataclass(frozen=True, slots=True)
class Erased:
    """An erasure: `what` is `takes` or `codes`, `proof` whether its receipt is there."""

    utc_ms: int
    receipt: str
    what: str
    why: str
    count: int
    proof: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A guardian's request; `answered` is the local day, empty while it waits."""

    request: str
    what: str
    asked: str
    due: str
    answered: str = ""
    outcome: str = ""

    @property
    def in_time(self) -> bool:
        """Whether it was answered by its due day."""
        return bool(self.answered) and self.answered <= self.due


@dataclass(frozen=True, slots=True)
class Act:
    """What staff did, as it stands in the journal."""

    utc_ms: int
    role: str
    act: str
    detail: str


@dataclass(slots=True)
class Cleared:
    """The daily runs of the terms: how many, on how many days, and what they let go."""

    days: set[date] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Audit:
    """One year. Counters are by code; see the names of events."""

    period: Period
    registers: Registers
    people: People
    every_origin: bool = False
    given: Counter[str] = field(default_factory=Counter)
    withdrawn: Counter[str] = field(default_factory=Counter)
    versions: Counter[str] = field(default_factory=Counter)
    codes_issued: int = 0
    takes: Counter[str] = field(default_factory=Counter)
    heard: Counter[tuple[str, str]] = field(default_factory=Counter)
    taken_out: Counter[str] = field(default_factory=Counter)
    erased: list[Erased] = field(default_factory=list)
    cleared: Cleared = field(default_factory=Cleared)
    acts: list[Act] = field(default_factory=list)
    asked: dict[str, Asked] = field(default_factory=dict)
    incidents: dict[str, dict[str, Any]] = field(default_factory=dict)
    restored: list[tuple[int, str]] = field(default_factory=list)
    seals: int = 0
    settings: Mapping[str, Any] = field(default_factory=dict)


def audit(
    db: sqlite3.Connection,
    period: Period,
    registers: Registers,
    settings: Mapping[str, Any],
    defaults: Mapping[str, Any],
    *,
    every_origin: bool = False,
    step: Step | None = None,
) -> Audit:
    """The audit of `period`, of a connection from `Store.read()`. `settings` are those of today.

    Rehearsed and simulated rows only count with `every_origin`. `step(rows)` may raise to give up.
    """
    found = Audit(period, registers, people_of(db, period, every_origin=every_origin), every_origin)
    kinds = ", ".join(f"'{kind}'" for kind in KINDS)
    rows = db.execute(
        f"SELECT kind, body, utc_ms FROM journal_entry WHERE kind IN ({kinds}) AND (? OR origin = 0)"
        " AND utc_ms >= ? AND (utc_ms < ? OR kind IN ('subject_answered', 'incident_stepped', 'incident_closed'))"
        " ORDER BY position",
        (every_origin, period.start, period.end),
    )
    for number, (kind, body, utc_ms) in enumerate(rows, start=1):
        READ[kind](found, json.loads(body), utc_ms)
        if step is not None and number % STEP_ROWS == 0:
            step(number)
    found.settings = settings_at(db, period.end, settings, defaults)
    return found


def settings_at(
    db: sqlite3.Connection, end_ms: int, now: Mapping[str, Any], defaults: Mapping[str, Any]
) -> dict[str, Any]:
    """The settings as they were then, from what is on record of their changes; one that never changed is today's."""
    before: dict[str, str] = {}
    after: set[str] = set()
    rows = db.execute(
        "SELECT utc_ms, json_extract(body, '$.detail') FROM journal_entry WHERE kind = 'staff_acted'"
        " AND json_extract(body, '$.act') = 'setting_changed' ORDER BY utc_ms, position"
    )
    for utc_ms, detail in rows:
        key, _, value = str(detail).partition(" = ")
        if utc_ms < end_ms:
            before[key] = value
        else:
            after.add(key)
    changed = {key: before.get(key, defaults[key]) for key in after if key in now}
    return {**now, **{key: _as(value, defaults[key]) for key, value in changed.items()}}


def _as(value: Any, like: Any) -> Any:
    """A value from the record as the setting's own kind; a text that will not be one is shown as it stands."""
    if not isinstance(value, str) or isinstance(like, str):
        return value
    if isinstance(like, bool):
        return value == "True"
    try:
        return type(like)(value) if isinstance(like, int | float) else value
    except ValueError:
        return value


def _consent(found: Audit, body: dict[str, Any], utc_ms: int) -> None:
    found.given.update(body["kinds"])
    found.given["forms"] += 1
    found.versions[body["terms"]] += 1


def _withdrawal(found: Audit, body: dict[str, Any], utc_ms: int) -> None:
    found.withdrawn.update(body["kinds"])
    found.withdrawn["forms"] += 1


def _code(found: Audit, body: dict[str, Any], utc_ms: int) -> None:
    found.codes_issued += 1


def _erased(found: Audit, body: dict[str, Any], utc_ms: int) -> None:
    what = "takes" if "takes" in body else "codes"
    proof = body["receipt"] in found.registers.receipts
    found.erased.append(Erased(utc_ms, body["receipt"], what, body["why"], body[what], proof))


def _take(found: Audit, body: dict[str, Any], utc_ms: int) -> None:
    found.takes["kept" if "release" in body else "recorded"] += 1


def _review(found: Audit, body: dict[str, Any], utc_ms: int) -> None:
    found.takes[body["verdict"]] += 1


def _heard(found: Audit, body: dict[str, Any], utc_ms: int) -> None:
    found.heard[body["role"], body["reason"]] += 1


def _out(found: Audit, body: dict[str, Any], utc_ms: int) -> None:
    found.taken_out[body["role"]] += 1


def _ran(found: Audit, body: dict[str, Any], utc_ms: int) -> None:
    found.cleared.days.add(local(utc_ms))
    found.cleared.counts.update({key: int(value) for key, value in body.items()})


def _act(found: Audit, body: dict[str, Any], utc_ms: int) -> None:
    found.acts.append(Act(utc_ms, body["role"], body["act"], body.get("detail", "")))


def _asks(found: Audit, body: dict[str, Any], utc_ms: int) -> None:
    found.asked[body["request"]] = Asked(body["request"], body["what"], local(utc_ms).isoformat(), body["due"])


def _answers(found: Audit, body: dict[str, Any], utc_ms: int) -> None:
    if one := found.asked.get(body["request"]):
        found.asked[one.request] = Asked(one.request, one.what, one.asked, one.due, body["day"], body["outcome"])


def _incident(found: Audit, body: dict[str, Any], utc_ms: int) -> None:
    key = body["incident"]
    if "what" in body:
        found.incidents[key] = {"what": body["what"], "opened": utc_ms, "steps": {}, "outcome": ""}
    elif key in found.incidents and "step" in body:
        found.incidents[key]["steps"].setdefault(body["step"], utc_ms)
    elif key in found.incidents:
        found.incidents[key]["outcome"] = body["outcome"]


def _restored(found: Audit, body: dict[str, Any], utc_ms: int) -> None:
    found.restored.append((utc_ms, body["reason"]))


def _sealed(found: Audit, body: dict[str, Any], utc_ms: int) -> None:
    found.seals += 1


READ: dict[str, Callable[[Audit, dict[str, Any], int], None]] = {
    "consent_given": _consent,
    "consent_withdrawn": _withdrawal,
    "return_code_issued": _code,
    "return_codes_erased": _erased,
    "takes_erased": _erased,
    "take_recorded": _take,
    "take_kept": _take,
    "take_reviewed": _review,
    "take_heard": _heard,
    "take_exported": _out,
    "retention_ran": _ran,
    "staff_acted": _act,
    "subject_asked": _asks,
    "subject_answered": _answers,
    "incident_opened": _incident,
    "incident_stepped": _incident,
    "incident_closed": _incident,
    "memory_restored": _restored,
    "accesses_sealed": _sealed,
}


def local(utc_ms: int) -> date:
    """The day on this machine's clock."""
    return datetime.fromtimestamp(utc_ms / 1000).date()
