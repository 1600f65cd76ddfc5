"""What is not on disk yet, in order."""

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from kiosk.store.calls import call_back
from kiosk.store.rows import Row

Then = Callable[[bool], None]


@dataclass(slots=True, eq=False)
class Entry:
    """Journal rows that are answered for together.

    `told` once the answer was given; `mirrored` once they are in the database in memory. `born` is real time in
    seconds, not the house's clock: patience is about the disk.
    """

    rows: Sequence[Row]
    then: Then | None
    told: bool = False
    mirrored: bool = False
    born: float = field(default_factory=time.monotonic)

    @property
    def answers(self) -> int:
        """How many of the rows are answers."""
        return sum(row.kind == "item_answered" for row in self.rows)

    def tell(self, on_disk: bool) -> None:
        """Answer the one who recorded this."""
        if self.then is not None:
            call_back(self.then, on_disk)


class Pending:
    """A queue of entries, guarded by its owner's lock.

    `answers` and `events` count what was told to be in memory only.
    """

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque()
        self._untold: deque[Entry] = deque()
        self.answers = 0
        self.events = 0

    def __bool__(self) -> bool:
        return bool(self._entries)

    def add(self, entry: Entry) -> None:
        """Put `entry` at the end."""
        self._entries.append(entry)
        self._untold.append(entry)

    def head(self, most_rows: int) -> list[Entry]:
        """The oldest entries, together about `most_rows` rows, at least one entry unless there is none."""
        taken: list[Entry] = []
        rows = 0
        for entry in self._entries:
            if rows >= most_rows:
                break
            taken.append(entry)
            rows += len(entry.rows)
        return taken

    def unmirrored(self) -> list[Entry]:
        """Entries that are not in the database in memory yet, oldest first."""
        return list(takewhile(lambda entry: not entry.mirrored, reversed(self._entries)))[::-1]

    def drop(self, count: int) -> list[Entry]:
        """Take the `count` oldest entries off: they are on disk. Those that must still be told so come back."""
        done = [self._entries.popleft() for _ in range(count)]
        for entry in done:
            if entry.told:
                self.answers -= entry.answers
                self.events -= len(entry.rows)
        untold = [entry for entry in done if not entry.told]
        for entry in untold:
            entry.told = True
        self._skip_told()
        return untold

    def give_up_waiting(self, born_until: float) -> list[Entry]:
        """Mark what was born until then as told to be in memory only, and return it, to be told."""
        late = []
        while self._untold and self._untold[0].born <= born_until:
            entry = self._untold.popleft()
            entry.told = True
            self.answers += entry.answers
            self.events += len(entry.rows)
            late.append(entry)
        return late

    def oldest_untold(self) -> float | None:
        """When the oldest entry was born that nobody was told about."""
        return self._untold[0].born if self._untold else None

    def since(self) -> int | None:
        """When the oldest event happened that is in memory only, milliseconds since 1970 UTC."""
        return self._entries[0].rows[0].utc_ms if self.events else None

    def _skip_told(self) -> None:
        while self._untold and self._untold[0].told:
            self._untold.popleft()
