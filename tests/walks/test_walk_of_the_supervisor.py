"""`kiosk run` on a real X server: whatever kills the screen, attract is back, and what was recorded is there."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.shell.x_screen import XScreen, wait_for

WIDTH, HEIGHT = 1280, 720
TITLE_LINES = range(60, 150)
"""Where attract shows the name of the place, which does not move."""


@pytest.fixture
def x_screen(tmp_path: Path) -> Iterator[XScreen]:
    folder = tmp_path / "x"
    folder.mkdir()
    one = XScreen(folder)
    yield one
    one.close()


@pytest.fixture
def run(x_screen: XScreen, tmp_path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """`kiosk run --windowed`, ended by SIGTERM as the system does when it shuts down."""
    program = str(Path(sys.executable).with_name("kiosk"))
    command = [program, "run", "--home", str(tmp_path / "home"), "--windowed", "--size", f"{WIDTH}x{HEIGHT}"]
    process = subprocess.Popen(command, env=x_screen.environment, stderr=subprocess.DEVNULL)
    yield process
    process.terminate()
    assert process.wait(20) == 0


def screen_of(run: "subprocess.Popen[bytes]") -> int:
    """The process that shows the screen; 0 while there is none."""
    pids = list[str]()
    for task in Path(f"/proc/{run.pid}/task").iterdir():
        with suppress(FileNotFoundError):  # this thread has ended meanwhile
            pids += (task / "children").read_text().split()
    return int(pids[0]) if pids else 0


def title(x_screen: XScreen) -> bytes:
    """The pixels where attract has its title, out of Xvfb's frame buffer (an xwd file)."""
    picture = x_screen.picture()
    header, colours = int.from_bytes(picture[:4], "big"), int.from_bytes(picture[76:80], "big")
    start = header + 12 * colours
    return picture[start + TITLE_LINES.start * WIDTH * 4 : start + TITLE_LINES.stop * WIDTH * 4]


def kinds(home: Path) -> list[str]:
    """What the journal has, packs aside, read without the store."""
    with closing(sqlite3.connect(home / "kiosk.db")) as connection:
        rows = connection.execute("SELECT kind FROM journal WHERE kind <> 'pack_installed' ORDER BY position")
        return [kind for (kind,) in rows]


def wait_for_attract(x_screen: XScreen, run: "subprocess.Popen[bytes]", other_than: int = 0) -> int:
    """Wait until the window of a new screen process stands still; the process."""
    wait_for(lambda: (pid := screen_of(run)) not in (0, other_than) and x_screen.window_of(pid))
    before = b""

    def still() -> bool:
        nonlocal before
        shown, last = title(x_screen), before
        before = shown
        return shown == last and len(set(shown)) > 16

    wait_for(still)
    return screen_of(run)


def test_attract_comes_back_after_kill_nine(x_screen: XScreen, run: "subprocess.Popen[bytes]", tmp_path: Path) -> None:
    first = wait_for_attract(x_screen, run)
    attract = title(x_screen)
    # Somebody comes in by the big button, and the screen dies under the hand.
    subprocess.run(["xdotool", "mousemove", "640", "615", "click", "1"], env=x_screen.environment, check=True)
    wait_for(lambda: title(x_screen) != attract)
    wait_for(lambda: kinds(tmp_path / "home") == ["visit_started"])
    os.kill(first, signal.SIGKILL)
    second = wait_for_attract(x_screen, run, other_than=first)
    assert second != first
    wait_for(lambda: title(x_screen) == attract)
    assert kinds(tmp_path / "home") == ["visit_started"]
    assert run.poll() is None
