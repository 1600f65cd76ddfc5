"""Facts on their way to the disk: what follows from them waits until they are there."""

from collections.abc import Callable, Sequence

from kiosk.core.events import Event
from kiosk.stations.station import Record


def hang(record: Record, events: Sequence[Event], then: Callable[[], None]) -> None:
    """Hand `events` to the journal; `then` once the last is on disk, or only in memory and staff know of it."""
    left = len(events)

    def written(_on_disk: bool) -> None:
        nonlocal left
        left -= 1
        if not left:
            then()

    for event in events:
        record(event, written)
