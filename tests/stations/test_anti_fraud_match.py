"""Sharing a screen as tables, without Qt: who gets which items, one monster or several, which screens are enough."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from random import Random

import pytest

from kiosk.core.item import Item, Nature, Option
from kiosk.core.words import say
from kiosk.stations.anti_fraud.draw import Drawing
from kiosk.stations.anti_fraud.facts import answered, finished
from kiosk.stations.anti_fraud.fight import show_children
from kiosk.stations.anti_fraud.levels import Level, make_levels, with_bosses
from kiosk.stations.anti_fraud.match import (
    LEAST_ITEMS,
    SIDE_ITEMS,
    SIDE_KINDS,
    Mode,
    begin_side,
    begin_sides,
    fits,
    join,
    make_rounds,
    merged,
    praise_code,
    shared,
)
from kiosk.stations.anti_fraud.rules import Run, bring_back, choose, confirm
from kiosk.stations.anti_fraud.sides import Panel, Shares, share
from kiosk.stations.station import BankItem
from tests.stations.anti_fraud_stage import Items, all_families, bank_item, our_items
from tests.stations.test_anti_fraud_rules import choice, judge

zh = partial(say, language="zh")
OURS = our_items()
LEVELS = with_bosses(make_levels(all_families(), "zh"), zh)


def drawing(seed: int = 1, met: Sequence[str] = ()) -> Drawing:
    return Drawing(Items(OURS), Random(seed), set(met), None)


def runs_of(level: Level, players: int, mode: Mode, seed: int = 1) -> list[Run]:
    return begin_sides(level, mode, players, drawing(seed))


def give(run: Run, *, right: bool) -> Run:
    item = run.turn.bank.item
    wrong = [key for key in run.keys if key not in item.right and key != "ask_first"][:1]
    for key in item.right if right else wrong:
        run = choose(run, key)
    return confirm(run)


@pytest.mark.parametrize("level", LEVELS, ids=lambda one: one.family.id)
@pytest.mark.parametrize("players", [2, 3, 4])
def test_everybody_gets_as_many_items_and_as_difficult_ones(level: Level, players: int) -> None:
    runs = runs_of(level, players, "versus")
    assert len(runs) == players
    assert {len(run.turns) for run in runs} == {len(runs[0].turns)}
    assert LEAST_ITEMS <= len(runs[0].turns) <= SIDE_ITEMS
    for turns in zip(*(run.turns for run in runs), strict=True):
        assert len({turn.bank.item.difficulty for turn in turns}) == 1
    steps = [turn.bank.item.difficulty for turn in runs[0].turns]
    assert steps == sorted(steps), "from easy to hard"
    hashes = [turn.bank.hash for run in runs for turn in run.turns]
    assert len(hashes) == len(set(hashes)), "nobody sees another's item"
    assert all(turn.player == number for number, run in enumerate(runs, 1) for turn in run.turns)
    assert all(fits(turn.bank.item) and turn.bank.item.kind in SIDE_KINDS for run in runs for turn in run.turns)


@pytest.mark.parametrize("players", [2, 4])
def test_about_half_of_the_messages_at_a_side_are_genuine(players: int) -> None:
    natures: Counter[str] = Counter()
    for level in LEVELS:
        for seed in range(6):
            natures.update(turn.bank.nature for run in runs_of(level, players, "versus", seed) for turn in run.turns)
    assert 0.4 <= natures["genuine"] / (natures["genuine"] + natures["scam"]) <= 0.6


def test_too_few_items_are_not_shared() -> None:
    level = LEVELS[0]
    mine = [one.hash for one in OURS if one.item.family == level.family.id]
    assert begin_sides(level, "versus", 4, drawing(met=mine[:-8])) == []


@pytest.mark.parametrize(
    ("count", "players", "rounds"), [(12, 2, 6), (13, 2, 6), (11, 2, 5), (11, 4, 2), (3, 4, 0), (0, 2, 0)]
)
def test_rounds_are_whole(count: int, players: int, rounds: int) -> None:
    pool = [choice(f"c{index}", "A") for index in range(count)]
    assert len(make_rounds(pool, players, Random(1))) == rounds


def test_rounds_are_of_one_difficulty_whatever_the_pool() -> None:
    pool = [
        bank_item(replace(choice(f"c{index}", "A").item, difficulty=1 + index % 5, kind=SIDE_KINDS[1 + index % 2]))
        for index in range(40)
    ]
    found = make_rounds(pool, 3, Random(2))
    assert len(found) == SIDE_ITEMS
    assert all(len({one.item.difficulty for one in round_}) == 1 for round_ in found)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (choice("c", "A").item, True),
        (choice("c", "A", count=5).item, False),
        (replace(choice("c", "A").item, stem="长" * 49), False),
        (replace(choice("c", "A").item, options=(Option("A", "长" * 19), Option("B", "短"))), False),
        (replace(choice("c", "A").item, kind="order"), False),
        (judge("j", "scam").item, True),
    ],
)
def test_what_stands_well_at_a_side(item: Item, expected: bool) -> None:
    assert fits(item) is expected


def test_nobody_gets_more_to_do_for_a_mistake() -> None:
    (run, _) = runs_of(LEVELS[0], 2, "versus")
    planned = len(run.turns)
    for _ in range(planned):
        run = give(run, right=False)
        run = bring_back(run, lambda trick, avoid: judge("again", "scam", trick), set(), Random(1))
    assert (len(run.answers), len(run.turns)) == (planned, planned)
    assert any(answer.turn.again for answer in run.answers)
    assert {answer.turn.player for answer in run.answers} == {1}


@pytest.mark.parametrize(("players", "hearts"), [(2, 3), (3, 4), (4, 5)])
def test_together_lies_and_hearts_are_everybodys(players: int, hearts: int) -> None:
    runs = runs_of(LEVELS[3], players, "together")
    lies = runs[0].lies
    assert lies == runs[0].lies_total == sum(run.lies_total for run in runs_of(LEVELS[3], players, "versus"))
    assert {(run.hearts, run.hearts_total) for run in runs} == {(hearts, hearts)}
    acted = give(runs[0], right=True)
    others = [shared(run, acted) for run in runs[1:]]
    assert {(run.lies, run.hearts) for run in others} == {(lies - 1, hearts)}
    acted = give(others[0], right=False)
    assert {(one.lies, one.hearts) for one in (acted, shared(runs[0], acted))} == {(lies - 1, hearts - 1)}


@pytest.mark.parametrize(
    ("wrong", "stars", "beaten"), [((0, 0), 3, True), ((1, 0), 3, True), ((1, 1), 2, True), ((6, 6), 1, False)]
)
def test_the_end_together(wrong: tuple[int, int], stars: int, beaten: bool) -> None:
    runs = runs_of(LEVELS[0], 2, "together")
    for place in range(len(runs[0].turns)):
        for side in (0, 1):
            acted = give(runs[side], right=place >= wrong[side])
            runs = [acted if index == side else shared(run, acted) for index, run in enumerate(runs)]
    end = merged(runs)
    assert (end.stars, end.beaten, end.finished) == (stars, beaten, True)
    assert len(end.answers) == 2 * len(runs[0].turns)
    assert finished(end).completed


def test_against_monsters_of_their_own_the_best_counts_and_all_are_praised() -> None:
    good, slow = runs_of(LEVELS[0], 2, "versus")
    while not good.finished:
        good = give(good, right=True)
    while not slow.finished:
        slow = give(slow, right=False)
    end = merged([good, slow])
    assert (end.stars, end.right, len(end.answers)) == (3, len(good.turns), 2 * len(good.turns))
    shown = show_children([good, slow], zh)
    assert [one["player"] for one in shown] == [1, 2]
    assert all(one["praise"].endswith("！") for one in shown)
    assert not any(char.isdigit() for one in shown for char in one["praise"].removeprefix("连对 6")), "no comparing"


def test_a_side_left_early_counts_what_was_answered() -> None:
    one, other = runs_of(LEVELS[0], 2, "versus")
    left = finished(merged([give(one, right=True), other]))
    assert (left.answered, left.right, left.stars, left.completed) == (1, 1, 0, False)


@pytest.mark.parametrize("mode", ["versus", "together"])
def test_an_answer_names_its_child_and_the_mode(mode: Mode) -> None:
    runs = runs_of(LEVELS[0], 3, mode)
    facts = [answered(give(run, right=True), 900) for run in runs]
    assert [(fact.player, fact.mode) for fact in facts] == [(1, mode), (2, mode), (3, mode)]


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ("rrrrrr", "praise_all"),
        ("wrarrw", "praise_again"),
        ("rrrwww", "praise_combo"),
        ("qwrwww", "praise_asked"),
        ("wcwwww", "praise_changed"),
        ("wwrwww", "praise_read"),
        ("wwwwww", "praise_read"),
    ],
)
def test_every_child_is_praised_for_something(answers: str, code: str) -> None:
    """r right, w wrong, a right at what came back, q asked first, c changed to the right one."""
    natures: list[Nature] = ["scam"] * 6
    rounds = [(judge(f"{code}{index}", nature, f"t{index}"),) for index, nature in enumerate(natures)]
    run = begin_side("f", "versus", rounds, 0, Random(1))
    run = replace(run, turns=tuple(replace(turn, again=answers[at] == "a") for at, turn in enumerate(run.turns)))
    for what in answers:
        for key in {"r": ["scam"], "a": ["scam"], "w": ["genuine"], "q": ["ask_first"], "c": ["genuine", "scam"]}[what]:
            run = choose(run, key)
        run = confirm(run)
    assert praise_code(run) == code
    assert say(f"anti_fraud.{code}", "zh", count=3) and say(f"anti_fraud.{code}", "en", count=3)


def test_joined_runs_of_one_item_each() -> None:
    rounds: list[tuple[BankItem, ...]] = [(judge("a", "scam"), judge("b", "genuine"))]
    runs = join([begin_side("f", "together", rounds, side, Random(1)) for side in (0, 1)])
    assert [(run.lies, run.hearts, run.turn.player) for run in runs] == [(2, 3, 1), (2, 3, 2)]


HALVES, STACKED = Shares(2, 1, 1.0, turn=False), Shares(1, 2, 1.0, turn=True)
CORNERS, LYING = Shares(2, 2, 0.75, turn=False), Shares(2, 2, 0.75, turn=True)


@pytest.mark.parametrize(
    ("width", "height", "millimetres", "players", "expected"),
    [
        (1920, 1080, 0, 2, HALVES),
        (1920, 1080, 344, 2, HALVES),
        (1920, 1080, 256, 2, None),
        (1920, 1080, 531, 2, HALVES),
        (1080, 1920, 0, 2, STACKED),
        (1080, 1920, 299, 2, STACKED),
        (1920, 1080, 0, 4, None),
        (1920, 1080, 531, 4, None),
        (1920, 1080, 708, 4, CORNERS),
        (1920, 1080, 951, 3, CORNERS),
        (3840, 2160, 951, 4, CORNERS),
        (3840, 2160, 531, 4, None),
        (2160, 3840, 535, 4, LYING),
        (1280, 720, 256, 2, None),
    ],
)
def test_which_screens_can_be_shared(
    width: int, height: int, millimetres: float, players: int, expected: Shares | None
) -> None:
    """`millimetres` is the panel's width; 0 where it does not say."""
    assert share(Panel(width, height, width / millimetres if millimetres else 0), players) == expected
