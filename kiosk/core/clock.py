"""Time, handed in, so that tests and the tour can step it."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Protocol


class Clock(Protocol):
    """What the house asks of time."""

    def utc_ms(self) -> int:
        """Milliseconds since 1970 UTC, by the machine's clock, which may be wrong."""
        ...

    def monotonic_ms(self) -> int:
        """Milliseconds that only ever grow while the process lives."""
        ...


class SystemClock:
    """The machine's own clock."""

    def utc_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def monotonic_ms(self) -> int:
        return time.monotonic_ns() // 1_000_000


class ShiftedClock(SystemClock):
    """The machine's clock, which the tour can push forward instead of waiting."""

    def __init__(self) -> None:
        self._shift_ms = 0

    def utc_ms(self) -> int:
        return super().utc_ms() + self._shift_ms

    def monotonic_ms(self) -> int:
        return super().monotonic_ms() + self._shift_ms

    def step(self, milliseconds: int) -> None:
        """Move both times forward by `milliseconds`."""
        self._shift_ms += milliseconds


@dataclass
class SteppedClock:
    """A clock that moves only when it is told to."""

    utc: int = 1_790_000_000_000
    monotonic: int = 0

    def utc_ms(self) -> int:
        return self.utc

    def monotonic_ms(self) -> int:
        return self.monotonic

    def step(self, milliseconds: int) -> None:
        """Move both times forward by `milliseconds`."""
        self.utc += milliseconds
        self.monotonic += milliseconds


def iso(utc_ms: int) -> str:
    """`utc_ms` as ISO 8601 with milliseconds and a Z, e.g. `2026-11-20T08:00:00.000Z`."""
    minutes, rest = divmod(utc_ms, 60_000)
    return f"{_minute(minutes)}{rest // 1000:02}.{rest % 1000:03}Z"


@lru_cache(64)
def _minute(minutes: int) -> str:
    """All but the seconds; kept, for a journal has many moments of the same minute."""
    return datetime.fromtimestamp(minutes * 60, UTC).isoformat()[:17]
