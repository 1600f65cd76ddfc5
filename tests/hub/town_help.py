"""A town of bases whose children really played: facts of the simulation's rules, pushed as visitors' to a hub."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

from kiosk.classroom.form_sets import BUILT_IN, form_sets
from kiosk.core.clock import SystemClock
from kiosk.core.events import ORIGINS, Event, body
from kiosk.core.ids import uuid7
from kiosk.core.places import program_folder
from kiosk.core.visit import Visit
from kiosk.hub import batches, enrolment, ingest, texts
from kiosk.hub.hub import Hub
from kiosk.hub.rollups import rolling
from kiosk.packs.library import Library
from kiosk.rehearsal.simulated_lesson import SimulatedLesson
from kiosk.rehearsal.simulated_visit import Base, Fact, SimulatedVisit
from kiosk.store import Store
from kiosk.sync import wire
from kiosk.sync.wire import Row, Sender

CLASSES = ("三年级（1）班", "五年级（2）班", "六年级（3）班")
DAY_MS = 86_400_000


@contextmanager
def playground(home: Path) -> Iterator[Base]:
    """The built-in banks and forms, as a kiosk in `home` has them."""
    clock = SystemClock()
    store = Store.open(home, clock, housekeeping_after_s=None)
    try:
        library = Library(store, program_folder() / "quizzes", clock)
        library.ensure_built_in()
        yield Base(library, CLASSES, ("小锦鲤", "小白鹭"), form_sets(library.form_items()).get(BUILT_IN))
    finally:
        store.close()


def visits(base: Base, count: int, chance: Random, now: int, days: int = 20) -> list[Fact]:
    """So many visits over the past days."""
    made: list[Fact] = []
    for _ in range(count):
        begin = now - DAY_MS * chance.randrange(days) - chance.randrange(3_600_000)
        made += SimulatedVisit(base, begin, 40, chance).facts()
    return made


def lesson(base: Base, chance: Random, utc_ms: int) -> list[Fact]:
    """A class session with forms."""
    assert base.forms is not None
    return list(SimulatedLesson(base, base.forms, utc_ms, chance).facts())


class Town:
    """Pushes facts to `hub` for kiosks by name, as their couriers would; `origin` is what they are marked as."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._kiosks: dict[str, tuple[int, bytes]] = {}
        self._seq: dict[str, int] = {}

    def kiosk(self, base: str, id: str) -> int:
        """The number of the kiosk `id`, which is let in for `base` if it is new."""
        if id not in self._kiosks:
            code, _ = enrolment.new_code(self._hub, base, b"")
            credential = os.urandom(32)
            hashed = enrolment._hash(credential)
            enrolment.enrol(self._hub, enrolment.Applicant(code.secret, id, hashed, "boot", "machine"))
            with self._hub.database.read() as connection:
                self._kiosks[id] = (enrolment.who(connection, credential), os.urandom(8))
        return self._kiosks[id][0]

    def push(self, base: str, id: str, facts: Sequence[Fact], origin: str = "visitor") -> None:
        """Record `facts` there and deliver them."""
        number, about = self.kiosk(base, id), {"version": "0.1.0", "waiting": 0, "refused": 0, "free_mb": 51_200}
        rows = [self._row(id, fact, origin) for fact in facts]
        for start in range(0, len(rows), wire.MOST_EVENTS):
            part = rows[start : start + wire.MOST_EVENTS]
            now = self._hub.clock.utc_ms()
            sent = wire.batch(Sender(id, "boot", "machine"), "", now, part, about, wire.VERSION)
            ingest.ingest(self._hub, number, batches.read(sent))

    def tell(self, base: str, id: str, *events: Event, utc_ms: int = 0, origin: str = "visitor") -> None:
        """Record single events now, each outside of visits."""
        now = utc_ms or self._hub.clock.utc_ms()
        self.push(base, id, [Fact(now, event, Visit("", "visitor")) for event in events], origin)

    def _row(self, id: str, fact: Fact, origin: str) -> Row:
        epoch = self._kiosks[id][1]
        seq = self._seq[id] = self._seq.get(id, 0) + 1
        event_id = bytes.fromhex(uuid7(fact.utc_ms).replace("-", ""))
        visit = bytes.fromhex(fact.visit.id.replace("-", "")) if fact.visit.id else None
        told = json.dumps(body(fact.event), ensure_ascii=False, separators=(",", ":"))
        kind = type(fact.event)
        place = ORIGINS.index(origin)
        return Row(seq, epoch, seq, event_id, visit, place, fact.utc_ms, seq, kind.kind, kind.version, told)


def bring_texts(hub: Hub, base: Base) -> None:
    """Have the hub know what the items say, as `offer` and `texts` bring it."""
    library = base.items
    assert isinstance(library, Library)
    with library._store.read() as connection:
        found = dict(map(tuple, connection.execute("SELECT hash, body FROM item_text").fetchall()))
    texts.keep(hub, found)


def roll_all(hub: Hub) -> None:
    """Have everything in the roll-ups."""
    while rolling.roll(hub):
        pass
