"""Which age band a class belongs to, as items, posts and claims name them. Pure."""

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from kiosk.core.item import AGES

GRADES = {digit: number for number, digit in enumerate("一二三四五六七八九", start=1)}
JUNIOR = {"一": 7, "二": 8, "三": 9}
GRADE = re.compile(r"(初)?中?([一二三四五六七八九1-9])年?级?")
LAST_LOWER, LAST_UPPER = 3, 6


class Aged(Protocol):
    """Something for children of some age bands."""

    @property
    def ages(self) -> tuple[str, ...]:
        """Names of `core.item.AGES`."""
        ...


T = TypeVar("T", bound=Aged)


def grade_of(label: str) -> int:
    """The grade, 1 to 9, that a class label begins with (`五年级（2）班`, `初二3班`); 0 where it tells none."""
    found = GRADE.match(label.strip())
    if found is None:
        return 0
    junior, digit = found.groups()
    if junior:
        return JUNIOR.get(digit, 6 + int(digit) if digit.isdigit() and int(digit) <= len(JUNIOR) else 0)
    return GRADES.get(digit) or int(digit)


def band_of(label: str) -> str:
    """The band of `core.item.AGES` that a class belongs to; empty where its label does not tell."""
    grade = grade_of(label)
    if not grade:
        return ""
    return AGES[0] if grade <= LAST_LOWER else AGES[1] if grade <= LAST_UPPER else AGES[2]


def suited(found: Sequence[T], ages: str) -> Sequence[T]:
    """Those that are for children of that band; all where it is not known."""
    return [one for one in found if ages in one.ages] if ages else found
