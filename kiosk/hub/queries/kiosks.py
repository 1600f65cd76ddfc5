"""Kiosks: how they are, and what befell them."""

import json
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from kiosk.hub.people.scope import Scope
from kiosk.hub.store import tables

QUIET_MS = 24 * 3_600_000
"""Not heard of for so long, a kiosk is called quiet: most are switched off at night."""
LONG_MS = 7 * QUIET_MS
SKEW_MS = 5 * 60_000
FULL_MB = 500
_KIOSK, _BASE = tables.kiosk.c, tables.base.c


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A kiosk and what it last said of itself; numbers it did not say are `None`."""

    number: int
    id: str
    name: str
    base: int
    base_name: str
    made_ms: int
    seen_ms: int
    skew_ms: int
    revoked: bool
    version: str
    waiting: int | None
    oldest_ms: int | None
    refused: int | None
    free_mb: int | None
    trouble: str
    events: int | None

    def state(self, now: int) -> str:
        """`revoked`, `never`, `long`, `quiet`, `trouble` or `well`."""
        if self.revoked:
            return "revoked"
        if not self.seen_ms:
            return "never"
        if now - self.seen_ms > QUIET_MS:
            return "long" if now - self.seen_ms > LONG_MS else "quiet"
        full = self.free_mb is not None and self.free_mb < FULL_MB
        return "trouble" if full or self.trouble or abs(self.skew_ms) > SKEW_MS or self.refused else "well"


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that befell a kiosk: `id` is its name, if it has one; `code` a words code that `params` fill."""

    utc_ms: int
    kiosk: int | None
    id: str
    code: str
    params: dict[str, Any]


def kiosks(connection: sa.Connection, scope: Scope, base: int | None = None) -> list[Kiosk]:
    """All in sight, the ones that were heard of last first."""
    query = _all(scope).order_by(_KIOSK.seen_ms.desc(), _KIOSK.number)
    if base is not None:
        query = query.where(_KIOSK.base == base)
    return [_kiosk(row) for row in connection.execute(query)]


@dataclass(frozen=True, slots=True)
class Roll:
    """How many kiosks there are, were heard of within a day, and have not been heard of for a week."""

    kiosks: int
    heard: int
    long: int


def roll(connection: sa.Connection, scope: Scope, now: int) -> Roll:
    """All in sight, counted."""
    heard = sa.func.sum(sa.case((_KIOSK.seen_ms >= now - QUIET_MS, 1), else_=0))
    long = sa.func.sum(sa.case((_KIOSK.seen_ms.between(1, now - LONG_MS), 1), else_=0))
    row = connection.execute(sa.select(sa.func.count(), heard, long).where(scope.has(_KIOSK.base))).one()
    return Roll(int(row[0]), int(row[1] or 0), int(row[2] or 0))


def kiosk(connection: sa.Connection, scope: Scope, number: int) -> Kiosk | None:
    """One, if it is in sight."""
    row = connection.execute(_all(scope).where(_KIOSK.number == number)).first()
    return _kiosk(row) if row else None


def incidents(connection: sa.Connection, scope: Scope, kiosk: int | None = None, most: int = 20) -> list[Incident]:
    """What befell kiosks in sight, newest first."""
    incident = tables.incident.c
    query = (
        sa.select(
            incident.utc_ms,
            incident.kiosk,
            sa.func.coalesce(sa.func.nullif(_KIOSK.name, ""), _KIOSK.id).label("id"),
            incident.code,
            incident.params,
        )
        .join(tables.kiosk, incident.kiosk == _KIOSK.number)
        .where(scope.has(_KIOSK.base))
    )
    if kiosk is not None:
        query = query.where(_KIOSK.number == kiosk)
    rows = connection.execute(query.order_by(incident.utc_ms.desc(), incident.number.desc()).limit(most))
    return [Incident(*row[:4], json.loads(row.params)) for row in rows]


def refusals(connection: sa.Connection, scope: Scope, kiosk: int, most: int = 50) -> list[sa.Row[Any]]:
    """What was refused of a kiosk in sight: `seq`, `code`, `received_ms`, newest first."""
    refusal = tables.refusal.c
    query = (
        sa.select(refusal.seq, refusal.code, refusal.received_ms)
        .join(tables.kiosk, refusal.kiosk == _KIOSK.number)
        .where(scope.has(_KIOSK.base), refusal.kiosk == kiosk)
    )
    return list(connection.execute(query.order_by(refusal.number.desc()).limit(most)))


def _all(scope: Scope) -> sa.Select[Any]:
    credential = tables.credential.c
    held = sa.exists().where(credential.kiosk == _KIOSK.number, credential.revoked_ms.is_(None))
    return (
        sa.select(tables.kiosk, _BASE.name.label("base_name"), held.label("held"))
        .join(tables.base, _KIOSK.base == _BASE.number)
        .where(scope.has(_KIOSK.base))
    )


def _kiosk(row: sa.Row[Any]) -> Kiosk:
    about = json.loads(row.about)
    return Kiosk(
        row.number, row.id, row.name, row.base, row.base_name, row.made_ms, row.seen_ms, row.skew_ms, not row.held,
        str(about.get("version") or "")[:40], _count(about, "waiting"), _count(about, "oldest_ms"),
        _count(about, "refused"), _count(about, "free_mb"), str(about.get("trouble") or "")[:80],
        _count(about, "events"),
    )  # fmt: skip


def _count(about: dict[str, Any], name: str) -> int | None:
    found = about.get(name)
    return found if isinstance(found, int) and 0 <= found < 1 << 60 else None
