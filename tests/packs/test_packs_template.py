"""Our template: what it offers; each sheet comes back as the items it shows; mistakes are told by cell."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kiosk.core.item import Item, from_json, to_json
from kiosk.packs.families import load_families
from kiosk.packs.template_examples import EXAMPLES
from kiosk.packs.template_sheets import AGES, CHOICES, SHEETS
from kiosk.packs.template_write import template
from tests.packs.packs_help import QUIZZES, Check, example

Change = Callable[[str, int, str, str], Path]
EMPTY = {"选择": "题干", "判断消息": "题干", "找破绽": "题干", "排顺序": "题干", "多轮对话": "步"}


def book() -> Any:
    """The template as openpyxl reads it."""
    return openpyxl.load_workbook(BytesIO(template(load_families(QUIZZES))))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The untouched template."""
    path = tmp_path / "模板.xlsx"
    path.write_bytes(template(load_families(QUIZZES)))
    return path


@pytest.fixture
def change(tmp_path: Path) -> Change:
    """The template with one cell changed."""

    def one(sheet: str, row: int, column: str, value: str) -> Path:
        made = book()
        made[sheet].cell(row, list(SHEETS[sheet]).index(column) + 1).value = value
        made.save(tmp_path / "changed.xlsx")
        return tmp_path / "changed.xlsx"

    return one


def alike(item: Item) -> dict[str, Any]:
    """The item without what a workbook cannot say: its name, and the name of its trick."""
    fields = {name: value for name, value in to_json(item).items() if name not in ("id", "trick", "ages", "difficulty")}
    text = json.dumps({**fields, "dimension": "safety"}, ensure_ascii=False)
    # Steps are numbered in a workbook.
    for old, new in (("e1", "n7"), ("e2", "n8"), ("e3", "n9")):
        text = text.replace(f'"{old}"', f'"{new}"')
    result: dict[str, Any] = json.loads(text)
    return result


@pytest.mark.parametrize(
    ("sheet", "names"),
    [
        ("选择", ("police-001", "secret-001")),
        ("判断消息", ("skin-101",)),
        ("找破绽", ("skin-201",)),
        ("排顺序", ("skin-301",)),
        ("多轮对话", ("skin-401",)),
    ],
)
def test_each_sheet_comes_back_as_the_items_it_shows(
    sheet: str, names: tuple[str, ...], path: Path, check: Check
) -> None:
    """The examples of the sheets are those of `quizzes/README.md`; the first question of 选择 is its bank's."""
    checked = check(path)
    assert checked.bank is not None
    assert (checked.report.format, checked.report.good, checked.report.problems) == ("template-xlsx", 7, ())
    wanted = [alike(from_json(example(name))) for name in names]
    found = [alike(item) for item in checked.bank.items]
    for one in wanted:
        # A choice of the README may name a family where the sheet's example leaves it open.
        assert any({**one, "family": ""} == {**other, "family": ""} for other in found), (sheet, one["stem"])
    assert {item.family for item in checked.bank.items} == {"game_skin", ""}


def test_sheets_lists_and_instructions() -> None:
    """Instructions first; each sheet has its columns and a drop-down list wherever one can choose."""
    made = book()
    assert made.sheetnames == ["说明", *SHEETS, "选项"]
    assert made["选项"].sheet_state == "hidden"
    for name, headers in SHEETS.items():
        sheet = made[name]
        assert [cell.value for cell in sheet[1]] == list(headers)
        listed = {str(one.sqref).rstrip("0123456789") for one in sheet.data_validations.dataValidation}
        assert len(listed) == sum(header in CHOICES or header == "骗术" for header in headers)
        assert sheet.max_row == 1 + len(EXAMPLES[name])
    told = " ".join(str(cell.value) for row in made["说明"].iter_rows() for cell in row if cell.value)
    assert all(name in told for name in SHEETS)


def test_a_template_whose_examples_were_deleted_has_no_questions(tmp_path: Path, check: Check) -> None:
    """Empty sheets are left out."""
    made = book()
    for name in SHEETS:
        made[name].delete_rows(2, 20)
    made.save(tmp_path / "empty.xlsx")
    refused = check(tmp_path / "empty.xlsx").report.refused
    assert refused is not None
    assert refused.code == "no_questions"


BROKEN = [
    ("选择", 2, "正确答案", "F", "正确答案", "answer_out_of_range"),
    ("判断消息", 2, "性质", "", "性质", "field_missing"),
    ("判断消息", 2, "渠道", "鸽子", "渠道", "field_unknown_value"),
    ("判断消息", 2, "发送者", "", "发送者", "field_missing"),
    ("判断消息", 2, "线索1", "没有的话", "线索1", "cue_not_found"),
    ("判断消息", 2, "线索2理由", "", "线索2理由", "field_missing"),
    ("找破绽", 2, "破绽1标题", "长" * 8, "破绽1标题", "too_wide"),
    ("找破绽", 2, "没问题2", "周末愉快不", "没问题2", "cue_not_found"),
    ("找破绽", 2, "没问题1", "先交", "没问题1", "cues_overlap"),
    ("找破绽", 2, "性质", "可信", "破绽1", "cues_genuine"),
    ("找破绽", 2, "性质", "要先问大人", "性质", "field_unknown_value"),
    ("排顺序", 2, "步骤3理由", "", "步骤3理由", "field_missing"),
    ("排顺序", 2, "步骤2", "停下来，先不急", "步骤1", "texts_equal"),
    ("排顺序", 2, "步骤4", "长" * 17, "步骤4", "too_wide"),
    ("排顺序", 2, "题干", "", "题干", "field_empty"),
    ("多轮对话", 3, "回答B", "长" * 21, "回答B", "too_wide"),
    ("多轮对话", 4, "B到", "12", "B到", "chat_no_node"),
    ("多轮对话", 4, "B到", "", "B到", "field_missing"),
    ("多轮对话", 5, "回答B", "", "步", "field_count"),
    ("多轮对话", 8, "结局", "不知道", "结局", "field_unknown_value"),
    ("多轮对话", 8, "结束语", "", "结束语", "field_missing"),
    ("多轮对话", 10, "结局", "安全", "步", "chat_endings"),
    ("多轮对话", 2, "解析", "", "解析", "explanation_missing"),
]


@pytest.mark.parametrize(("sheet", "row", "column", "value", "told", "code"), BROKEN)
def test_mistakes_are_told_by_cell(
    sheet: str, row: int, column: str, value: str, told: str, code: str, change: Change, check: Check
) -> None:
    """Sheet, row and column as Excel shows them; the other items stay good."""
    report = check(change(sheet, row, column, value)).report
    problem = next(one for one in report.problems if one.code == code)
    assert report.mend == 1
    assert (problem.sheet, problem.column) == (sheet, told)
    assert problem.row == (2 if told == "步" and code == "chat_endings" else row)
    assert all(problem.told("zh").values())


def test_known_values_are_named_as_the_sheet_has_them(change: Change, check: Check) -> None:
    """A teacher reads 安全, not `safe`."""
    report = check(change("多轮对话", 8, "结局", "不知道")).report
    assert "安全、问了大人、危险" in report.problems[0].told("zh")["how"]


@pytest.mark.parametrize("given", AGES)
def test_every_age_of_the_list_is_understood(given: str, change: Change, check: Check) -> None:
    """As many bands as it names."""
    bank = check(change("排顺序", 2, "年级", given)).bank
    assert bank is not None
    item = next(item for item in bank.items if item.kind == "order")
    assert len(item.ages) == 1 + given.count("、") + given.count("和")


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize(
    ("column", "value", "field", "kept"),
    [
        ("难度", "5", "difficulty", 5),
        ("素养维度", "网络法治观念", "dimension", "law"),
        ("骗术", "AI换脸", "family", "ai_face"),
        ("来源", "某公告", "source", "某公告"),
        ("截至日期", "2026-11-01", "as_of", "2026-11-01"),
        ("复核日期", "2027年11月1日", "review_by", "2027-11-01"),
        ("配对编号", "p-1", "twin", "p-1"),
    ],
)
def test_what_every_sheet_can_say(
    sheet: str, column: str, value: str, field: str, kept: object, change: Change, check: Check
) -> None:
    """The same columns at the end of each."""
    checked = check(change(sheet, 2, column, value))
    assert checked.bank is not None
    assert (checked.report.good, checked.report.problems) == (7, ())
    first = next(one.item for one in checked.taken if (one.row.sheet, one.row.number) == (sheet, 2))
    assert getattr(first, field) == kept


def test_examples_use_what_the_lists_offer() -> None:
    """Otherwise Excel would complain of our own rows."""
    names = {family.name for family in load_families(QUIZZES)}
    for rows in EXAMPLES.values():
        for cells in rows:
            assert {cells.get("骗术", "")} <= {"", *names}
            assert all(cells[column] in values for column, values in CHOICES.items() if column in cells)


@pytest.mark.parametrize(
    ("column", "value"), [(column, value) for column in ("渠道", "性质") for value in CHOICES[column]]
)
def test_every_choice_of_a_list_is_understood(column: str, value: str, change: Change, check: Check) -> None:
    """A message of any channel and nature."""
    assert check(change("判断消息", 2, column, value)).report.good == 7


def test_an_unknown_picture_is_a_hint(change: Change, check: Check) -> None:
    """The item plays without it."""
    report = check(change("找破绽", 2, "图标", "恐龙")).report
    assert (report.good, [one.level for one in report.problems]) == (7, ["hint"])
