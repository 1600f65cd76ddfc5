"""The page 答题纸: printed onto a stick, read from it, doubts decided by touch, recorded once."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from kiosk.classroom import Asked, Classroom
from kiosk.core.answer_sheet import ANSWERS, SheetCode, items_digits
from kiosk.core.events import FormFinished, FormStarted, ItemAnswered
from kiosk.devices.qt_drives import DriveWatch
from kiosk.staff.door import Door
from kiosk.store.store import Store
from tests.classroom import sheets_help
from tests.classroom.sheets_help import CAMERAS, PEN, answers, fill, filled, half, photographed

from .conftest import Screen
from .test_staff_class_session import events, inside
from .test_staff_pictures import has_content

BASE = "指尖微光"


def codes(room: Classroom, count: int) -> list[SheetCode]:
    """Sheets for the class that runs, forms A and B in turn."""
    assert room.now
    forms = room.forms(room.now)
    digits = {form: items_digits(one.hash for one in forms.items(form)) for form in "AB"}
    return [
        SheetCode(room.now.code, "pre", "AB"[number % 2], 7, number + 1, digits["AB"[number % 2]])
        for number in range(count)
    ]


def handed_in(room: Classroom, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Five sheets photographed into `folder`: the second with two marks in a row, the fourth empty, the fifth of
    another class; the first is there twice, and somebody photographed a desk. What stands on the first three."""
    monkeypatch.setattr(sheets_help, "BASE", "")
    random = Random(3)
    wanted = codes(room, 4)
    foreign = SheetCode("1234", "pre", "A", 7, 5, wanted[0].items)
    pages = sheets_help.printed([*wanted, foreign])
    given = [answers(random, 0) for _ in range(3)]
    folder.mkdir(parents=True)
    for place in range(5):
        image = half(pages[place // 2], place % 2)
        if place != 3:
            image = filled(image, given[min(place, 2)], PEN, random)
        if place == 1:
            fill(image, 4, next(one for one in ANSWERS if one != given[1][4]), PEN, random)
        for copy in range(2 if place == 0 else 1):
            photographed(image, CAMERAS[2 + copy], random).save(folder / f"IMG_{place}{copy}.jpg")
    Image.new("L", (900, 700), 120).save(folder / "desk.png")
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff nothing")
    return given


def test_sheets_are_read_decided_and_recorded_once(
    screen: Screen,
    door: Door,
    store: Store,
    classroom: Classroom,
    drives: DriveWatch,
    stick: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Doubts first; a touch decides; what is recorded is what stood there; a second reading adds nothing."""
    classroom.start(Asked("五年级（2）班", present=4), "teacher")
    given = handed_in(classroom, stick / "答题纸", monkeypatch)
    drives.look()
    inside(screen)
    screen.touch("class-sheets")
    screen.touch("sheets-read")
    screen.wait(lambda: screen.of_page("stage") == "pile")
    found = screen.of_page("found") + screen.of_page("rest")
    told = ("3 张新的", "1 张要您看", "1 张没有读入", "1 张是空白", "1 张拍了两次", "打不开")
    assert all(one in found for one in told)
    assert screen.of_page("ready") == 2 and "第 5 题" in screen.text("sheets-sentence")
    screen.grab("sheets-pile")
    screen.touch(f"decide-{given[1][4]}")
    assert screen.of_page("ready") == 3
    for _ in range(3):
        screen.touch("sheet-after")
    assert "1234" in screen.text("sheets-sentence") and not screen.find("decide-scam")
    screen.touch("primary")
    screen.wait_for("message", "3")
    assert not list(home.glob("sheets-*"))
    answered = Counter((one.item, one.chosen) for one in events(store, ItemAnswered))
    forms = classroom.forms(classroom.now) if classroom.now else None
    assert forms
    for place, sheet in enumerate(given):
        for bank, answer in zip(forms.items("AB"[place % 2]), sheet, strict=True):
            assert answered[bank.item.id, (answer,)] >= 1
    assert sum(answered.values()) == 30
    started = events(store, FormStarted)
    assert {(one.way, one.moment, one.returning) for one in started} == {("sheet", "pre", "")} and len(started) == 3
    assert all(one.completed for one in events(store, FormFinished))
    screen.touch("sheets-read")
    screen.wait(lambda: screen.of_page("stage") == "pile")
    assert "3 张以前记过" in screen.of_page("rest") and not screen.of_page("ready")
    screen.touch("sheets-aside")
    assert screen.of_page("stage") == "home" and len(events(store, FormStarted)) == 3


def test_sheets_and_booklets_go_onto_a_stick(
    screen: Screen, door: Door, classroom: Classroom, drives: DriveWatch, stick: Path
) -> None:
    """For the class that runs, or for the next one, whose code is told; without a stick a sentence says so."""
    inside(screen)
    screen.touch("class-sheets")
    code = screen.of_page("hint").split("：")[0][-4:]
    screen.touch("primary")
    screen.wait_for("message", "U 盘")
    stick.mkdir()
    drives.look()
    screen.touch("count-20")
    screen.touch("primary")
    screen.wait(lambda: len(list(stick.glob("*.pdf"))) == 3)
    assert all(code in one.name for one in stick.glob("*.pdf"))
    screen.wait(lambda: screen.of_page("stage") == "home")
    assert not screen.of_page("held")
    session = classroom.start(Asked("", "post"), "teacher")
    screen.touch("page-class")
    screen.touch("class-sheets")
    assert [one["key"] for one in screen.of_page("choices")["moment"]] == ["post"]
    screen.touch("way-screen")
    screen.touch("primary")
    screen.wait(lambda: any(session.code in one.name for one in stick.glob("*.pdf")))
    screen.wait(lambda: screen.of_page("stage") == "home")
    screen.touch("sheets-read")
    screen.wait_for("message", "没有答题纸的图片")


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (3840, 2160)])
def test_the_pages_fill_the_screen(
    make_screen: Callable[..., Screen],
    door: Door,
    classroom: Classroom,
    drives: DriveWatch,
    stick: Path,
    size: tuple[int, int],
    language: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing clipped in three layouts and two languages; looked at by people, too."""
    screen = make_screen(*size)
    classroom.start(Asked("五年级（2）班", present=38), "teacher")
    handed_in(classroom, stick / "sheets", monkeypatch)
    drives.look()
    inside(screen)
    screen.grab(f"sheets-class-{language}")
    screen.touch("class-sheets")
    assert has_content(screen.grab(f"sheets-home-{language}"))
    screen.touch("which-next")
    screen.grab(f"sheets-next-{language}")
    screen.touch("sheets-read")
    screen.wait(lambda: screen.of_page("stage") == "pile")
    screen.frame()
    screen.frame()
    assert has_content(screen.grab(f"sheets-pile-{language}"))
    for _ in range(3):
        screen.touch("sheet-after")
    assert has_content(screen.grab(f"sheets-refused-{language}"))
