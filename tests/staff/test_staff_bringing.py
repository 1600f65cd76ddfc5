"""The whole way of a teacher's file: report, preview, PIN, installed, the rest back on the stick, mended, installed."""

import shutil
from pathlib import Path

import openpyxl

from kiosk.core.clock import SteppedClock
from kiosk.devices.qt_drives import DriveWatch
from kiosk.packs.library import Library
from kiosk.staff.door import Door
from kiosk.staff.packs_view_model import PIN_HOLDS_MS

from .conftest import PINS, Screen
from .test_staff_packs_page import FILES, installed, on_packs, plug_in, until

CSV = """题干,选项A,选项B,正确答案,解析,骗术
好的？,甲,乙,A,因为要想一想。,游戏皮肤
坏的？,丙,丁,F,因为要想一想。,游戏皮肤
没解析？,戊,己,B,,
"""


def bring(stick: Path, drives: DriveWatch, text: str = CSV, name: str = "题库.csv") -> None:
    """A stick with one file."""
    stick.mkdir(exist_ok=True)
    (stick / name).write_text(text, "utf-8")
    drives.look()


def bank(library: Library, title: str = "题库") -> tuple[str, int, int]:
    """Version, items and playable items of the bank that is played."""
    (row,) = [row for row in library.installed() if row.title == title and row.state == "active"]
    return row.version, row.items, row.playable


def test_the_rest_goes_back_is_mended_and_joins(
    screen: Screen, door: Door, stick: Path, drives: DriveWatch, library: Library
) -> None:
    """The circle of the errors file, wholly on the screen; nothing on the stick is overwritten."""
    bring(stick, drives)
    on_packs(screen)
    installed(screen)
    assert "“错误清单.xlsx”" in screen.text("message") and "可以拔出" in screen.text("message")
    assert bank(library) == ("1.0.0", 2, 1)
    path = stick / "错误清单.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert [cell.value for cell in sheet[1]][-1].startswith("错误说明")
    sheet.cell(2, 4).value = "A"
    book.save(path)
    (stick / "题库.csv").unlink()
    drives.look()
    screen.touch("page-packs")
    screen.settle()
    installed(screen)
    assert bank(library) == ("1.0.1", 3, 2)
    assert "“错误清单 2.xlsx”" in screen.text("message")
    (stick / "错误清单.xlsx").unlink()
    book = openpyxl.load_workbook(stick / "错误清单 2.xlsx")
    book.active.cell(2, 5).value = "想一想再选。"
    book.save(stick / "错误清单 2.xlsx")
    screen.touch("page-packs")
    screen.settle()
    installed(screen)
    assert bank(library) == ("1.0.2", 3, 3)
    assert "清单" not in screen.text("message") and "可以拔出" in screen.text("message")
    assert not list(stick.glob(".*"))


def test_the_preview_is_the_stations_own_screen_and_keeps_nothing(
    screen: Screen, door: Door, stick: Path, drives: DriveWatch, library: Library
) -> None:
    """Next, previous, answered to the end; then back, and nothing is installed or recorded."""
    shutil.copytree(FILES, stick, ignore=lambda folder, names: [name for name in names if "考试宝" not in name])
    drives.look()
    before = library.installed()
    on_packs(screen)
    screen.touch("file-0")
    until(screen, "report")
    screen.touch("primary")
    until(screen, "preview")
    checked = screen.model.property("model").report.checked
    items = [item for item in checked.bank.items if item.playable]
    station = screen.model.property("model").preview.station
    assert station.question["stem"] == items[0].stem
    assert screen.text("preview-place") == f"第 1 / {len(items)} 道"
    screen.touch("preview-next")
    assert station.question["stem"] == items[1].stem
    screen.touch("preview-previous")
    screen.touch("preview-previous")
    assert station.question["stem"] == items[-1].stem
    screen.touch("preview-next")
    screen.touch("option-0")
    screen.wait(lambda: len(station.chosen) == 1)
    screen.touch("primary")
    screen.wait(lambda: station.phase == "after")
    screen.touch("back")
    until(screen, "report")
    assert screen.model.property("model").preview.station is None
    assert library.installed() == before


def test_the_pin_is_asked_again_after_a_while(
    screen: Screen, door: Door, stick: Path, drives: DriveWatch, library: Library, clock: SteppedClock
) -> None:
    """By whoever stands there now; a wrong one, one that may not, and a step back install nothing."""
    plug_in(stick, drives, "考试宝-反诈题库.xlsx")
    before = library.installed()
    on_packs(screen)
    screen.touch("file-0")
    until(screen, "report")
    screen.touch("primary")
    until(screen, "preview")
    clock.step(PIN_HOLDS_MS)
    screen.touch("install")
    until(screen, "pin")
    screen.type("000000")
    screen.wait_for("message", "不对")
    screen.type(PINS["guide"])
    screen.wait_for("message", "不能装题包")
    screen.touch("back")
    until(screen, "report")
    assert library.installed() == before
    screen.touch("primary")
    until(screen, "preview")
    clock.step(PIN_HOLDS_MS)
    screen.touch("install")
    until(screen, "pin")
    screen.type(PINS["teacher"])
    screen.wait_for("message", "装好了")
    assert len(library.installed()) == len(before) + 1
