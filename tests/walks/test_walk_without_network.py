"""No network at start, no telemetry: in an empty network namespace the kernel watches, and nobody reaches out."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.core.programs import SHOWN, SUPERVISED

WATCH = ["unshare", "--map-root-user", "--net", "strace", "-f", "-qq", "-e", "trace=network", "-o"]
OUTWARD = re.compile(r"(connect|sendto|sendmsg|sendmmsg|bind)\(.*AF_INET")


def may_watch() -> bool:
    """Whether this machine lets us have a namespace of our own and trace our own children."""
    if not (shutil.which("unshare") and shutil.which("strace")):
        return False
    return subprocess.run([*WATCH, "/dev/null", "true"], capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(not may_watch(), reason="needs unshare and strace, which this machine does not allow")


def outward(log: Path) -> list[str]:
    """The calls that would have reached out."""
    return [line for line in log.read_text("utf-8", "replace").splitlines() if OUTWARD.search(line)]


def test_the_watch_sees_somebody_who_reaches_out(tmp_path: Path) -> None:
    """Otherwise the tests below would pass in silence."""
    code = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect_ex(('192.0.2.1', 53))"
    subprocess.run([*WATCH, str(tmp_path / "log"), sys.executable, "-c", code], check=True)
    assert outward(tmp_path / "log")


def test_the_screen_reaches_for_nobody(tmp_path: Path) -> None:
    """From its start to its first frame, the built-in banks and the devices included."""
    settings = {"QT_QPA_PLATFORM": "offscreen", SUPERVISED: "1"}
    command = [*WATCH, str(tmp_path / "log"), sys.executable, "-m", "kiosk.app", "--home", str(tmp_path / "home")]
    with subprocess.Popen(
        command, env={**os.environ, **settings}, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as screen:
        assert screen.stdout
        beats = 0
        for line in screen.stdout:
            beats += line.strip() != SHOWN
            if beats >= 4:  # some seconds of standing there
                break
        os.killpg(screen.pid, signal.SIGTERM)
    assert beats >= 4, "the screen did not come to stand"
    assert outward(tmp_path / "log") == []


@pytest.mark.parametrize(
    "arguments", [["health"], ["pack", "list"], ["simulate", "--answers", "20"], ["export", "log", "OUT/log.csv"]]
)
def test_the_commands_reach_for_nobody(tmp_path: Path, arguments: list[str]) -> None:
    """None of them."""
    words = [one.replace("OUT", str(tmp_path)) for one in arguments]
    command = [*WATCH, str(tmp_path / "log"), sys.executable, "-m", "kiosk", *words, "--home", str(tmp_path / "home")]
    assert subprocess.run(command, capture_output=True, check=False).returncode in (0, 1)
    assert outward(tmp_path / "log") == []
