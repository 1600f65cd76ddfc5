"""Writing our template: instructions, a sheet for each kind with example rows, drop-down lists."""

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from kiosk.core.family import Family
from kiosk.packs.template_examples import EXAMPLES, HELP
from kiosk.packs.template_sheets import CHOICES, SHEETS

GUIDE, LISTS = "说明", "选项"
ROWS = 500
"""As many rows below the header have drop-down lists."""
WIDE = ("题干", "解析", "理由", "消息", "对方说", "结束语")
WIDE_WIDTH, WIDTH = 42, 14


def template(families: Sequence[Family]) -> bytes:
    """The template as an xlsx."""
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as book:
        looks = {
            "head": book.add_format({"bold": True, "bg_color": "#E8E2D0", "border": 1, "text_wrap": True}),
            "body": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        _guide(book, looks)
        sheets = {name: book.add_worksheet(name) for name in SHEETS}
        lists = _lists(book, families)
        for name, sheet in sheets.items():
            _sheet(name, sheet, looks, lists)
    return packed.getvalue()


def _guide(book: Any, looks: dict[str, Any]) -> None:
    sheet = book.add_worksheet(GUIDE)
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, "指尖微光 题目模板", looks["head"])
    for row, (what, how) in enumerate(HELP, start=2):
        sheet.write_string(row, 0, what, looks["body"])
        sheet.write_string(row, 1, how, looks["body"])


def _lists(book: Any, families: Sequence[Family]) -> dict[str, str]:
    """A hidden sheet with what may be chosen: the range of each column's list. In the cell it would be too long."""
    sheet = book.add_worksheet(LISTS)
    sheet.hide()
    ranges: dict[str, str] = {}
    for place, (name, values) in enumerate({**CHOICES, "骗术": [one.name for one in families]}.items()):
        for row, value in enumerate(values):
            sheet.write_string(row, place, value)
        letter = chr(ord("A") + place)
        ranges[name] = f"='{LISTS}'!${letter}$1:${letter}${len(values)}"
    return ranges


def _sheet(name: str, sheet: Any, looks: dict[str, Any], lists: dict[str, str]) -> None:
    sheet.freeze_panes(1, 1)
    for place, header in enumerate(SHEETS[name]):
        sheet.write_string(0, place, header, looks["head"])
        sheet.set_column(place, place, WIDE_WIDTH if any(word in header for word in WIDE) else WIDTH, looks["body"])
        if header in lists:
            sheet.data_validation(
                1, place, ROWS, place, {"validate": "list", "source": lists[header], "error_type": "warning"}
            )
        for row, cells in enumerate(EXAMPLES[name], start=1):
            if header in cells:
                sheet.write_string(row, place, cells[header], looks["body"])
