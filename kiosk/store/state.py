"""What staff are told about the kiosk's memory."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoreState:
    """How the memory is doing.

    `in_memory` counts answers, `events_in_memory` all events that are not on disk yet, the oldest from `since`
    (milliseconds since 1970 UTC, or `None`); `trouble` is the words code of what is in the way, or empty.
    `temporary` is true while a database in memory stands in for the home's; `generation` grows whenever another
    database takes over, so that what was read from the former one (packs, settings) must be looked at again.
    """

    in_memory: int = 0
    events_in_memory: int = 0
    since: int | None = None
    trouble: str = ""
    temporary: bool = False
    generation: int = 1
