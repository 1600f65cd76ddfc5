"""Whose forms staff have brought into the booth: voices of the consent register, for one visit and for half an hour.

It lives in memory only: after a restart nobody is in the booth, and staff choose again.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.core.clock import Clock

MOST = 4
"""How many can be in the booth together."""
STAY_MS = 30 * 60_000
"""So long the forms wait for the children, and the children may begin anew."""


@dataclass(frozen=True, slots=True)
class Guest:
    """A voice of the register, and the number of its paper form, which no child's screen ever shows."""

    voice: str
    form: str


class Guests:
    """One for each screen. Any thread may ask; time is the monotonic clock's."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._guests: tuple[Guest, ...] = ()
        self._until_ms = 0

    def bring(self, guests: Sequence[Guest]) -> None:
        """These are in the booth from now on, in place of all others. Raises ValueError for more than `MOST`."""
        if len(guests) > MOST:
            raise ValueError(f"{len(guests)} guests")
        with self._lock:
            self._guests = tuple(guests)
            self._until_ms = self._clock.monotonic_ms() + STAY_MS

    def present(self) -> tuple[Guest, ...]:
        """Who is there now."""
        with self._lock:
            if self._clock.monotonic_ms() >= self._until_ms:
                self._guests = ()
            return self._guests

    def voices(self) -> tuple[str, ...]:
        """Their voices, as a station is handed them."""
        return tuple(guest.voice for guest in self.present())

    def left_ms(self) -> int:
        """How long they may still stay; 0 when nobody is there."""
        return max(0, self._until_ms - self._clock.monotonic_ms()) if self.present() else 0

    def leave(self) -> None:
        """The visit is over, or staff send everybody out."""
        self.bring(())
