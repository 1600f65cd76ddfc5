"""The lock-out as tables: it grows, survives restarts, and no clock moves it."""

import pytest

from kiosk.staff.lockout import Lock, Shutter, step_ms

NOW = 1_790_000_000_000
MINUTE = 60_000


@pytest.mark.parametrize(
    ("wrong", "seconds"), [(0, 0), (4, 0), (5, 30), (6, 60), (7, 300), (8, 900), (9, 3600), (10, 3600), (99, 3600)]
)
def test_each_wrong_pin_waits_longer(wrong: int, seconds: int) -> None:
    """Five tries are free, then 30 s, 1, 5, 15 and 60 minutes."""
    assert step_ms(wrong) == seconds * 1000


@pytest.mark.parametrize(
    ("wrong", "utc_since_ms", "left_ms"),
    [
        (4, 0, 0),
        (5, 10_000, 20_000),
        (5, 30_000, 0),
        (7, MINUTE, 4 * MINUTE),
        (7, 0, 5 * MINUTE),
        (7, -1, 5 * MINUTE),
        (7, -86_400_000 * 400, 5 * MINUTE),
        (9, 59 * MINUTE, MINUTE),
        (9, 61 * MINUTE, 0),
    ],
)
def test_after_a_restart(wrong: int, utc_since_ms: int, left_ms: int) -> None:
    """The time gone counts; a clock set back (a dead battery) waits the step once more, never longer."""
    shutter = Shutter(Lock(wrong, NOW), NOW + utc_since_ms, 77)
    assert shutter.remaining_ms(77) == left_ms
    assert shutter.remaining_ms(77 + left_ms) == 0
    assert shutter.was_set_back == (utc_since_ms < 0)


def test_a_clock_set_back_is_anchored_anew_once() -> None:
    """The next restart counts from the new anchor: restarts with a wrong clock do not lock for ever."""
    early = NOW - 10 * 365 * 86_400_000
    first = Shutter(Lock(7, NOW), early, 0)
    assert first.lock == Lock(7, early)
    again = Shutter(first.lock, early + 4 * MINUTE, 0)
    assert again.remaining_ms(0) == MINUTE


def test_only_the_monotonic_clock_counts_while_running() -> None:
    """Wrong times of day are kept, but they neither shorten nor lengthen the running lock."""
    shutter = Shutter(Lock(4, NOW), NOW, 0)
    shutter.wrong(NOW - 99 * MINUTE, 1_000)
    assert shutter.remaining_ms(1_000) == 30_000
    assert shutter.remaining_ms(30_999) == 1
    assert shutter.remaining_ms(31_000) == 0


def test_a_right_pin_forgets() -> None:
    """After a right PIN there are five free tries again."""
    shutter = Shutter(Lock(4, NOW), NOW, 0)
    assert shutter.tries_left() == 1
    shutter.right()
    assert (shutter.lock, shutter.tries_left(), shutter.remaining_ms(0)) == (Lock(), 5, 0)
