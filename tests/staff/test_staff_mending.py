"""Items without explanation or family get them by tap; long work is counted and can be stopped at any moment."""

import shutil
from pathlib import Path
from random import Random

import pytest

from kiosk.core.item import Item
from kiosk.devices.qt_drives import DriveWatch
from kiosk.packs import watching
from kiosk.packs.library import Library
from kiosk.packs.suggest import suggestions
from kiosk.staff import long_work
from kiosk.staff.door import Door
from kiosk.staff.giving_up import Progress

from .conftest import Screen
from .test_staff_bringing import bank, bring
from .test_staff_packs_page import FILES, installed, on_packs, until


def open_mending(screen: Screen, stick: Path, drives: DriveWatch, library: Library) -> str:
    """The bank of `CSV` installed, its item without explanation on the screen."""
    bring(stick, drives)
    on_packs(screen)
    installed(screen)
    (row,) = [row for row in library.installed() if row.title == "题库"]
    screen.touch(f"mend-{row.id}")
    until(screen, "mend")
    return row.id


def stems(library: Library, family: str) -> set[str]:
    """What children can be asked in that family."""
    return {found.item.stem for found in library.pick(family, 100, random=Random(1))}


def choose(screen: Screen, name: str) -> None:
    """Touch the choice of that name."""
    choices = screen.model.property("model").mend.choices
    screen.touch(f"mend-choice-{next(place for place, one in enumerate(choices) if one['name'].startswith(name))}")


def test_family_explanation_and_nature_by_three_taps(
    screen: Screen, door: Door, stick: Path, drives: DriveWatch, library: Library
) -> None:
    """What is suggested follows the family; the item is played in that family at once."""
    pack = open_mending(screen, stick, drives, library)
    assert screen.text("mend-stem") == "没解析？"
    mend = screen.model.property("model").mend
    assert [tab["key"] for tab in mend.tabs if tab["open"]] == ["family"]
    choose(screen, "冒充老师")
    screen.wait(lambda: [tab["key"] for tab in mend.tabs if tab["open"]] == ["explanation"])
    choose(screen, "正确答案是“己”")
    screen.wait(lambda: [tab["key"] for tab in mend.tabs if tab["open"]] == ["nature"])
    choose(screen, "骗局")
    screen.touch("primary")
    screen.wait_for("message", "补好了 1 道题")
    assert bank(library) == ("1.0.1", 2, 2)
    assert "没解析？" in stems(library, "fake_teacher")
    assert library.unfinished(pack) == []
    screen.settle()
    assert screen.find(f"mend-{pack}") is None


def test_what_was_tapped_can_be_taken_back(
    screen: Screen, door: Door, stick: Path, drives: DriveWatch, library: Library
) -> None:
    """A second touch takes it back; nothing to keep, nothing to press; going back changes nothing."""
    open_mending(screen, stick, drives, library)
    mend = screen.model.property("model").mend
    choose(screen, "AI换脸")
    screen.wait(lambda: mend.touched == 1)
    screen.touch("mend-tab-family")
    choose(screen, "AI换脸")
    screen.wait(lambda: mend.touched == 0)
    button = screen.find("primary")
    assert button is not None and not button.property("usable")
    screen.touch("back")
    until(screen, "list")
    assert bank(library)[0] == "1.0.0"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_family_and_nature_has_suggestions(language: str, library: Library) -> None:
    """Whole sentences, none twice; a genuine message is never explained as a scam."""
    item = Item("a", "choice", "真的吗？", ("A",))
    for family in library.families():
        for nature in ("", "scam", "genuine", "ask_first"):
            found = suggestions(item, family.id, nature, language)
            assert len(found) == len(set(found)) >= 2
            assert all(text.endswith(("。", ".")) and len(text) < 200 for text in found)
            if nature == "genuine":
                assert not any("骗局" in text or "scam" in text for text in found)


@pytest.mark.parametrize("stopped_at", range(9))
def test_stopped_at_any_moment_nothing_is_changed(
    stopped_at: int,
    screen: Screen,
    door: Door,
    stick: Path,
    drives: DriveWatch,
    library: Library,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """While it is checked, compared, made ready and written; the count goes to its end when nobody stops it."""
    told: list[tuple[int, int]] = []

    class Stopping(Progress):
        """Stops at the step whose turn it is."""

        def step(self, done: int, all_: int = 0) -> None:
            told.append((done, all_))
            if len(told) > stopped_at:
                self.give_up()
            super().step(done, all_)

    monkeypatch.setattr(watching, "EACH", 1)
    monkeypatch.setattr(long_work, "Progress", Stopping)
    before = library.installed()
    bring(stick, drives)
    on_packs(screen)
    screen.touch("file-0")
    screen.wait(lambda: screen.of_page("stage") != "busy" and bool(told))
    if screen.of_page("stage") == "report":
        screen.model.property("model").install()
    screen.wait_for("message", "已经停下")
    assert library.installed() == before
    assert [path.name for path in stick.iterdir()] == ["题库.csv"]
    assert all(done <= total for done, total in told)
    assert len(told) == stopped_at + 1


def test_a_family_for_all_that_have_none(
    screen: Screen, door: Door, stick: Path, drives: DriveWatch, library: Library
) -> None:
    """A Kahoot of ten questions: one tap for the family of all, and each explanation by one more."""
    stick.mkdir()
    shutil.copy(FILES / "Kahoot-反诈题库.xlsx", stick)
    drives.look()
    on_packs(screen)
    screen.touch("file-0")
    until(screen, "report")
    screen.touch("primary")
    screen.wait_for("message", "装好了")
    (row,) = [row for row in library.installed() if row.title == "Kahoot-反诈题库"]
    assert (row.items, row.playable) == (10, 0)
    screen.touch(f"mend-{row.id}")
    until(screen, "mend")
    mend = screen.model.property("model").mend
    choose(screen, "冒充客服")
    screen.touch("mend-all")
    for _ in range(10):
        screen.wait(lambda: [tab["key"] for tab in mend.tabs if tab["open"]] == ["explanation"])
        screen.touch("mend-choice-0")
        screen.wait(lambda: mend.touched == 10 and not mend.tabs[0]["open"])
        screen.touch("mend-next")
    screen.touch("primary")
    screen.wait_for("message", "补好了 10 道题")
    (row,) = [one for one in library.installed() if one.id == row.id and one.state == "active"]
    assert (row.version, row.playable) == ("1.0.1", 10)
    assert library.unfinished(row.id) == []
