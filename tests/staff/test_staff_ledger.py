"""台账 on the screen: charts of the month, numbers, headcounts by the pad, a project's days, one press to the stick."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from kiosk.core.clock import SteppedClock
from kiosk.core.events import (
    ClassSessionStarted,
    Event,
    FormFinished,
    FormStarted,
    ItemAnswered,
    LanternLit,
    SatisfactionGiven,
    StationOpened,
    VisitEnded,
    VisitorNamed,
    VisitStarted,
)
from kiosk.core.ids import uuid7
from kiosk.core.item import canonical, item_hash
from kiosk.core.visit import Visit
from kiosk.devices.qt_drives import DriveWatch
from kiosk.exports.ledger import Heads, ledger
from kiosk.exports.ledger_period import parsed
from kiosk.staff.door import Door
from kiosk.staff.ledger_days import dashed
from kiosk.staff.ledger_titles import FILE as TITLES
from kiosk.staff.roles import ROLES, Role, may_count, may_hand_in, may_open
from kiosk.store.store import Store
from tests.exports.class_report_help import FORMS, answer

from .conftest import Screen

STATIONS = (
    *("anti_fraud", "convention_puzzle", "broadcast_booth", "little_supervisor"),
    *("rumour_desk", "kind_words", "pledge"),
)


def month(store: Store, clock: SteppedClock) -> None:
    """Visits on each day up to now, by children of three grades, at all stations."""
    now = clock.utc
    today = datetime.fromtimestamp(now / 1000)
    for day in range(1, today.day + 1):
        clock.utc = int(today.replace(day=day, hour=9).timestamp() * 1000)
        for number in range(4 + day * 7 % 11):
            who = Visit(uuid7(clock.utc))
            station = STATIONS[(day + number * number) % 7]
            events: list[Event] = [
                VisitStarted(),
                VisitorNamed(f"{'三四五'[number % 3]}年级（{number % 2 + 1}）班", "小海豚"),
                StationOpened(station, 1 + number % 2),
                ItemAnswered(
                    station, "l", "i", "h", "p", "ph", ("A",), ("A",), "right" if number % 3 else "wrong", 900
                ),
                LanternLit(station, "answer"),
                SatisfactionGiven(3 - (number % 5 == 4) - (number % 9 == 8)),
            ]
            store.append_many((event, who) for event in events)
            clock.utc += 6 * 60_000
            store.append(VisitEnded("left"), who)
    clock.utc = now
    assert store.flush(30)


def lessons(store: Store, clock: SteppedClock) -> None:
    """Three classes with forms before and after; two learned."""
    rows = [(item_hash(item), canonical(item)) for form in FORMS.values() for item in form]
    store.write(lambda db: db.conn.executemany("INSERT INTO item_text VALUES (?, ?)", rows)).result()
    for number, gain in enumerate((0, 2, 3)):
        session = uuid7(clock.utc)
        label = f"{'三四五'[number]}年级（1）班"
        store.append(ClassSessionStarted("teacher", session, "123456", label, ("ours",), "pre_post", 45), None)
        for child in range(20):
            for moment, form, hits in (("pre", "A", 2 + child % 2), ("post", "B", 2 + child % 3 // 2 + gain)):
                who = Visit(uuid7(clock.utc))
                events: list[Event] = [FormStarted(session, form, moment, "quarter")]
                for place, item in enumerate(FORMS[form]):
                    yes = place < hits or (item.nature == "genuine" and place == 5 + child % 5)
                    events.append(answer(item, "scam" if yes else "genuine", moment))
                events.append(FormFinished(session, form, moment, 10, True))
                store.append_many([(event, who) for event in events])
    assert store.flush(30)


def on_ledger(screen: Screen, role: Role = "admin") -> None:
    """The ledger page, counted."""
    screen.enter(role)
    screen.touch("page-ledger" if role == "auditor" else "to-ledger")
    screen.wait(lambda: screen.page == "ledger" and bool(screen.of_page("ready")))


def test_who_may_what() -> None:
    """Everybody may look; an auditor changes nothing; taking it out is for who may export."""
    assert [may_open(role, "ledger") for role in ROLES] == [True] * 4
    assert [may_count(role) for role in ROLES] == [True, True, True, False]
    assert [may_hand_in(role) for role in ROLES] == [False, False, True, True]


def test_one_press_hands_the_month_in(
    screen: Screen, door: Door, store: Store, clock: SteppedClock, stick: Path, drives: DriveWatch
) -> None:
    """Charts at once, then the press: PDF and workbook on the stick, with the figures of the screen; on record."""
    month(store, clock)
    stick.mkdir()
    drives.look()
    on_ledger(screen)
    assert screen.of_page("stage") == "charts" and screen.text("period") == "2026 年 11 月"
    with store.read() as db:
        found = ledger(db, parsed("month", "2026-11"))
    assert screen.of_page("shown")["facts"][0]["value"] == f"{found.people} 人次"
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "done")
    files = sorted(stick.iterdir())
    assert [one.suffix for one in files] == [".pdf", ".xlsx"] and all("台账-2026-11" in one.name for one in files)
    assert files[0].read_bytes().startswith(b"%PDF")
    book = openpyxl.load_workbook(files[1])
    assert f"{found.people} 人次" in [cell.value for cell in book.worksheets[0]["B"]]
    for one in files:
        assert hashlib.sha256(one.read_bytes()).hexdigest()[:8] in screen.text("saved")
    screen.grab("staff-ledger-saved")
    assert store.flush(10)
    with store.read() as db:
        acts = db.execute("SELECT count(*) FROM journal WHERE kind = 'staff_acted' AND body LIKE '%ledger 2026-11%'")
        assert acts.fetchone()[0] == 2
    screen.touch("primary")
    assert screen.of_page("stage") == "charts"


def test_a_guide_enters_corrects_and_takes_back(screen: Screen, door: Door, store: Store, clock: SteppedClock) -> None:
    """45 in 2 groups, then 48, then nobody; a guide has nothing to take out."""
    on_ledger(screen, "guide")
    assert screen.find("primary") is None
    screen.touch("count")
    for digit in "45":
        screen.touch(f"key-{digit}")
    screen.touch("groups")
    screen.touch("key-2")
    screen.touch("take")
    heads = heads_now(store, screen)
    assert (heads.people, heads.groups, dict(heads.bands)["under_14"]) == (45, 2, 45)
    screen.wait(lambda: len(screen.model.property("model").counting.entries) == 1)
    entry = screen.model.property("model").counting.entries[0]["key"]
    for digits, people in (("48", 48), ("0", 0)):
        screen.touch(f"entry-{entry}")
        for digit in digits:
            screen.touch(f"key-{digit}")
        screen.touch("take")
        assert heads_now(store, screen).people == people
    assert "收回" in screen.text("count-message")


def heads_now(store: Store, screen: Screen) -> Heads:
    """What the ledger says of headcounts now."""
    screen.settle()
    assert store.flush(10)
    with store.read() as db:
        return ledger(db, parsed("month", "2026-11")).heads


def test_other_periods_and_a_project(
    screen: Screen, door: Door, store: Store, clock: SteppedClock, stick: Path, drives: DriveWatch
) -> None:
    """Back a month, the quarter, the year, and a project whose days are typed, its name brought; wrong days say so."""
    stick.mkdir()
    (stick / TITLES).write_text("小小网络安全员 第 2 期\r\n" + "长" * 31, "gb18030")
    drives.look()
    month(store, clock)
    on_ledger(screen, "auditor")
    assert screen.find("count") is None
    screen.touch("earlier")
    screen.wait_for("period", "10 月")
    for kind, name in (("quarter", "第 4 季度"), ("year", "2026 年")):
        screen.touch(f"kind-{kind}")
        screen.wait_for("period", name)
        screen.wait(lambda: bool(screen.of_page("ready")))
    screen.touch("kind-project")
    for digit in "2026113120261120":
        screen.touch(f"key-{digit}")
    screen.touch("take")
    screen.wait_for("days-message", "没有这样的日子")
    screen.touch("key-clear")
    for digit in "2026110220261101":
        screen.touch(f"key-{digit}")
    screen.touch("take")
    screen.wait_for("days-message", "早")
    screen.touch("last")
    for digit in "20261105":
        screen.touch(f"key-{digit}")
    screen.touch("take")
    screen.wait(lambda: screen.of_page("stage") == "charts" and bool(screen.of_page("ready")))
    assert screen.text("period") == "2026-11-02 到 2026-11-05"
    screen.touch("kind-project")
    screen.wait(lambda: len(screen.model.property("model").days._titles) > 1)
    screen.touch("title-more")
    assert screen.text("title-value") == "小小网络安全员 第 2 期"
    screen.touch("title-less")
    screen.touch("title-less")
    assert screen.text("title-value") == "反诈进校园"
    screen.touch("title-more")
    screen.touch("title-more")
    for digit in "2026110220261105":
        screen.touch(f"key-{digit}")
    screen.touch("take")
    screen.wait(lambda: screen.of_page("stage") == "charts" and bool(screen.of_page("ready")))
    assert "小小网络安全员 第 2 期" in screen.text("period")
    screen.touch("numbers")
    assert screen.of_page("stage") == "numbers"
    assert dashed("2026") == "2026-__-__"


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (3840, 2160)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_pictures(
    make_screen: Callable[..., Screen], door: Door, store: Store, clock: SteppedClock, size: tuple[int, int]
) -> None:
    """For a person's eyes: charts, numbers, the pad, a project."""
    month(store, clock)
    lessons(store, clock)
    screen = make_screen(*size)
    screen.begin()
    on_ledger(screen)
    screen.grab("staff-ledger")
    screen.touch("numbers")
    screen.grab("staff-ledger-numbers")
    screen.touch("count")
    for digit in "45":
        screen.touch(f"key-{digit}")
    screen.touch("take")
    screen.settle()
    screen.grab("staff-ledger-count")
    screen.touch("primary")
    screen.touch("kind-project")
    for digit in "20261101":
        screen.touch(f"key-{digit}")
    screen.grab("staff-ledger-days")
