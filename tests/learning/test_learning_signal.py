"""d′ and c, against a table worked out with scipy 1.17 (norm.ppf, t.ppf)."""

import pytest

from kiosk.learning.intervals import Estimate, around, student
from kiosk.learning.signal import Counts, count, criterion, d_prime, d_prime_variance, leaning, of_child, total

TABLE = [
    (Counts(8, 10, 2, 10), 1.4957171895, 0.0),
    (Counts(10, 10, 0, 10), 3.3812432592, 0.0),
    (Counts(150, 200, 40, 200), 1.5068828039, 0.0828605157),
    (Counts(0, 5, 0, 5), 0.0, 1.3829941271),
    (Counts(5, 5, 5, 5), 0.0, -1.3829941271),
]


@pytest.mark.parametrize(("counts", "d", "c"), TABLE)
def test_the_figures_are_those_of_the_table(counts: Counts, d: float, c: float) -> None:
    assert d_prime(counts) == pytest.approx(d, abs=1e-9)
    assert criterion(counts) == pytest.approx(c, abs=1e-9)


@pytest.mark.parametrize(
    ("freedom", "quantile"),
    [
        (4, 2.7764451),
        (5, 2.5705818),
        (7, 2.3646243),
        (9, 2.2621572),
        (14, 2.1447867),
        (39, 2.0226909),
        (100, 1.9839715),
    ],
)
def test_students_quantiles_are_those_of_the_table(freedom: int, quantile: float) -> None:
    assert student(freedom) == pytest.approx(quantile, abs=1e-3)
    assert around(1.0, 4.0, freedom).high == pytest.approx(1 + 2 * quantile, abs=2e-3)


def test_yes_is_scam_or_asking_first() -> None:
    answers = [
        *(("scam", chosen) for chosen in ("scam", "ask_first", "genuine")),
        *(("genuine", chosen) for chosen in ("scam", "ask_first", "genuine", "genuine")),
    ]
    assert count(answers) == Counts(hits=2, scams=3, alarms=2, genuine=4)


def test_messages_that_call_for_asking_stay_outside() -> None:
    assert count([("ask_first", "scam"), ("ask_first", "ask_first"), ("", "genuine")]) == Counts()


def test_counts_add_up() -> None:
    one, other = Counts(1, 2, 3, 4), Counts(4, 5, 0, 1)
    assert total([one, other]) - other == one
    assert total([]) == Counts()


@pytest.mark.parametrize(("scams", "genuine"), [(9, 10), (10, 9), (5, 5), (0, 40)])
def test_no_figure_of_one_child_below_ten_and_ten(scams: int, genuine: int) -> None:
    assert of_child(Counts(scams, scams, 0, genuine)) is None


def test_a_figure_of_one_child_from_ten_and_ten_on() -> None:
    assert of_child(Counts(8, 10, 2, 10)) == pytest.approx(1.4957171895)


def test_the_variance_of_one_persons_figure() -> None:
    """Rates .75 and .25 of 50 each, about: p(1-p)/n/φ² is .03713 for each."""
    assert d_prime_variance(Counts(38, 50, 12, 50)) == pytest.approx(2 * 0.0374, rel=0.03)


@pytest.mark.parametrize(
    ("c", "low", "high", "word"),
    [
        (0.5, 0.2, 0.8, "too_loose"),
        (0.5, -0.1, 1.1, "fit"),
        (0.2, 0.1, 0.3, "fit"),
        (-0.5, -0.8, -0.2, "too_tight"),
        (-0.2, -0.3, -0.1, "fit"),
        (0.0, -0.2, 0.2, "fit"),
    ],
)
def test_a_leaning_is_said_when_it_is_sure_and_not_small(c: float, low: float, high: float, word: str) -> None:
    assert leaning(Estimate(c, low, high)) == word
