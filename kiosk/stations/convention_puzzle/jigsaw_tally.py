"""What was done at the table, for the journal: moves, misses, help and active time; never who. Pure."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from kiosk.core.clock import Clock

REST_MS = 20_000
"""A longer pause between touches is no time at the table."""
HELP_AFTER = 3
"""With every so many misses of one piece its place is shown unasked."""


@dataclass(frozen=True, slots=True)
class JigsawTally:
    """`misses` are pieces laid on a wrong place of the board, `help_used` the times that a place was shown."""

    moves: int
    misses: int
    help_used: int
    seconds_active: int
    players: int


class TallyKeeper:
    """Counts. `kept` is what `keep` gave, for a table that is laid again."""

    def __init__(self, clock: Clock, players: int, kept: dict[str, Any] | None = None) -> None:
        kept = kept or {}
        self._clock = clock
        self._players = players
        self._moves = int(kept.get("moves", 0))
        self._misses = int(kept.get("misses", 0))
        self._helped = int(kept.get("help_used", 0))
        self._active_ms = int(kept.get("active_ms", 0))
        self._of_piece: Counter[int] = Counter()
        self._touched_ms: int | None = None

    def touched(self) -> None:
        """A finger came down or was lifted."""
        now = self._clock.monotonic_ms()
        if self._touched_ms is not None:
            self._active_ms += min(now - self._touched_ms, REST_MS)
        self._touched_ms = now

    def moved(self, times: int) -> None:
        """Pieces were laid somewhere."""
        self._moves += times

    def missed(self, piece: int) -> bool:
        """A piece was laid on a wrong place; whether it is time to show the right one."""
        self._misses += 1
        self._of_piece[piece] += 1
        return self._of_piece[piece] % HELP_AFTER == 0

    def helped(self) -> None:
        """A place was shown."""
        self._helped += 1

    def keep(self) -> dict[str, Any]:
        """The counts as plain JSON values."""
        return {
            "moves": self._moves,
            "misses": self._misses,
            "help_used": self._helped,
            "active_ms": self._active_ms,
        }

    def total(self) -> JigsawTally:
        """The counts so far."""
        return JigsawTally(self._moves, self._misses, self._helped, round(self._active_ms / 1000), self._players)
