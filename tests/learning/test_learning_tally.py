"""Ratings merge by counts: in any order, in any grouping, and to what one kiosk alone would have learnt."""

from functools import reduce
from operator import add
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.learning.rating import Rated
from kiosk.learning.tally import Answered, Tally, difficulty, one_answer, tally_visit

answers = st.tuples(st.floats(-5, 5), st.booleans())
tallies = st.lists(answers, max_size=30).map(lambda given: reduce(add, (one_answer(*one) for one in given), Tally()))


@given(tallies, tallies)
def test_merging_does_not_ask_who_comes_first(a: Tally, b: Tally) -> None:
    assert a + b == b + a


@given(tallies, tallies, tallies)
def test_merging_does_not_ask_who_merged_before(a: Tally, b: Tally, c: Tally) -> None:
    assert (a + b) + c == a + (b + c)


@given(tallies)
def test_merging_with_nothing_changes_nothing(a: Tally) -> None:
    assert a + Tally() == Tally() + a == a


@given(st.lists(answers, max_size=40), st.lists(st.integers(0, 3), min_size=40, max_size=40), st.randoms())
def test_kiosks_together_know_what_one_would_have_learnt(
    given_answers: list[tuple[float, bool]], kiosks: list[int], random: Random
) -> None:
    alone = reduce(add, (one_answer(*one) for one in given_answers), Tally())
    apart = [Tally()] * 4
    for one, kiosk in zip(given_answers, kiosks, strict=False):
        apart[kiosk] += one_answer(*one)
    random.shuffle(apart)
    together = reduce(add, apart)
    assert together == alone
    assert difficulty(together, Rated(0.5, 0.1)) == difficulty(alone, Rated(0.5, 0.1))
    assert together.answers == len(given_answers)


def test_one_answer_moves_a_rating_as_elo_does() -> None:
    assert difficulty(one_answer(0.0, True), Rated(0.0)) == pytest.approx(-0.5)
    assert difficulty(one_answer(0.0, False), Rated(0.0)) == pytest.approx(0.5)


@pytest.mark.parametrize(("number", "left"), [(0, 1.0), (5, 0.4), (20, 0.08), (50, 0.01)])
def test_the_authors_word_is_forgotten_within_fifty_answers(number: int, left: float) -> None:
    """Two authors two logits apart, the same answers: three of four right by middling children."""
    tally = Tally(((0, number, round(number * 0.75)),)) if number else Tally()
    apart = difficulty(tally, Rated(0.0)) - difficulty(tally, Rated(-2.0))
    assert apart / 2 == pytest.approx(left, abs=0.05)


def test_many_answers_find_the_difficulty() -> None:
    tally = Tally(((-2, 1000, 269), (0, 1000, 500), (2, 1000, 731)))
    assert difficulty(tally, Rated(2.0)) == pytest.approx(0.0, abs=0.01)
    assert difficulty(Tally(((0, 10_000, 10_000),)), Rated(0.0)) > -6, "always right stays within reach"


def test_an_answer_counts_in_the_band_of_the_other_answers() -> None:
    """The one who fails all others is weak, whatever this answer was."""
    visit = [Answered("hard", Rated(1.0), True), *(Answered(str(n), Rated(-1.0), False) for n in range(6))]
    hard, *others = tally_visit(visit)
    assert hard[0] == "hard"
    band, number, right = hard[1].bands[0]
    assert band <= -3 and (number, right) == (1, 1)
    assert all(tally.bands[0][0] > band for _, tally in others), "those know of one right answer"
    assert tally_visit([]) == []
    assert tally_visit([Answered("only", Rated(0.0), True)]) == [("only", one_answer(0.0, True))]
