"""Filling a hub with simulated events past the wire: as many as a county has in a year, for trials and measurements.

All of them are marked as simulated. The plays are few and copied, each time with ids and times of their own.
"""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

import sqlalchemy as sa

from kiosk import __version__
from kiosk.core.events import ORIGINS, Event, ItemAnswered, body
from kiosk.core.words import say
from kiosk.hub import texts
from kiosk.hub.hub import Hub
from kiosk.hub.rollups.days import today
from kiosk.hub.spreading import Calendar, shares
from kiosk.hub.store import tables
from kiosk.hub.store.inserting import Values, insert_events, insert_or_ignore
from kiosk.rehearsal.simulated_town import Play, Town
from kiosk.rehearsal.simulated_visit import Fact
from kiosk.sync import wire

AT_ONCE = 20_000
_DAY_MS = 86_400_000
_OPEN_MS = 8 * 3_600_000
_SEEN_MS = 12 * 3_600_000
"""How long ago a kiosk was last heard of, on average."""
_SIMULATED = ORIGINS.index("simulated")


@dataclass(slots=True)
class Filled:
    """What was added."""

    answers: int = 0
    events: int = 0


@dataclass(slots=True)
class _Kiosk:
    """A kiosk that is being filled; the rows lack the batch, which is their last column."""

    number: int
    base: int
    epoch: int
    seq: int = 0
    rows: list[Values] = field(default_factory=list)


class Filling:
    """Adds answers to the kiosks of `bases` simulated bases, `kiosks` in all."""

    def __init__(self, hub: Hub, town: Town, bases: int, kiosks: int, random: Random) -> None:
        self._hub = hub
        self._town = town
        self._random = random
        self._now = hub.clock.utc_ms()
        self._calendar = Calendar.until(today(self._now))
        self._bodies: dict[int, Values] = {}
        self._kinds = hub.kinds.numbers(hub.database, _kinds(town))
        self._kiosks = self._make(bases, max(bases, kiosks))
        texts.keep(hub, town.texts)

    def add(self, answers: int, told: Callable[[int], None]) -> Filled:
        """Add exactly `answers` answers with what happens around them; `told` hears how many there are so far."""
        done = Filled()
        waiting: list[_Kiosk] = []
        each = shares(answers, [kiosk.base for kiosk in self._kiosks], self._random)
        for kiosk, share in zip(self._kiosks, each, strict=True):
            if not share:
                continue
            done.answers += self._fill(kiosk, share)
            waiting.append(kiosk)
            if sum(len(one.rows) for one in waiting) >= AT_ONCE:
                done.events += self._write(waiting)
                told(done.answers)
        if waiting:
            done.events += self._write(waiting)
        return done

    def _fill(self, kiosk: _Kiosk, answers: int) -> int:
        left = answers
        while left:
            play = self._town.pick(self._random)
            left -= self._copy(kiosk, play, left)
        return answers

    def _copy(self, kiosk: _Kiosk, play: Play, most: int) -> int:
        """`play` on some day, up to its answer number `most`; how many answers that were."""
        day = self._calendar.ago(self._random) * _DAY_MS
        shift = self._now - day - self._random.randrange(_OPEN_MS) - play.facts[-1].utc_ms
        visits, sessions = dict[str, bytes](), dict[str, str]()
        answers, salt = 0, os.urandom(8 * len(play.facts))
        for place, fact in enumerate(play.facts):
            if isinstance(fact.event, ItemAnswered):
                if answers == most:
                    break
                answers += 1
            kiosk.seq += 1
            utc_ms = fact.utc_ms + shift
            event = _uuid7(utc_ms, salt[8 * place : 8 * place + 8])
            visit = visits.setdefault(fact.visit.id, event)
            kiosk.rows.append((
                event, kiosk.number, kiosk.base, kiosk.epoch, kiosk.seq, visit, _SIMULATED, utc_ms, kiosk.seq,
                *self._told(fact, sessions),
            ))  # fmt: skip
        return answers

    def _told(self, fact: Fact, sessions: dict[str, str]) -> Values:
        """Kind, version, dictionary and body, which all copies share; but a class session is never another's."""
        session = getattr(fact.event, "session", "")
        if session:
            own = sessions.setdefault(session, os.urandom(16).hex())
            return self._packed(replace(fact.event, session=own))  # type: ignore[call-arg]
        known = self._bodies.get(id(fact))
        if known is None:
            known = self._bodies[id(fact)] = self._packed(fact.event)
        return known

    def _packed(self, event: Event) -> Values:
        told = json.dumps(body(event), ensure_ascii=False, separators=(",", ":")).encode()
        number, kind = self._hub.bodies.newest, type(event)
        return self._kinds[kind.kind], kind.version, number, self._hub.bodies.pack(number, told)

    def _write(self, kiosks: list[_Kiosk]) -> int:
        """Bring in what `kiosks` have, as one batch each, in one transaction; how many events that were."""
        hub = self._hub
        rows = [row for one in kiosks for row in one.rows]
        with hub.database.write() as connection:
            if not hub.database.sqlite:
                hub.partitions.ensure(connection, [row[0] for row in rows], self._now)
            found = connection.execute(sa.select(tables.hub.c.watermark).with_for_update()).scalar_one()
            batches = [self._batch(connection, one, found + place) for place, one in enumerate(kiosks, 1)]
            for one, batch in zip(kiosks, batches, strict=True):
                insert_events(connection, [(*row, batch) for row in one.rows])
            connection.execute(tables.hub.update().values(watermark=found + len(kiosks)))
        for one in kiosks:
            one.rows.clear()
        kiosks.clear()
        return len(rows)

    def _batch(self, connection: sa.Connection, kiosk: _Kiosk, arrival: int) -> int:
        ids = [row[0] for row in kiosk.rows]
        told = {
            "arrival": arrival, "kiosk": kiosk.number, "received_ms": self._now, "events": len(ids),
            "first_id": min(ids), "last_id": max(ids),
        }  # fmt: skip
        number = _number(connection.execute(tables.batch.insert().values(told)))
        held = {"held": kiosk.seq, "through": kiosk.seq}
        connection.execute(tables.epoch.update().where(tables.epoch.c.number == kiosk.epoch).values(held))
        return number

    def _make(self, bases: int, kiosks: int) -> list[_Kiosk]:
        """The bases by their names, which a second filling finds again; new kiosks with an epoch each."""
        names = [say("hub.simulated_base", number=f"{number:04}") for number in range(1, bases + 1)]
        with self._hub.database.write() as connection:
            insert_or_ignore(connection, tables.base, [{"name": name, "made_ms": self._now} for name in names])
            known = {row.name: row.number for row in connection.execute(sa.select(tables.base))}
            return [self._enrolled(connection, known[names[place % bases]]) for place in range(kiosks)]

    def _enrolled(self, connection: sa.Connection, base: int) -> _Kiosk:
        seen = self._now - int(self._random.expovariate(1 / _SEEN_MS))
        about = wire.compact({"version": __version__, "waiting": 0, "refused": 0, "free_mb": 20_000, "trouble": ""})
        told = {"id": f"k{os.urandom(6).hex()}", "base": base, "made_ms": self._now, "seen_ms": seen, "about": about}
        kiosk = _number(connection.execute(tables.kiosk.insert().values(told)))
        epoch = _number(connection.execute(tables.epoch.insert().values(epoch=os.urandom(8), kiosk=kiosk)))
        return _Kiosk(kiosk, base, epoch)


def _number(made: sa.CursorResult[Any]) -> int:
    assert made.inserted_primary_key is not None
    number: int = made.inserted_primary_key[0]
    return number


def _uuid7(utc_ms: int, salt: bytes) -> bytes:
    """A uuid7 of that time with `salt`'s 8 bytes; two bits of them and the version's four are given."""
    return utc_ms.to_bytes(6, "big") + b"\x70\x00" + bytes([0x80 | salt[0] & 0x3F]) + salt[1:]


def _kinds(town: Town) -> set[str]:
    return {fact.event.kind for play in (*town.visits, *town.lessons) for fact in play.facts}
