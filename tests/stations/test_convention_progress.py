"""What is known is what the child did: grades, levels, stars."""

import pytest

from kiosk.stations.convention_puzzle import rules
from kiosk.stations.convention_puzzle.facts import stars_of
from kiosk.stations.convention_puzzle.games import GAMES
from kiosk.stations.convention_puzzle.play import begin, keep, moved, onward, restore
from kiosk.stations.convention_puzzle.progress import CLEAN, DONE, GOOD, Progress, Tally
from tests.stations.convention_help import loose, official, right_place, solved, wrong_place

CONVENTION = official()
LEARN = CONVENTION.lines[0]


@pytest.mark.parametrize(
    ("misses", "helped", "shown", "grade"),
    [(0, 0, 0, CLEAN), (1, 0, 0, GOOD), (2, 1, 0, GOOD), (0, 1, 0, GOOD), (3, 0, 0, DONE), (2, 0, 1, DONE)],
)
def test_a_game_is_graded_by_misses_and_help(misses: int, helped: int, shown: int, grade: int) -> None:
    assert Tally("learn", 3, 5, misses, helped, shown).grade == grade


def test_a_line_is_known_by_two_games_one_about_it_alone() -> None:
    progress = Progress(CONVENTION, {})
    assert not progress.lit(LEARN)
    assert progress.keep("learn", "jigsaw", CLEAN)
    assert progress.lit(LEARN) and not progress.known(LEARN)
    progress.keep("learn", "match", CLEAN)
    progress.keep("learn", "sort", CLEAN)
    assert not progress.known(LEARN), "pairs and situations alone do not show that the words are known"
    progress.keep("learn", "fill", DONE)
    assert not progress.known(LEARN), "with every place shown it is practised, not known"
    assert not progress.keep("learn", "fill", GOOD), "not the first time"
    assert progress.known(LEARN)


def test_levels_follow_what_the_child_did() -> None:
    progress = Progress(CONVENTION, {})
    for grade, level in ((GOOD, 1), (CLEAN, 2), (CLEAN, 2), (DONE, 1), (DONE, 0), (DONE, 0)):
        progress.keep("learn", "order", grade)
        assert progress.level("learn", "order") == level
    assert progress.grade("learn", "order") == CLEAN, "the best stays"


def test_each_line_suggests_the_jigsaw_then_games_in_its_own_order() -> None:
    kept: dict[str, int] = {}
    progress = Progress(CONVENTION, kept)
    for line in CONVENTION.lines:
        assert progress.suggested(line) == "jigsaw"
        progress.keep(line.id, "jigsaw", CLEAN)
    assert [progress.suggested(line) for line in CONVENTION.lines] == list(GAMES[1:])


def test_marks_of_conventions_do_not_mix() -> None:
    kept: dict[str, int] = {"anti_fraud.stars.game_skin": 3}
    Progress(CONVENTION, kept).keep("learn", "fill", GOOD)
    assert all(isinstance(value, int) for value in kept.values()) and len(kept) == 3
    assert stars_of(CONVENTION, Progress(CONVENTION, kept)) == 1
    assert Progress(CONVENTION, kept).next_line() is LEARN


@pytest.mark.parametrize("game", GAMES[1:])
def test_a_game_comes_back_as_it_was(game: str) -> None:
    """From JSON values: pieces, misses, hints, whose turn, which board."""
    import json

    play = begin(game, CONVENTION, LEARN, 1, 2, 77)
    key = loose(play.board)[0]
    if wrong := wrong_place(play.board, key):
        board, _ = rules.put(play.board, key, wrong)
        play = moved(play, board)
    board, _ = rules.put(play.board, key, right_place(play.board, key))
    play = moved(play, rules.hint(board))
    again = restore(json.loads(json.dumps(keep(play))), CONVENTION, 2)
    held = rules.hint(board).held
    assert again.board == rules.lay_back(play.board, next(iter(held.values())))
    assert again.tallies == play.tallies
    if not play.last:
        play = onward(moved(play, solved(play.board)))
        later = restore(json.loads(json.dumps(keep(play))), CONVENTION, 2)
        assert (later.at, later.boards[0].placed) == (1, dict(play.boards[0].placed))
