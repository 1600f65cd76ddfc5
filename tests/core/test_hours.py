"""Opening hours and the volume of each hour."""

from datetime import datetime

import pytest

from kiosk.core.hours import is_day_of_volumes, is_open, is_week, loudness, next_opening, span, written

WEEK = ["08:30-17:00"] * 5 + ["09:00-24:00", ""]
FRIDAY = datetime(2026, 11, 20)


@pytest.mark.parametrize(
    ("day", "hour", "minute", "opened"),
    [
        (20, 8, 29, False),
        (20, 8, 30, True),
        (20, 16, 59, True),
        (20, 17, 0, False),
        (21, 23, 59, True),
        (22, 12, 0, False),
    ],
)
def test_open_from_the_first_minute_to_before_the_last(day: int, hour: int, minute: int, opened: bool) -> None:
    assert is_open(WEEK, datetime(2026, 11, day, hour, minute, 30)) is opened


def test_without_a_week_it_is_always_open() -> None:
    assert is_open([], FRIDAY)
    assert next_opening([], FRIDAY) is None
    assert next_opening([""] * 7, FRIDAY) is None


def test_the_next_opening_leaps_over_closed_days() -> None:
    assert next_opening(WEEK, FRIDAY) == datetime(2026, 11, 20, 8, 30)
    assert next_opening(WEEK, datetime(2026, 11, 20, 18)) == datetime(2026, 11, 21, 9)
    assert next_opening(WEEK, datetime(2026, 11, 21, 9)) == datetime(2026, 11, 23, 8, 30)
    one_day = ["", "", "", "", "10:00-11:00", "", ""]
    assert next_opening(one_day, datetime(2026, 11, 20, 10)) == datetime(2026, 11, 27, 10)


@pytest.mark.parametrize(
    "text", ["8:30-17:00", "17:00-08:30", "08:30-08:30", "08:30-24:30", "08:30", "x", " 08:30-17:00"]
)
def test_what_is_no_span(text: str) -> None:
    with pytest.raises(ValueError):
        span(text)
    assert not is_week([text] * 7)


def test_forms_of_a_week_and_a_day() -> None:
    assert (
        is_week([]) and is_week(WEEK) and not is_week(WEEK[:6]) and not is_week("08:30-17:00") and not is_week([1] * 7)
    )
    assert is_day_of_volumes([]) and is_day_of_volumes([0, 100] * 12)
    assert not any(map(is_day_of_volumes, ([50], [101] * 24, [True] * 24, ["50"] * 24, 50)))
    assert written(*span("08:30-17:00") or (0, 0)) == "08:30-17:00"


def test_each_hour_has_its_share() -> None:
    shares = [100] * 12 + [25] * 12
    assert loudness(0.8, [], FRIDAY) == 0.8
    assert loudness(0.8, shares, FRIDAY.replace(hour=11, minute=59)) == 0.8
    assert loudness(0.8, shares, FRIDAY.replace(hour=12)) == 0.2
