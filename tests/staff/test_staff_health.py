"""Each check on a real home, and what it says."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.core.events import RetentionRan, VisitStarted
from kiosk.core.words import LANGUAGES
from kiosk.devices.state import DeviceState
from kiosk.packs.check import check_file
from kiosk.packs.library import Library
from kiosk.staff import health
from kiosk.staff.door import Door
from kiosk.staff.fonts import FontState, ask_fontconfig
from kiosk.staff.health import Check, Ground
from kiosk.store import settings
from kiosk.store.store import Store
from tests.packs.pack_help import crafted

from .conftest import PINS, ROOT, Screen

Look = Callable[[Ground], Check]


@pytest.fixture
def ground(home: Path, store: Store, clock: SteppedClock, library: Library) -> Ground:
    """A kiosk in good health, as far as the tests' machine goes."""
    return Ground(
        home=home,
        store=store,
        clock=clock,
        language="zh",
        speech=lambda: DeviceState("devices.speech_ready", True, {"voice": "测试"}),
        sound=lambda: DeviceState("devices.sound_ready", True),
        fonts=lambda: FontState(found=True),
    )


def test_every_line_is_told_in_both_languages(ground: Ground) -> None:
    """Names are stable; what and how are never empty."""
    for language in LANGUAGES:
        checks = health.examine(replace(ground, language=language))
        assert [one.name for one in checks] == [
            *("memory", "opening", "disk", "database", "backups", "packs"),
            *(
                "door",
                "clock",
                "fonts",
                "speech",
                "sound",
                "microphone",
                "screen",
                "booth",
                "retention",
                "accesses",
                "privacy",
                "sync",
                "version",
            ),
        ]
        assert all(one.what and one.how for one in checks)
    assert health.is_well(checks)


def test_no_backup_yet_then_one(ground: Ground, store: Store, clock: SteppedClock) -> None:
    """Its age is told; an old one is a warning."""
    assert health.backup(ground).level == "warning"
    store.append(VisitStarted(), None)
    assert store.flush(5)
    store.keep_house()
    assert health.backup(ground).level == "ok"
    clock.step(4 * 86_400_000)
    late = health.backup(ground)
    assert (late.level, "4 天前" in late.what) == ("warning", True)


@pytest.mark.parametrize(
    ("utc", "level", "words"),
    [
        (0, "error", "电池"),
        (1_767_225_599_999, "error", "电池"),
        (1_795_147_200_000 - 2 * 86_400_000, "error", "比最后一条记录"),
    ],
)
def test_a_clock_that_cannot_be_right(
    ground: Ground, store: Store, clock: SteppedClock, utc: int, level: str, words: str
) -> None:
    """Before the program, or before the last record. Nothing is rewritten."""
    store.append(VisitStarted(), None)
    assert store.flush(5)
    clock.utc = utc
    found = health.clock(ground)
    assert (found.level, words in found.what) == (level, True)
    with store.read() as connection:
        assert connection.execute("SELECT max(utc_ms) FROM journal").fetchone()[0] == 1_795_147_200_000


@pytest.mark.parametrize(
    ("state", "level"),
    [
        (FontState(), "warning"),
        (FontState(found=False), "error"),
        (FontState(found=True, missing="囍"), "warning"),
        (FontState(found=True), "ok"),
    ],
)
def test_fonts(ground: Ground, state: FontState, level: str) -> None:
    """Unknown, missing, incomplete, there."""
    assert health.fonts(replace(ground, fonts=lambda: state)).level == level


def test_fontconfig_is_asked_where_it_is() -> None:
    """Never an exception."""
    assert ask_fontconfig().found in (None, True, False)


def test_devices_say_it_themselves(ground: Ground) -> None:
    """Without a voice children can still play: a warning."""
    silent = replace(ground, speech=lambda: DeviceState("devices.speech_no_engine", False))
    assert health.speech(silent).level == "warning"
    assert "espeak-ng" in health.speech(silent).what


def test_a_damaged_pack_file_is_told_of(ground: Ground, library: Library, store: Store, stick: Path) -> None:
    """By its title, with what to do."""
    settings.save(store, "allow_unsigned_packs", True).result()
    stick.mkdir()
    (stick / "a.glow").write_bytes(crafted(title="某市题包"))
    row = library.install_checked(check_file(stick / "a.glow", (), date(2026, 11, 20)))
    assert health.packs(ground).level != "error"
    (ground.home / "packs" / row.file).write_bytes(b"noise")
    check = health.packs(ground)
    assert (check.level, "某市题包" in check.what, check.how != "") == ("error", True, True)


def test_packs_without_items_and_past_their_review(
    ground: Ground, library: Library, store: Store, clock: SteppedClock
) -> None:
    """Nothing to play is an error; a passed review date a warning."""
    clock.utc = 4_000_000_000_000
    assert "过了复核日期" in health.packs(ground).what
    for pack in {row.id for row in library.installed()}:
        library.remove(pack)
    assert health.packs(ground).level == "error"


def test_an_open_door_is_a_warning(ground: Ground, fresh_door: Door) -> None:
    """Until the admin's PIN is set."""
    assert health.door(ground).level == "warning"
    fresh_door.set_first_pin(PINS["admin"])
    assert health.door(ground).level == "ok"


def test_a_full_disk(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    """Low is a warning, nearly none an error."""
    for free, level in ((150, "error"), (900, "warning"), (5_000, "ok")):
        usage = type("Usage", (), {"free": free * health.MB})
        monkeypatch.setattr("shutil.disk_usage", lambda _, usage=usage: usage)
        assert health.disk(ground).level == level
    assert health.disk(replace(ground, home=Path("/nonexistent"))).level == "ok"


def test_a_damaged_database_is_told_at_the_next_opening(tmp_path: Path, clock: SteppedClock) -> None:
    """What was set aside, what took its place."""
    home = tmp_path / "broken"
    home.mkdir()
    (home / "kiosk.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 8192)
    store = Store.open(home, clock, housekeeping_after_s=None)
    try:
        told = health.opening(
            Ground(home, store, clock, "zh", DeviceState, DeviceState, FontState)  # type: ignore[arg-type]
        )
        assert told.level == "warning" and told.what
    finally:
        store.close()


def run(home: Path, *arguments: str, language: str = "zh_CN.UTF-8") -> subprocess.CompletedProcess[str]:
    """`kiosk health`."""
    environment = os.environ | {"LANG": language, "LC_ALL": "", "PYTHONPATH": str(ROOT)}
    program = "import sys; from kiosk.commands import main; sys.exit(main())"
    command = [sys.executable, "-c", program, "health", "--home", str(home), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_the_command_reports_as_the_contract_says(home: Path, store: Store) -> None:
    """While the screen has the home open; JSON for scripts, lines for people in their language."""
    done = run(home, "--json")
    told = json.loads(done.stdout)
    assert told["ok"] is True and done.returncode == 0, done.stderr
    assert set(told["checks"][0]) == {"name", "level", "what", "how"}
    assert "数据库检查通过" in run(home).stdout
    assert "The database is sound" in run(home, language="en_US.UTF-8").stdout
    zipped = run(home, "--json", "--diagnostics", str(home / "out.zip"))
    assert json.loads(zipped.stdout)["ok"] is True and "诊断包写好了" in zipped.stderr
    assert (home / "out.zip").stat().st_size > 1000


def test_the_command_fails_when_something_must_be_mended(tmp_path: Path) -> None:
    """A home that cannot be written."""
    (tmp_path / "file").write_text("not a folder")
    done = run(tmp_path / "file", "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["ok"] is False


def test_the_page_puts_what_needs_doing_first(screen: Screen, door: Door) -> None:
    """And looks again when asked."""
    screen.enter("guide")
    screen.touch("page-health")
    screen.wait(lambda: not screen.of_page("looking"))
    levels = [one["level"] for one in screen.of_page("checks")]
    assert levels == sorted(levels, key=("error", "warning", "ok").index)
    assert screen.of_page("errors") + screen.of_page("warnings") + screen.of_page("good") == len(levels)
    screen.touch("primary")
    screen.wait(lambda: not screen.of_page("looking"))


def test_an_update_that_was_taken_back_is_told(ground: Ground) -> None:
    """Until the next update succeeds."""
    assert health.version(ground).level == "ok"
    (ground.home / "update-failed").write_text("9.9.9\n")
    told = health.version(ground)
    assert told.level == "warning"
    assert "9.9.9" in told.what


def test_the_booth_says_why_it_is_closed(ground: Ground, store: Store, clock: SteppedClock) -> None:
    """Open, closed by hand or for want of room, nobody in charge, terms not kept; a deaf microphone is a warning."""

    def told(**values: int | str) -> tuple[str, str]:
        for key, value in values.items():
            settings.save(store, key, value).result()
        found = health.booth(ground)
        return found.level, found.what

    assert "只听一次" in told()[1]
    assert told(booth_mode="closed")[0] == "ok"
    assert told(booth_mode="consent")[0] == "warning"
    assert told(privacy_officer="德育处") == ("ok", "童声播报站：开放，须同意；等待审核 0 段。")
    take = "INSERT INTO take VALUES ('t1', 'pending', 'keep', 0, 0, '', '', '', 1.0, '', '[]')"
    store.write(lambda db: db.execute(take)).result()
    assert told()[0] == "warning"
    store.append(RetentionRan(0, 0, 0, 0), None)
    assert store.flush(5)
    assert told()[0] == "ok"
    deaf = replace(ground, microphone=lambda: DeviceState("booth.staff_tone_not_heard", False, {"microphone": "USB"}))
    assert health.microphone(deaf).level == "warning"
    assert "USB" in health.microphone(deaf).what
