"""Items, visits and what they leave in the journal, for the tests of exports."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.core.clock import SteppedClock
from kiosk.core.events import (
    Event,
    ItemAnswered,
    LanternLit,
    Origin,
    SatisfactionGiven,
    StationOpened,
    VisitEnded,
    VisitorNamed,
    VisitStarted,
)
from kiosk.core.ids import uuid7
from kiosk.core.item import Item, Message, Option, Part, item_hash
from kiosk.core.visit import Visit
from kiosk.packs.bank import Bank
from kiosk.store import Store

FORMULA = '=HYPERLINK("http://evil.example","点我")'
CHOICE = Item(
    *("c1", "choice", "=1+1 等于几？", ("B",)),
    options=(Option("A", "+3"), Option("B", "2"), Option("C", FORMULA)),
    explanation="因为。",
    family="game_skin",
)
MULTI = Item(
    *("m1", "multi", "哪些不能说？", ("A", "B")),
    options=(Option("A", "住址"), Option("B", "验证码"), Option("C", "颜色")),
    explanation="因为。",
    family="game_skin",
)
JUDGE = Item(
    *("j1", "judge", "这是什么？", ("scam",)),
    explanation="因为。",
    family="scare",
    nature="scam",
    message=Message("chat", "某人", (Part("先交钱"), Part("", "link", "点这里", "a.example"))),
)
BANK = Bank("example.one", "1.2.0", "例子题库", "zh", "CC0-1.0", "某人", (CHOICE, MULTI, JUDGE))


@dataclass(frozen=True, slots=True)
class Played:
    """A store with visits in it, its home, and the hash of the pack that was played."""

    store: Store
    home: Path
    pack_hash: str


def answer(item: Item, chosen: tuple[str, ...], pack_hash: str, verdict: str, player: int = 1) -> ItemAnswered:
    """An answer that took 2.5 seconds and one change."""
    return ItemAnswered(
        *("anti_fraud", item.family, item.id, item_hash(item), BANK.id, pack_hash),
        *(chosen, item.right, verdict, 2_500, 1, player),
    )


def play(store: Store, clock: SteppedClock, pack_hash: str) -> None:
    """Three visits a day apart: a child of class 03, a rehearsal, a simulated one; five answers."""
    first = [answer(CHOICE, ("C",), pack_hash, "wrong"), answer(MULTI, ("A", "B"), pack_hash, "right", 2)]
    visits: list[tuple[Origin, str, str, list[ItemAnswered]]] = [
        ("visitor", "03", "@小海豚", [*first, answer(JUDGE, ("ask_first",), pack_hash, "ask_ok")]),
        ("rehearsal", "", "", [answer(JUDGE, ("scam",), pack_hash, "right")]),
        ("simulated", "04", "小星星", [answer(CHOICE, ("B",), pack_hash, "right")]),
    ]
    for origin, class_label, nickname, answers in visits:
        visit = Visit(uuid7(clock.utc_ms()), origin)
        events: list[Event] = [VisitStarted()]
        if class_label:
            events.append(VisitorNamed(class_label, nickname))
        events += [StationOpened("anti_fraud"), *answers, LanternLit("anti_fraud", "right")]
        events += [SatisfactionGiven(3), VisitEnded("left")]
        for event in events:
            store.append(event, visit)
            clock.step(1_000)
        clock.step(86_400_000)
    store.write(lambda db: None).result()
