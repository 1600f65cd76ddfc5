"""Items are those of the class's age band, in balance all the same; where a bank has none, others come."""

from collections.abc import Iterator
from random import Random
from time import perf_counter

import pytest

from kiosk.core.clock import SystemClock
from kiosk.core.item import AGES, KINDS
from kiosk.core.places import program_folder
from kiosk.packs.library import Library
from kiosk.packs.suited import SuitedItems
from kiosk.stations.station import ItemSource
from kiosk.store.store import Store


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    store = Store.open(tmp_path_factory.mktemp("suited"), SystemClock(), housekeeping_after_s=None)
    library = Library(store, program_folder() / "quizzes", SystemClock())
    library.ensure_built_in()
    yield library
    store.close()


@pytest.mark.parametrize("ages", AGES)
def test_a_run_is_for_the_class_that_came(library: Library, ages: str) -> None:
    items, random = SuitedItems(library, ages), Random(3)
    for family in items.families():
        plain = library.pick(family.id, 6, kinds=KINDS, random=Random(1), ability=0.0)
        found = items.pick(family.id, 6, kinds=KINDS, random=Random(1), ability=0.0)
        assert [one.nature for one in found] == [one.nature for one in plain], "the balance stays"
        assert len({one.hash for one in found}) == len(found) == len(plain)
        suited = sum(ages in one.item.ages for one in found)
        assert suited == len(found) or suited >= sum(ages in one.item.ages for one in plain)
        other = items.another(found[0].item.trick, avoid={found[0].hash}, random=random)
        assert other is None or other.hash != found[0].hash


def test_most_of_a_run_suits_the_youngest(library: Library) -> None:
    """What they lack comes of others: a bank has few scams to judge for them. Without a class a third would suit."""

    def share(items: ItemSource) -> float:
        families = [family.id for family in items.families()]
        found = [one for id in families for seed in range(5) for one in items.pick(id, 6, random=Random(seed))]
        return sum("lower" in one.item.ages for one in found) / len(found)

    assert share(SuitedItems(library, "lower")) > 0.8 and share(library) < 0.5


def test_it_is_no_slower_than_a_touch_allows(library: Library) -> None:
    items, families = SuitedItems(library, "lower"), library.families()
    begun = perf_counter()
    for family in families:
        items.pick(family.id, 6, kinds=KINDS, random=Random(5), ability=0.0)
    assert (perf_counter() - begun) / len(families) < 0.25
