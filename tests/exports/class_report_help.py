"""Class sessions for the tests of class reports: real facts as real journal rows, in a database in memory."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import Any, cast

from kiosk.core.clock import SteppedClock
from kiosk.core.events import (
    ClassCounted,
    ClassSessionMoved,
    ClassSessionStarted,
    Event,
    FormFinished,
    FormStarted,
    ItemAnswered,
    Origin,
)
from kiosk.core.ids import uuid7
from kiosk.core.item import Item, Message, Part, canonical, item_hash
from kiosk.core.visit import Visit
from kiosk.exports.class_report import Names, Report, Wanted, class_report
from kiosk.learning.signal import Counts
from kiosk.store.migrations import create_class_sessions, create_journal, fold_journal
from kiosk.store.rows import RowMaker, write

CLASS = "五年级（2）班"
KIOSK = "k" + "ab" * 6
NAMES = Names({"game_skin": "游戏皮肤"}, {"deposit_first": "先交钱"})
MINUTE = 60_000


def make_form(name: str, of_each: int = 5) -> list[Item]:
    """A form of messages: first the scams, then the genuine ones."""
    return [
        Item(
            *(f"{name}.{nature}{number}", "judge", "这是什么？", (nature,)),
            explanation="因为。",
            family="game_skin",
            trick=f"trick{number}",
            nature=nature,
            message=Message("chat", "某人", (Part(f"{name}{nature}{number}"),)),
        )
        for nature in ("scam", "genuine")
        for number in range(of_each)
    ]


FORMS = {name: make_form(name) for name in "ABC"}


class World:
    """A journal in memory, and a teacher who runs class sessions."""

    def __init__(self, kiosk: str = KIOSK) -> None:
        self.db = sqlite3.connect(":memory:", isolation_level=None)
        for step in (create_journal, create_class_sessions, fold_journal):
            step(cast(Any, self.db))
        self.db.execute("CREATE TABLE item_text (hash TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID")
        self.clock = SteppedClock(utc=1_795_147_200_000)
        self.kiosk = kiosk
        self.session = ""
        self._maker = RowMaker(uuid7(1)[:8] + "0" * 8, "visitor", self.clock)
        for form in FORMS.values():
            self.keep(form)

    def keep(self, items: Iterable[Item]) -> list[str]:
        """The hashes of `items`, whose texts are kept."""
        rows = [(item_hash(item), canonical(item)) for item in items]
        self.db.executemany("INSERT OR IGNORE INTO item_text VALUES (?, ?)", rows)
        return [hash for hash, _ in rows]

    def happen(self, *events: Event, visit: Visit | None = None) -> None:
        """Facts, a second each."""
        rows = []
        for event in events:
            rows.append(self._maker.row(event, visit))
            self.clock.step(1_000)
        write(self.db, self.kiosk, rows)

    def begin(self, plan: str = "pre_post", label: str = CLASS, present: int = 0, joins: str = "") -> str:
        """A session begins, or one that began elsewhere is joined."""
        self.session = joins or uuid7(self.clock.utc_ms())
        started = ClassSessionStarted("teacher", self.session, "123456", label, ("ours",), plan, 45, present)
        self.happen(started)
        return self.session

    def move(self, moment: str) -> None:
        """The session comes to its next part."""
        self.happen(ClassSessionMoved(self.session, moment))

    def form(
        self,
        moment: str,
        counts: Counts,
        name: str = "A",
        code: str = "",
        origin: Origin = "visitor",
        done: bool = True,
    ) -> None:
        """A child does a form and comes out with `counts`: of its scams the first are hits, and so on."""
        visit = Visit(uuid7(self.clock.utc_ms()), origin)
        events: list[Event] = [FormStarted(self.session, name, moment, "quarter", code)]
        scams, genuine = FORMS[name][:5], FORMS[name][5:]
        for items, yes, asked in ((scams, counts.hits, counts.scams), (genuine, counts.alarms, counts.genuine)):
            events += [
                answer(item, "scam" if place < yes else "genuine", moment) for place, item in enumerate(items[:asked])
            ]
        answered = len(events) - 1
        events.append(FormFinished(self.session, name, moment, answered, done))
        rows = [self._maker.row(event, visit) for event in events]
        self.clock.step(MINUTE)
        write(self.db, self.kiosk, rows)

    def hands(self, moment: str, children: int, sharp: float, name: str = "A") -> None:
        """The guide counts hands: a share `sharp` of them are right about every message."""
        for item in FORMS[name]:
            right = round(children * sharp)
            good = item.nature == "scam"
            counts = (right if good else children - right, children - right if good else right, 0)
            self.happen(
                ClassCounted(
                    *(self.session, name, moment, item.id, item_hash(item), "ours"),
                    *(("scam", "genuine", "ask_first"), counts),
                )
            )

    def played(self, events: Callable[[], Iterable[Event]] | Sequence[Event], origin: Origin = "visitor") -> None:
        """A visit to a station."""
        visit = Visit(uuid7(self.clock.utc_ms()), origin)
        self.happen(*(events() if callable(events) else events), visit=visit)

    def report(self, **wanted: Any) -> Report:
        """The report on the present session, or on what is wanted."""
        return class_report(self.db, Wanted(**(wanted or {"session": self.session})), NAMES)


def answer(item: Item, chosen: str, moment: str) -> ItemAnswered:
    """A form's answer as the screen records it."""
    verdict = "right" if chosen == item.nature else "wrong"
    return ItemAnswered(
        *("class_session", moment, item.id, item_hash(item), "ours", "h", (chosen,), item.right, verdict, 4_000),
        mode="form",
    )


def counts(random: Random, hit: float, alarm: float) -> Counts:
    """A child's form, at those chances."""
    return Counts(sum(random.random() < hit for _ in range(5)), 5, sum(random.random() < alarm for _ in range(5)), 5)
