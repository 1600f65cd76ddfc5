"""What fuzzing the loaders with atheris found, kept so that it stays mended."""

import json

from kiosk.core.item import Item, Message, Part, canonical, from_json
from kiosk.packs.bank import Bank
from kiosk.packs.library import Library
from kiosk.packs.native_check import item_faults


def test_a_bubble_with_a_picture_only_comes_back_from_the_shelf(library: Library) -> None:
    """Its empty text is not written down; reading it again failed, and with it the draw of the whole family."""
    message = Message("chat", "某人", (Part("", "qr", "扫一扫", "pay.example"),))
    item = Item("a", "judge", "真的吗？", ("scam",), (), "", "", "", "scam", message)
    kept = json.loads(canonical(item))
    assert item_faults(kept) == []
    assert from_json(kept) == item
    library.install(Bank("local.x", "", "题库", "zh", "local", "local", (item,)), "local")
    assert library.waiting("local.x") == [item]
    assert library.complete("local.x", {"a": {"explanation": "先问大人。"}}).playable == 1
