"""The report tells the truth: real journal rows and the real report, over a hundred classes and by kinds of children.

What the pure functions do is proved in `tests/learning`; here nothing between a child's answer and the report's words
is left out.
"""

from random import Random

import pytest

from kiosk.core.events import ItemAnswered, StationFinished, StationOpened
from kiosk.core.item import Item, Option
from kiosk.exports.class_report import Report
from kiosk.exports.class_report_station_words import stations
from kiosk.exports.class_report_words import front
from kiosk.learning.effect import Pair
from kiosk.learning.intervals import Estimate
from tests.exports.class_report_help import World
from tests.learning.simulated_class import (
    DISCERNING,
    PARANOID,
    TRUSTING,
    Kind,
    make_class,
    make_group,
    rough_form,
    true_effect,
)
from tests.stations import rumour_help, supervisor_help

CLASSES = 100
CHILDREN = 30
GAIN, SHIFT = 0.6, 0.1
TOWN, BANK = supervisor_help.our_town(), rumour_help.our_bank()
KINDS = {"paranoid": PARANOID, "trusting": TRUSTING, "discerning": DISCERNING}


def lesson(world: World, pairs: list[Pair], *, coded: bool) -> Report:
    """One class session in which these children do both forms, half A before B."""
    world.begin()
    for moment in ("pre", "post"):
        world.move(moment)
        for place, one in enumerate(pairs):
            done = one.before if moment == "pre" else one.after
            assert done
            world.form(moment, done, "AB"[(place + (moment == "post")) % 2], f"{place}" if coded else "")
    world.move("ended")
    return world.report()


def holds(estimate: Estimate, truth: float) -> bool:
    return estimate.low <= truth <= estimate.high


@pytest.mark.parametrize("coded", [True, False], ids=["matched", "without codes"])
def test_a_known_effect_lies_within_the_reports_interval(coded: bool) -> None:
    """In at least 93 of 100 classes, matched by return code and without."""
    gains = shifts = found = 0
    for seed in range(CLASSES):
        random = Random(seed)
        forms = [rough_form(random), rough_form(random)]
        kind = Kind(1.0, 0.0)
        report = lesson(World(), make_class(random, kind, GAIN, SHIFT, CHILDREN, forms), coded=coded)
        (change,) = report.forms.changes
        gain, shift = true_effect(kind, GAIN, SHIFT, forms)
        assert change.matched == (CHILDREN if coded else 0)
        gains += holds(change.gain, gain)
        shifts += holds(change.shift, shift)
        found += change.verdict == "improved"
    assert gains >= 93 and shifts >= 93, (gains, shifts)
    assert found >= (60 if coded else 45), "and such a gain is often found, with codes more often"


def said(report: Report) -> str:
    return "\n".join(sentence for one in (*front(report, "zh"), *stations(report, "zh")) for sentence in one.sentences)


def played(world: World, child: str, random: Random) -> None:
    """A child of that kind does a week at 督导亭 and a run at 辟谣台, through their rules."""

    def keep(item: Item) -> str:
        return world.keep([item])[0]

    for key, facts in (
        ("little_supervisor", supervisor_help.facts(TOWN, child, random, keep)),
        ("rumour_desk", rumour_help.facts(BANK, child, random, keep)),
    ):
        world.played([StationOpened(key), *facts, StationFinished(key, "", 1, 1, 1, True)])


WORDS = {
    "paranoid": ("太紧。有些真消息也当成了骗局", "好好的帖子也常被说成有问题", "真的说法也当成假的", "rumour_desk"),
    "trusting": ("太松。容易相信", "有问题的帖子常被放过", "假的说法也信了", "anti_fraud"),
    "discerning": ("合适。不乱信", "没问题的也不冤枉", "真的信，假的不信", ""),
}


@pytest.mark.parametrize("child", WORDS)
@pytest.mark.parametrize("seed", range(3))
def test_classes_come_out_as_what_they_are_in_the_reports_words(child: str, seed: int) -> None:
    """Forms, 督导亭 and 辟谣台, each in its own words; and what is to be practised fits."""
    random, world = Random(seed), World()
    world.begin()
    for counts in make_group(random, KINDS[child], CHILDREN, rough_form(random)):
        world.form("pre", counts)
    for _ in range(20):
        played(world, child, random)
    report = world.report()
    words = said(report)
    form, post, claim, station = WORDS[child]
    assert form in words and post in words and claim in words
    for other in set(WORDS) - {child}:
        assert not any(one in words for one in WORDS[other][:3]), (child, other, words)
    assert ("大部分分得清" in words or "分得很清楚" in words) == (child == "discerning")
    if station:
        assert report.practise[0].station == station


def test_confidence_shows_who_does_not_know_that_he_does_not_know() -> None:
    """Trusting children are sure and often wrong; discerning ones are right when they are sure."""
    for child, verdict in (("trusting", "too_sure"), ("discerning", "fits")):
        random, world = Random(2), World()
        world.begin("play")
        for _ in range(20):
            played(world, child, random)
        desk = world.report().station("rumour_desk")
        assert desk and desk.calibration and desk.calibration.verdict == verdict, desk


def test_the_weakest_family_is_found() -> None:
    """A class that is bad at one family is sent to that level."""
    random, world = Random(4), World()
    families = {family: 0.9 for family in ("game_skin", "scare", "fan_rebate")} | {"fake_shop": 0.45}
    items = [
        Item(f"{family}.{n}", "choice", "？", ("A",), (Option("A", "对"), Option("B", "错")), "因为。", family, "hurry")
        for family in families
        for n in range(3)
    ]
    hashes = world.keep(items)
    world.begin("play")
    for _ in range(25):
        answers = [
            ItemAnswered(
                *("anti_fraud", one.family, one.id, hash, "p", "h", ("A" if good else "B",), ("A",)),
                *("right" if good else "wrong", 4_000),
            )
            for one, hash in zip(items, hashes, strict=True)
            for good in [random.random() < families[one.family]]
        ]
        world.played([StationOpened("anti_fraud"), *answers])
    report = world.report()
    fraud = report.station("anti_fraud")
    assert fraud and fraud.parts[0].key == "fake_shop"
    assert [one.code for one in report.practise] == ["family"]


def test_a_class_that_says_scam_to_everything_has_learned_nothing() -> None:
    """What trickster games mostly do: the leaning moves, and the report says so."""
    random = Random(8)
    forms = [rough_form(random), rough_form(random)]
    report = lesson(World(), make_class(random, Kind(1, 0), 0.0, -1.0, CHILDREN, forms), coded=True)
    words = said(report)
    assert "未发现明显变化" in words and "后测：太紧" in words
    assert report.practise[0].code == "too_tight"


def test_nobody_at_all() -> None:
    world = World()
    world.begin()
    report = world.report()
    assert report.forms.moments == () and report.stations == ()
    assert "没有做测试卷" in said(report) and report.practise[0].code == "measure"
