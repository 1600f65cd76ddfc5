"""The booth's rules on screen, who listened, and what the health page says of it all."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.core.errors import KioskError
from kiosk.core.events import RetentionRan
from kiosk.core.words import say
from kiosk.devices.drives import Stick
from kiosk.devices.qt_drives import DriveWatch
from kiosk.devices.state import DeviceState
from kiosk.staff.booth_forms_officer import FILE, from_sticks, posts
from kiosk.staff.door import Door
from kiosk.staff.fonts import FontState
from kiosk.staff.health import Ground, accesses, retention
from kiosk.staff.parts import StaffParts
from kiosk.staff.retention_told import told
from kiosk.store import settings
from kiosk.store.store import Store

from .booth_parts import BoothHome
from .conftest import Screen

DAY_MS = 86_400_000


@pytest.fixture
def booth(home: Path, store: Store, clock: SteppedClock) -> BoothHome:
    """By consent, with somebody in charge."""
    return BoothHome(home, store, clock)


@pytest.fixture
def parts(parts: StaffParts, booth: BoothHome) -> StaffParts:
    """With the booth, whose settings follow."""
    return replace(parts, keeper=booth.keeper, setting_changed=booth.settings.__setitem__)


def on_rules(screen: Screen) -> None:
    """The admin's page of rules."""
    screen.enter("admin")
    screen.touch("page-booth")
    screen.touch("door-booth_rules")
    screen.wait(lambda: screen.page == "booth_rules")
    screen.settle()


def kept(store: Store) -> dict[str, Any]:
    """The settings on disk."""
    with store.read() as connection:
        return settings.read_all(connection)


def test_a_change_says_what_follows_before_it_counts(screen: Screen, door: Door, booth: BoothHome) -> None:
    """Retention changed: one form has to be signed anew; not saved, nothing has happened."""
    voice = booth.form("2026001")
    on_rules(screen)
    assert "1 份同意书" in screen.text("message")
    screen.touch("months_approved-more")
    screen.wait_for("message", "1 份要请家长重新签")
    assert kept(booth.store)["months_approved"] == 12
    screen.touch("back")
    assert not screen.of_page("dirty")
    screen.touch("days_unreviewed-less")
    screen.touch("primary")
    screen.wait(lambda: kept(booth.store)["days_unreviewed"] == 6)
    screen.wait(lambda: not screen.of_page("dirty") and screen.of_page("good"))
    screen.wait(lambda: not booth.guardian.rights([voice]).record)  # its guardian agreed to seven days
    screen.touch("days_unreviewed-more")
    screen.touch("primary")
    screen.wait(lambda: kept(booth.store)["days_unreviewed"] == 7)
    screen.settle()
    assert booth.guardian.rights([voice]).record, "as it was signed"


def test_the_three_ways_are_chosen(screen: Screen, door: Door, booth: BoothHome) -> None:
    """Each is kept and on record; whoever was in the booth leaves it with the change."""
    on_rules(screen)
    for mode in ("closed", "once", "consent"):
        screen.touch(f"mode-{mode}")
        screen.touch("primary")
        screen.wait(lambda: kept(booth.store)["booth_mode"] == mode)  # noqa: B023
        screen.settle()
        assert booth.settings["booth_mode"] == mode
    screen.touch("page-privacy")
    screen.touch("door-log")
    screen.wait(lambda: any("booth_mode = closed" in text for text in screen.texts()))


def test_limits_hold(screen: Screen, door: Door, booth: BoothHome) -> None:
    """The register is kept three years at least, return codes sixty days at most."""
    on_rules(screen)
    screen.touch("years_register-less")
    screen.touch("days_return_code-more")
    assert not screen.of_page("dirty")


def test_who_is_in_charge_comes_from_the_list_or_a_stick(
    screen: Screen, door: Door, booth: BoothHome, stick: Path, drives: DriveWatch
) -> None:
    """Without the file a sentence says how to make it; its name becomes the draft, which is saved."""
    on_rules(screen)
    screen.touch("officer-open")
    screen.touch("officer-file")
    screen.wait_for("message", "没有“负责人.txt”")
    screen.touch("post-4")
    assert screen.of_page("officer") == posts()[4]
    stick.mkdir()
    (stick / FILE).write_text("\ufeff\n  少先队　辅导员 办公室 \n第二行", "utf-8")
    drives.look()
    screen.touch("officer-open")
    screen.touch("officer-file")
    screen.wait(lambda: screen.of_page("officer") == "少先队 辅导员 办公室")
    screen.touch("primary")
    screen.wait(lambda: kept(booth.store)["privacy_officer"] == "少先队 辅导员 办公室")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "officer_unreadable"),
        (b"\n \n", "officer_unreadable"),
        (b"\xff\xff\x00", "officer_unreadable"),
        ("长".encode() * 41, "officer_long"),
    ],
)
def test_a_file_that_will_not_do(content: bytes, code: str, tmp_path: Path) -> None:
    """Empty, of blanks, of no encoding that we know, too long."""
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(KioskError, match=code):
        from_sticks([Stick(tmp_path, "A", 1, False)])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_every_editor_will_do(encoding: str, tmp_path: Path) -> None:
    """What Windows' and everybody else's editors write."""
    (tmp_path / FILE).write_bytes("德育处\r\n".encode(encoding))
    assert from_sticks([Stick(tmp_path, "A", 1, False)]) == "德育处"


def test_who_listened_is_shown_and_a_broken_chain_told(
    make_screen: Callable[..., Screen], door: Door, booth: BoothHome
) -> None:
    """The auditor sees each act and its reason; an entry that was changed is found out."""
    take = booth.take(booth.form("2026001"))
    booth.guardian.hear(take, "teacher", "guardian_asks")
    booth.guardian.review(take, "approved", "admin")
    screen = make_screen()
    screen.enter("auditor")
    screen.touch("door-accesses")
    screen.wait(lambda: screen.of_page("total") == 2)
    newest, oldest = screen.of_page("rows")
    assert (newest["role"], oldest["role"]) == ("基地管理员", "老师")
    assert "通过了录音" in newest["what"] and "家长要求" in oldest["what"]
    assert screen.of_page("whole")
    booth.store.write(lambda db: db.execute("UPDATE access_log SET reason = 'review' WHERE act = 'heard'")).result()
    screen.touch("back")
    screen.wait(lambda: screen.page == "privacy")
    screen.touch("door-accesses")
    screen.wait(lambda: screen.of_page("whole") is False)
    assert "对不上" in screen.of_page("chain")


def ground(booth: BoothHome, home: Path, language: str = "zh") -> Ground:
    """What the health page looks at."""
    quiet = DeviceState("devices.sound_off", works=False)
    return Ground(home, booth.store, booth.clock, language, lambda: quiet, lambda: quiet, lambda: FontState("", True))


def test_the_health_page_tells_of_clearing_and_chain(booth: BoothHome, home: Path) -> None:
    """Nothing yet, what was cleared yesterday, a whole chain, a broken one."""
    assert (accesses(ground(booth, home)).level, retention(ground(booth, home)).level) == ("ok", "ok")
    take = booth.take(booth.form("2026001"), days=8)
    booth.guardian.hear(take, "teacher", "review")
    booth.guardian.daily()
    booth.store.flush(5)
    booth.clock.step(DAY_MS)
    assert retention(ground(booth, home)).what.startswith("昨天的清理：删掉 1 段录音")
    assert "1 条" in accesses(ground(booth, home)).what
    booth.store.write(lambda db: db.execute("UPDATE access_log SET role = 'guide'")).result()
    broken = accesses(ground(booth, home))
    assert broken.level == "error" and "备份" in broken.how


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_run_is_told_by_its_day(language: str) -> None:
    """Today, yesterday, an older day; never."""
    now = 1_795_147_200_000
    run, nothing = RetentionRan(1, 2, 3, 4, 5), RetentionRan(0, 0, 0, 0)

    def words(code: str, **params: object) -> str:
        return say(code, language, **params)

    told_of = [told((now - days * DAY_MS, run), now, words) for days in (0, 1, 2)]
    assert len(set(told_of)) == 3 and all("6" in one for one in told_of)
    assert told((now, nothing), now, words) != told(None, now, words)
