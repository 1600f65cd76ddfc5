"""The built-in banks as a kiosk has them: installed in a real store, every item can be drawn."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from kiosk.core.clock import SystemClock
from kiosk.core.item import KINDS, Item
from kiosk.core.places import program_folder
from kiosk.packs.library import Library
from kiosk.store.store import Store

TOPICS = ("rumour", "kind_words", "privacy_law")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library with the built-in banks in a new home."""
    home: Path = tmp_path_factory.mktemp("home")
    store = Store.open(home, SystemClock())
    library = Library(store, program_folder() / "quizzes", SystemClock())
    library.ensure_built_in()
    yield library
    store.close()


def test_the_map_has_the_ten_families_and_no_local_level(library: Library) -> None:
    assert [family.order for family in library.families()] == list(range(1, 11))


def test_every_item_can_be_drawn(library: Library, everything: list[Item]) -> None:
    """But for those of the tests' forms, which are kept for the tests."""
    families = [*(family.id for family in library.families()), *TOPICS]
    drawn = {one.item.id for family in families for one in library.pick(family, 999, kinds=KINDS, random=Random(1))}
    assert drawn == {item.id for item in everything if not item.form} and len(drawn) >= 300


def test_a_run_of_ten_is_balanced(library: Library) -> None:
    for family in library.families():
        for seed in range(20):
            picked = library.pick(family.id, 10, random=Random(seed))
            natures = Counter(one.item.nature for one in picked)
            assert len(picked) == 10 and abs(natures["scam"] - natures["genuine"]) <= 1, (family.id, natures)


def test_a_missed_trick_brings_another_item(library: Library, everything: list[Item]) -> None:
    for trick in {item.trick for item in everything}:
        first = library.another(trick, avoid=(), random=Random(2))
        assert first
        second = library.another(trick, avoid={first.hash}, random=Random(2))
        assert second and second.hash != first.hash


def test_an_empty_family_gives_nothing(library: Library) -> None:
    assert library.pick("nothing_here", 5, random=Random(1)) == []
