"""The page 课堂: begun, watched, counted with the whole class, moved on, ended, and put together by a stick."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.classroom import Asked, Classroom
from kiosk.classroom.parts import part_name, write_part
from kiosk.core.clock import SteppedClock
from kiosk.core.errors import KioskError
from kiosk.core.events import ClassCounted, ClassSessionStarted
from kiosk.devices.qt_drives import DriveWatch
from kiosk.staff.door import Door
from kiosk.store import class_sessions, settings
from kiosk.store.store import Store
from tests.classroom.class_help import do_form, make_room
from tests.classroom.lan_help import free_port, net

from .conftest import Screen, Stay
from .test_staff_pictures import has_content

CLASSES = ["三年级（1）班", "五年级（2）班", "五年级（3）班", "六年级（1）班"]


def events(store: Store, kind: type) -> list[Any]:
    """The recorded events of `kind`."""
    assert store.flush(10)
    with store.read() as connection:
        last = class_sessions.last_session(connection)
        session = last[0].event
        assert isinstance(session, ClassSessionStarted)
        told = list(class_sessions.own_facts(connection, session.session))
    return [one.event for one in told if isinstance(one.event, kind)]


@pytest.fixture
def classes(store: Store) -> None:
    """The closed list of the base."""
    settings.save(store, "classes", list(CLASSES)).result()


@pytest.fixture
def other(tmp_path: Path, clock: SteppedClock) -> Iterator[tuple[Store, Classroom]]:
    """Another kiosk of the base."""
    store = Store.open(tmp_path / "other", clock)
    yield store, make_room(store, clock, base="")
    store.close()


def inside(screen: Screen) -> None:
    screen.enter("teacher")
    screen.touch("page-class")
    screen.settle()


def set_up(screen: Screen) -> None:
    """五年级（2）班 with 38 children and two banks."""
    screen.touch("open-class")
    screen.touch("pick-2")
    screen.touch("open-present")
    for digit in "38":
        screen.touch(f"key-{digit}")
    screen.touch("primary")
    screen.touch("open-packs")
    for number in (1, 2):
        screen.touch(f"pick-{number}")


def count_hands(screen: Screen, counts: tuple[str, str, str]) -> None:
    for key, digits in zip(("scam", "genuine", "ask_first"), counts, strict=True):
        screen.touch(f"hands-{key}")
        for digit in digits:
            screen.touch(f"key-{digit}")


def test_a_class_from_its_beginning_to_its_end(
    screen: Screen, door: Door, store: Store, classroom: Classroom, classes: None
) -> None:
    """Chosen by touch, watched, moved on; a second touch where children are in the middle; the end is asked, too."""
    inside(screen)
    set_up(screen)
    screen.touch("primary")
    screen.touch("minutes-45")
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "board")
    begun = events(store, ClassSessionStarted)[0]
    assert (begun.role, begun.class_label, begun.plan, begun.minutes) == ("teacher", CLASSES[1], "pre_post", 45)
    assert begun.present == 38 and len(begun.packs) == 2
    do_form(store, classroom, 1)
    classroom_attempt = classroom.attempt(2)
    store.append_many([(fact, None) for fact in classroom_attempt[1]])
    assert store.flush(10)
    screen.wait(lambda: screen.of_page("board")["done"] == 1 and screen.of_page("board")["underWay"] == 1)
    screen.touch("primary")
    assert screen.of_page("sure") == "move" and classroom.now and classroom.now.moment == "pre"
    screen.touch("primary")
    assert classroom.now.moment == "play"
    screen.touch("primary")
    screen.wait(lambda: classroom.now is not None and classroom.now.moment == "post")
    screen.touch("primary")
    assert screen.of_page("sure") == "end" and classroom.now is not None
    screen.touch("primary")
    screen.wait(lambda: screen.page == "report")
    assert classroom.now is None
    screen.touch("page-class")
    screen.touch("class-last")
    screen.touch("class-again")
    assert screen.of_page("stage") == "ask" and screen.of_page("asked")["class"] == CLASSES[1]


def test_the_whole_class_is_counted_corrected_and_told_why_only_after_the_last_test(
    screen: Screen, door: Door, store: Store, clock: SteppedClock, classroom: Classroom, stay: Stay
) -> None:
    """Digits by our own pad; too many hands are seen; answers come after the post test, not before."""
    classroom.start(Asked("", present=30), "guide")
    inside(screen)
    screen.touch("class-whole")
    count_hands(screen, ("20", "8", "7"))
    assert "35" in screen.text("hands-total") and screen.model.property("model").property("whole").property("tooMany")
    screen.touch("hands-scam")
    screen.touch("key-clear")
    for digit in "15":
        screen.touch(f"key-{digit}")
    screen.touch("primary")
    assert events(store, ClassCounted)[-1].counts == (15, 8, 7)
    screen.touch("whole-before")
    screen.touch("hands-ask_first")
    screen.touch("key-erase")
    assert screen.find("primary").property("usable") is False  # type: ignore[union-attr]
    screen.touch("key-6")
    screen.touch("primary")
    told = events(store, ClassCounted)
    assert [one.counts for one in told] == [(15, 8, 7), (15, 8, 6)] and told[0].item == told[1].item
    assert not screen.find("whole-explain")
    clock.step(200_000)
    screen.model.tick()
    assert not stay.left  # a whole class looks at the screen
    screen.touch("whole-board")
    classroom.move("post")
    screen.touch("class-whole")
    for _ in range(10):
        assert not screen.find("whole-explain")
        count_hands(screen, ("9", "9", "9"))
        screen.touch("primary")
    screen.touch("whole-explain")
    whole = screen.model.property("model").property("whole")
    assert whole.property("item")["explanation"] and not screen.find("key-1")
    forms = {one.form for one in events(store, ClassCounted)}
    assert forms == {"A", "B"}


def test_kiosks_join_by_a_code_and_a_stick(
    screen: Screen, door: Door, store: Store, classroom: Classroom, other: tuple[Store, Classroom], stick: Path,
    drives: DriveWatch,
) -> None:  # fmt: skip
    """The code is typed at the second kiosk; parts go there and back; twice is harmless; without a stick it says so."""
    there, room = other
    session = room.start(Asked(""), "teacher")
    inside(screen)
    screen.touch("class-join")
    for digit in session.code:
        screen.touch(f"key-{digit}")
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "board")
    assert classroom.now and classroom.now.id == session.id
    screen.touch("class-bring")
    screen.wait_for("message", "没有找到能写的 U 盘")
    stick.mkdir()
    drives.look()
    screen.wait(lambda: bool(drives.sticks))
    screen.touch("class-bring")
    screen.wait_for("message", "没有别台展台的课堂记录")
    do_form(there, room, 1)
    write_part(there, session, stick / part_name(session, there.kiosk))
    (stick / "torn.classpart").write_bytes((stick / part_name(session, there.kiosk)).read_bytes()[:-9])
    screen.touch("class-bring")
    screen.wait_for("message", "损坏")
    (stick / "torn.classpart").unlink()
    screen.touch("class-bring")
    screen.wait_for("message", "没有新的")  # what was whole beside the torn one had come in
    screen.wait(lambda: screen.of_page("board")["done"] == 1 and screen.of_page("board")["kiosks"] == 2)
    do_form(store, classroom, 2)
    screen.touch("class-put")
    screen.wait_for("message", "已存到 U 盘")
    mine = stick / part_name(classroom.now, store.kiosk)
    assert mine.exists()
    screen.touch("class-bring")
    screen.wait_for("message", "没有新的")


def test_kiosks_meet_on_the_local_network_when_the_teacher_asks(
    screen: Screen, door: Door, store: Store, clock: SteppedClock, classroom: Classroom, tmp_path: Path
) -> None:
    """Off until it is touched; then the other kiosk's records come by themselves, and off again by a touch."""
    session = classroom.start(Asked(""), "teacher")
    port = free_port()
    classroom._net = net(port)
    there = Store.open(tmp_path / "joined", clock)
    room = make_room(there, clock, base="", net=net(port))
    room.join(Asked(""), "guide", session.code)
    do_form(there, room, 1)
    inside(screen)
    assert classroom.lan is None and screen.text("class-lan-told") == ""
    screen.touch("class-lan")
    screen.wait_for("class-lan-told", session.code)
    room.link()
    screen.wait(lambda: screen.of_page("board")["done"] == 1)
    screen.wait_for("class-lan-told", "连上了 1 台")
    screen.touch("class-lan")
    screen.wait(lambda: classroom.lan is not None and classroom.lan.over)
    screen.wait_for("class-lan-told", "已断开")
    room.close()
    there.close()


def test_a_class_begins_with_the_code_on_its_printed_sheets(
    screen: Screen, door: Door, store: Store, classroom: Classroom
) -> None:
    """Sheets were printed ahead: the class begins here under their code, once a day."""
    inside(screen)
    screen.touch("class-join")
    for digit in "4831":
        screen.touch(f"key-{digit}")
    screen.touch("typed-begin")
    screen.wait(lambda: screen.of_page("stage") == "board")
    assert classroom.now and classroom.now.code == "4831" and not classroom.now.joined
    classroom.end()
    assert store.flush(10)
    with pytest.raises(KioskError, match=r"classroom\.code_taken"):
        classroom.start(Asked(""), "teacher", "4831")


@pytest.mark.parametrize(("language", "size"), [("zh", (1920, 1080)), ("en", (1080, 1920))], indirect=["language"])
def test_every_stage_can_be_looked_at(
    make_screen: Callable[..., Screen], door: Door, store: Store, classroom: Classroom, classes: None,
    size: tuple[int, int], language: str,
) -> None:  # fmt: skip
    """Pictures of the page in its stages."""
    screen = make_screen(*size)
    inside(screen)
    taken = [screen.grab(f"class-ask-{language}")]
    set_up(screen)
    taken.append(screen.grab(f"class-packs-{language}"))
    screen.touch("primary")
    taken.append(screen.grab(f"class-chosen-{language}"))
    screen.touch("class-join")
    screen.touch("key-4")
    taken.append(screen.grab(f"class-code-{language}"))
    screen.touch("typed-back")
    screen.touch("primary")
    for place in (1, 2, 3, 4):
        do_form(store, classroom, place)
    screen.wait(lambda: screen.of_page("board")["done"] == 4)
    screen.touch("primary")
    screen.touch("class-end")
    taken.append(screen.grab(f"class-play-{language}"))
    screen.touch("primary")
    screen.settle()
    taken.append(screen.grab(f"class-board-{language}"))
    screen.touch("class-whole")
    count_hands(screen, ("21", "9", "8"))
    taken.append(screen.grab(f"class-whole-{language}"))
    for _ in range(10):
        count_hands(screen, ("9", "9", "9"))
        screen.touch("primary")
    screen.touch("whole-explain")
    taken.append(screen.grab(f"class-explain-{language}"))
    screen.touch("whole-board")
    screen.touch("primary")
    screen.touch("primary")
    screen.wait(lambda: screen.page == "report")
    screen.touch("page-class")
    screen.touch("class-last")
    screen.settle()
    taken.append(screen.grab(f"class-over-{language}"))
    assert all(has_content(path) for path in taken)
