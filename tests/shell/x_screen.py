"""A real X screen with a window manager and a hand on the keyboard: Xvfb, openbox, xdotool."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep


def wait_for(what: Callable[[], object], seconds: float = 60.0) -> None:
    """Return when `what()` is true; fail after `seconds`."""
    end = monotonic() + seconds
    while not what():
        assert monotonic() < end, f"not within {seconds} s"
        sleep(0.02)


class XScreen:
    """An X server of the test's own; `folder` holds its frame buffer and openbox's home."""

    def __init__(self, folder: Path) -> None:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x720x24", "-nolisten", "tcp"]
        command += ["-fbdir", str(folder)]
        self._server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as told:
            self.display = f":{told.readline().strip()}"
        self.environment = {**os.environ, "DISPLAY": self.display, "HOME": str(folder), "QT_QPA_PLATFORM": "xcb"}
        self._picture = folder / "Xvfb_screen0"
        self._manager = subprocess.Popen(
            ["openbox"], env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        wait_for(lambda: "window id" in self.said("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"))

    def said(self, *command: str) -> str:
        """What an X tool prints."""
        return subprocess.run(command, env=self.environment, check=False, capture_output=True, text=True).stdout

    def press(self, *keys: str) -> None:
        """Press and let go each key or chord, as a hand does."""
        for key in keys:
            subprocess.run(["xdotool", "key", key], env=self.environment, check=True)

    def type(self, text: str, delay_ms: int) -> None:
        """Type `text` and Return with about `delay_ms` between two keys, as one hand (or scanner)."""
        # xdotool waits half the delay after a key goes down and half after it comes up.
        command = ["xdotool", "type", "--delay", str(delay_ms * 2), "--args", "1", text, "key", "Return"]
        subprocess.run(command, env=self.environment, check=True)

    def window_of(self, pid: int) -> str:
        """The visible window of a process; empty when there is none."""
        found = self.said("xdotool", "search", "--all", "--onlyvisible", "--pid", str(pid), "--name", ".").split()
        return found[-1] if found else ""

    def on_top(self, window: str) -> bool:
        """Whether the window fills the screen and is the active one."""
        state = self.said("xprop", "-id", window, "_NET_WM_STATE")
        active = self.said("xdotool", "getactivewindow").strip()
        return "_NET_WM_STATE_FULLSCREEN" in state and "HIDDEN" not in state and active == window

    def picture(self) -> bytes:
        """The whole screen as it is now."""
        return self._picture.read_bytes()

    def close(self) -> None:
        """End manager and server."""
        for process in (self._manager, self._server):
            process.terminate()
            process.wait()
