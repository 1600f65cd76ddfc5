"""Elo's arithmetic, by hand and by properties."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.item import Kind
from kiosk.learning.rating import AIM, NEAREST, Ability, Rated, chance, choose, gain, guess, prior, rated
from tests.learning.learning_help import item


@pytest.mark.parametrize(("answers", "k"), [(0, 1.0), (10, 2 / 3), (20, 0.5), (100, 1 / 6)])
def test_the_gain_falls_with_the_number_of_answers(answers: int, k: float) -> None:
    assert gain(answers) == pytest.approx(k)


@pytest.mark.parametrize(
    ("ability", "difficulty", "luck", "p"),
    [(0, 0, 0, 0.5), (1.0986123, 0, 0, 0.75), (0, 1.0986123, 0, 0.25), (0, 0, 0.25, 0.625), (-9, 9, 0.25, 0.25)],
)
def test_the_chance_is_logistic_above_the_guess(ability: float, difficulty: float, luck: float, p: float) -> None:
    assert chance(ability, difficulty, luck) == pytest.approx(p, abs=1e-6)


def test_the_author_is_the_prior_until_answers_say_otherwise() -> None:
    assert [prior(word) for word in (1, 2, 3, 4, 5)] == [-2, -1, 0, 1, 2]
    assert rated(item("a", "choice", 4)) == Rated(1.0, 0.125)
    assert rated(item("a", "choice", 4), 0.3) == Rated(0.3, 0.125)


@pytest.mark.parametrize(
    ("kind", "options", "luck"),
    [
        ("judge", 0, 1 / 6),
        ("true_false", 2, 1 / 4),
        ("choice", 4, 1 / 8),
        ("multi", 4, 1 / 30),
        ("chat", 0, 1 / 6),
        ("cues", 0, 0),
        ("order", 5, 0),
    ],
)
def test_guessing_is_half_of_blind_guessing(kind: Kind, options: int, luck: float) -> None:
    assert guess(kind, options) == pytest.approx(luck)


def test_an_ability_moves_by_the_surprise() -> None:
    first = Ability().after(Rated(0.0), "right")
    assert first == Ability(0.5, 1)
    second = first.after(Rated(0.5), "wrong")
    assert second.answers == 2
    assert second.value == pytest.approx(0.5 - 0.5 / 1.05)


def test_asking_first_tells_nothing_of_an_ability() -> None:
    assert Ability(0.7, 3).after(Rated(0.0), "ask_ok") == Ability(0.7, 3)


@given(st.lists(st.floats(-4, 4), min_size=1, max_size=40), st.floats(-3, 3), st.integers(0, 1000))
def test_the_chosen_item_is_one_of_the_five_nearest_to_the_aim(
    difficulties: list[float], ability: float, seed: int
) -> None:
    candidates = {place: Rated(value, 0.1) for place, value in enumerate(difficulties)}
    chosen = choose(candidates, ability, Random(seed))
    distance = {place: abs(one.chance(ability) - AIM) for place, one in candidates.items()}
    assert sum(other < distance[chosen] for other in distance.values()) < NEAREST


def test_each_of_the_five_nearest_is_chosen_and_no_other() -> None:
    candidates = {place: Rated(place - 10.0) for place in range(20)}
    random = Random(5)
    chosen = {choose(candidates, 0.0, random) for _ in range(300)}
    assert chosen == {5, 6, 7, 8, 9}, "in chances .99 is as near to the aim as .51"


def test_nothing_can_be_chosen_from_nothing() -> None:
    with pytest.raises(IndexError):
        choose({}, 0.0, Random(1))
