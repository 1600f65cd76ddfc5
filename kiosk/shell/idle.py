"""When nobody is there any more: a friendly countdown, then the visit ends. Pure; the shell ticks it."""

from dataclasses import dataclass, field
from enum import Enum

from kiosk.core.clock import Clock

READING_MS_PER_CHARACTER = 300
"""A slow reader manages three to four characters a second."""


class Idle(Enum):
    """What the screen should do."""

    PRESENT = "present"
    COUNTDOWN = "countdown"
    GONE = "gone"


@dataclass
class IdleWatch:
    """Counts since the last touch. It stands still while something `holds` it: a take, a sound, reading aloud."""

    clock: Clock
    countdown_ms: int
    reset_ms: int
    _since: int = 0
    _allowance_ms: int = 0
    _holds: set[str] = field(default_factory=set)

    def touched(self) -> None:
        """Somebody is there."""
        self._since = self.clock.monotonic_ms()

    def allow_reading(self, text: str) -> None:
        """A new text stands on the screen: wait longer, by its length, before asking."""
        self._allowance_ms = len(text) * READING_MS_PER_CHARACTER
        self.touched()

    def hold(self, reason: str) -> None:
        """The clock stands until `reason` is released."""
        self._holds.add(reason)

    def release(self, reason: str) -> None:
        """`reason` is over; counting begins anew."""
        if reason in self._holds:
            self._holds.discard(reason)
            self.touched()

    def look(self) -> tuple[Idle, int]:
        """What to do now, and the whole seconds left before the visit ends."""
        if self._holds:
            self.touched()
        quiet = self.clock.monotonic_ms() - self._since - self._allowance_ms
        left = max(0, -(-(self.reset_ms - quiet) // 1000))
        if quiet >= self.reset_ms:
            return Idle.GONE, 0
        return (Idle.COUNTDOWN, left) if quiet >= self.countdown_ms else (Idle.PRESENT, left)
