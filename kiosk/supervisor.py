"""Starts the screen process, watches it, brings it back. No Qt, no database: this process must outlive everything.

The screen says `beat` every second on its standard output. Silence, a signal or a fault end it and a new one is
started at once; when that does not help, a plain screen for staff says why (`shell.trouble`). What is imported here
is kept few on purpose: this process's memory counts.
"""

import json
import os
import re
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import IO, NamedTuple

from kiosk.core.crash_log import scrub, write_crash_log
from kiosk.core.lock import HomeLock
from kiosk.core.programs import BEAT, LEFT, RESTART, SHOWN, SUPERVISED, TRIAL, program

CRASHES = 3
WITHIN_S = 60.0
TAIL_LINES = 200
LAST_WORDS_S = 0.5
BEATEN, SHOWN_TO_US, ENDED, STOP = BEAT.encode(), SHOWN.encode(), b"ended", b"stop"
News = SimpleQueue[bytes]


class Patience(NamedTuple):
    """Seconds: `hang` between two beats, `start` until the first, `leave` after SIGTERM.

    `retry` bounds the growing pause between two tries when not even the plain screen can be shown.
    """

    hang: float = 10.0
    start: float = 60.0
    leave: float = 5.0
    retry: float = 16.0


class Life(NamedTuple):
    """How one life of a screen went: its exit code as `subprocess` gives it, seconds lived, the end of its stderr.

    `began` when it said anything at all; `hung` seconds of silence made the supervisor end it.
    """

    code: int
    lived: float
    tail: str
    began: bool
    hung: float


class Reason(NamedTuple):
    """Why the screen crashed: a words code with its parameters, and the last line it said."""

    code: str
    params: dict[str, str]
    detail: str


class Supervisor:
    """Runs screens for `home` until staff leave or a signal asks it to end.

    `arguments` go to every screen; `screen` and `trouble` are the modules of the two kinds of screen.
    """

    def __init__(
        self,
        home: Path,
        arguments: Sequence[str] = (),
        *,
        screen: str = "kiosk.app",
        trouble: str = "kiosk.shell.trouble",
        patience: Patience | None = None,
    ) -> None:
        self._home = home
        self._arguments = list(arguments)
        self._screen = screen
        self._trouble = trouble
        self._patience = patience or Patience()
        self._stopping = False
        self._news: News = SimpleQueue()
        self._crashes: deque[float] = deque(maxlen=CRASHES)
        self.first_frame_at = 0.0
        """When the first frame of the latest screen stood, in monotonic seconds."""

    def run(self) -> int:
        """Keep a screen up; the exit code of the whole program when it is over."""
        while True:
            life = self._live(program(self._screen, "--home", str(self._home), *self._arguments))
            if self._stopping or life.code == LEFT:
                return 0
            if life.code == RESTART:
                self._crashes.clear()
                continue
            reason = why(life, self._home)
            self._log(life, reason)
            if self._is_loop(life) and not self._show_trouble(reason):
                return 0

    def stop(self) -> None:
        """End the screen and this supervisor; safe to call from a signal handler."""
        self._stopping = True
        self._news.put(STOP)

    def _is_loop(self, life: Life) -> bool:
        """Count one crash: true when it is the third within a minute."""
        if life.lived >= WITHIN_S:
            self._crashes.clear()
        self._crashes.append(monotonic())
        return len(self._crashes) == CRASHES and self._crashes[-1] - self._crashes[0] <= WITHIN_S

    def _show_trouble(self, reason: Reason) -> bool:
        """Show staff the reason until they (or time) ask for another try; false when it is time to end."""
        self._crashes.clear()
        told = ["--home", str(self._home), "--code", reason.code]
        told += ["--params", json.dumps(reason.params), "--detail", reason.detail]
        pause = 1.0
        while not self._stopping:
            life = self._live(program(self._trouble, *told, *self._arguments))
            if life.code == RESTART:
                return True
            if self._stopping:
                break
            tell("supervisor.no_trouble_screen", why(life, self._home).detail)
            self._pause(pause)
            pause *= 2
            if pause > self._patience.retry:  # perhaps the real screen can be shown by now
                return True
        return False

    def _shown(self) -> None:
        """A screen stands: the system may know, and a new release has proved itself."""
        notify("READY=1")
        try:
            (self._home / TRIAL).unlink(missing_ok=True)
        except OSError as error:
            tell("supervisor.no_log", str(error))

    def _pause(self, seconds: float) -> None:
        """Wait, but not when asked to end."""
        notify("WATCHDOG=1")
        end = monotonic() + seconds
        while not self._stopping and (left := end - monotonic()) > 0:
            next_news(self._news, left)

    def _log(self, life: Life, reason: Reason) -> None:
        tell(reason.code, reason.detail, **reason.params)
        heading = f"{reason.code} {json.dumps(reason.params)} exit {life.code} after {life.lived:.1f} s"
        try:
            write_crash_log(self._home, heading, life.tail)
        except OSError as error:
            tell("supervisor.no_log", str(error))

    def _live(self, command: list[str]) -> Life:
        """One life of a screen process."""
        news = self._news = SimpleQueue()
        if self._stopping:
            news.put(STOP)
        started = monotonic()
        child = start_screen(command)
        tail: deque[bytes] = deque(maxlen=TAIL_LINES)
        assert child.stdout and child.stderr
        in_background(listen, child.stdout, news)
        echo = in_background(repeat, child.stderr, tail)
        in_background(await_end, child, news)
        began, hung = self._watch(child, news)
        kill_all(child)
        code = child.wait()
        echo.join(LAST_WORDS_S)
        return Life(code, monotonic() - started, b"".join(tail).decode(errors="replace"), began, hung)

    def _watch(self, child: "subprocess.Popen[bytes]", news: News) -> tuple[bool, float]:
        """Return when the screen has ended or was given up: whether it ever lived, and how long it hung."""
        began = leaving = False
        allowed = self._patience.start
        due = monotonic() + allowed
        while (word := next_news(news, due - monotonic())) != ENDED:
            notify("WATCHDOG=1")
            if word == BEATEN and not leaving:
                began, allowed = True, self._patience.hang
                due = monotonic() + allowed
            elif word == SHOWN_TO_US:
                self.first_frame_at = monotonic()
                self._shown()
            elif word == STOP:
                leaving = True
                child.terminate()
                due = monotonic() + self._patience.leave
            elif word == b"":
                if not leaving:
                    ask_where(child, news)
                return began, allowed
        return began, 0.0


def why(life: Life, home: Path) -> Reason:
    """The reason for a crash, for the log and for staff."""
    lines = [line.strip() for line in scrub(life.tail, home).splitlines() if line.strip()]
    detail = telling_line(lines)
    if life.hung:
        code = "supervisor.hung" if life.began else "supervisor.never_began"
        return Reason(code, {"seconds": f"{life.hung:.0f}"}, detail)
    if missing := re.search(r"^(?:ModuleNotFound|Import)Error: (.*)", "\n".join(lines), re.MULTILINE):
        return Reason("supervisor.missing_part", {}, missing[1][:300])
    if "could not connect to display" in life.tail:
        return Reason("supervisor.no_display", {}, detail)
    if life.code == -9:
        return Reason("supervisor.killed", {}, detail)
    if life.code < 0:
        return Reason("supervisor.crashed", {"signal": signal.Signals(-life.code).name}, detail)
    return Reason("supervisor.fault", {"exit": str(life.code)}, detail)


def telling_line(lines: list[str]) -> str:
    """The last line, which names the error; of a fault handler's stack the first, which names the place."""
    for number, line in enumerate(lines[:-1]):
        if line.endswith("(most recent call first):"):
            return lines[number + 1][:300]
    return lines[-1][:300] if lines else ""


def start_screen(command: list[str]) -> "subprocess.Popen[bytes]":
    """A process in a group of its own: Ctrl+C reaches only the supervisor, and nothing of it is left behind."""
    told = {SUPERVISED: "1", "PYTHONFAULTHANDLER": "1"}
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=pipe,
        stderr=pipe,
        env={**os.environ, **told},
        start_new_session=True,
    )


def in_background(work: Callable[..., None], *arguments: object) -> Thread:
    """Run `work` in a thread that does not keep the program from ending."""
    thread = Thread(target=work, args=arguments, daemon=True)
    thread.start()
    return thread


def listen(pipe: IO[bytes], news: News) -> None:
    """Pass on the screen's beats; whatever else is printed there belongs to the log."""
    for line in pipe:
        word = line.strip()
        if word in (BEATEN, SHOWN_TO_US):
            news.put(word)
        else:
            sys.stderr.buffer.write(line)
            sys.stderr.buffer.flush()


def repeat(pipe: IO[bytes], tail: "deque[bytes]") -> None:
    """Keep the last lines of the screen's standard error and say them on ours."""
    for line in pipe:
        tail.append(line)
        sys.stderr.buffer.write(line)
        sys.stderr.buffer.flush()


def await_end(child: "subprocess.Popen[bytes]", news: News) -> None:
    """Tell when the process has ended. Its pipes do not tell: what it has started may hold them open."""
    child.wait()
    news.put(ENDED)


def next_news(news: News, seconds: float) -> bytes:
    """The next word, or nothing when `seconds` pass without one."""
    try:
        return news.get(timeout=max(0.0, seconds))
    except Empty:
        return b""


def ask_where(child: "subprocess.Popen[bytes]", news: News) -> None:
    """Have Python's fault handler write where the screen hangs; a stopped process has no last words."""
    if sys.platform != "win32":
        child.send_signal(signal.SIGABRT)
    end = monotonic() + LAST_WORDS_S
    while next_news(news, end - monotonic()) not in (ENDED, b""):
        pass


def kill_all(child: "subprocess.Popen[bytes]") -> None:
    """End the screen, if it still lives, and everything it has started."""
    if sys.platform == "win32":
        child.kill()
        return
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except ProcessLookupError:  # nothing is left of it
        return


def tell(code: str, detail: str = "", **params: object) -> None:
    """One sentence, in the environment's language, and the detail, on standard error."""
    from kiosk.core.words import environment_language, say

    sys.stderr.write(say(code, environment_language(), **params) + (f" [{detail}]" if detail else "") + "\n")
    sys.stderr.flush()


def supervise(home: Path, arguments: Sequence[str]) -> int:
    """What `kiosk run` does: one supervisor a home, ended by SIGTERM or Ctrl+C. The program's exit code."""
    lock = HomeLock(home)
    if not lock.take():
        tell("supervisor.already_runs", home=home)
        return 2
    supervisor = Supervisor(home, arguments)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: supervisor.stop())
    no_core_dumps()
    try:
        return supervisor.run()
    finally:
        lock.free()


def notify(state: str) -> None:
    """Tell systemd, where it has started us (`man sd_notify`): that we stand, that we live."""
    address = os.environ.get("NOTIFY_SOCKET")
    if not address or sys.platform == "win32":
        return
    import socket  # only here: elsewhere it would only cost memory

    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        try:
            line.sendto(state.encode(), address.replace("@", "\0", 1) if address.startswith("@") else address)
        except OSError as error:
            tell("supervisor.no_notify", str(error))


def no_core_dumps() -> None:
    """A core file would hold what children wrote and said."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
