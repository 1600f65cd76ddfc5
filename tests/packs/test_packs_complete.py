"""What a teacher adds on the screen: items of their own file come into play, as a further version."""

from random import Random

import pytest

from kiosk.core.errors import KioskError
from kiosk.packs.bank import Bank
from kiosk.packs.library import Library
from tests.packs.packs_help import CheckText, choice, judged

CSV = "题干,选项A,选项B,正确答案,解析\n有解析？,甲,乙,A,因为。\n没解析？,甲,乙,B,\n"


def played(library: Library, family: str) -> set[str]:
    """Stems of what can be played in `family`."""
    return {found.item.stem for found in library.pick(family, 100, random=Random(1))}


def test_an_explanation_brings_an_item_into_play(library: Library, check_text: CheckText) -> None:
    """The version before stays, and can be returned to."""
    row = library.install_checked(check_text(CSV, "甲.csv"))
    (item,) = library.waiting(row.id)
    after = library.complete(row.id, {item.id: {"explanation": " 想一想再选。\u202e "}})
    assert (after.version, after.items, after.playable) == ("1.0.1", 2, 2)
    assert library.waiting(row.id) == []
    assert played(library, "local") == {"有解析？", "没解析？"}
    library.rollback(row.id)
    assert played(library, "local") == {"有解析？"}


def test_a_family_moves_an_item_to_its_level(library: Library, check_text: CheckText) -> None:
    """Several at once make one version."""
    checked = check_text(CSV, "甲.csv")
    row = library.install_checked(checked)
    assert checked.bank is not None
    changes = {item.id: {"family": "game_skin", "nature": "scam"} for item in checked.bank.items}
    assert library.complete(row.id, changes).version == "1.0.1"
    assert played(library, "game_skin") == {"有解析？"}


def test_a_message_is_right_by_its_new_nature(library: Library) -> None:
    """The two never part."""
    library.install(Bank("local.x", "", "题库", "zh", "local", "local", (judged("a", "scam"),)), "local")
    library.complete("local.x", {"a": {"nature": "genuine"}})
    (found,) = library.pick("game_skin", 1, random=Random(1))
    assert (found.item.nature, found.item.right) == ("genuine", ("genuine",))


@pytest.mark.parametrize(
    ("item", "fields"),
    [
        ("nobody", {"explanation": "因为。"}),
        ("a", {"explanation": "长" * 601}),
        ("a", {"family": "unknown_family"}),
        ("a", {"nature": "maybe"}),
        ("a", {"stem": "别的？"}),
    ],
)
def test_what_does_not_fit_changes_nothing(item: str, fields: dict[str, str], library: Library) -> None:
    """Told with one sentence."""
    library.install(Bank("local.x", "", "题库", "zh", "local", "local", (choice("a"),)), "local")
    with pytest.raises(KioskError, match=r"packs\.change_refused"):
        library.complete("local.x", {item: fields})
    assert len(library.installed()) == 1


def test_packs_of_others_are_not_changed(library: Library) -> None:
    """They are as their makers wrote them."""
    library.install(Bank("a.b", "1.0.0", "题库", "zh", "CC0", "我", (choice("a"),)), "native")
    with pytest.raises(KioskError, match=r"packs\.not_local"):
        library.complete("a.b", {"a": {"explanation": "因为。"}})
    with pytest.raises(KioskError, match=r"packs\.not_installed"):
        library.complete("c.d", {})
