"""Practice in the station: the next item follows the child, near to 75 %, and nobody meets an item twice in a visit."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import mean
from typing import Any

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.core.events import ItemAnswered
from kiosk.core.places import program_folder
from kiosk.learning.rating import AIM, Ability, rated
from kiosk.packs.aim import POOL
from kiosk.packs.library import Library
from kiosk.stations.anti_fraud.draw import Drawing, draw_run
from kiosk.stations.anti_fraud.levels import Level, make_levels
from kiosk.stations.anti_fraud.match import MODES
from kiosk.stations.anti_fraud.practice import fit, learn
from kiosk.stations.anti_fraud.rules import Run, begin, bring_back, choose, confirm
from kiosk.stations.anti_fraud.view_model import AntiFraudViewModel
from kiosk.store import Store
from tests.stations.anti_fraud_stage import World, enter, give_answer


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Our own banks in a real store."""
    home: Path = tmp_path_factory.mktemp("home")
    store = Store.open(home, SteppedClock(), housekeeping_after_s=None)
    library = Library(store, program_folder() / "quizzes", SteppedClock())
    library.ensure_built_in()
    yield library
    store.close()


def level_of(library: Library, family: str) -> Level:
    return next(one for one in make_levels(library.families(), "zh") if one.family.id == family)


def begun(library: Library, family: str = "game_skin", players: int = 1, seed: int = 1) -> Run:
    random = Random(seed)
    picked = draw_run(level_of(library, family), Drawing(library, random, (), None))
    return begin(family, picked, players, random)


def answer(run: Run, *, right: bool) -> Run:
    """Answer the present turn, rightly or by whatever is wrong."""
    count = len(run.answers)
    while len(run.answers) == count:
        item = run.turn.bank.item
        keys = run.right_now
        if not right and item.kind == "order":
            keys = keys[::-1]
        elif not right:
            keys = (run.keys[0 if {run.keys[-1]} == {*item.right} else -1],)
        for key in keys:
            run = choose(run, key)
        run = confirm(run)
    return run


def test_an_answer_counts_for_the_child_who_gave_it(library: Library) -> None:
    abilities = {2: Ability(0.5, 4)}
    run = answer(begun(library, players=2), right=True)
    learn(abilities, run)
    assert abilities[2] == Ability(0.5, 4) and abilities[1].answers == 1 and abilities[1].value > 0
    before = abilities[1]
    asked = replace(run, answers=(replace(run.answers[0], verdict="ask_ok"),))
    learn(abilities, asked)
    assert abilities[1] == before, "asking a grown-up first tells nothing about ability"


@pytest.mark.parametrize("ability", [-2.0, 0.0, 2.0])
def test_the_next_item_is_one_of_the_five_nearest_of_its_sort(library: Library, ability: float) -> None:
    for seed in range(25):
        planned = begun(library, seed=seed)
        fitted = fit(planned, library, (), {1: Ability(ability, 3)}, Random(seed))
        bank, before = fitted.turn.bank, planned.turn.bank
        assert (bank.item.family, bank.item.kind, bank.nature) == (before.item.family, before.item.kind, before.nature)
        later = {turn.bank.hash for turn in planned.turns[1:]}
        pool = library.pick(
            "game_skin", POOL, kinds=(bank.item.kind,), natures=(bank.nature,), avoid=later, random=Random(1)
        )
        distances = sorted(abs(rated(one.item).chance(ability) - AIM) for one in pool)
        assert abs(rated(bank.item).chance(ability) - AIM) <= distances[:5][-1]


def test_what_was_planned_stays_where_it_must(library: Library) -> None:
    run = begun(library)
    strong = {1: Ability(2.0, 5)}
    again = replace(run, turns=(replace(run.turns[0], again=True), *run.turns[1:]))
    for kept in (again, replace(run, mode="versus"), replace(run, mode="together")):
        assert fit(kept, library, (), strong, Random(1)) is kept
    assert fit(run, library, (), {}, Random(1)) is run
    assert fit(run, library, (), {1: Ability(2.0, 0)}, Random(1)) is run


@pytest.mark.parametrize("strength", [0.0, 0.5, 1.0])
def test_children_are_right_about_three_times_in_four(library: Library, strength: float) -> None:
    """Two runs a visit, a hundred visits; what the author says of an item is true here."""
    random = Random(5)
    told: list[bool] = []
    for seed in range(100):
        abilities: dict[int, Ability] = {}
        met: set[str] = set()
        for family in random.sample([one.id for one in library.families()], 2):
            picked = draw_run(level_of(library, family), Drawing(library, random, met, None))
            run = begin(family, picked, 1, Random(seed))
            while not run.finished:
                run = fit(run, library, met, abilities, random)
                bank = run.turn.bank
                assert bank.hash not in met
                met.add(bank.hash)
                right = random.random() < rated(bank.item, bank.difficulty).chance(strength)
                run = answer(run, right=right)
                learn(abilities, run)
                told += [right] if sum(one.answers for one in abilities.values()) > 4 else []
                run = bring_back(
                    run, lambda trick, avoid: library.another(trick, avoid=avoid, random=random), met, random
                )
    assert 0.66 <= mean(told) <= 0.82


def test_who_can_do_less_gets_easier_items(library: Library) -> None:
    """As far as a family has more than five of a kind and nature, of which any may come."""
    asked, random = {}, Random(9)
    for ability in (-2.0, 2.0):
        runs = [begun(library, family.id, seed=seed) for family in library.families() for seed in range(25)]
        fitted = [fit(run, library, (), {1: Ability(ability, 3)}, random) for run in runs]
        asked[ability] = mean(run.turn.bank.item.difficulty for run in fitted)
    assert asked[-2.0] + 0.05 < asked[2.0], asked


@pytest.mark.parametrize(
    ("players", "ways"),
    [
        (1, {"practice", "trickster"}),
        (2, {"practice", "trickster", "together", "versus"}),
        (4, {"practice", "trickster"}),
    ],
)
def test_nobody_meets_an_item_twice_in_a_visit(library: Library, players: int, ways: set[str]) -> None:
    """Across levels, tricks that come back, bosses, 小骗子模式 and shared screens; by the real view model."""
    for seed in range(3):
        random = Random(seed)
        world = World(library, players=players, seed=seed)  # type: ignore[arg-type]
        view_model: Any = AntiFraudViewModel(world.context())
        for number in range(9):
            if number % 4 == 3:
                fish(view_model)
            else:
                open_ones = [one["id"] for one in view_model.levels if one["open"]]
                unplayed = [one["id"] for one in view_model.levels if one["open"] and not one["played"]]
                enter(view_model, random.choice(unplayed or open_ones), MODES[number % 3] if players > 1 else "turns")
            play(view_model, random)
            view_model.toMap()
        met = [one.item_hash for one in world.of(ItemAnswered)]
        assert len(met) == len(set(met)) >= 30
        assert {one.mode for one in world.of(ItemAnswered)} == ways, "four need a larger screen to share"


def fish(view_model: Any) -> None:
    """The baits of 小骗子模式, up to its ratings."""
    view_model.openTrickster()
    while view_model.phase == "trickster":
        view_model.trickster.choose("A")
        view_model.trickster.primary()


def play(view_model: Any, random: Random) -> None:
    """To the end of the run, every third answer wrong; at the sides of a shared screen in turn."""
    while view_model.phase in ("question", "after"):
        if view_model.phase == "question":
            give_answer(view_model, right=random.random() < 0.67)
        else:
            view_model.primary()
    while view_model.phase == "split":
        for side in view_model.playing:
            if side.now == "question":
                keys = side.run.right_now if random.random() < 0.67 else wrong_at(side)
                for key in keys:
                    side.choose(key)
            if side.now != "done":
                side.primary()


def wrong_at(side: Any) -> tuple[str, ...]:
    """A wrong answer at a side."""
    return (next(key for key in side.run.keys if key not in side.run.right_now and key != "ask_first"),)
