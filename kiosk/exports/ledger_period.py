"""What a ledger covers: a month, a quarter, a year, or a project from one day to another. Local days. Pure."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from kiosk.core.errors import KioskError

Kind = Literal["month", "quarter", "year", "project"]
MOST_DAYS = 62
"""Longer periods are drawn by months."""
WRITTEN: dict[Kind, re.Pattern[str]] = {
    "month": re.compile(r"(\d{4})-(\d\d?)"),
    "quarter": re.compile(r"(\d{4})-?[Qq]([1-4])"),
    "year": re.compile(r"(\d{4})"),
}
SPANS = {"month": 1, "quarter": 3, "year": 12}
"""How many months each has."""


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both included. A `project` has a `title` of its own; it may be empty."""

    kind: Kind
    first: date
    last: date
    title: str = ""

    @property
    def start(self) -> int:
        """When it begins, in milliseconds since 1970 UTC."""
        return midnight(self.first)

    @property
    def end(self) -> int:
        """When it is over (excluded), in milliseconds since 1970 UTC."""
        return midnight(self.last + timedelta(days=1))

    @property
    def by_day(self) -> bool:
        """Whether it is drawn day by day, not month by month."""
        return (self.last - self.first).days < MOST_DAYS

    def steps(self) -> list[date]:
        """The first day of each step that is drawn: days or months."""
        if self.by_day:
            return [self.first + timedelta(days=place) for place in range((self.last - self.first).days + 1)]
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        return [add_months(self.first.replace(day=1), place) for place in range(months + 1)]

    def step_of(self, day: date) -> date:
        """The step that `day` belongs to."""
        return day if self.by_day else day.replace(day=1)

    def moved(self, by: int) -> "Period":
        """The month, quarter or year so many further on; a project stays what it is."""
        if self.kind == "project":
            return self
        return beginning(self.kind, add_months(self.first, by * SPANS[self.kind]))


def beginning(kind: Kind, first: date) -> Period:
    """The month, quarter or year that begins on `first`."""
    return Period(kind, first, add_months(first, SPANS[kind]) - timedelta(days=1))


def around(kind: Kind, day: date) -> Period:
    """The month, quarter or year around `day`."""
    month = {"month": day.month, "quarter": (day.month - 1) // 3 * 3 + 1, "year": 1}[kind]
    return beginning(kind, date(day.year, month, 1))


def parsed(kind: Kind, text: str) -> Period:
    """A period as `2026-11`, `2026Q4` or `2026`. Raises KioskError (`ledger.no_such_period`)."""
    found = WRITTEN[kind].fullmatch(text.strip())
    numbers = [int(one) for one in found.groups()] if found else []
    if not numbers or not 1970 < numbers[0] < 3000:
        raise KioskError("ledger.no_such_period", text=text)
    month = {"month": numbers[-1], "quarter": 3 * numbers[-1] - 2, "year": 1}[kind]
    if not 1 <= month <= 12:
        raise KioskError("ledger.no_such_period", text=text)
    return beginning(kind, date(numbers[0], month, 1))


def project(first: date, last: date, title: str) -> Period:
    """Any span of days. Raises KioskError (`ledger.ends_before_it_begins`)."""
    if last < first:
        raise KioskError("ledger.ends_before_it_begins", first=first.isoformat(), last=last.isoformat())
    return Period("project", first, last, title)


def add_months(day: date, months: int) -> date:
    """The first day of the month so many months after that of `day`."""
    month = day.year * 12 + day.month - 1 + months
    return date(month // 12, month % 12 + 1, 1)


def midnight(day: date) -> int:
    """When `day` begins on this machine, in milliseconds since 1970 UTC."""
    return int(datetime.combine(day, time()).timestamp() * 1000)
