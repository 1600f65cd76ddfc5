"""Simulated classes come out as what they are, and intervals hold the truth as often as they say."""

from random import Random

import pytest

from kiosk.learning.effect import Effect, Pair, effect, of_totals_alone
from kiosk.learning.group import Group, of_group, of_totals
from kiosk.learning.intervals import Estimate
from kiosk.learning.signal import Counts, total
from tests.learning.simulated_class import (
    DISCERNING,
    PARANOID,
    TRUSTING,
    Kind,
    make_class,
    make_group,
    rough_form,
    true_effect,
    true_figures,
)

PERFECT = Counts(5, 5, 0, 5)
CLASSES = 100


def group(kind: Kind, seed: int, children: int = 40) -> Group:
    random = Random(seed)
    found = of_group(make_group(random, kind, children, rough_form(random)))
    assert found
    return found


@pytest.mark.parametrize(
    ("kind", "word", "guessing"),
    [(PARANOID, "too_tight", True), (TRUSTING, "too_loose", True), (DISCERNING, "fit", False)],
)
def test_a_class_comes_out_as_what_it_is(kind: Kind, word: str, guessing: bool) -> None:
    found = [group(kind, seed) for seed in range(40)]
    assert sum(one.leaning == word for one in found) >= 39
    if guessing:
        assert all(one.d.value < 0.8 for one in found)
    else:
        assert all(one.d.low > 1 and not one.guessing for one in found)


def test_children_who_cannot_tell_are_found_to_guess() -> None:
    found = [group(Kind(d=0, c=-1.2, differ_d=0), seed) for seed in range(60)]
    assert sum(one.guessing for one in found) >= 56


def holds(estimate: Estimate, truth: float) -> bool:
    return estimate.low <= truth <= estimate.high


def measure(kind: Kind, gain: float, shift: float, children: int, seed: int) -> tuple[Effect, list[Pair], bool, bool]:
    """A class, and whether the intervals of gain and shift hold the truth."""
    random = Random(seed * 1009 + children)
    forms = [rough_form(random), rough_form(random)]
    pairs = make_class(random, kind, gain, shift, children, forms)
    found = effect(pairs)
    assert found
    true_gain, true_shift = true_effect(kind, gain, shift, forms)
    return found, pairs, holds(found.gain, true_gain), holds(found.shift, true_shift)


MIXED, ALIKE = Kind(1, -0.6, 0.9, 0.6), Kind(1, 0, 0, 0)


@pytest.mark.parametrize(
    ("kind", "gain", "children", "classes"),
    [
        (Kind(1, 0), 0.5, 40, 400),
        (Kind(1, 0), 0.0, 40, 200),
        (MIXED, 0.5, 40, 200),
        (MIXED, 0.5, 8, 200),
        (ALIKE, 0.5, 20, 200),
        (PARANOID, 0.5, 20, 200),
        (DISCERNING, 0.5, 20, 200),
        (DISCERNING, 0.0, 8, 200),
    ],
)
def test_a_known_effect_lies_within_its_interval(kind: Kind, gain: float, children: int, classes: int) -> None:
    """In at least 93 of 100 classes; more classes than 100 are made so that luck does not decide."""
    found = [measure(kind, gain, 0.1, children, seed) for seed in range(classes)]
    assert sum(gain_held for *_, gain_held, _ in found) >= 0.93 * classes
    assert sum(shift_held for *_, shift_held in found) >= 0.93 * classes


@pytest.mark.parametrize("children", [8, 40])
def test_a_groups_figures_lie_within_their_intervals(children: int) -> None:
    d_held = c_held = 0
    kind = Kind(1.4, 0.3, 0.7, 0.5)
    for seed in range(CLASSES):
        random = Random(seed)
        form = rough_form(random)
        found = of_group(make_group(random, kind, children, form))
        assert found
        d, c = true_figures(kind, [form])
        d_held += holds(found.d, d)
        c_held += holds(found.c, c)
    assert min(d_held, c_held) >= 91


def test_a_true_gain_is_found_and_none_is_not_invented() -> None:
    words = [measure(Kind(1, 0), gain, 0, 40, seed)[0].verdict for gain in (0.9, 0.0) for seed in range(CLASSES)]
    assert words[:CLASSES].count("improved") >= 95
    assert words[CLASSES:].count("no_change_found") >= 93


def test_learning_to_say_scam_to_everything_is_no_gain() -> None:
    """What inoculation games mostly do: the leaning moves, telling apart does not."""
    found = [measure(Kind(1, 0), 0.0, -0.9, 40, seed)[0] for seed in range(40)]
    assert sum(one.verdict == "no_change_found" for one in found) >= 36
    assert all(one.after.leaning == "too_tight" and one.shift.high < 0 for one in found)


def test_only_children_who_came_back_are_compared() -> None:
    _, pairs, *_ = measure(Kind(1, 0), 0.5, 0, 20, 1)
    gone = [Pair(Counts(0, 5, 5, 5)) for _ in range(4)]
    broken_off = Pair(PERFECT, Counts(2, 2, 0, 3))
    found = effect([*pairs, *gone, broken_off])
    assert found and found.matched == 20 and found.not_back == 5
    assert found.gain.value == pytest.approx(effect(pairs).gain.value)  # type: ignore[union-attr]


def test_without_return_codes_the_groups_are_compared() -> None:
    _, pairs, *_ = measure(Kind(1, 0), 0.5, 0, 20, 1)
    apart = [Pair(before=one.before) for one in pairs] + [Pair(after=one.after) for one in pairs[:18]]
    found, matched = effect(apart), effect(pairs)
    assert found and matched and found.matched == found.not_back == 0
    assert (found.before.children, found.after.children) == (20, 18)
    assert found.gain.high - found.gain.low > matched.gain.high - matched.gain.low


def test_fewer_than_five_are_no_group() -> None:
    four = [PERFECT] * 4
    assert of_group(four) is None
    assert of_group([*four, Counts(4, 4, 0, 5)]) is None, "a form that was broken off is none"
    assert effect([Pair(PERFECT, PERFECT)] * 4) is None
    assert of_totals(total(four), 4) is None
    five = of_group([*four, PERFECT, Counts(1, 2, 0, 0)])
    assert five and (five.children, five.incomplete) == (5, 1)


def test_a_class_without_an_error_is_not_measured_exactly() -> None:
    """The form is at its ceiling: the interval says so."""
    found = of_group([PERFECT] * 30)
    assert found and found.d.high - found.d.low > 1
    twice = effect([Pair(PERFECT, PERFECT)] * 30)
    assert twice and twice.verdict == "no_change_found" and twice.gain.high > 0.5


def test_hands_counted_by_a_guide_give_wider_intervals() -> None:
    held = wider = 0
    for seed in range(CLASSES):
        random = Random(seed)
        forms = [rough_form(random), rough_form(random)]
        pairs = make_class(random, MIXED, 0.5, 0, 20, forms)
        before = of_totals(total(one.before for one in pairs if one.before), 20)
        after = of_totals(total(one.after for one in pairs if one.after), 20)
        known = effect(pairs)
        assert before and after and known
        counted = of_totals_alone(before, after)
        assert counted.gain.value == pytest.approx(known.gain.value)
        wider += counted.gain.high > known.gain.high
        held += holds(before.d, true_figures(MIXED, forms)[0])
    assert held >= 93 and wider >= 90
