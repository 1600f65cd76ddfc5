"""What is not on disk yet, in order."""

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kiosk.store.rows import Row

Then = Callable[[bool], None]


@dataclass(slots=True)
class Entry:
    """Journal rows that are answered for together. `born` is real time in seconds: patience is about the disk."""

    rows: Sequence[Row]
    then: Then | None
    told: bool = False
    mirrored: bool = False
    born: float = field(default_factory=time.monotonic)

    @property
    def answers(self) -> int:
        """How many of the rows are answers."""
        return sum(row.kind == "item_answered" for row in self.rows)


class Pending:
    """A queue of entries, guarded by its owner's lock. `answers` and `events` count what is in it."""

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque()
        self.answers = 0
        self.events = 0

    def __bool__(self) -> bool:
        return bool(self._entries)

    def add(self, entry: Entry) -> None:
        """Put `entry` at the end."""
        self._entries.append(entry)
        self.answers += entry.answers
        self.events += len(entry.rows)

    def head(self, most_rows: int) -> list[Entry]:
        """The oldest entries, together about `most_rows` rows, at least one entry."""
        taken: list[Entry] = []
        rows = 0
        for entry in self._entries:
            taken.append(entry)
            rows += len(entry.rows)
            if rows >= most_rows:
                break
        return taken

    def drop(self, count: int) -> None:
        """Take the `count` oldest entries off: they are on disk."""
        for _ in range(count):
            entry = self._entries.popleft()
            self.answers -= entry.answers
            self.events -= len(entry.rows)

    def overdue(self, seconds: float) -> list[Entry]:
        """Entries that have waited for `seconds` or longer and were not told so; marks them told."""
        limit = time.monotonic() - seconds
        late = [entry for entry in self._entries if entry.born <= limit and not entry.told]
        for entry in late:
            entry.told = True
        return late

    def since(self) -> int | None:
        """When the oldest event happened, milliseconds since 1970 UTC."""
        return self._entries[0].rows[0].utc_ms if self._entries else None
