"""The real recorder: a process of its own holds the microphone and is brought back when it dies.

All that may block happens on one thread. When the process goes, or says nothing for two seconds, the take under way
has ended with what was on disk, and as long as the recorder is armed a new process tries again every second.
"""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any

from kiosk.core.booth import Armed, Level, Started, TakeEnd, Trouble
from kiosk.core.programs import program
from kiosk.devices.record import Listener, TakeOrder, nobody
from kiosk.devices.sound_lines import read_line, write_line
from kiosk.devices.state import DeviceState

AGAIN_S = 1.0
"""How often a microphone that is not there is looked for."""
HUNG_S = 2.0
"""After so long without a word from a process that should tell levels, it counts as hung."""
OPENING_S = 8.0
"""How long a process may take to open a microphone or say why it cannot."""


class ChildRecorder:
    """`Recorder` over a process that starts when it is armed. `library`: see `record_child`; empty: the system's."""

    def __init__(self, library: str = "") -> None:
        self.listener: Listener = nobody
        library = library or ("pulse" if sys.platform == "linux" else "qt")
        self._command = program("kiosk.devices.record_child", library)
        self._jobs: SimpleQueue[Callable[[], object] | None] = SimpleQueue()
        self._child: subprocess.Popen[str] | None = None
        self._wanted: str | None = None
        self._open = False
        self._asked = False
        """Whether the process owes an answer to `arm`."""
        self._told = ""
        self._due: float | None = None
        self._order: TakeOrder | None = None
        self._state = DeviceState("booth.staff_untried")
        self._thread = Thread(target=self._work, name="recorder", daemon=True)
        self._thread.start()

    def arm(self, microphone: str = "") -> None:
        """Open the microphone; see `Recorder`."""
        self._jobs.put(partial(self._arm, microphone))

    def start(self, order: TakeOrder) -> None:
        """Begin a take; see `Recorder`."""
        self._jobs.put(partial(self._start, order))

    def stop(self) -> None:
        """End the take; see `Recorder`."""
        self._jobs.put(partial(self._send, do="stop"))

    def disarm(self) -> None:
        """Let go of the microphone; see `Recorder`."""
        self._jobs.put(self._disarm)

    def state(self) -> DeviceState:
        """What the microphone was like when it was last opened."""
        return self._state

    @property
    def child_pid(self) -> int | None:
        """The capture process, while there is one (for measuring it)."""
        child = self._child
        return child.pid if child and child.poll() is None else None

    def close(self) -> None:
        """End the capture process and this recorder's thread."""
        self._jobs.put(None)
        self._thread.join(3.0)

    def _work(self) -> None:
        """The recorder's thread."""
        while True:
            try:
                left = None if self._due is None else max(0.0, self._due - monotonic())
                job = self._jobs.get(timeout=left)
            except Empty:
                self._overdue()
                continue
            if job is None:
                break
            job()
        self._disarm()

    def _arm(self, microphone: str) -> None:
        if self._wanted == microphone and self._open:
            return
        if self._wanted is not None and self._wanted != microphone:
            self._disarm()
        self._wanted = microphone
        self._told = ""
        self._ask()

    def _ask(self) -> None:
        """Have a process that tries to open the microphone."""
        self._due = monotonic() + OPENING_S
        if self._child is None or self._child.poll() is not None:
            try:
                self._child = subprocess.Popen(
                    self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
                )
            except OSError as error:
                self._lost("booth.capture_gone", repr(error))
                return
            Thread(target=self._listen, args=(self._child,), daemon=True).start()
        self._asked = True
        self._send(do="arm", microphone=self._wanted)

    def _listen(self, child: "subprocess.Popen[str]") -> None:
        """One thread a process: pass on what it says, and that it has gone."""
        assert child.stdout
        for line in child.stdout:
            self._jobs.put(partial(self._heard, child, read_line(line)))
        child.wait()
        self._jobs.put(partial(self._gone, child))

    def _heard(self, child: "subprocess.Popen[str]", fields: dict[str, Any]) -> None:
        if child is not self._child:
            return
        match fields.pop("is", ""):
            case "level":
                self._due = monotonic() + HUNG_S
                self.listener(Level(**fields))
            case "armed":
                self._opened(Armed(**fields))
            case "started":
                self.listener(Started())
            case "ended":
                self._order = None
                self.listener(TakeEnd(**fields))
            case "trouble":
                self._lost(fields["code"], fields["detail"])

    def _opened(self, armed: Armed) -> None:
        self._open, self._asked, self._told = True, False, ""
        self._due = monotonic() + HUNG_S
        code = "booth.staff_other_microphone" if armed.fallback else "booth.staff_microphone"
        names = {"microphone": armed.name, "wanted": self._wanted or ""}
        self._state = DeviceState(code, not armed.fallback, names)
        self.listener(armed)

    def _lost(self, code: str, detail: str) -> None:
        """Nothing to hear for now; the same trouble is told once."""
        self._open = self._asked = False
        self._due = monotonic() + AGAIN_S if self._wanted is not None else None
        self._state = DeviceState(staff_code(code), False, detail=detail)
        if self._told != code:
            self._told = code
            self.listener(Trouble(code, detail))

    def _overdue(self) -> None:
        """It is time to look for a microphone again, or the process has hung."""
        self._due = None
        if self._open or self._asked:
            self._end_child()
            self._cut("booth.capture_gone", "hung")
            self._lost("booth.capture_gone", "hung")
        elif self._wanted is not None:
            self._ask()

    def _start(self, order: TakeOrder) -> None:
        self._order = order
        asked = self._open and self._send(
            do="start", path=str(order.path), key=order.key.hex(), limit_s=order.limit_s,
            floor_bytes=order.floor_bytes, preroll_ms=order.preroll_ms,
        )  # fmt: skip
        if not asked:
            self._cut("booth.no_microphone", "not armed")

    def _gone(self, child: "subprocess.Popen[str]") -> None:
        """The process died: its take ended with what is on disk."""
        if child is not self._child:
            return
        self._child = None
        detail = f"exit {child.returncode}"
        self._cut("booth.capture_gone", detail)
        if self._open or self._asked:
            self._lost("booth.capture_gone", detail)

    def _cut(self, code: str, detail: str) -> None:
        """The take has ended without the process telling."""
        order, self._order = self._order, None
        if order:
            from kiosk.devices.record_take import written_seconds  # here for its cost: the 8 MB of cryptography

            self.listener(TakeEnd(code, written_seconds(order), whole=False, detail=detail))

    def _disarm(self) -> None:
        self._wanted, self._due = None, None
        self._open = self._asked = False
        self._end_child()
        self._cut("booth.stopped", "disarmed")

    def _end_child(self) -> None:
        """Let the process close its take, or kill it when it does not."""
        child, self._child = self._child, None
        if child is None:
            return
        try:
            assert child.stdin
            child.stdin.close()
            child.wait(1.0)
        except (OSError, subprocess.TimeoutExpired):
            child.kill()
            child.wait()

    def _send(self, **fields: object) -> bool:
        if self._child is None or self._child.stdin is None:
            return False
        try:
            write_line(self._child.stdin, **fields)
        except OSError:  # it died just now; `_gone` follows
            return False
        return True


def staff_code(code: str) -> str:
    """The sentence for staff that goes with what the child is told."""
    return code.replace("booth.", "booth.staff_", 1)
