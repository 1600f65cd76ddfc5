"""Which line of a convention is weakest, from what was recorded."""

from dataclasses import replace

from kiosk.core.events import Event, LanternLit, LinePractised
from kiosk.learning.lines import line_figures, weakest_line

PLAYED = LinePractised(
    station="convention_puzzle",
    convention="national-2001",
    pack_hash="h",
    line="learn",
    game="match",
    level=0,
    moves=6,
    misses=0,
    help_used=0,
    seconds=20,
    players=1,
    completed=True,
)


def test_the_line_with_the_most_misses_is_the_weakest() -> None:
    events: list[Event] = [
        PLAYED,
        replace(PLAYED, line="guard", misses=4, moves=10),
        replace(PLAYED, line="order", misses=1, moves=7),
        LanternLit("convention_puzzle", "guard"),
    ]
    found = weakest_line(events)
    assert found is not None
    assert (found.line, found.moves, found.misses) == ("guard", 10, 4)


def test_help_counts_as_trouble() -> None:
    found = weakest_line([PLAYED, replace(PLAYED, line="health", help_used=2)])
    assert found is not None and found.line == "health"


def test_games_add_up_and_jigsaws_tell_nothing() -> None:
    events = [PLAYED, replace(PLAYED, game="recall", misses=2), replace(PLAYED, game="jigsaw", misses=40, moves=60)]
    (figures,) = line_figures(events)
    assert (figures.games, figures.moves, figures.misses) == (2, 12, 2)


def test_few_moves_and_equal_lines_name_nobody() -> None:
    assert weakest_line([]) is None
    assert weakest_line([PLAYED]) is None
    assert weakest_line([PLAYED, replace(PLAYED, line="order")]) is None
    assert weakest_line([PLAYED, replace(PLAYED, line="order", moves=2, misses=2)]) is None


def test_conventions_are_kept_apart() -> None:
    other = replace(PLAYED, convention="our-school", line="a", misses=6)
    same = [PLAYED, replace(PLAYED, line="order", misses=1)]
    found = weakest_line([*same, other, replace(other, line="b")], "national-2001")
    assert found is not None and (found.convention, found.line) == ("national-2001", "order")
