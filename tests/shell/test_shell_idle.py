"""When the visit ends for want of anybody, as a table of moments."""

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.shell.idle import READING_MS_PER_CHARACTER, Idle, IdleWatch

COUNTDOWN, RESET = 45_000, 60_000


@pytest.fixture
def stepped() -> SteppedClock:
    return SteppedClock()


@pytest.fixture
def watch(stepped: SteppedClock) -> IdleWatch:
    watch = IdleWatch(stepped, COUNTDOWN, RESET)
    watch.touched()
    return watch


@pytest.mark.parametrize(
    ("waited_ms", "state", "left_s"),
    [
        (0, Idle.PRESENT, 60),
        (44_999, Idle.PRESENT, 16),
        (45_000, Idle.COUNTDOWN, 15),
        (50_001, Idle.COUNTDOWN, 10),
        (59_999, Idle.COUNTDOWN, 1),
        (60_000, Idle.GONE, 0),
        (600_000, Idle.GONE, 0),
    ],
)
def test_states_over_time(watch: IdleWatch, stepped: SteppedClock, waited_ms: int, state: Idle, left_s: int) -> None:
    stepped.step(waited_ms)
    assert watch.look() == (state, left_s)


def test_a_touch_begins_anew(watch: IdleWatch, stepped: SteppedClock) -> None:
    stepped.step(59_000)
    watch.touched()
    stepped.step(44_000)
    assert watch.look()[0] is Idle.PRESENT


def test_a_held_clock_stands_still(watch: IdleWatch, stepped: SteppedClock) -> None:
    watch.hold("reading")
    for _ in range(10):
        stepped.step(50_000)
        assert watch.look()[0] is Idle.PRESENT
    watch.release("reading")
    stepped.step(44_999)
    assert watch.look()[0] is Idle.PRESENT
    stepped.step(1)
    assert watch.look()[0] is Idle.COUNTDOWN


def test_releasing_what_was_not_held_is_no_touch(watch: IdleWatch, stepped: SteppedClock) -> None:
    stepped.step(45_000)
    watch.release("reading")
    assert watch.look()[0] is Idle.COUNTDOWN


def test_a_long_text_gives_time_to_read(watch: IdleWatch, stepped: SteppedClock) -> None:
    watch.allow_reading("字" * 100)
    stepped.step(COUNTDOWN + 100 * READING_MS_PER_CHARACTER - 1)
    assert watch.look()[0] is Idle.PRESENT
    stepped.step(1)
    assert watch.look()[0] is Idle.COUNTDOWN
