"""The panel under X11: DPMS by the system's own `xset`."""

import logging
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from kiosk.devices.state import DeviceState

log = logging.getLogger(__name__)
PATIENCE_S = 10.0


class XsetScreen:
    """DPMS by `xset dpms force off|on`, each a short child process, one after the other.

    Forcing switches DPMS on by itself; the X server wakes the panel at any touch, too, and its own timers stay at none.
    """

    def __init__(self, command: Sequence[str] = ("xset",)) -> None:
        self._command = tuple(command)
        self._state = DeviceState("devices.screen_untried")
        self._asleep = False
        self._worker = ThreadPoolExecutor(1, "screen power")

    def sleep(self) -> None:
        self._wish(asleep=True)

    def wake(self) -> None:
        if self._asleep:
            self._wish(asleep=False)

    def state(self) -> DeviceState:
        return self._state

    def close(self) -> None:
        self.wake()
        self._worker.shutdown()

    def _wish(self, *, asleep: bool) -> None:
        self._asleep = asleep
        self._worker.submit(self._force, "off" if asleep else "on")

    def _force(self, level: str) -> None:
        if (level == "off") is not self._asleep:
            return  # wished otherwise meanwhile
        try:
            done = subprocess.run(
                [*self._command, "dpms", "force", level],
                stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE_S, check=False,
            )  # fmt: skip
        except FileNotFoundError as error:
            self._state = DeviceState("devices.screen_no_xset", False, detail=repr(error))
        except (OSError, subprocess.SubprocessError) as error:
            self._state = DeviceState("devices.screen_failed", False, detail=repr(error))
        else:
            # A server without DPMS says so, and xset still ends with 0.
            failed = done.returncode != 0 or "not have extension" in done.stdout + done.stderr
            # What went wrong stands in its first line; its whole manual comes after.
            told = (done.stdout + done.stderr).strip().partition("\n")[0]
            self._state = DeviceState(
                "devices.screen_failed" if failed else "devices.screen_ready", not failed, {}, told
            )
        if self._state.works is False:
            log.warning("the panel was not switched %s: %s", level, self._state.detail)
