"""A teacher brings a workbook on a stick: found, checked, reported, installed."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from kiosk.devices.qt_drives import DriveWatch
from kiosk.packs.library import Library
from kiosk.staff.door import Door
from kiosk.staff.giving_up import GivenUp, Progress
from kiosk.staff.stick_files import MOST_LOOKED_AT, candidates
from kiosk.store.store import Store

from .conftest import ROOT, Screen

FILES = ROOT / "tests/packs/files"


def plug_in(stick: Path, drives: DriveWatch, *names: str) -> None:
    """A stick with copies of our test files."""
    stick.mkdir()
    for name in names:
        shutil.copy(FILES / name, stick)
    drives.look()


def on_packs(screen: Screen) -> None:
    """The teacher's pack page."""
    screen.enter("teacher")
    screen.touch("page-packs")
    screen.settle()


def until(screen: Screen, stage: str) -> None:
    """Until the page stands there."""
    screen.wait(lambda: screen.of_page("stage") == stage)


def part(screen: Screen, name: str, value: str) -> Any:
    """A property of one of the page's own models."""
    return getattr(screen.model.property("model"), name).property(value)


def installed(screen: Screen, place: int = 0) -> None:
    """The file with that place on the stick, installed by way of report and preview."""
    screen.touch(f"file-{place}")
    until(screen, "report")
    screen.touch("primary")
    until(screen, "preview")
    screen.touch("install")
    screen.wait_for("message", "装好了")


def test_a_workbook_is_installed_in_three_touches(
    screen: Screen, door: Door, stick: Path, drives: DriveWatch, library: Library, store: Store
) -> None:
    """Stick, file, install; what was done is on record."""
    before = {row.id for row in library.installed()}
    on_packs(screen)
    screen.wait_for("stick-message", "没有看到 U 盘")
    plug_in(stick, drives, "考试宝-反诈题库.xlsx")
    screen.settle()
    screen.touch("file-0")
    until(screen, "report")
    stored = part(screen, "report", "stored")
    assert stored > 0 and screen.text("good") == str(part(screen, "report", "good"))
    screen.touch("primary")
    until(screen, "preview")
    screen.touch("install")
    screen.wait_for("message", "装好了")
    assert "可以拔出" in screen.text("message")
    (row,) = [row for row in library.installed() if row.id not in before]
    assert row.items == stored
    assert store.flush(5)
    with store.read() as connection:
        acts = [
            json.loads(body[0]) for body in connection.execute("SELECT body FROM journal WHERE kind = 'staff_acted'")
        ]
    assert {"role": "teacher", "act": "pack_installed", "detail": f"{row.id} {row.version} ({row.items})"} in acts


def test_what_is_wrong_is_told_with_its_place(screen: Screen, door: Door, stick: Path, drives: DriveWatch) -> None:
    """The rest can still be installed; another file can be chosen."""
    plug_in(stick, drives, "有错的-反诈题库.xlsx")
    on_packs(screen)
    screen.touch("file-0")
    until(screen, "report")
    problems = part(screen, "report", "problems")
    assert any(one["level"] == "error" for one in problems)
    assert all(one["what"] and one["how"] and "行" in one["place"] for one in problems)
    screen.touch("back")
    until(screen, "list")


def test_a_list_of_people_is_refused(screen: Screen, door: Door, stick: Path, drives: DriveWatch) -> None:
    """With a sentence, and without a button to install it."""
    plug_in(stick, drives, "学生名册.xlsx")
    on_packs(screen)
    screen.touch("file-0")
    until(screen, "report")
    assert screen.text("refusal")
    assert screen.find("primary") is None


def test_a_bank_is_taken_away_by_two_touches(screen: Screen, door: Door, library: Library) -> None:
    """One touch only asks."""
    first = max(library.installed(), key=lambda row: row.turn)
    on_packs(screen)
    screen.touch(f"remove-{first.id}")
    assert first.id in {row.id for row in library.installed()}
    screen.touch(f"remove-{first.id}")
    screen.wait_for("message", "拿掉了")
    assert first.id not in {row.id for row in library.installed()}


def test_an_older_version_comes_back(
    screen: Screen, door: Door, stick: Path, drives: DriveWatch, library: Library
) -> None:
    """By two touches, where one lies here."""
    plug_in(stick, drives, "Excel另存-反诈题库.csv")
    on_packs(screen)
    for _ in range(2):
        installed(screen)
        (stick / "Excel另存-反诈题库.csv").write_bytes(
            b"".join((FILES / "Excel另存-反诈题库.csv").read_bytes().splitlines(keepends=True)[:-1])
        )
    newest = max(library.installed(), key=lambda row: row.turn)
    screen.touch(f"rollback-{newest.id}")
    screen.touch(f"rollback-{newest.id}")
    screen.wait_for("message", "退回")
    active = next(row for row in library.installed() if row.id == newest.id and row.state == "active")
    assert active.version != newest.version


def test_an_empty_stick_has_its_own_sentence(screen: Screen, door: Door, stick: Path, drives: DriveWatch) -> None:
    """Not the one of a stick that is not there."""
    plug_in(stick, drives)
    on_packs(screen)
    screen.wait_for("stick-message", "没有题包")


def test_a_stick_pulled_meanwhile(screen: Screen, door: Door, stick: Path, drives: DriveWatch) -> None:
    """The file is gone when it is chosen: a sentence, no crash."""
    plug_in(stick, drives, "反诈题库.gift")
    on_packs(screen)
    screen.wait(lambda: screen.find("file-0") is not None)
    shutil.rmtree(stick)
    screen.touch("file-0")
    screen.wait(lambda: screen.text("message") != "")
    assert screen.of_page("stage") == "list"
    drives.look()
    screen.wait_for("stick-message", "没有看到 U 盘")


def test_only_fitting_names_are_looked_at(tmp_path: Path) -> None:
    """Hidden files, other kinds, links and deep folders are left out; the newest stands first."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").mkdir()
    for name in ("one.XLSX", "~$one.xlsx", ".two.csv", "photo.jpg", "a/three.csv", "a/b/four.csv"):
        (tmp_path / name).write_text("x")
    (tmp_path / "link.csv").symlink_to(tmp_path / "one.XLSX")
    assert {one.path.name for one in candidates(tmp_path)} == {"one.XLSX", "three.csv"}


def test_many_names_end_early(tmp_path: Path) -> None:
    """Sixty are shown, however many there are."""
    for number in range(MOST_LOOKED_AT + 10):
        (tmp_path / f"{number}.csv").touch()
    assert len(candidates(tmp_path)) == 60


def test_a_stopped_check_says_so() -> None:
    """The next step of the work ends it."""
    progress = Progress()
    progress.step(200, 1000)
    assert (progress.done, progress.all) == (200, 1000)
    progress.give_up()
    with pytest.raises(GivenUp):
        progress.step(400)
