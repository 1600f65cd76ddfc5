"""The classes a school can have, as our own pickers offer them. Pure."""

from collections.abc import Iterable

GRADES = range(1, 10)
CLASSES = range(1, 21)
DIGITS = "一二三四五六七八九"


def label(grade: int, number: int) -> str:
    """A class as schools write it: `五年级（2）班`. It is data: the same in every language."""
    return f"{DIGITS[grade - 1]}年级（{number}）班"


def sorted_labels(labels: Iterable[str]) -> list[str]:
    """Our own labels by grade and number; others, which a file brought, after them as they come."""
    order = {label(grade, number): (grade, number) for grade in GRADES for number in CLASSES}
    return sorted(labels, key=lambda one: (order.get(one, (99, 0)), one))
