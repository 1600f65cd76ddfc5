"""The supervisor over real processes: crashes, hangs, loops, signals, one a home."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from kiosk.core.lock import HomeLock
from kiosk.supervisor import Life, why

HERE = Path(__file__).parent


def wait_for(what: Callable[[], object], seconds: float = 10.0) -> None:
    """Return when `what()` is true; fail after `seconds`."""
    end = monotonic() + seconds
    while not what():
        assert monotonic() < end, f"not within {seconds} s"
        sleep(0.005)


def alive(pid: int) -> bool:
    """Whether the process runs (a zombie does not)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


class Run:
    """One supervisor process over planned screens."""

    def __init__(self, home: Path, plan: str, trouble: str = "planned_trouble") -> None:
        self.home = home
        (home / "plan").write_text(plan)
        self.process = subprocess.Popen(
            [sys.executable, str(HERE / "supervise_here.py"), str(home), "planned_screen", trouble],
            env={**os.environ, "PYTHONPATH": str(HERE), "LANG": "en_US.UTF-8"},
            stderr=subprocess.PIPE,
            text=True,
        )

    def lives(self) -> list[int]:
        """The pids of all screens so far."""
        path = self.home / "lives"
        return [int(line.split()[0]) for line in path.read_text().splitlines()] if path.exists() else []

    def living(self, number: int) -> int:
        """Wait for the screen of that number (from 1) to live; its pid."""
        wait_for(lambda: len(self.lives()) >= number)
        return self.lives()[number - 1]

    def logs(self) -> list[str]:
        """What the crash logs say, oldest first."""
        return [path.read_text() for path in sorted((self.home / "logs").glob("*.log"))]

    def end(self) -> tuple[int, str]:
        """Wait for the supervisor's own end: exit code and standard error."""
        _, said = self.process.communicate(timeout=20)
        return self.process.returncode, said


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Run]]:
    """Start supervisors that do not outlive the test."""
    runs: list[Run] = []

    def begin(plan: str, **more: str) -> Run:
        runs.append(Run(tmp_path, plan, **more))
        return runs[-1]

    yield begin
    for run in runs:
        if run.process.poll() is None:
            run.process.kill()
        run.process.communicate()


def test_leaving_ends_the_supervisor(start: Callable[..., Run]) -> None:
    """Exit code 0 of the screen is staff's wish."""
    run = start("leave")
    assert run.end()[0] == 0
    assert len(run.lives()) == 1


def test_a_killed_screen_is_back_at_once(start: Callable[..., Run]) -> None:
    """SIGKILL from outside: a new process, and a line in the log that says what happened."""
    run = start("play")
    first = run.living(1)
    os.kill(first, signal.SIGKILL)
    run.living(2)
    wait_for(run.logs)
    assert "supervisor.killed" in run.logs()[0]


def test_arguments_reach_every_screen(start: Callable[..., Run]) -> None:
    """The second life is started like the first."""
    run = start("restart leave")
    assert run.end()[0] == 0
    assert [line.split()[1:] for line in (run.home / "lives").read_text().splitlines()] == [["--windowed"]] * 2


def test_asked_for_restarts_are_no_crashes(start: Callable[..., Run]) -> None:
    """However many: no log, no trouble screen."""
    run = start("restart restart restart restart leave")
    assert run.end() == (0, "")
    assert not (run.home / "logs").exists() and not (run.home / "told").exists()


def test_a_hanging_screen_is_replaced_and_shows_where_it_hung(start: Callable[..., Run]) -> None:
    """No beat for the time allowed; the fault handler's stack is in the log."""
    run = start("hang leave")
    assert run.end()[0] == 0
    (log,) = run.logs()
    assert "supervisor.hung" in log and "in behave" in log


def test_a_stopped_screen_is_replaced(start: Callable[..., Run]) -> None:
    """SIGSTOP: it cannot even take SIGABRT."""
    run = start("play leave")
    wait_for(lambda: run.lives())
    os.kill(run.living(1), signal.SIGSTOP)
    assert run.end()[0] == 0


def test_a_screen_that_never_begins_is_replaced(start: Callable[..., Run]) -> None:
    """It gets the longer time of a start, no more."""
    run = start("mute leave")
    assert run.end()[0] == 0
    assert "supervisor.never_began" in run.logs()[0]


@pytest.mark.parametrize(
    ("word", "code"),
    [("fault", "supervisor.fault"), ("segfault", "supervisor.crashed"), ("incomplete", "supervisor.missing_part")],
)
def test_a_crash_loop_ends_in_the_trouble_screen(start: Callable[..., Run], word: str, code: str) -> None:
    """Three crashes: staff are told why; their press tries again, and counting begins anew."""
    run = start(f"{word} {word} {word} {word} {word} leave")
    exit_code, said = run.end()
    assert exit_code == 0
    told = (run.home / "told").read_text().splitlines()
    assert told.count("--code") == 1
    assert told[told.index("--code") + 1] == code
    assert len(run.lives()) == 6 and len(run.logs()) == 5
    assert "小明" not in "".join(run.logs()) and "13800001111" not in "".join(run.logs())
    if word == "segfault":
        assert json.loads(told[told.index("--params") + 1]) == {"signal": "SIGSEGV"}
        assert "SIGSEGV" in said
        assert "in behave" in told[told.index("--detail") + 1]


def test_without_a_trouble_screen_it_keeps_trying(start: Callable[..., Run]) -> None:
    """When not even that one can be shown, pauses grow and the real screen gets its chance."""
    run = start("fault fault fault leave", trouble="no_such_module")
    exit_code, said = run.end()
    assert exit_code == 0
    assert "Not even the screen that explains the trouble" in said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("word", ["play", "stubborn", "hang"])
def test_signals_end_both(start: Callable[..., Run], number: signal.Signals, word: str) -> None:
    """Passed on; a screen that does not obey is killed after a while, and nothing is left."""
    run = start(word)
    pid = run.living(1)
    run.process.send_signal(number)
    assert run.end()[0] == 0
    assert not alive(pid)
    assert len(run.lives()) == 1


def test_nothing_of_a_crashed_screen_is_left(start: Callable[..., Run]) -> None:
    """What it had started ends with it, although it holds the pipes open."""
    run = start("family leave")
    assert run.end()[0] == 0
    pid = int((run.home / "grandchild").read_text())
    wait_for(lambda: not alive(pid))


def test_the_screen_ends_when_its_supervisor_is_killed(start: Callable[..., Run]) -> None:
    """No screen is left without one (the real screen's lifeline does the same, see tests/shell)."""
    run = start("play")
    pid = run.living(1)
    run.process.kill()
    wait_for(lambda: not alive(pid))


def test_logs_are_few(start: Callable[..., Run]) -> None:
    """Twelve crashes leave ten logs."""
    run = start(" ".join(["fault"] * 12 + ["leave"]))
    assert run.end()[0] == 0
    assert len(run.logs()) == 10


def test_logs_that_cannot_be_written_are_said(start: Callable[..., Run], tmp_path: Path) -> None:
    """A file in the folder's place: the screen comes back all the same."""
    (tmp_path / "logs").write_text("in the way")
    code, said = start("fault leave").end()
    assert code == 0 and "crash log could not be written" in said


def test_one_kiosk_a_home(tmp_path: Path) -> None:
    """A second `kiosk run` says a sentence and ends; the lock dies with its holder, however it dies."""
    command = "import sys; from kiosk.supervisor import supervise; from pathlib import Path; "
    command += "sys.exit(supervise(Path(sys.argv[1]), []))"
    holding = "import sys, signal; from pathlib import Path; from kiosk.core.lock import HomeLock; "
    holding += "lock = HomeLock(Path(sys.argv[1])); assert lock.take(); print('held', flush=True); signal.pause()"
    holder = subprocess.Popen([sys.executable, "-c", holding, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout and holder.stdout.readline() == "held\n"
    second = subprocess.run(
        [sys.executable, "-c", command, str(tmp_path)],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "LANG": "zh_CN.UTF-8"},
    )
    assert second.returncode == 2
    assert "已经有一个" in second.stderr and "Traceback" not in second.stderr
    holder.kill()
    holder.communicate()
    lock = HomeLock(tmp_path)
    assert lock.take()
    assert not HomeLock(tmp_path).take()
    lock.free()


def test_a_home_that_cannot_be_written_is_locked_elsewhere(tmp_path: Path) -> None:
    """A file where the home should be: the stand-in in the temporary folder keeps a second one out."""
    home = tmp_path / "home"
    home.write_text("not a folder")
    first, second = HomeLock(home), HomeLock(home)
    assert first.take() and not second.take()
    first.free()
    assert second.take()
    second.free()


def test_the_reason_is_told_apart(tmp_path: Path) -> None:
    """A missing display is no mystery, and detail is the last line said."""
    life = Life(-6, 0.1, "qt.qpa.xcb: could not connect to display :9\nAborted\n", False, 0.0)
    assert why(life, tmp_path) == ("supervisor.no_display", {}, "Aborted")
    assert why(Life(1, 0.1, "", False, 0.0), tmp_path) == ("supervisor.fault", {"exit": "1"}, "")


def test_it_loads_neither_qt_nor_a_database() -> None:
    """Its memory counts against the screen's."""
    heavy = ["PySide6", "sqlite3", "hashlib", "dataclasses", "inspect", "tomllib", "argparse", "logging"]
    code = f"import sys, kiosk.supervisor; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"
