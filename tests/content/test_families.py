"""The table of fraud families and tricks that maps, reports and banks rest on."""

import re
from collections import Counter
from datetime import date
from typing import Any

from kiosk.core.item import Item

IDS = (
    "game_skin anti_addiction fan_rebate scare fake_service click_rebate fake_teacher account_rental fake_shop ai_face"
)
SHORT = {"game_skin": "skin", "fake_service": "service", "click_rebate": "rebate"}


def test_the_table_is_versioned_and_dated(families: dict[str, Any]) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", families["version"])
    assert date.fromisoformat(families["as_of"]) < date.fromisoformat(families["review_by"])
    for family in families["families"]:
        assert date.fromisoformat(family["review_by"]) > date.fromisoformat(families["as_of"])


def test_there_are_ten_families_in_order(families: dict[str, Any]) -> None:
    rows = families["families"]
    assert [row["id"] for row in rows] == IDS.split()
    assert [row["order"] for row in rows] == list(range(1, 11))
    for row in rows:
        assert row["monster"] == "monster-" + SHORT.get(row["id"], row["id"].replace("_", "-"))
        assert all(row[name] for name in ("name", "name_en", "official", "monster_name", "monster_name_en"))
    assert len({row["monster_name"] for row in rows}) == 10


def test_every_trick_is_named_once_and_used(families: dict[str, Any], everything: list[Item]) -> None:
    tricks = [trick["id"] for trick in families["tricks"]]
    assert [trick for trick, count in Counter(tricks).items() if count > 1] == []
    assert set(tricks) == {item.trick for item in everything}
    assert all(trick["name"] and len(trick["name"]) <= 7 and trick["name_en"] for trick in families["tricks"])
