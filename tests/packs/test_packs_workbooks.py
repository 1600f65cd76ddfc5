"""Every real-shaped file comes out as a person counted it by hand."""

import json
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from kiosk.packs.bank import bank_json
from tests.packs.packs_help import FILES, QUIZZES, Check, codes

# file → layout, good, to mend, stored. Files without explanations are stored and cannot be played.
COUNTED = {
    "考试宝-反诈题库.xlsx": ("kaoshibao-xlsx", 10, 0, 10),
    "WPS保存-反诈题库.xlsx": ("kaoshibao-xlsx", 10, 0, 10),
    "老题库-反诈题库.xls": ("table-xls", 10, 0, 10),
    "Excel另存-反诈题库.csv": ("chaoxing-csv", 10, 0, 10),
    "Wayground-反诈题库.xlsx": ("wayground-xlsx", 10, 0, 10),
    "Kahoot-反诈题库.xlsx": ("kahoot-xlsx", 0, 10, 10),
    "Blooket-反诈题库.csv": ("blooket-csv", 0, 10, 10),
    "Gimkit-反诈题库.csv": ("gimkit-csv", 0, 9, 9),
    "问卷星文本-反诈题库.txt": ("wenjuanxing-txt", 10, 0, 10),
    "反诈题库.gift": ("gift", 10, 0, 10),
    "反诈题库-aiken.txt": ("aiken-txt", 0, 7, 7),
    "moodle-反诈题库.xml": ("moodle-xml", 10, 0, 10),
    "有错的-反诈题库.xlsx": ("template-xlsx", 6, 9, 7),
}
# Stem begins → kind and the texts that are right, in every file that has the question.
RIGHT = {
    "群里有人说": ("choice", {"不理他，告诉家长"}),
    "自称“班主任”": ("choice", {"打电话向老师本人核实"}),
    "下面哪些信息": ("multi", {"家庭住址", "手机验证码", "家长的支付密码"}),
    "真正的警察": ("true_false", {"正确", "对"}),
    "96110来电": ("true_false", {"正确", "对"}),
    "网店客服说": ("choice", {"挂断，让家长在官方App里查看"}),
    "学校在公告栏": ("choice", {"可信"}),
    "收到“点一个赞": ("choice", {"骗局"}),
    "看到一条没有出处": ("choice", {"看看学校或官方有没有发布"}),
    "未成年人可以在": ("choice", {"周五、周六、周日和法定节假日"}),
}


@pytest.mark.parametrize("name", COUNTED)
def test_file_is_counted_as_by_hand(name: str, check: Check) -> None:
    """Layout, good, mend and stored."""
    report = check(FILES / name).report
    assert (report.format, report.good, report.mend, report.stored) == COUNTED[name]
    assert report.refused is None
    assert report.exit_code == (1 if report.mend else 0)


@pytest.mark.parametrize("name", COUNTED)
def test_right_answers_are_the_right_ones(name: str, check: Check) -> None:
    """Whatever notation a layout has, the same options come out as right."""
    bank = check(FILES / name).bank
    assert bank is not None
    for item in bank.items:
        start = next((start for start in RIGHT if item.stem.startswith(start)), None)
        if start is None:
            continue
        kind, texts = RIGHT[start]
        said = {option.text for option in item.options if option.key in item.right}
        assert item.kind == kind
        assert said <= texts
        assert kind != "multi" or said == texts


@pytest.mark.parametrize("name", COUNTED)
def test_imported_banks_keep_the_native_schema(name: str, check: Check) -> None:
    """What an importer makes could be written down as a native bank."""
    bank = check(FILES / name).bank
    assert bank is not None
    schema = json.loads((QUIZZES / "bank.schema.json").read_text("utf-8"))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(bank_json(bank))] == []


def test_faults_are_told_with_row_column_and_remedy(check: Check) -> None:
    """Row by row, as read by hand in the file with errors."""
    checked = check(FILES / "有错的-反诈题库.xlsx")
    assert codes(checked) == [
        (7, "answer_missing"),
        (8, "answer_out_of_range"),
        (9, "explanation_missing"),
        (10, "stem_missing"),
        (11, "duplicate"),
        (12, "stem_missing"),
        (13, "options_equal"),
        (14, "option_single"),
        (15, "stem_too_long"),
    ]
    assert codes(checked, "hint") == [(16, "family_unknown"), (16, "html_is_text")]
    told = checked.report.told("zh")["problems"][1]
    assert (told["sheet"], told["row"], told["column"], told["level"]) == ("Sheet", 8, "正确答案", "error")
    assert "F" in told["what"]
    assert told["how"]


def test_family_is_taken_from_the_trick_column(check: Check) -> None:
    """游戏皮肤 is a level; 钓鱼 is none, so that item is local. HTML stays text."""
    bank = check(FILES / "有错的-反诈题库.xlsx").bank
    assert bank is not None
    assert {item.family for item in bank.items if item.stem.startswith("群里")} == {"game_skin"}
    last = next(item for item in bank.items if "<img" in item.stem)
    assert last.family == ""
    assert last.stem == "<img src=x onerror=alert(1)>这是哪种骗局？"


def test_missing_explanations_point_at_their_rows(check: Check) -> None:
    """Kahoot's header is row 8; Blooket's title row and many-lined header count as Excel counts them."""
    kahoot, blooket = (check(FILES / name) for name in ("Kahoot-反诈题库.xlsx", "Blooket-反诈题库.csv"))
    assert codes(kahoot) == [(row, "explanation_missing") for row in range(9, 19)]
    assert codes(blooket) == [(row, "explanation_missing") for row in range(3, 13)]


def test_picture_links_are_dropped_with_a_hint(check: Check) -> None:
    """Wayground's Image Link is not fetched."""
    assert codes(check(FILES / "Wayground-反诈题库.xlsx"), "hint") == [
        (row, "picture_dropped") for row in (4, 6, 9, 11)
    ]


def test_gimkit_does_not_always_put_the_right_answer_first(check: Check) -> None:
    """Its right answer is the first column; the order on the screen must not give that away."""
    bank = check(FILES / "Gimkit-反诈题库.csv").bank
    assert bank is not None
    assert len({item.right for item in bank.items if item.kind == "choice"}) > 1


def test_roster_is_refused_without_a_name(check: Check) -> None:
    """A list of pupils is no bank, and nothing of it shows in the report."""
    checked = check(FILES / "学生名册.xlsx")
    assert checked.report.refused is not None
    assert checked.report.refused.code == "roster"
    assert checked.report.exit_code == 2
    assert "学生" not in json.dumps(checked.report.told("zh"), ensure_ascii=False).replace("学生名册.xlsx", "")


def test_same_question_has_the_same_id_when_only_its_explanation_changes(tmp_path: Path, check: Check) -> None:
    """A corrected workbook brings the same items."""
    head = "题干,选项A,选项B,答案,解析\n"
    ids = []
    for explanation in ("", "因为这样。"):
        path = tmp_path / "a.csv"
        path.write_text(f"{head}为什么？,甲,乙,A,{explanation}\n", "utf-8")
        bank = check(path).bank
        assert bank is not None
        ids.append(bank.items[0].id)
    assert ids[0] == ids[1]


def test_ods_is_read(tmp_path: Path, check: Check) -> None:
    """As an office program writes it: repeated empty cells at the end of rows and rows at the end of the sheet."""
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    rows = (("题干", "选项A", "选项B", "答案", "解析"), ("为什么？", "甲", "乙", "B", "因为。"))
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    blank = '<table:table-cell table:number-columns-repeated="1019"/>'
    body = "".join(f"<table:table-row>{''.join(map(cell.format, row))}{blank}</table:table-row>" for row in rows)
    tail = f'<table:table-row table:number-rows-repeated="1048574">{blank}</table:table-row>'
    inner = f'<office:body><office:spreadsheet><table:table table:name="题">{body}{tail}</table:table>'
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as ods:
        ods.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        ods.writestr("META-INF/manifest.xml", "<manifest/>")
        ods.writestr(
            "content.xml",
            f"<office:document-content {names}>{inner}</office:spreadsheet></office:body></office:document-content>",
        )
    report = check(path).report
    assert (report.format, report.good, report.mend) == ("table-ods", 1, 0)
