"""Practice fits the child: the library's own draw with abilities and learnt ratings, over a real store."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from statistics import correlation, mean

import pytest

from kiosk.core.events import ItemAnswered
from kiosk.core.ids import uuid7
from kiosk.core.item import Item, item_hash
from kiosk.core.visit import Visit
from kiosk.learning.rating import AIM, Ability, rated
from kiosk.packs import aim
from kiosk.packs.bank import Bank
from kiosk.packs.library import Library
from kiosk.packs.rater import Rater
from kiosk.stations.station import BankItem
from kiosk.store import Store
from tests.learning.learning_help import World, item, make_world

FAMILY = "game_skin"


def install(library: Library, items: Sequence[Item]) -> None:
    placed = tuple(replace(one, family=FAMILY) for one in items)
    library.install(Bank("example.one", "1.0.0", "题库", "zh", "CC0-1.0", "某人", placed), "native")


def spread(count: int) -> list[Item]:
    """Items of every difficulty, half with a message, half of those genuine."""
    return [
        item(f"i{n}", "judge" if n % 2 else "choice", n // 4 % 5 + 1, "scam" if n % 4 == 1 else "genuine")
        for n in range(count)
    ]


def natures(picked: Sequence[BankItem]) -> list[str]:
    return [one.nature for one in picked if one.nature]


def test_abler_children_get_harder_items(library: Library) -> None:
    install(library, spread(120))
    random = Random(1)
    asked = {}
    for ability in (-1.5, 0.0, 1.5):
        runs = [library.pick(FAMILY, 8, random=random, ability=ability) for _ in range(10)]
        asked[ability] = mean(one.item.difficulty for run in runs for one in run)
        hopes = mean(rated(one.item).chance(ability) for run in runs for one in run)
        assert 0.65 <= hopes <= 0.85
    assert asked[-1.5] + 0.9 < asked[0.0] < asked[1.5] - 0.9


@pytest.mark.parametrize("ability", [-2.0, 0.0, 2.0])
@pytest.mark.parametrize("count", [4, 5, 6, 8])
def test_runs_stay_balanced_at_every_ability(library: Library, ability: float, count: int) -> None:
    install(library, spread(60))
    for seed in range(10):
        found = natures(library.pick(FAMILY, count, random=Random(seed), ability=ability))
        assert abs(found.count("scam") - found.count("genuine")) <= 1


def test_one_item_can_take_the_place_of_another(library: Library) -> None:
    """Turn by turn the item follows the child, the balance that was planned stays."""
    install(library, spread(60))
    for nature in ("genuine", "scam", ""):
        (one,) = library.pick(FAMILY, 1, natures=(nature,), random=Random(1), ability=0.5)
        assert one.nature == nature
        one, other = library.pick(FAMILY, 2, natures=(nature,), random=Random(1))
        assert one.nature == other.nature == nature
    assert library.pick(FAMILY, 1, natures=("ask_first",), random=Random(1), ability=0.5) == []


def test_nobody_meets_an_item_twice(library: Library) -> None:
    """Down to the last item of the bank."""
    install(library, spread(60))
    random = Random(2)
    met: set[str] = set()
    ability = Ability()
    while picked := library.pick(FAMILY, 8, avoid=met, random=random, ability=ability.value):
        for one in picked:
            assert one.hash not in met
            met.add(one.hash)
            ability = ability.after(rated(one.item, one.difficulty), random.choice(("right", "wrong")))
    assert len(met) == 60


def test_items_of_the_tests_forms_are_not_practised(library: Library) -> None:
    """Nor come back after a missed trick."""
    items = [replace(one, trick="t", form="A" if n < 4 else "") for n, one in enumerate(spread(12))]
    install(library, items)
    picked = library.pick(FAMILY, 20, random=Random(1))
    assert len(picked) == 8 and not any(one.item.form for one in picked)
    met = {one.hash for one in picked}
    assert library.another("t", avoid=met, random=Random(1)) is None


def answered(one: BankItem, right: bool) -> ItemAnswered:
    chosen = one.item.right if right else ("X",)
    verdict = "right" if right else "wrong"
    bank = (one.item.id, one.hash, one.pack, one.pack_hash)
    return ItemAnswered("anti_fraud", FAMILY, *bank, chosen, one.item.right, verdict, reading_ms=8000)


def visit(library: Library, store: Store, world: World, strength: float) -> list[bool]:
    """Two runs of eight, item by item for what the child has shown; on disk when this returns."""
    random, shown = world.random, Ability()
    met: set[str] = set()
    events = []
    for _ in range(2):
        plan = library.pick(FAMILY, 8, avoid=met, random=random, ability=shown.value)
        for place, planned in enumerate(plan):
            avoid = met | {later.hash for later in plan[place + 1 :]}
            (one,) = library.pick(FAMILY, 1, natures=(planned.nature,), avoid=avoid, random=random, ability=shown.value)
            assert one.hash not in met and one.nature == planned.nature
            met.add(one.hash)
            right = world.answer(strength, int(one.item.id[1:]))
            shown = shown.after(rated(one.item, one.difficulty), "right" if right else "wrong")
            events.append(answered(one, right))
    who = Visit(uuid7(1_790_000_000_000))
    store.append_many([(event, who) for event in events])
    assert store.flush(5)
    return [event.verdict == "right" for event in events]


def test_the_kiosk_finds_out_how_hard_its_items_are(library: Library, store: Store) -> None:
    """300 children, 60 items, everything real: draw, journal, batches, ratings. The author knew nothing."""
    world = make_world(7, guessing=0.5, author="blind")
    world.items = [replace(one, family=FAMILY) for one in world.items]
    install(library, world.items)
    rater = Rater(store)
    answers = []
    for _ in range(300):
        answers += visit(library, store, world, world.random.gauss(0, 1))
        rater.learn()
    with store.read() as db:
        found = aim.known_items(db, [item_hash(one) for one in world.items])
    difficulties = [found[item_hash(one)].now.difficulty for one in world.items]
    assert correlation(world.truth, difficulties) >= 0.8
    assert 0.66 <= mean(answers[len(answers) // 2 :]) <= 0.8


def test_learnt_difficulties_come_with_the_item(library: Library, store: Store) -> None:
    """So that the station's account of an ability uses the same numbers as the draw."""
    install(library, [item("i0", "choice", 3)])
    (before,) = library.pick(FAMILY, 1, random=Random(1))
    assert before.difficulty is None
    for _ in range(3):
        store.append(answered(before, right=False), Visit(uuid7(1_790_000_000_000)))
    assert store.flush(5)
    Rater(store).learn()
    (after,) = library.pick(FAMILY, 1, random=Random(1), ability=0.0)
    assert after.difficulty is not None and after.difficulty > 0.5
    with store.read() as db:
        known = aim.known_items(db, [after.hash])[after.hash]
    assert known.author == rated(after.item)
    assert known.now == rated(after.item, after.difficulty)


def test_aiming_seeks_in_a_huge_bank(library: Library, store: Store) -> None:
    install(library, spread(20_000))
    with store.read() as db:
        plan = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {aim.RATED}", ('["a"]',))]
    assert not any("SCAN" in step and "json_each" not in step for step in plan), plan
    random = Random(3)
    for _ in range(20):
        run = library.pick(FAMILY, 8, random=random, ability=0.4)
        assert len(run) == 8
        assert all(abs(rated(one.item).chance(0.4) - AIM) < 0.2 for one in run)
