"""The games that conventions of any shape offer, and the reasons for every move."""

from random import Random

import pytest

from kiosk.core.words import say
from kiosk.stations.convention_puzzle import rules
from kiosk.stations.convention_puzzle.convention import Convention, read_convention
from kiosk.stations.convention_puzzle.games import GAMES, HARDEST, make, offered
from kiosk.stations.convention_puzzle.reasons import reason
from tests.stations.convention_help import brought, data, loose, official, right_place

CONVENTION = official()
EVERY = [(game, level) for game in GAMES[1:] for level in range(HARDEST + 1)]


@pytest.mark.parametrize(("game", "level"), EVERY)
def test_every_right_and_every_wrong_move_has_a_reason(game: str, level: int) -> None:
    """And no two different places answer a situation with an empty or broken sentence."""
    for line in CONVENTION.lines:
        for now in make(game, CONVENTION, line, level=level, players=1, random=Random(level)):
            for piece in now.pieces:
                if piece.key not in now.seats:
                    continue
                for place in now.places:
                    after, move = rules.put(now, piece.key, place.key)
                    assert move is not None
                    said = reason(CONVENTION, after, move, say)
                    assert 4 < len(said) <= 90, said
                    assert "{" not in said


@pytest.mark.parametrize(("game", "level"), EVERY)
def test_games_grow_harder_and_ask_about_the_chosen_line(game: str, level: int) -> None:
    for line in CONVENTION.lines:
        boards = make(game, CONVENTION, line, level=level, players=1, random=Random(5))
        assert line.id in {place.line for board in boards for place in board.places}
        assert [piece.label for piece in boards[0].pieces] != [place.takes for place in boards[0].places]
        if level:
            easier = make(game, CONVENTION, line, level=level - 1, players=1, random=Random(5))
            assert sum(len(one.pieces) for one in boards) >= sum(len(one.pieces) for one in easier) or game == "sort"


def test_what_is_recalled_fades_more_each_time() -> None:
    boards = make("recall", CONVENTION, CONVENTION.lines[0], level=1, players=1, random=Random(3))
    gaps = [{place.key for place in board.places} for board in boards]
    assert [len(one) for one in gaps] == [2, 3, 6]
    assert gaps[0] < gaps[1] < gaps[2]


def test_situations_come_with_their_look_alikes() -> None:
    """The easiest sort has at least two that look the same and belong to different lines."""
    for line in CONVENTION.lines:
        (board,) = make("sort", CONVENTION, line, level=0, players=1, random=Random(8))
        chosen = [one for one in CONVENTION.situations if f"situation-{one.id}" in {p.key for p in board.pieces}]
        groups = {one.alike: {two.line for two in chosen if two.alike == one.alike} for one in chosen}
        assert any(len(lines) > 1 for lines in groups.values())


def test_the_hardest_sort_tells_what_to_do_from_what_not_to_do() -> None:
    (board,) = make("sort", CONVENTION, CONVENTION.lines[1], level=HARDEST, players=1, random=Random(8))
    assert [place.mark for place in board.places] == ["要", "不", "要", "不"]


@pytest.mark.parametrize("players", [1, 2, 3, 4])
def test_everybody_has_something_to_sort_and_to_match(players: int) -> None:
    for game in ("match", "sort"):
        (board,) = make(game, CONVENTION, CONVENTION.lines[0], level=1, players=players, random=Random(1))
        assert {rules.player_of(board, key) for key in board.seats} == set(range(1, players + 1))


def conventions() -> list[Convention]:
    """From the shortest to the longest, with and without halves."""
    shapes = [(lines, length, paired) for lines in (1, 5, 12) for length in (4, 18, 60) for paired in (True, False)]
    return [read_convention(brought(data(lines, length, paired=paired))) for lines, length, paired in shapes]


@pytest.mark.parametrize("convention", conventions(), ids=lambda one: one.id)
def test_conventions_of_any_shape_can_be_played(convention: Convention) -> None:
    for line in convention.lines[:3]:
        games = offered(convention, line)
        assert games and ("match" in games) == (line.paired and len(convention.lines) > 1)
        assert ("sort" in games) == (len(convention.lines) > 1)
        for game in games[1:]:
            for level in range(HARDEST + 1):
                for board in make(game, convention, line, level=level, players=4, random=Random(level)):
                    while pieces := loose(board):
                        board, move = rules.put(board, pieces[0], right_place(board, pieces[0]))
                        assert move is not None
                        assert reason(convention, board, move, say)
                    assert board.finished


def test_what_a_convention_lacks_leaves_games_out() -> None:
    bare = data(1, 9, paired=False, situations=False)
    del bare["lines"][0]["halves"][0]["words"], bare["lines"][0]["halves"][0]["verb"]
    convention = read_convention(brought(bare))
    assert offered(convention, convention.lines[0]) == ("jigsaw",)
