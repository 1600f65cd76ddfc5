"""What fuzzing the loaders with atheris found, kept so that it stays mended."""

import json
import struct

import pytest

from kiosk.core.item import Item, Message, Part, canonical, from_json
from kiosk.packs.bank import Bank
from kiosk.packs.html_text import plain_text
from kiosk.packs.library import Library
from kiosk.packs.native_check import item_faults
from tests.packs.packs_help import FILES, CheckText


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


@pytest.mark.parametrize("section", ["<![Ctext]]>", "<![CDATA[a>b]]>", "<![if gte mso 9]>", "<![", "<![CDATA[a"])
def test_marked_sections_within_html_are_comments(section: str, check_text: CheckText) -> None:
    """The parser of the standard library stopped at those it does not know, and the whole check with it."""
    assert plain_text(f"<p>真的吗？{section}") == "真的吗？"
    checked = check_text(f"::a:: [html]<p>真的吗？{section}</p> {{=甲 ~乙####因为。}}\n", "a.gift")
    assert (checked.report.good, checked.report.mend) == (1, 0)


@pytest.mark.parametrize("rest", [0, 1, 3, 4, 511])
def test_an_xls_that_is_cut_within_its_list_of_sectors(rest: int, check_text: CheckText) -> None:
    """One byte behind the header counted as a sector without numbers, and the check fell over it."""
    data = bytearray((FILES / "老题库-反诈题库.xls").read_bytes()[:512])
    struct.pack_into("<I", data, 68, 0)
    refused = check_text(bytes(data) + bytes(rest), "a.xls").report.refused
    assert refused is not None and refused.code == "workbook_broken"
