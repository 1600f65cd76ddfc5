"""`错误清单.xlsx`: the good rows are installed, the others go back, are mended, and join them."""

from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest

from kiosk.core.errors import KioskError
from kiosk.packs.check import Checked
from kiosk.packs.errors_file import errors_file
from kiosk.packs.families import load_families
from kiosk.packs.library import Library
from kiosk.packs.template_write import template
from tests.packs.packs_help import FILES, QUIZZES, Check, CheckText

CSV = """题干,选项A,选项B,正确答案,解析,骗术
好的？,甲,乙,A,因为。,游戏皮肤
坏的？,甲,乙,F,因为。,游戏皮肤
没解析？,甲,乙,B,,游戏皮肤
"""


def written(path: Path, checked: Checked) -> Any:
    """The list of errors, on disk and as openpyxl reads it."""
    path.write_bytes(errors_file(checked, "zh"))
    return openpyxl.load_workbook(path)


def column(sheet: Any, header: str) -> int:
    """The number of the column whose header begins so."""
    return next(number for number, cell in enumerate(sheet[1], start=1) if str(cell.value).startswith(header))


def played(library: Library, family: str = "game_skin") -> set[str]:
    """The stems of everything that can be played."""
    return {found.item.stem for found in library.pick(family, 100, random=Random(1))}


def test_mended_rows_join_the_bank_they_are_from(
    tmp_path: Path, library: Library, check_text: CheckText, check: Check
) -> None:
    """Good rows first; then what was mended, in two rounds; the file's own name does not matter."""
    checked = check_text(CSV, "题库.csv")
    library.install_checked(checked)
    assert played(library) == {"好的？"}
    path = tmp_path / "错误清单.xlsx"
    sheet = written(path, checked).active
    told = [sheet.cell(row, column(sheet, "错误说明")).value for row in (2, 3)]
    assert "没有这一个" in told[0]
    assert "没有解析" in told[1]
    assert sheet.max_row == 3
    book = openpyxl.load_workbook(path)
    book.active.cell(2, column(sheet, "正确答案")).value = "A"
    book.save(path)
    second = check(path)
    assert (second.report.good, second.report.mend, second.amends) == (1, 1, True)
    row = library.install_checked(second)
    assert (row.title, row.version, row.items) == ("题库", "1.0.1", 3)
    assert played(library) == {"好的？", "坏的？"}
    again = tmp_path / "第二轮.xlsx"
    book = written(again, second)
    book.active.cell(2, column(book.active, "解析")).value = "因为要说清楚。"
    book.save(again)
    third = library.install_checked(check(again))
    assert (third.id, third.items, third.playable) == (row.id, 3, 3)
    assert played(library) == {"好的？", "坏的？", "没解析？"}


def test_without_its_bank_the_list_is_a_bank_of_its_own(
    tmp_path: Path, library: Library, check_text: CheckText, check: Check
) -> None:
    """On another kiosk, or when the bank was removed."""
    path = tmp_path / "错误清单.xlsx"
    book = written(path, check_text(CSV, "题库.csv"))
    book.active.cell(2, column(book.active, "正确答案")).value = "A"
    book.save(path)
    assert library.install_checked(check(path)).items == 2


@pytest.mark.parametrize(
    "name",
    [
        *("有错的-反诈题库.xlsx", "Kahoot-反诈题库.xlsx", "Blooket-反诈题库.csv", "Gimkit-反诈题库.csv"),
        "反诈题库-aiken.txt",
    ],
)
def test_lists_of_all_layouts_are_read_again(name: str, tmp_path: Path, check: Check) -> None:
    """The same rows with the same complaints; each layout keeps its header. What was there twice is there once."""
    first = check(FILES / name)
    path = tmp_path / "错误清单.xlsx"
    written(path, first)
    again = check(path)
    told = [[one.code for one in report.problems if one.level == "error"] for report in (first.report, again.report)]
    assert told[1] == [code for code in told[0] if code != "duplicate"]
    assert again.report.format.partition("-")[0] in (first.report.format.partition("-")[0], "table")


def test_a_chat_goes_back_with_all_its_rows(tmp_path: Path, check: Check) -> None:
    """The complaint stands beside the row that it is about; mended, it is good."""
    path = tmp_path / "模板.xlsx"
    path.write_bytes(template(load_families(QUIZZES)))
    book = openpyxl.load_workbook(path)
    book["多轮对话"].cell(4, 14).value = "12"
    book.save(path)
    first = check(path)
    assert first.report.mend == 1
    book = written(tmp_path / "错误清单.xlsx", first)
    sheet = book["多轮对话"]
    told = [sheet.cell(row, column(sheet, "错误说明")).value for row in range(2, sheet.max_row + 1)]
    assert len(told) == 9
    place = next(number for number, text in enumerate(told) if text)
    assert (place, [number for number, text in enumerate(told) if text]) == (2, [2])
    book["多轮对话"].cell(4, 14).value = "6"
    book.save(tmp_path / "错误清单.xlsx")
    again = check(tmp_path / "错误清单.xlsx")
    assert (again.report.good, again.report.mend) == (1, 0)


def test_formulas_and_long_cells_go_back_as_text(tmp_path: Path, check_text: CheckText) -> None:
    """Nothing in the list is run by Excel; what is longer than a cell is cut there."""
    checked = check_text(
        f"题干,选项A,选项B,正确答案,解析\n=1+1,@甲,乙,Z,因为。\n{'长' * 40_000},甲,乙,A,因为。\n", "a.csv"
    )
    sheet = written(tmp_path / "e.xlsx", checked).active
    assert (sheet.cell(2, 1).value, sheet.cell(2, 1).data_type) == ("=1+1", "s")
    assert len(sheet.cell(3, 1).value) == 32_767


def test_nothing_to_mend_and_native_files(check: Check, check_text: CheckText) -> None:
    """Told with a sentence each."""
    with pytest.raises(KioskError, match=r"packs\.errors_none"):
        errors_file(check(FILES / "考试宝-反诈题库.xlsx"), "zh")
    bank = {"format": 1, "id": "a.b", "version": "1.0.0", "title": "题库", "language": "zh", "licence": "x"}
    text = str(bank | {"author": "x", "items": [{}]}).replace("'", '"')
    with pytest.raises(KioskError, match=r"packs\.errors_native"):
        errors_file(check_text(text, "a.json"), "zh")
