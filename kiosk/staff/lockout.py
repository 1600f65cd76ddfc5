"""How long the door stays shut after wrong PINs. Pure: both times are handed in."""

from dataclasses import dataclass

FREE_TRIES = 5
STEPS_MS = (30_000, 60_000, 300_000, 900_000, 3_600_000)


@dataclass(frozen=True, slots=True)
class Lock:
    """What the database keeps: wrong PINs in a row, and when the last was entered (ms since 1970 UTC)."""

    wrong: int = 0
    utc_ms: int = 0


def step_ms(wrong: int) -> int:
    """How long `wrong` wrong PINs in a row shut the door: nothing before the fifth, then longer with each."""
    if wrong < FREE_TRIES:
        return 0
    return STEPS_MS[min(wrong - FREE_TRIES, len(STEPS_MS) - 1)]


class Shutter:
    """Counts the running lock on the monotonic clock, so that setting the machine's clock moves nothing."""

    def __init__(self, lock: Lock, utc_ms: int, monotonic_ms: int) -> None:
        # A restart loses the monotonic time. A clock set back before the lock counts as no time gone: the whole step
        # is waited for once more, never longer.
        gone = utc_ms - lock.utc_ms
        self.was_set_back = bool(lock.wrong) and gone < 0
        self.lock = Lock(lock.wrong, utc_ms) if self.was_set_back else lock
        self._until = monotonic_ms + max(0, step_ms(lock.wrong) - max(0, gone))

    def wrong(self, utc_ms: int, monotonic_ms: int) -> None:
        """One more wrong PIN."""
        self.lock = Lock(self.lock.wrong + 1, utc_ms)
        self._until = monotonic_ms + step_ms(self.lock.wrong)

    def right(self) -> None:
        """A right PIN: everything is forgotten."""
        self.lock = Lock()
        self._until = 0

    def remaining_ms(self, monotonic_ms: int) -> int:
        """Milliseconds until the next PIN may be entered, 0 when the door listens."""
        return max(0, self._until - monotonic_ms)

    def tries_left(self) -> int:
        """How many wrong PINs remain before the next lock."""
        return max(1, FREE_TRIES - self.lock.wrong)
