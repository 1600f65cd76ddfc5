"""Hearing: what the house asks of a recorder, what it tells, and the deaf one. The real one: `recorder`.

The order of things: `arm` opens the microphone, and levels come; `start` begins a take, which holds what was heard
`preroll_ms` before; the take ends by `stop`, at its limit or by a fault, and levels go on coming; `disarm` lets go of
the microphone. While it is armed a microphone that went away is looked for every second, without being asked.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.core.booth import Armed, Level, Started, TakeEnd, Trouble
from kiosk.devices.state import DeviceState

Told = Level | Armed | Started | TakeEnd | Trouble
Listener = Callable[[Told], None]


@dataclass(frozen=True, slots=True)
class TakeOrder:
    """A take to be written: sealed with `key` into `path`, with a journal beside it.

    It ends by itself after `limit_s` seconds, or when the disk has less than `floor_bytes` left.
    """

    path: Path
    key: bytes
    limit_s: float
    floor_bytes: int
    preroll_ms: int = 400


class Recorder(Protocol):
    """No method blocks or raises. What happens is told to `listener`, from a thread of the recorder's own."""

    listener: Listener

    def arm(self, microphone: str = "") -> None:
        """Open the microphone of that name (empty: the system's own choice)."""
        ...

    def start(self, order: TakeOrder) -> None:
        """Begin a take. One that cannot be begun ends at once: exactly one `TakeEnd` comes for every `start`."""
        ...

    def stop(self) -> None:
        """End the take."""
        ...

    def disarm(self) -> None:
        """Let go of the microphone and end the process that held it; a take under way is ended first."""
        ...

    def state(self) -> DeviceState:
        """Whether a microphone can be heard, for staff."""
        ...

    def close(self) -> None:
        """End for good; waits at most three seconds."""
        ...


def nobody(told: Told) -> None:
    """The listener of a recorder that nobody listens to."""


class DeafRecorder:
    """A recorder for machines and tests without a microphone."""

    def __init__(self) -> None:
        self.listener: Listener = nobody

    def arm(self, microphone: str = "") -> None:
        """There is no microphone, and that is told."""
        self.listener(Trouble("booth.no_microphone"))

    def start(self, order: TakeOrder) -> None:
        """Ends at once."""
        self.listener(TakeEnd("booth.no_microphone", 0.0, whole=False))

    def stop(self) -> None:
        """Nothing is recorded."""

    def disarm(self) -> None:
        """Nothing is open."""

    def state(self) -> DeviceState:
        """Says that there is no microphone."""
        return DeviceState("booth.staff_no_microphone", works=False)

    def close(self) -> None:
        """Nothing was started."""
