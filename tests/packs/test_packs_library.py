"""Installed banks: all or nothing, versions, roll-back, and what can be played."""

import json
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.core.errors import KioskError
from kiosk.core.item import Item, item_hash
from kiosk.packs.bank import Bank
from kiosk.packs.library import Library
from kiosk.store import Store
from tests.packs.packs_help import QUIZZES, choice, judged


def bank(*items: Item, version: str = "1.0.0", name: str = "example.one") -> Bank:
    """A native bank."""
    return Bank(name, version, "题库", "zh", "CC0-1.0", "某人", items)


def played(library: Library, family: str = "game_skin") -> set[str]:
    """Ids of everything that can be played in `family`."""
    return {found.item.id for found in library.pick(family, 100, random=Random(1))}


def test_installed_items_are_played_with_pack_and_hash(library: Library) -> None:
    """An answer can record where its item is from."""
    row = library.install(bank(choice("a")), "native")
    (found,) = library.pick("game_skin", 5, random=Random(1))
    assert (found.item, found.hash) == (choice("a"), item_hash(choice("a")))
    assert (found.pack, found.pack_hash) == ("example.one", row.hash)


def test_items_without_explanation_are_stored_and_not_played(library: Library) -> None:
    """They wait for a teacher."""
    row = library.install(bank(choice("a"), choice("b", explanation="")), "native")
    assert (row.items, row.playable) == (2, 1)
    assert played(library) == {"a"}


def test_versions_lie_side_by_side_and_the_newest_plays(library: Library) -> None:
    """Rolling back returns to the one before; again goes further back; then there is none."""
    for number, name in enumerate("abc"):
        library.install(bank(choice(name), version=f"1.0.{number}"), "native")
    assert played(library) == {"c"}
    assert [(row.version, row.state) for row in library.installed()] == [
        ("1.0.2", "active"),
        ("1.0.1", "kept"),
        ("1.0.0", "kept"),
    ]
    assert library.rollback("example.one").version == "1.0.1"
    assert played(library) == {"b"}
    library.rollback("example.one")
    with pytest.raises(KioskError, match=r"packs\.no_version_before"):
        library.rollback("example.one")
    assert played(library) == {"a"}


def test_local_banks_are_numbered(library: Library) -> None:
    """The same file again changes nothing; a corrected one is the next version."""
    local = bank(choice("a"), version="")
    assert library.install(local, "local").version == "1.0.0"
    assert library.install(local, "local").version == "1.0.0"
    assert library.install(replace(local, items=(choice("b"),)), "local").version == "1.0.1"
    assert len(library.installed()) == 2


def test_a_version_number_is_never_used_for_other_content(library: Library) -> None:
    """Versions are immutable."""
    library.install(bank(choice("a")), "native")
    with pytest.raises(KioskError, match=r"packs\.version_reused"):
        library.install(bank(choice("b")), "native")
    assert played(library) == {"a"}


def test_removed_banks_leave_their_texts(library: Library, store: Store) -> None:
    """Answers still find what was asked; the bank can come back."""
    library.install(bank(choice("a")), "native")
    library.remove("example.one")
    assert library.installed() == []
    assert [family.id for family in library.families()] == []
    with store.read() as db:
        assert db.execute("SELECT count(*) FROM item_text").fetchone()[0] == 1
    library.install(bank(choice("a")), "native")
    assert played(library) == {"a"}
    with pytest.raises(KioskError, match=r"packs\.not_installed"):
        library.remove("nobody")


def test_failing_half_way_changes_nothing(library: Library, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """One transaction: the old version plays on."""
    library.install(bank(choice("a")), "native")

    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr("kiosk.packs.shelf.deal", fail)
    with pytest.raises(KioskError):
        library.install(bank(choice("b"), version="2.0.0"), "native")
    monkeypatch.undo()
    assert played(library) == {"a"}
    assert [row.version for row in library.installed()] == ["1.0.0"]
    with store.read() as db:
        assert db.execute("SELECT count(*) FROM item_text").fetchone()[0] == 1


def test_installing_is_in_the_journal(library: Library, store: Store) -> None:
    """Once for each time that something changed."""
    for _ in range(2):
        row = library.install(bank(choice("a")), "native")
    store.write(lambda db: None).result()
    with store.read() as db:
        bodies = [json.loads(body) for (body,) in db.execute("SELECT body FROM journal WHERE kind = 'pack_installed'")]
    assert bodies == [{"pack": "example.one", "pack_version": "1.0.0", "pack_hash": row.hash, "items": 1}]


def test_local_level_is_there_only_with_local_items(library: Library) -> None:
    """Items without a family, or of one that the table does not know."""
    library.install(bank(choice("a")), "native")
    assert [family.id for family in library.families()] == ["game_skin"]
    library.install(bank(choice("b", family=""), choice("c", family="elsewhere"), name="local.x"), "local")
    assert [family.id for family in library.families()] == ["game_skin", "local"]
    assert played(library, "local") == {"b", "c"}


@pytest.mark.parametrize("count", [4, 5, 6, 8, 10])
@pytest.mark.parametrize("seed", range(8))
def test_messages_are_balanced(library: Library, count: int, seed: int) -> None:
    """40–60 % genuine among scam and genuine, or as near as whole numbers allow; asking first counts on no side."""
    scams, genuine = ([judged(f"{nature}{n}", nature) for n in range(12)] for nature in ("scam", "genuine"))
    asked = [judged(f"ask{n}", "ask_first") for n in range(4)]
    library.install(bank(*scams, *genuine, *asked, *(choice(f"c{n}") for n in range(8))), "native")
    picked = library.pick("game_skin", count, random=Random(seed))
    natures = [found.item.nature for found in picked]
    assert len({found.hash for found in picked}) == count
    assert abs(natures.count("scam") - natures.count("genuine")) <= 1


def test_a_bank_of_scams_is_filled_with_other_items_first(library: Library) -> None:
    """What the bank does not have cannot be balanced: items without a message come before more scams."""
    library.install(bank(*(judged(f"s{n}", "scam") for n in range(9)), *(choice(f"c{n}") for n in range(5))), "native")
    kinds = [found.item.kind for found in library.pick("game_skin", 6, random=Random(2))]
    assert kinds.count("choice") == 5
    assert len(library.pick("game_skin", 50, random=Random(2))) == 14


def test_avoided_items_and_other_kinds_do_not_come(library: Library) -> None:
    """Down to nothing at all."""
    items = [choice(f"c{n}") for n in range(6)] + [judged(f"s{n}", "scam") for n in range(3)]
    library.install(bank(*items), "native")
    avoid = {item_hash(item) for item in items[:4]}
    left = {found.item.id for found in library.pick("game_skin", 9, kinds={"choice"}, avoid=avoid, random=Random(3))}
    assert left == {"c4", "c5"}
    everything = {item_hash(item) for item in items}
    assert library.pick("game_skin", 9, avoid=everything, random=Random(3)) == []


def test_all_items_come_up(library: Library) -> None:
    """Drawing is fair enough that nothing is left out."""
    library.install(bank(*(choice(f"c{n}") for n in range(40))), "native")
    random = Random(4)
    seen = {found.item.id for _ in range(60) for found in library.pick("game_skin", 8, random=random)}
    assert len(seen) == 40


def test_another_item_of_the_same_trick(library: Library) -> None:
    """Never the avoided ones; nothing when none is left or there is no trick."""
    items = [choice(f"c{n}", trick="t") for n in range(3)]
    library.install(bank(*items, choice("x", trick="u"), choice("y")), "native")
    avoid = {item_hash(item) for item in items[:2]}
    found = library.another("t", avoid=avoid, random=Random(5))
    assert found is not None
    assert found.item.id == "c2"
    assert library.another("t", avoid={*avoid, found.hash}, random=Random(5)) is None
    assert library.another("", avoid=(), random=Random(5)) is None


def test_built_in_banks_are_installed_once_and_when_changed(tmp_path: Path, store: Store, clock: SteppedClock) -> None:
    """A second start compares a fingerprint; a changed file brings its bank again; a removed bank stays away."""
    folder = tmp_path / "quizzes"
    shutil.copytree(QUIZZES, folder)
    others = ("families.json", "bank.schema.json", "trickster.json")
    banks = [path for path in folder.glob("*.json") if path.name not in others]
    library = Library(store, folder, clock)
    assert len(library.ensure_built_in()) == len(banks)
    assert library.ensure_built_in() == []
    assert all(row.origin == "built_in" and row.playable == row.items for row in library.installed())
    library.remove("fingertip-glow.scare")
    path = folder / "game_skin.json"
    fields = json.loads(path.read_text("utf-8"))
    fields["items"] = fields["items"][1:]
    path.write_text(json.dumps(fields, ensure_ascii=False), "utf-8")
    assert [row.id for row in library.ensure_built_in()] == ["fingertip-glow.game_skin"]
    assert "fingertip-glow.scare" not in {row.id for row in library.installed()}


def test_a_broken_built_in_bank_does_not_keep_the_others_away(
    tmp_path: Path, store: Store, clock: SteppedClock, caplog: pytest.LogCaptureFixture
) -> None:
    """It is named in the log."""
    shutil.copytree(QUIZZES, tmp_path / "quizzes")
    (tmp_path / "quizzes" / "game_skin.json").write_text('{"format": 1, "items"', "utf-8")
    library = Library(store, tmp_path / "quizzes", clock)
    library.ensure_built_in()
    assert "click_rebate" in {family.id for family in library.families()}
    assert "game_skin.json" in caplog.text
