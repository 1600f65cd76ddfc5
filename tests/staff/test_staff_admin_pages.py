"""What the admin changes by touch: settings, classes, PINs; and what is on record of it."""

from pathlib import Path

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.staff.classes import label, sorted_labels
from kiosk.staff.door import Door
from kiosk.staff.setting_steps import stepped
from kiosk.store import settings
from kiosk.store.store import Store
from tests.devices.microphone import VirtualMicrophone
from tests.devices.sound_daemon import Daemon

from .conftest import PINS, Screen, Stay


def kept(store: Store) -> dict[str, object]:
    """The settings in the database."""
    with store.read() as connection:
        return settings.read_all(connection)


def test_a_setting_is_kept_told_and_recorded(screen: Screen, door: Door, store: Store, stay: Stay) -> None:
    """Every kind of control."""
    screen.enter("admin")
    screen.touch("page-settings")
    for name in ("language-en", "hand-left", "pinyin_default-switch", "idle_countdown_s-more"):
        screen.touch(name)
    screen.touch("group-sound")
    screen.touch("volume-less")
    screen.settle()
    told = {"language": "en", "hand": "left", "pinyin_default": True, "volume": 0.7, "idle_countdown_s": 50}
    assert stay.settings == told
    assert told.items() <= kept(store).items()
    assert store.flush(5)
    screen.touch("page-privacy")
    screen.touch("door-log")
    screen.settle()
    assert [row["what"] for row in screen.of_page("rows")[:2]] == [
        "改了设置：volume = 0.7",
        "改了设置：idle_countdown_s = 50",
    ]


def test_printer_and_brand_come_one_after_the_other(screen: Screen, door: Door, store: Store) -> None:
    """Round and round; groups stay as they were left."""
    screen.enter("admin")
    screen.touch("page-settings")
    screen.touch("group-hours")
    screen.touch("rest_after_min-less")
    screen.touch("group-place")
    for name in ("printer-open", "printer-open", "branding-open", "hub_sending-switch"):
        screen.touch(name)
    screen.settle()
    found = kept(store)
    assert [found[key] for key in ("rest_after_min", "branding", "hub_sending")] == [35, "none", False]
    assert found["printer"] == settings.SETTINGS["printer"].choices[2]


def test_opening_hours_are_set_by_touch(screen: Screen, door: Door, store: Store, stay: Stay) -> None:
    """A week from nothing: one day closed, another shorter, all workdays alike."""
    screen.enter("admin")
    screen.touch("page-settings")
    screen.touch("group-hours")
    screen.touch("opening_hours-open")
    screen.touch("always")
    for name in ("day-6", "day-open", "day-0", "from-more", "to-less", "to-less", "like-this"):
        screen.touch(name)
    screen.touch("primary")
    screen.settle()
    assert kept(store)["opening_hours"] == ["09:00-16:00"] * 5 + ["08:30-17:00", ""]
    assert stay.settings["opening_hours"] == kept(store)["opening_hours"]
    assert [row["value"] for row in screen.of_page("rows") if row["key"] == "opening_hours"] == ["一周 6 天"]


def test_each_hour_has_its_volume(screen: Screen, door: Door, store: Store) -> None:
    """Four steps round, and back to the same all day."""
    screen.enter("admin")
    screen.touch("page-settings")
    screen.touch("group-sound")
    screen.touch("volume_by_hour-open")
    for name in ("hour-12", "hour-12", "hour-13"):
        screen.touch(name)
    screen.settle()
    assert kept(store)["volume_by_hour"] == [100] * 12 + [30, 60] + [100] * 10
    screen.touch("all-day")
    screen.settle()
    assert kept(store)["volume_by_hour"] == []


def test_classes_are_picked_without_a_keyboard(screen: Screen, door: Door, store: Store) -> None:
    """Grade, then class; a second touch takes it off."""
    screen.enter("admin")
    screen.touch("page-settings")
    screen.touch("group-place")
    screen.touch("classes-open")
    screen.touch("grade-5")
    for name in ("class-2", "class-12", "class-1", "class-12"):
        screen.touch(name)
    screen.touch("primary")
    screen.settle()
    assert kept(store)["classes"] == ["五年级（1）班", "五年级（2）班"]


def test_class_lists_sort_by_grade_and_number() -> None:
    """Ours first, others as they come."""
    mixed = [label(9, 20), "阳光班", label(1, 10), label(1, 9)]
    assert sorted_labels(mixed) == ["一年级（9）班", "一年级（10）班", "九年级（20）班", "阳光班"]


@pytest.mark.parametrize(
    ("key", "direction", "changed"),
    [
        ("volume", 1, {"volume": 0.9}),
        ("idle_countdown_s", 1, {"idle_countdown_s": 50}),
        ("idle_reset_s", -1, {"idle_reset_s": 55}),
    ],
)
def test_one_step(key: str, direction: int, changed: dict[str, float]) -> None:
    """As large as the table says."""
    assert stepped({"volume": 0.8, "idle_countdown_s": 45, "idle_reset_s": 60}, key, direction) == changed


def test_the_two_idle_times_keep_their_distance() -> None:
    """The countdown is always seen for ten seconds."""
    values = {"volume": 1.0, "idle_countdown_s": 50, "idle_reset_s": 60}
    assert stepped(values, "idle_countdown_s", 1) == {"idle_countdown_s": 55, "idle_reset_s": 65}
    assert stepped(values, "idle_reset_s", -1) == {"idle_reset_s": 55, "idle_countdown_s": 45}
    assert stepped(values, "volume", 1) == {"volume": 1.0}


def test_a_role_gets_its_pin(screen: Screen, fresh_door: Door) -> None:
    """Twice the same; a taken one is refused with a sentence."""
    fresh_door.set_first_pin(PINS["admin"])
    screen.enter("admin")
    screen.touch("page-people")
    screen.touch("pin-teacher")
    screen.type(PINS["admin"])
    screen.wait_for("message", "已经有别的角色在用")
    screen.type(PINS["teacher"])
    screen.wait(lambda: screen.of_page("pad").property("stage") == "set_again")
    screen.type(PINS["teacher"])
    screen.wait(lambda: screen.of_page("pad") is None)
    screen.wait_for("message", "老师的新 PIN 已经生效")
    assert fresh_door.enter(PINS["teacher"]).role == "teacher"


def test_setting_a_pin_can_be_given_up(screen: Screen, door: Door) -> None:
    """Nothing changes."""
    screen.enter("admin")
    screen.touch("page-people")
    screen.touch("pin-guide")
    screen.touch("back")
    screen.wait(lambda: screen.of_page("pad") is None)
    assert door.enter(PINS["guide"]).role == "guide"


def test_a_pin_is_removed_by_two_touches(screen: Screen, door: Door) -> None:
    """And only that role's."""
    screen.enter("admin")
    screen.touch("page-people")
    screen.settle()
    screen.touch("remove-guide")
    assert "guide" in door.roles()
    screen.touch("remove-guide")
    screen.wait_for("message", "引导员的 PIN 已经停用")
    assert door.roles() == {"teacher", "admin", "auditor"}
    assert screen.find("remove-admin") is None


def test_a_new_recovery_code_is_shown_once(screen: Screen, door: Door) -> None:
    """Until it is copied."""
    screen.enter("admin")
    screen.touch("page-people")
    screen.touch("new-code")
    screen.wait(lambda: screen.of_page("code") != "")
    code = screen.text("new-code-shown").replace(" ", "")
    assert door.knows_recovery(code)
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("code") == "")


def test_the_log_turns_its_pages(screen: Screen, door: Door, clock: SteppedClock, store: Store) -> None:
    """Newest first; older and newer."""
    for number in range(20):
        clock.step(1000)
        door.record("admin", "exported", f"{number}")
    assert store.flush(5)
    clock.step(1000)
    screen.enter("auditor")
    screen.touch("door-log")
    screen.settle()
    assert screen.of_page("rows")[0]["what"] == "进来了"
    assert screen.of_page("rows")[1]["what"] == "导出了记录：19"
    screen.touch("older")
    screen.settle()
    assert (screen.of_page("first"), screen.of_page("rows")[0]["what"]) == (8, "导出了记录：13")
    screen.touch("newer")
    screen.settle()
    assert screen.of_page("first") == 1


def test_what_a_newer_program_recorded_is_shown_as_it_is(screen: Screen, door: Door, store: Store) -> None:
    """Never guessed, never hidden."""
    door.record("admin", "taught_a_robot", "R2")
    assert store.flush(5)
    screen.enter("auditor")
    screen.touch("door-log")
    screen.settle()
    assert "taught_a_robot R2" in [row["what"] for row in screen.of_page("rows")]


def test_the_microphone_is_chosen_by_its_name(
    screen: Screen, door: Door, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that are plugged in come one after the other, then the system's own again."""
    (tmp_path / "pulse").mkdir()
    daemon = Daemon(tmp_path / "pulse")
    monkeypatch.setenv("PULSE_SERVER", f"unix:{daemon.socket}")
    microphone = VirtualMicrophone(daemon, tmp_path)
    try:
        screen.enter("admin")
        screen.touch("page-settings")
        screen.touch("group-sound")
        screen.settle()
        for name in ("Desk-mic", ""):
            screen.touch("microphone-open")
            screen.settle()
            assert kept(store)["microphone"] == name
        screen.grab("staff-settings-more")
    finally:
        microphone.close()
        daemon.kill()
