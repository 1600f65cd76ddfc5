"""Keys pressed on a real X server with a window manager: nothing gets through but a scanner's burst.

What never reaches a program (Ctrl+Alt+F1, SysRq) cannot be tested or stopped here: the operating system's lock-down
sees to it.
"""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shell.x_screen import XScreen, wait_for

HERE = Path(__file__).parent
KEYS = ["alt+F4", "ctrl+q", "ctrl+w", "Escape", "F11", "Print", "super", "super+d", "super+e", "alt+Tab", "alt+Escape"]
KEYS += ["ctrl+alt+t", "ctrl+alt+Delete", "ctrl+alt+Left", "Tab", "Return", "space", "Menu", "shift+F10", "a", "7"]
KEYS += ["ctrl+c", "ctrl+v", "ctrl+z", "BackSpace", "Delete", "Home", "Left", "Down", "XF86Back", "XF86AudioMute"]
KEYS += [f"F{number}" for number in range(1, 13)]


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[XScreen]:
    """One X server for all tests here."""
    one = XScreen(tmp_path_factory.mktemp("x"))
    yield one
    one.close()


class Shown:
    """A process with a full-screen window on the X screen."""

    def __init__(self, screen: XScreen, *command: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, *command],
            env=screen.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        wait_for(lambda: screen.window_of(self.process.pid))
        self.window = screen.window_of(self.process.pid)

    def end(self) -> str:
        """Terminate it and give all it said."""
        self.process.terminate()
        out, error = self.process.communicate(timeout=10)
        return out + error


@pytest.fixture
def kiosk(screen: XScreen, tmp_path: Path) -> Iterator[Shown]:
    """The real screen process, on top."""
    shown = Shown(screen, "-m", "kiosk.app", "--home", str(tmp_path))
    wait_for(lambda: screen.on_top(shown.window))
    yield shown
    shown.end()


@pytest.fixture
def guarded(screen: XScreen) -> Iterator[Shown]:
    """The guarded window, on top."""
    shown = Shown(screen, str(HERE / "guarded_window.py"), "guard")
    wait_for(lambda: screen.on_top(shown.window))
    yield shown
    shown.end()


@pytest.mark.parametrize(("key", "code"), [("ctrl+q", 3), ("alt+F4", 0)])
def test_keys_do_reach_an_unguarded_window(screen: XScreen, key: str, code: int) -> None:
    """Otherwise the next test would prove nothing: here letters, shortcuts and the window manager's close arrive."""
    shown = Shown(screen, str(HERE / "guarded_window.py"))
    wait_for(lambda: screen.on_top(shown.window))
    screen.press("a", key)
    assert shown.process.wait(10) == code
    assert "leaked 65" in shown.end()


def test_no_key_changes_anything(screen: XScreen, guarded: Shown) -> None:
    """After all of them the process lives, its window is there, full, on top, and not one pixel has changed."""
    before = screen.picture()
    screen.press(*KEYS)
    wait_for(lambda: screen.on_top(guarded.window))
    assert guarded.process.poll() is None
    assert screen.window_of(guarded.process.pid) == guarded.window
    assert screen.picture() == before
    assert guarded.end() == ""


def test_a_hidden_window_comes_back(screen: XScreen, guarded: Shown) -> None:
    """Minimised by the window manager, it is full and on top again."""
    subprocess.run(["xdotool", "windowminimize", guarded.window], env=screen.environment, check=True)
    wait_for(lambda: screen.on_top(guarded.window))
    assert guarded.process.poll() is None


def test_a_window_put_before_it_goes_behind(screen: XScreen, guarded: Shown) -> None:
    """Whatever program opens a window and takes the focus: the kiosk comes back on top."""
    other = Shown(screen, str(HERE / "guarded_window.py"))
    wait_for(lambda: screen.on_top(guarded.window))
    screen.press("alt+Tab")
    wait_for(lambda: screen.on_top(guarded.window))
    other.end()


def test_a_scanner_is_heard_and_a_hand_is_not(screen: XScreen, guarded: Shown) -> None:
    """A burst ended by Enter arrives with its capitals and signs; slow typing and short bursts do not."""
    before = screen.picture()
    screen.type("FG-2026:abc/42", 2)
    screen.type("slow typing", 120)
    screen.type("abc", 2)
    screen.type("http://hub.local/e?c=7F3A", 2)
    assert screen.picture() == before
    wait_for(lambda: screen.on_top(guarded.window))
    assert guarded.end().splitlines() == ["scanned FG-2026:abc/42", "scanned http://hub.local/e?c=7F3A"]


def test_the_real_kiosk_keeps_its_screen(screen: XScreen, kiosk: Shown, tmp_path: Path) -> None:
    """No key begins a visit, leaves, or moves the window; SIGTERM, which staff's `leave` equals, still ends it."""
    screen.press(*KEYS)
    wait_for(lambda: screen.on_top(kiosk.window))
    assert kiosk.process.poll() is None
    assert screen.window_of(kiosk.process.pid) == kiosk.window
    database = sqlite3.connect(tmp_path / "kiosk.db")
    assert database.execute("SELECT count(*) FROM journal WHERE kind = 'visit_started'").fetchone() == (0,)
    database.close()
    kiosk.end()
    assert kiosk.process.returncode == 0
