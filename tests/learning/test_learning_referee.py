"""A scientific library as referee: d′, c, their intervals and Student's quantiles are scipy's."""

from itertools import product
from random import Random

import pytest
from scipy import stats  # type: ignore[import-untyped]

from kiosk.learning.effect import Pair, effect
from kiosk.learning.group import FLOOR, of_group
from kiosk.learning.intervals import around, student
from kiosk.learning.item_analysis import Response, analyse
from kiosk.learning.signal import Counts, criterion, d_prime, d_prime_variance, total
from tests.learning.learning_help import item
from tests.learning.simulated_class import DISCERNING, PARANOID, TRUSTING, Kind, make_class, make_group, rough_form

Z = stats.norm.ppf


def rates(counts: Counts) -> tuple[float, float]:
    return (counts.hits + 0.5) / (counts.scams + 1), (counts.alarms + 0.5) / (counts.genuine + 1)


@pytest.mark.parametrize(("scams", "genuine"), [(5, 5), (10, 10), (25, 40), (200, 150)])
def test_d_and_c_are_scipys(scams: int, genuine: int) -> None:
    for hits, alarms in product(range(0, scams + 1, max(1, scams // 5)), range(0, genuine + 1, max(1, genuine // 5))):
        counts = Counts(hits, scams, alarms, genuine)
        hit, alarm = rates(counts)
        assert d_prime(counts) == pytest.approx(Z(hit) - Z(alarm), abs=1e-9)
        assert criterion(counts) == pytest.approx(-(Z(hit) + Z(alarm)) / 2, abs=1e-9)
        variance = sum(p * (1 - p) / n / stats.norm.pdf(Z(p)) ** 2 for p, n in ((hit, scams), (alarm, genuine)))
        assert d_prime_variance(counts) == pytest.approx(variance, rel=1e-9)


@pytest.mark.parametrize("freedom", [*range(4, 61), 100, 1000])
def test_students_quantiles_are_scipys(freedom: int) -> None:
    assert student(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), abs=1e-3)


@pytest.mark.parametrize(("value", "variance", "freedom"), [(0.0, 1.0, 4), (1.3, 0.04, 29), (-0.4, 0.2, 11)])
def test_an_interval_is_scipys(value: float, variance: float, freedom: int) -> None:
    ours = around(value, variance, freedom)
    low, high = stats.t.interval(0.95, freedom, loc=value, scale=variance**0.5)
    assert [ours.low, ours.high] == pytest.approx([low, high], abs=1e-3)


def left_out(children: list[Counts], figure: object) -> float:
    """The jackknife's variance, by numpy through scipy: every child left out once."""
    everyone = total(children)
    values = [figure(everyone - one) for one in children]  # type: ignore[operator]
    return float((len(values) - 1) * stats.describe(values, ddof=0).variance)


@pytest.mark.parametrize("kind", [PARANOID, TRUSTING, DISCERNING, Kind(1, -0.6, 0.9, 0.6)])
def test_a_groups_intervals_are_scipys(kind: Kind) -> None:
    for seed in range(10):
        random = Random(seed)
        children = make_group(random, kind, 24, rough_form(random))
        group = of_group(children)
        assert group
        floor = FLOOR * d_prime_variance(total(children))
        for ours, figure, least in ((group.d, d_prime, floor), (group.c, criterion, floor / 4)):
            scale = max(left_out(children, figure), least) ** 0.5
            low, high = stats.t.interval(0.95, 23, loc=figure(total(children)), scale=scale)
            assert [ours.low, ours.high] == pytest.approx([low, high], abs=2e-3)


def test_a_gain_without_codes_is_close_to_two_samples_of_scipys() -> None:
    """The interval of a gain between two groups agrees with Welch's of jackknife pseudo-values."""
    random = Random(3)
    pairs = make_class(random, Kind(1, 0), 0.5, 0.0, 40, [rough_form(random), rough_form(random)])
    apart = [Pair(before=one.before) for one in pairs] + [Pair(after=one.after) for one in pairs]
    found = effect(apart)
    assert found
    samples = []
    for children in ([one.after for one in pairs if one.after], [one.before for one in pairs if one.before]):
        everyone, n = total(children), len(children)
        samples.append([n * d_prime(everyone) - (n - 1) * d_prime(everyone - one) for one in children])
    theirs = stats.ttest_ind(*samples, equal_var=False).confidence_interval()
    assert found.gain.high - found.gain.low == pytest.approx(theirs.high - theirs.low, rel=0.1)
    assert found.gain.value == pytest.approx((theirs.high + theirs.low) / 2, abs=0.1)


def test_discrimination_is_scipys_correlation() -> None:
    random = Random(5)
    items = {key: item(key, "choice") for key in "vwxyz"}
    sheets = []
    for _ in range(60):
        able = random.random()
        sheets.append(
            {key: Response(("A",), "right") if random.random() < able else Response(("B",), "wrong") for key in items}
        )
    for figures in analyse(items, sheets):
        own = [float(sheet[figures.key].right or 0) for sheet in sheets]
        others = [sum(bool(one.right) for key, one in sheet.items() if key != figures.key) / 4 for sheet in sheets]
        assert figures.discrimination == pytest.approx(stats.pearsonr(own, others).statistic, abs=1e-9)
