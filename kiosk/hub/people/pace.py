"""How often one address may guess: beside the lock of each account, so that trying many accounts is slow, too."""

from collections import deque

from kiosk.core.clock import Clock

TRIES = 30
"""Wrong passwords of one address within …"""
WITHIN_MS = 10 * 60_000
MOST = 10_000
"""Addresses that are remembered; then the oldest are forgotten."""


class Pace:
    """Counts wrong passwords by address, in this process's memory."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._wrong: dict[str, deque[int]] = {}

    def is_over(self, address: str) -> bool:
        """Whether `address` has guessed too often of late."""
        found = self._wrong.get(address)
        while found and found[0] < self._clock.utc_ms() - WITHIN_MS:
            found.popleft()
        return found is not None and len(found) >= TRIES

    def count(self, address: str) -> None:
        """It has guessed wrong."""
        self._wrong.setdefault(address, deque(maxlen=TRIES)).append(self._clock.utc_ms())
        while len(self._wrong) > MOST:
            del self._wrong[next(iter(self._wrong))]
