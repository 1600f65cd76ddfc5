"""A service stick behind the PIN: found by itself, shown, taken whole or not at all, and written."""

from pathlib import Path

from kiosk.core.clock import SteppedClock
from kiosk.devices.qt_drives import DriveWatch
from kiosk.staff.door import Door
from kiosk.store import settings
from kiosk.store.settings_file import read
from kiosk.store.store import Store

from .conftest import Screen, Stay


def kept(store: Store) -> dict[str, object]:
    """The settings in the database."""
    with store.read() as connection:
        return settings.read_all(connection)


def put(stick: Path, text: str, drives: DriveWatch) -> None:
    """A stick with a `kiosk.toml` is plugged in."""
    stick.mkdir(exist_ok=True)
    (stick / "kiosk.toml").write_text(text, "utf-8")
    drives.look()


def on_stick(screen: Screen) -> None:
    """The admin looks at the stick."""
    screen.enter("admin")
    screen.touch("page-settings")
    screen.touch("group-stick")


def test_a_service_stick_is_shown_and_then_taken(
    screen: Screen, door: Door, store: Store, stick: Path, drives: DriveWatch, stay: Stay
) -> None:
    """Plugged in while the page is open; nothing changes before the touch, everything at once after it."""
    on_stick(screen)
    put(stick, 'format = 1\nbase_name = "示例基地"\nvolume = 0.5\nhand = "right"\n', drives)
    screen.wait_for("settings-found", "会改这 2 项")
    assert kept(store)["volume"] == 0.8
    screen.touch("primary")
    screen.wait_for("settings-found", "改好了 2 项")
    told = {"base_name": "示例基地", "volume": 0.5}
    assert stay.settings == told
    assert told.items() <= kept(store).items()
    assert store.flush(5)
    screen.model.open("log")
    screen.settle()
    acts = [row["what"] for row in screen.of_page("rows")[:3]]
    assert "照 kiosk.toml 改了设置：base_name, volume" in acts and "改了设置：volume = 0.5" in acts


def test_a_file_with_a_mistake_changes_nothing(
    screen: Screen, door: Door, store: Store, stick: Path, drives: DriveWatch
) -> None:
    """Each mistake by line and key; there is no key to take it."""
    on_stick(screen)
    put(stick, "format = 1\nvolume = 9\nadmin_pin = 123456\nhand = 'left'", drives)
    screen.wait_for("settings-found", "一项都不会改")
    rows = [row["name"] for row in screen.of_page("stick").rows]
    assert rows[0].startswith("第 2 行") and rows[1].startswith("第 3 行")
    assert screen.find("primary") is None
    screen.of_page("stick").apply()
    screen.settle()
    assert kept(store) == {key: one.default for key, one in settings.SETTINGS.items()}


def test_settings_are_written_for_other_kiosks(
    screen: Screen, door: Door, store: Store, stick: Path, drives: DriveWatch
) -> None:
    """Beside what lies there; the file is one that a kiosk takes."""
    put(stick, "format = 1\n", drives)
    settings.save(store, "volume", 0.3).result(10)
    on_stick(screen)
    screen.wait_for("settings-found", "没有要改的")
    screen.touch("settings-write")
    screen.wait(lambda: (stick / "kiosk-2.toml").exists())
    screen.wait_for("settings-found", "kiosk-2.toml")
    defaults = {key: one.default for key, one in settings.SETTINGS.items()}
    assert read((stick / "kiosk-2.toml").read_text("utf-8"), defaults).values == {"volume": 0.3}


def test_a_service_stick_and_a_doubtful_clock_are_told_on_the_first_page(
    screen: Screen, door: Door, store: Store, stick: Path, drives: DriveWatch, clock: SteppedClock
) -> None:
    """To the admin, as soon as it is plugged in; the clock to everybody."""
    screen.enter("admin")
    screen.wait(lambda: screen.of_page("ready"))
    assert screen.of_page("troubles") == []
    put(stick, "format = 1\n", drives)
    screen.wait(lambda: any("kiosk.toml" in one for one in screen.of_page("troubles")))
    assert store.flush(5)
    clock.utc -= 40 * 86_400_000
    screen.model.open("today")
    screen.wait(lambda: any("电脑的时间" in one for one in screen.of_page("troubles")))
