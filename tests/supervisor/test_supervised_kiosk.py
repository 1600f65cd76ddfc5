"""The real screen under the supervisor: that it comes back, and what the trouble screen does."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest

from kiosk.core.programs import RESTART
from kiosk.supervisor import Supervisor


@pytest.fixture
def supervisor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Supervisor]:
    """A supervisor with the real screen, on no display."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    one = Supervisor(tmp_path, ["--windowed", "--size", "1920x1080"])
    thread = Thread(target=one.run)
    thread.start()
    yield one
    one.stop()
    thread.join()


def frame_after(supervisor: Supervisor, moment: float) -> float:
    """Wait for a first frame after `moment`; when it stood."""
    end = monotonic() + 20
    while supervisor.first_frame_at <= moment:
        assert monotonic() < end, "no first frame"
        sleep(0.002)
    return supervisor.first_frame_at


def screens() -> list[int]:
    """The screen processes that this test's process has started."""
    found = [(task / "children").read_text().split() for task in Path("/proc/self/task").iterdir()]
    pids = [int(pid) for pids in found for pid in pids]
    return [pid for pid in pids if "kiosk.app" in Path(f"/proc/{pid}/cmdline").read_text()]


def test_attract_comes_back_after_a_kill(supervisor: Supervisor) -> None:
    """Twice, without anybody's doing. How soon is a figure of `benchmarks/back.py`."""
    frame_after(supervisor, 0.0)
    for _ in range(2):
        (pid,) = screens()
        killed = monotonic()
        os.kill(pid, signal.SIGKILL)
        assert frame_after(supervisor, killed) > killed
        assert screens() != [pid]


def test_the_real_screen_ends_with_its_supervisor(tmp_path: Path) -> None:
    """SIGKILL to the supervisor: the lifeline ends the screen."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "kiosk", "run", "--home", str(tmp_path), "--windowed"]
    running = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
    end = monotonic() + 20
    while not (pids := children.read_text().split()) or not (tmp_path / "kiosk.db").exists():
        assert monotonic() < end
        sleep(0.01)
    running.kill()
    running.communicate()
    while Path(f"/proc/{pids[0]}").exists() and " Z " not in Path(f"/proc/{pids[0]}/stat").read_text():
        assert monotonic() < end
        sleep(0.01)


@pytest.mark.parametrize("painted", [[], ["--painted"]], ids=["qml", "painted"])
def test_the_trouble_screen_tries_again_when_pressed(painted: list[str]) -> None:
    """Its button, pressed by a finger in a process of its own, ends it with the code for another try."""
    script = Path(__file__).with_name("press_trouble.py")
    done = subprocess.run(
        [sys.executable, str(script), *painted],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_FATAL_WARNINGS": "1"},
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (RESTART, "")
