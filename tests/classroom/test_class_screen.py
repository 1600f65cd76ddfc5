"""The forms' screen by touch: four children at the same moment, one who walks away, staff, a killed screen."""

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject

from kiosk.app import Kiosk
from kiosk.classroom import Asked
from kiosk.core.clock import ShiftedClock
from kiosk.core.events import FormFinished, FormStarted, ItemAnswered
from kiosk.core.item import from_json
from kiosk.core.returning import Returned, as_digits
from kiosk.forms.class_view_model import ClassViewModel, places_of
from kiosk.forms.quarter_view_model import CODE_TRIES, QuarterViewModel
from kiosk.rehearsal.finger import Finger, items
from kiosk.stations.anti_fraud.sides import Panel
from kiosk.store import class_sessions, settings
from tests.conftest import MakeKiosk
from tests.stations.test_pledge_scanner import Scanner

LARGE_PER_MM = 2.0
"""A full HD panel 960 mm wide."""
ROOT = Path(__file__).parents[2]


def begun(make_kiosk: MakeKiosk, plan: str = "pre_post", **more: Any) -> tuple[Kiosk, Finger, ClassViewModel]:
    """A large panel whose class begins its forms."""
    kiosk, finger = make_kiosk(**more)
    theme = kiosk.engine.singletonInstance("kiosk.ui", "Theme")
    assert isinstance(theme, QObject)
    theme.setProperty("pixelsPerMillimetre", LARGE_PER_MM)
    kiosk.classroom.start(Asked("五年级（2）班", plan), "teacher")
    finger.wait(lambda: kiosk.shell.now == "class" and finger.find("quarter-4-primary"), "four places")
    assert kiosk.lesson.screen
    return kiosk, finger, kiosk.lesson.screen


def told(kiosk: Kiosk) -> list[class_sessions.Fact]:
    """What the journal has of the session."""
    assert kiosk.store.flush(10) and kiosk.classroom.last
    with kiosk.store.read() as connection:
        return list(class_sessions.own_facts(connection, kiosk.classroom.last.id))


def of(kiosk: Kiosk, kind: type) -> list[Any]:
    return [one.event for one in told(kiosk) if isinstance(one.event, kind)]


def unread(finger: Finger, number: int) -> bool:
    """Whether the message at a place has a page that was not open yet."""
    turn = finger.find(f"quarter-{number}-message-turn")
    return turn is not None and not turn.property("seen")


def answer(finger: Finger, places: list[QuarterViewModel], option: int = 0) -> None:
    """All of them choose and confirm at the same moment."""
    numbers = [number for number, one in enumerate(places, 1) if one.now == "question"]
    before = {number: int(places[number - 1].property("answered")) for number in numbers}
    finger.touch_together([f"quarter-{number}-option-{option}" for number in numbers], quick=True)
    while turns := [f"quarter-{number}-message-turn" for number in numbers if unread(finger, number)]:
        finger.touch_together(turns)
    finger.touch_together([f"quarter-{number}-primary" for number in numbers])
    finger.wait(
        lambda: all(
            not places[number - 1].hanging
            and (places[number - 1].now == "done" or places[number - 1].property("answered") == before[number] + 1)
            for number in numbers
        ),
        "everybody's next item",
    )


def test_four_children_at_the_same_moment(make_kiosk: MakeKiosk) -> None:
    """Fingers at once in every quarter: whole forms, A and B by place, own orders, nothing told, nothing lost."""
    kiosk, finger, screen = begun(make_kiosk)
    finger.touch_together([f"quarter-{number}-primary" for number in (1, 2, 3, 4)])
    finger.wait(lambda: all(one.now == "question" for one in screen.quarters), "four questions")
    finger.touch("quarter-2-option-1")
    for _ in range(10):
        answer(finger, screen.quarters)
        shown = " ".join(str(one.property("text")) for one in texts(finger))
        assert not any(word in shown for word in ("答对", "答错", "正确", "看穿", "差一点"))
    finger.wait(lambda: all(one.now == "done" for one in screen.quarters), "four ends")
    facts = told(kiosk)
    by_visit: dict[str, list[Any]] = {}
    for one in facts:
        if one.visit:
            by_visit.setdefault(one.visit, []).append(one.event)
    assert len(by_visit) == 4
    orders = set()
    for events in by_visit.values():
        answers = [one for one in events if isinstance(one, ItemAnswered)]
        assert isinstance(events[0], FormStarted) and isinstance(events[-1], FormFinished) and events[-1].completed
        assert len(answers) == len({one.item for one in answers}) == 10
        assert {(one.station, one.level, one.mode) for one in answers} == {("class_session", "pre", "form")}
        assert Counter(one.right for one in answers) == {("scam",): 5, ("genuine",): 5}
        orders.add((events[0].form, tuple(one.item for one in answers)))
    assert Counter(form for form, _ in orders) == {"A": 2, "B": 2}
    assert next(one.changes for one in of(kiosk, ItemAnswered) if one.player == 2) == 1
    with kiosk.store.read() as connection:
        bodies = [row[0] for row in connection.execute("SELECT body FROM item_text")]
    known = {json.dumps(one.event.item) for one in facts if isinstance(one.event, ItemAnswered)}
    assert known <= {json.dumps(from_json(json.loads(body)).id) for body in bodies}
    finger.touch("quarter-1-primary")
    assert screen.quarters[0].now == "start"


def texts(finger: Finger) -> list[Any]:
    return [one for one in items(finger.window.contentItem()) if one.property("text")]


def test_a_child_who_walks_away_and_staff_in_between(make_kiosk: MakeKiosk, clock: ShiftedClock) -> None:
    """Staff do not end anybody's form; after three minutes without a finger it is broken off for the next child."""
    kiosk, finger, screen = begun(make_kiosk)
    quarter = screen.quarters[0]
    finger.touch("quarter-1-primary")
    finger.wait(lambda: quarter.now == "question", "the first item")
    answer(finger, screen.quarters)
    finger.touch("staff-door", hold_ms=3_300)
    finger.wait(lambda: kiosk.shell.now == "staff", "the staff door")
    clock.step(400_000)
    screen.tick()
    assert quarter.now == "question"
    staff, late = kiosk.shell.property("staff"), list[str]()
    staff.left.connect(lambda: late.append("left again"))
    kiosk.shell.closeStaff()
    staff.tick()  # its timer may have been due: what is left behind does nothing more
    assert late == []
    finger.wait(lambda: kiosk.shell.now == "class" and finger.find("quarter-1-option-0"), "the forms again")
    screen.tick()
    assert quarter.now == "question" and quarter.property("answered") == 1
    clock.step(200_000)
    screen.tick()
    assert quarter.now == "start"
    assert of(kiosk, FormFinished)[-1] == FormFinished(
        of(kiosk, FormStarted)[0].session, "A", "pre", 1, completed=False
    )


def test_the_teacher_moves_on_and_children_play_as_the_class(make_kiosk: MakeKiosk, clock: ShiftedClock) -> None:
    """Forms in the middle are broken off; attract comes back; the post test gives the other form to the same place."""
    kiosk, finger, screen = begun(make_kiosk)
    settings.save(kiosk.store, "classes", ["五年级（2）班"]).result()
    kiosk._setting_changed("classes", ["五年级（2）班"])
    finger.touch("quarter-2-primary")
    finger.wait(lambda: screen.quarters[1].now == "question", "the first item")
    answer(finger, screen.quarters)
    kiosk.classroom.move("play")
    finger.wait(lambda: kiosk.shell.now == "attract" and finger.find("enter"), "the attract screen")
    assert of(kiosk, FormFinished)[-1].completed is False
    finger.touch("enter")
    finger.wait(lambda: kiosk.shell.now == "home", "home")
    assert kiosk.shell.who_now.class_picked == "五年级（2）班"
    kiosk.classroom.move("post")
    assert kiosk.shell.now == "home"  # nobody is torn from a visit
    kiosk.shell.endVisit()
    finger.wait(lambda: kiosk.shell.now == "class" and finger.find("quarter-2-primary"), "the forms")
    finger.touch("quarter-2-primary")
    finger.wait(lambda: len(of(kiosk, FormStarted)) == 2, "the second form")
    assert [one.form for one in of(kiosk, FormStarted)] == ["B", "A"]
    kiosk.classroom.move("play")
    finger.wait(lambda: kiosk.shell.now == "attract", "the attract screen")
    clock.step(24 * 3_600_000)
    finger.touch("enter")  # the next day: nobody had ended the class
    finger.wait(lambda: kiosk.shell.now == "home" and finger.find("leave"), "home")
    assert kiosk.classroom.now is None and kiosk.shell.who_now.class_picked == ""


class OneChild:
    """Somebody has a card with boat, moon and star."""

    def offered(self) -> bool:
        return True

    def find(self, pictures: Any) -> Returned | None:
        return Returned("r1") if tuple(pictures) == ("boat", "moon", "star") else None

    def keep(self, returned: Returned, promises: Any, plans: Any) -> None: ...

    def pseudonym(self, returned: Returned) -> str:
        return "0123456789abcdef"


def test_a_card_with_three_pictures_is_enough_to_be_matched(make_kiosk: MakeKiosk) -> None:
    """A wrong card is said kindly, and nobody needs one."""
    kiosk, finger, screen = begun(make_kiosk)
    quarter = screen.quarters[2]
    quarter._returns, quarter._offered = OneChild(), True
    quarter.phaseChanged.emit()
    finger.touch("quarter-3-other")
    for _ in range(CODE_TRIES):
        for name in ("boat", "star", "moon"):
            finger.touch(f"quarter-3-code-{name}", quick=True)
        finger.touch("quarter-3-primary")
    assert "没关系" in str(quarter.property("note"))
    for name in ("boat", "moon", "star"):
        finger.touch(f"quarter-3-code-{name}", quick=True)
    finger.touch("quarter-3-primary")
    finger.wait(lambda: quarter.now == "question", "the first item")
    started = of(kiosk, FormStarted)[-1]
    assert (started.returning, started.form) == ("0123456789abcdef", "A")
    assert "boat" not in "".join(one.body for one in told(kiosk))


def test_a_scanner_reads_the_card_for_the_child_who_asked_last(make_kiosk: MakeKiosk) -> None:
    """Noise counts as no try; where nobody asks, nothing is heard."""
    kiosk, finger, screen = begun(make_kiosk)
    scanner = Scanner(kiosk)
    card = as_digits(("boat", "moon", "star"))
    for number in (1, 2):
        screen.quarters[number]._returns, screen.quarters[number]._offered = OneChild(), True
        screen.quarters[number].phaseChanged.emit()
    scanner.type(card)
    assert {one.now for one in screen.quarters} == {"start"}
    finger.touch("quarter-2-other")
    finger.touch("quarter-3-other")
    for _ in range(CODE_TRIES):
        scanner.type("6901234567892")
    assert "卡片" in str(screen.quarters[2].property("note"))
    scanner.type(card)
    finger.wait(lambda: screen.quarters[2].now == "question", "the first item")
    assert screen.quarters[1].now == "code" and of(kiosk, FormStarted)[-1].returning == "0123456789abcdef"


@pytest.mark.parametrize(
    ("panel", "count"),
    [(Panel(1920, 1080, 2.0), 4), (Panel(1920, 1080, 3.8), 2), (Panel(3840, 2160, 4.0), 4), (Panel(1080, 1920), 2),
     (Panel(1280, 720, 8.0), 1)],
)  # fmt: skip
def test_as_many_places_as_the_panel_bears(panel: Panel, count: int) -> None:
    assert places_of(panel)[0] == count


def test_a_killed_screen_comes_back_to_the_form(tmp_path: Path, make_kiosk: MakeKiosk) -> None:
    """SIGKILL between two answers: the session runs on, and the child goes on with what was not on disk."""
    home = tmp_path / "home"
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.classroom.class_screen_child", str(home)], cwd=ROOT, stdout=subprocess.PIPE,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, text=True,
    )  # fmt: skip
    assert child.stdout
    kept = 0
    for line in child.stdout:
        what, number = line.split()
        if what == "kept":
            kept = int(number)
        if (what, number) == ("asked", "5"):
            child.send_signal(signal.SIGKILL)
            break
    child.wait()
    kiosk, finger = make_kiosk((1280, 720), home=home)
    finger.wait(lambda: kiosk.shell.now == "class" and finger.find("quarter-1-option-0"), "the form")
    assert kiosk.lesson.screen
    quarter = kiosk.lesson.screen.quarters[0]
    assert kept <= int(quarter.property("answered")) <= kept + 1
    while quarter.now == "question":
        answer(finger, [quarter], option=1)
    answers = of(kiosk, ItemAnswered)
    assert len(answers) == len({one.item for one in answers}) == 10
    assert [one.completed for one in of(kiosk, FormFinished)] == [True]
