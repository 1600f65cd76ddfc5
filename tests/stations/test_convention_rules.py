"""Pieces and places: what a move does, how help grows, whose piece it is. Tables and properties, no screen."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.stations.convention_puzzle import rules
from kiosk.stations.convention_puzzle.games import GAMES, HARDEST, make
from kiosk.stations.convention_puzzle.rules import Board
from tests.stations.convention_help import loose, official, right_place, solved, wrong_place

PLAYED = GAMES[1:]
CONVENTION = official()


def board(game: str = "match", level: int = 1, players: int = 1, seed: int = 1) -> Board:
    """A board about the first line."""
    return make(game, CONVENTION, CONVENTION.lines[0], level=level, players=players, random=Random(seed))[-1]


@pytest.mark.parametrize("misses", [0, 1, 2, 3, 5])
def test_help_grows_with_misses(misses: int) -> None:
    now = board()
    key = loose(now)[0]
    for _ in range(misses):
        wrong = wrong_place(now, key)
        if not wrong:
            break
        now, move = rules.put(now, key, wrong)
        assert move is not None and not move.right
    level = rules.help_for(now, key)
    assert level == min(misses, rules.SHOW)
    assert len(rules.open_places(now, key)) == {0: 5, 1: 5, 2: 2, 3: 1}[level]
    assert len(rules.lit_places(now, key)) == {0: 0, 1: 3, 2: 2, 3: 1}[level]
    assert right_place(now, key) in rules.open_places(now, key)


def test_a_hint_takes_a_piece_in_hand_and_helps_more_each_time() -> None:
    now = board()
    for level in (1, 2, 3, 3):
        now = rules.hint(now)
        (key,) = now.held.values()
        assert rules.help_for(now, key) == level
    assert rules.lit_places(now, key) == {right_place(now, key)}


def test_a_wrong_piece_drifts_back_and_a_full_place_takes_nothing() -> None:
    now = board()
    first, second = loose(now)[:2]
    now, move = rules.put(now, first, right_place(now, second))
    assert move is not None and (move.right, move.first) == (False, True)
    assert first in now.seats and not now.placed
    now, move = rules.put(now, first, right_place(now, first))
    assert move is not None and (move.right, move.first) == (True, False)
    again, nothing = rules.put(now, second, now.placed[first])
    assert nothing is None and again == now


def test_equal_words_may_change_places() -> None:
    line = next(one for one in CONVENTION.lines if one.id == "order")
    now = make("order", CONVENTION, line, level=1, players=1, random=Random(2))[0]
    twins = [piece.key for piece in now.pieces if piece.text == "网络"]
    gaps = [place.key for place in now.places if place.takes == "网络"]
    for key, gap in zip(twins, reversed(gaps), strict=True):
        now, move = rules.put(now, key, gap)
        assert move is not None and move.right


def test_a_decoy_goes_when_it_was_tried() -> None:
    now = board("fill")
    decoy = next(piece.key for piece in now.pieces if not piece.label)
    now, move = rules.put(now, decoy, now.places[0].key)
    assert move is not None and not move.right
    assert decoy not in now.seats and not rules.movable(now, decoy)


def test_several_children_have_their_own_pieces_and_hold_one_each() -> None:
    now = board("match", players=4)
    owners = {key: rules.player_of(now, key) for key in now.seats}
    assert sorted(set(owners.values())) == [1, 2, 3, 4]
    for key in now.seats:
        now = rules.pick(now, key)
    assert sorted(now.held) == [1, 2, 3, 4]
    for player, key in list(now.held.items()):
        assert owners[key] == player
        now, move = rules.put(now, key, right_place(now, key))
        assert move is not None and move.player == player
    assert {key: rules.player_of(now, key) for key in now.seats if key}.items() <= owners.items()


def test_a_touched_place_means_the_piece_in_hand_that_fits() -> None:
    now = board("match", players=2)
    first, last = now.seats[0], now.seats[-1]
    now = rules.pick(rules.pick(now, first), last)
    assert rules.taker(now, right_place(now, last)) == last
    assert rules.taker(now, right_place(now, first)) == first
    third = next(key for key in now.seats if key not in (first, last))
    assert rules.taker(now, right_place(now, third)) == first


@pytest.mark.parametrize("game", ["order", "fill", "recall"])
def test_children_take_turns_where_one_line_is_built(game: str) -> None:
    now = board(game, players=3)
    turns = []
    while pieces := loose(now):
        turns.append(now.turn)
        wrong = wrong_place(now, pieces[0])
        if wrong:
            now, _ = rules.put(now, pieces[0], wrong)
            assert now.turn == turns[-1], "who missed tries again"
        now, move = rules.put(now, pieces[0], right_place(now, pieces[0]))
        assert move is not None and move.player == turns[-1]
    assert turns == [1 + number % 3 for number in range(len(turns))]


def test_a_piece_in_hand_is_laid_back_by_a_second_touch() -> None:
    now = board()
    key = loose(now)[0]
    assert rules.pick(rules.pick(now, key), key).held == {}


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(PLAYED),
    st.integers(0, HARDEST),
    st.integers(1, 4),
    st.integers(0, 4),
    st.integers(0, 999),
    st.data(),
)
def test_whatever_is_done_every_game_can_be_finished(
    game: str, level: int, players: int, line: int, seed: int, choices: st.DataObject
) -> None:
    """Moves, misses, hints in any order: pieces are never lost, the right place stays open, and it ends."""
    boards = make(game, CONVENTION, CONVENTION.lines[line], level=level, players=players, random=Random(seed))
    for now in boards:
        total = {piece.key for piece in now.pieces}
        for _ in range(12):
            keys = [key for key in now.seats if key]
            if not keys:
                break
            key = choices.draw(st.sampled_from(keys))
            act = choices.draw(st.sampled_from(["pick", "put", "hint"]))
            if act == "put":
                now, _ = rules.put(now, key, choices.draw(st.sampled_from(now.places)).key)
            else:
                now = rules.pick(now, key) if act == "pick" else rules.hint(now)
            tried = {one for one, count in now.misses.items() if count and not now.piece(one).label}
            assert {*filter(None, now.seats), *now.waiting, *now.placed, *tried} == total
            for one in loose(now):
                assert right_place(now, one) in rules.open_places(now, one)
        assert solved(now).finished
