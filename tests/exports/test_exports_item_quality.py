"""Items judged through real journal rows: planted bad ones are flagged, sound ones are not; and the author's file."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from python_calamine import CalamineWorkbook

from kiosk.core.events import ItemAnswered, ItemFlagged, Origin
from kiosk.core.item import Item, item_hash
from kiosk.core.visit import Visit
from kiosk.exports.item_quality import Quality, flags_file, qualities
from tests.exports.class_report_help import World
from tests.learning.test_learning_items import BAD, SOUND, chosen, make_items

CHILDREN = 200


def played(world: World, seed: int, children: int = CHILDREN, origin: Origin = "visitor") -> dict[str, Item]:
    """So many children answer all items; names by hash."""
    random = Random(seed)
    items = make_items()
    hashes = dict(zip(items, world.keep(items.values()), strict=True))
    difficulties = {key: random.gauss(-0.7, 0.6) for key in SOUND}
    for _ in range(children):
        ability = random.gauss(0, 1)
        events = []
        for key, item in items.items():
            keys = chosen(random, key, ability, difficulties.get(key, -0.5))
            verdict = "right" if set(keys) == set(item.right) else "wrong"
            events.append(
                ItemAnswered(*("anti_fraud", "l", key, hashes[key], "p", "h", keys, item.right, verdict, 1_000))
            )
        world.clock.step(1_000)
        world.happen(*events, visit=Visit(f"{seed}-{world.clock.utc}", origin))
    return {hashes[key]: item for key, item in items.items()}


def by_id(found: list[Quality]) -> dict[str, Quality]:
    return {one.item.id: one for one in found}


def test_planted_bad_items_are_flagged_and_sound_ones_are_not() -> None:
    missed, blamed = [], 0
    for seed in range(8):
        world = World()
        played(world, seed)
        found = by_id(qualities(world.db))
        missed += [(seed, key) for key, flags in BAD.items() if not flags & set(found[key].figures.flags)]
        blamed += sum(bool(found[key].figures.flags) for key in SOUND)
    assert len(missed) <= 1, missed
    assert blamed <= 0.05 * 8 * len(SOUND)


def test_doubtful_items_come_first_and_few_answers_are_no_judgement() -> None:
    world = World()
    played(world, 1)
    found = qualities(world.db)
    doubtful = [one.doubtful for one in found]
    assert doubtful == sorted(doubtful, reverse=True) and doubtful[0]
    world = World()
    played(world, 1, children=12)
    assert qualities(world.db) == []


def test_rehearsed_and_simulated_answers_do_not_count() -> None:
    world = World()
    played(world, 1, children=30, origin="simulated")
    assert qualities(world.db) == []
    assert qualities(world.db, every_origin=True)


def test_a_childs_first_answer_counts() -> None:
    """Whoever meets an item again has seen its explanation."""
    world = World()
    items = played(world, 2, children=30)
    hash, item = next(iter(items.items()))
    before = by_id(qualities(world.db))[item.id].figures
    rows = world.db.execute("SELECT DISTINCT visit FROM journal_entry WHERE kind = 'item_answered'").fetchall()
    again = ItemAnswered("anti_fraud", "l", item.id, hash, "p", "h", ("A",), item.right, "right", 1)
    for (visit,) in rows:
        world.happen(again, visit=Visit(visit))
    assert by_id(qualities(world.db))[item.id].figures == before


def test_what_staff_flag_is_collected_for_the_author(tmp_path: Path) -> None:
    world = World()
    items = played(world, 3)
    sound = next(hash for hash, item in items.items() if item.id == "sound3")
    for reason in ("unclear", "unclear", "outdated"):
        world.happen(ItemFlagged("teacher", "sound3", sound, "p", reason))
    found = qualities(world.db)
    one = by_id(found)["sound3"]
    assert one.doubtful and one.flagged == ("unclear", "outdated")
    out = tmp_path / "flags.xlsx"
    written = flags_file(world.db, found, "zh", out)
    rows = CalamineWorkbook.from_path(str(out)).get_sheet_by_index(0).to_python()
    lines = {str(row[-1]): [str(cell) for cell in row] for row in rows[1:]}
    assert written.rows == len(lines) == sum(one.doubtful for one in found)
    assert "题目说不清楚；内容过时了" in lines[sound]
    wrong_key = next(hash for hash, item in items.items() if item.id == "wrong_key")
    assert any("答案是否标错" in cell for cell in lines[wrong_key])


def test_an_item_without_answers_that_staff_flag_is_there(tmp_path: Path) -> None:
    world = World()
    (item,) = (replace(one, id="new") for one in list(make_items().values())[:1])
    world.keep([item])
    world.happen(ItemFlagged("teacher", "new", item_hash(item), "p", "wrong_key"))
    (found,) = qualities(world.db)
    assert found.figures.answers == 0 and found.doubtful
    assert flags_file(world.db, [found], "en", tmp_path / "flags.xlsx").rows == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_authors_file_explains_its_columns(tmp_path: Path, language: str) -> None:
    out = tmp_path / "flags.xlsx"
    flags_file(World().db, [], language, out)
    about = CalamineWorkbook.from_path(str(out)).get_sheet_by_index(1).to_python()
    assert len(about) == 14 and all(all(row) for row in about)
