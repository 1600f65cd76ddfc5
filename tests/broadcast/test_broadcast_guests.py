"""Whose forms are in the booth: for one visit, for half an hour, and never more than four."""

import pytest

from kiosk.broadcast.guests import MOST, STAY_MS, Guest, Guests
from kiosk.core.clock import SteppedClock

ONE, TWO = Guest("v1", "2026001"), Guest("v2", "2026002")


def test_they_stay_until_they_leave_or_their_time_is_over() -> None:
    """Others come in their place; half an hour is counted from the last time anybody was brought in."""
    clock = SteppedClock()
    guests = Guests(clock)
    assert guests.voices() == () and guests.left_ms() == 0
    guests.bring([ONE])
    clock.step(STAY_MS - 1)
    assert guests.voices() == ("v1",) and guests.left_ms() == 1
    guests.bring([TWO])
    clock.step(STAY_MS - 1)
    assert guests.present() == (TWO,)
    clock.step(1)
    assert guests.present() == () and guests.left_ms() == 0
    guests.bring([ONE, TWO])
    guests.leave()
    assert guests.voices() == () and guests.left_ms() == 0


def test_the_booth_holds_four() -> None:
    """More are refused, and those who are there stay."""
    guests = Guests(SteppedClock())
    guests.bring([ONE])
    with pytest.raises(ValueError, match="5 guests"):
        guests.bring([ONE] * (MOST + 1))
    assert guests.present() == (ONE,)
