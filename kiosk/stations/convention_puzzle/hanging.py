"""Facts on their way to the disk: what they are worth is shown once they are there."""

from collections.abc import Callable, Sequence

from kiosk.core.events import Event
from kiosk.stations.station import Record


class Hanging:
    """Hands facts to the journal, some at a time. `changed` is called when `busy` changes."""

    def __init__(self, record: Record, changed: Callable[[], None]) -> None:
        self._record = record
        self._changed = changed
        self.busy = self.closed = False

    def hang(self, events: Sequence[Event], then: Callable[[], None]) -> None:
        """Record `events`; `then` once the last is on disk, or only in memory and staff know of it."""
        self.busy = True
        self._changed()
        left = len(events)

        def written(_on_disk: bool) -> None:
            nonlocal left
            left -= 1
            if not left and not self.closed:
                self.busy = False
                then()

        for event in events:
            self._record(event, written)

    def tell(self, event: Event) -> None:
        """Record what nothing waits for."""
        self._record(event, None)
