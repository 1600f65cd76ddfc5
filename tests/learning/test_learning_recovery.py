"""300 simulated children on 60 items: the kiosk finds out how hard the items are, by its own way of choosing."""

from random import Random
from statistics import correlation, mean, stdev

import pytest

from kiosk.learning.rating import Ability, choose, rated
from kiosk.learning.tally import difficulty
from tests.learning.learning_help import World, make_world

CHILDREN = 300
ITEMS_A_VISIT = 16
"""Two runs of a level."""


def visit(world: World, ability: float) -> list[tuple[int, bool]]:
    """One child's visit: each item is chosen for what the child has shown so far."""
    shown = Ability()
    answers: list[tuple[int, bool]] = []
    left = dict(world.known)
    for _ in range(ITEMS_A_VISIT):
        place = choose(left, shown.value, world.random)
        right = world.answer(ability, place)
        shown = shown.after(left.pop(place), "right" if right else "wrong")
        answers.append((place, right))
    return answers


def play(world: World) -> list[bool]:
    """All children's answers, in order; the world's ratings learn after every visit."""
    answers = []
    for _ in range(CHILDREN):
        one = visit(world, world.random.gauss(0, 1))
        assert len({place for place, _ in one}) == ITEMS_A_VISIT, "nobody meets an item twice"
        world.learn(one)
        answers += [right for _, right in one]
    return answers


@pytest.mark.parametrize("author", ["blind", "rough"])
@pytest.mark.parametrize("guessing", [0.0, 0.5, 1.0])
def test_difficulties_are_recovered(guessing: float, author: str) -> None:
    for seed in range(2):
        world = make_world(seed, guessing=guessing, author=author)
        answers = play(world)
        found = [world.known[place].difficulty for place in range(len(world.truth))]
        assert correlation(world.truth, found) >= 0.8, (seed, correlation(world.truth, found))
        assert 0.66 <= mean(answers[len(answers) // 2 :]) <= 0.8, "practice keeps near its aim"


def test_the_scale_does_not_drift_apart() -> None:
    """Where only near items are asked, ratings that lean on rough abilities spread out visit by visit."""
    world = make_world(3, guessing=0.5, author="blind")
    play(world)
    spread = stdev(world.known[place].difficulty for place in range(60)) / stdev(world.truth)
    assert 0.8 <= spread <= 1.35


def test_two_kiosks_know_more_than_one() -> None:
    """Each kiosk has met its own children; merging their tallies brings the ratings nearer to the truth."""
    kiosks = [make_world(4, guessing=0.5, author="blind") for _ in range(2)]
    for number, kiosk in enumerate(kiosks):
        kiosk.random = Random(number)
        play(kiosk)
    first, second = kiosks
    merged = [
        difficulty(first.tallies[place] + second.tallies[place], rated(one)) for place, one in enumerate(first.items)
    ]
    alone = [correlation(one.truth, [one.known[place].difficulty for place in range(60)]) for one in kiosks]
    assert correlation(first.truth, merged) > max(alone)
