"""`错误清单.xlsx`: the rows to mend, as they stand, each with what is wrong; mended, it is imported again."""

import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import xlsxwriter

from kiosk.core.errors import KioskError
from kiosk.core.words import say
from kiosk.packs.rows import Built, Row

if TYPE_CHECKING:
    from kiosk.packs.check import Checked

NAME = "错误清单.xlsx"
PLAIN = ("题干", "题型", *(f"选项{key}" for key in "ABCDEFGH"), "正确答案", "解析")
"""The columns for rows of files that are no tables."""
SHEET = "题目"
LONGEST_CELL = 32_767


def errors_file(checked: "Checked", language: str) -> bytes:
    """The rows of `checked` that have an error, as an xlsx with one sheet for each of the file's.

    Raises KioskError (`packs.errors_none`, `packs.errors_native`).
    """
    if not checked.faulty:
        raise KioskError("packs.errors_none")
    if checked.bank_id == "":
        raise KioskError("packs.errors_native")
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as book:
        head = book.add_format({"bold": True, "bg_color": "#E8E2D0", "text_wrap": True})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        wrong = book.add_format({"text_wrap": True, "valign": "top", "font_color": "#B03A2E"})
        for name, rows in _sheets(checked).items():
            sheet = book.add_worksheet(sheet_name(name))
            sheet.freeze_panes(1, 0)
            header = checked.headers.get(name) or PLAIN
            sheet.set_column(0, len(header) - 1, 22)
            sheet.set_column(len(header), len(header), 60)
            title = say("packs.errors_column", language, title=checked.title, id=checked.bank_id)
            for place, text in enumerate((*header, title)):
                sheet.write_string(0, place, text, head)
            for row, (cells, told) in enumerate(_told(rows, language), start=1):
                for place, text in enumerate(cells[: len(header)]):
                    sheet.write_string(row, place, text[:LONGEST_CELL], body)
                sheet.write_string(row, len(header), told, wrong)
    return packed.getvalue()


def sheet_name(name: str) -> str:
    """A name that Excel takes."""
    return re.sub(r"[\[\]:*?/\\]", " ", name).strip(" '")[:31] or SHEET


def _sheets(checked: "Checked") -> dict[str, list[Built]]:
    sheets: dict[str, list[Built]] = {}
    for one in checked.faulty:
        sheets.setdefault(one.row.sheet, []).append(one)
    return sheets


def _told(rows: Sequence[Built], language: str) -> Iterator[tuple[Sequence[str], str]]:
    """The cells of each line, and what is wrong there: a chat has several lines."""
    for one in rows:
        lines = one.row.raw or (_plain(one.row),)
        numbers = one.row.numbers or (one.row.number,)
        for number, cells in zip(numbers, lines, strict=True):
            errors = [problem.told(language) for problem in one.problems if problem.level == "error"]
            yield cells, "\n".join(f"{told['what']}{told['how']}" for told in errors if told["row"] == number)


def _plain(row: Row) -> tuple[str, ...]:
    options = (*row.options, *[""] * 8)[:8]
    return row.stem, row.kind, *options, row.answer, row.explanation
