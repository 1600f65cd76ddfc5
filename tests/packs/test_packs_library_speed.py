"""50,000 items are no slower to draw from than 100: every query is a seek."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.packs import draw
from kiosk.packs.bank import Bank
from kiosk.packs.library import Library
from kiosk.store import Store
from tests.packs.packs_help import choice, judged

QUERIES = {
    draw.ANY: ("game_skin",),
    draw.LAST: ("game_skin", "plain", "choice"),
    draw.SOME: ("game_skin", "plain", "choice", 7, 1),
    draw.LAST_OF_TRICK: ("t1", "choice"),
    draw.SOME_OF_TRICK: ("t1", "choice", 7, 1),
    draw.TEXT: ("pack", "hash"),
}


def bank(size: int) -> Bank:
    """Half of the items with a message."""
    natures = ("scam", "genuine", "ask_first")
    items = tuple(
        judged(f"j{n}", natures[n // 2 % 3], trick=f"t{n % 40}") if n % 2 else choice(f"c{n}", trick=f"t{n % 40}")
        for n in range(size)
    )
    return Bank("local.big", "", "大题库", "zh", "local", "local", items)


@pytest.fixture(params=[100, 50_000])
def sized(request: pytest.FixtureRequest, tmp_path: Path, bare: Path) -> Iterator[tuple[int, Library, Store]]:
    """A library with a bank of that size."""
    store = Store.open(tmp_path / "home", SteppedClock())
    library = Library(store, bare, SteppedClock())
    library.install(bank(request.param), "local")
    yield request.param, library, store
    store.close()


def test_drawing_seeks_and_never_scans(sized: tuple[int, Library, Store]) -> None:
    """The plan of each query; how long it takes is a figure of `benchmarks/big_bank.py`."""
    _, library, store = sized
    with store.read() as db:
        for query, values in QUERIES.items():
            plan = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {query}", values)]
            assert plan
            assert not any("SCAN" in step and "CONSTANT" not in step for step in plan), (query, plan)
            assert not any("TEMP B-TREE" in step for step in plan), (query, plan)
    random = Random(1)
    assert len(library.pick("game_skin", 8, random=random)) == 8
    assert library.another("t3", avoid=(), random=random)
    assert [family.id for family in library.families()] == ["game_skin"]
