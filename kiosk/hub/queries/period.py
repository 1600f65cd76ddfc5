"""Which days, and whose: visitors', rehearsed or simulated. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.hub.rollups.days import number, week_of


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both included; `origin` is an index into `core.events.ORIGINS`."""

    first: date
    last: date
    origin: int = 0

    @property
    def days(self) -> tuple[int, int]:
        """First and last as roll-ups have them."""
        return number(self.first), number(self.last)

    @property
    def weeks(self) -> tuple[int, int]:
        """The Mondays of the first and the last week."""
        return week_of(number(self.first)), week_of(number(self.last))

    @property
    def length(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days=place) for place in range(self.length))
