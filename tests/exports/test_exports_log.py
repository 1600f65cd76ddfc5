"""`export log`: one row an answer, as it was at that moment, read back from csv and xlsx."""

import csv
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from kiosk.core.clock import SteppedClock
from kiosk.core.errors import KioskError
from kiosk.core.words import say
from kiosk.exports.asked import Asked
from kiosk.exports.columns import ITEMS, LOG, VISITS, Column
from kiosk.exports.csv_file import text
from kiosk.exports.export import Format, export
from kiosk.exports.xlsx_file import write_xlsx
from kiosk.store import Store
from tests.exports.exports_help import FORMULA, Played

LEVELS = {"game_skin": "游戏皮肤", "scare": "假警报"}


def exported(played: Played, out: Path, what: str = "log", asked: Asked | None = None) -> list[dict[str, str]]:
    """The rows of a csv export, by Chinese header."""
    with played.store.read() as db:
        written = export(db, what, "csv", asked or Asked(levels=LEVELS), out)
    text = out.read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(keepends=True)))
    assert written.rows == len(rows)
    return rows


def test_csv_begins_with_a_bom_and_has_chinese_headers(played: Played, tmp_path: Path) -> None:
    """Excel opens it as it is."""
    exported(played, tmp_path / "log.csv")
    data = (tmp_path / "log.csv").read_bytes()
    assert data.startswith("\ufeff时间,来源,班级,昵称,".encode())
    assert data.count(b"\r\n") >= 6


def test_each_answer_is_a_row_with_its_words(played: Played, tmp_path: Path) -> None:
    """Texts, verdicts and origins as people say them; the bank was removed long ago."""
    rows = exported(played, tmp_path / "log.csv")
    assert [row["来源"] for row in rows] == ["来访", "来访", "来访", "演练", "模拟"]
    assert [row["判定"] for row in rows] == ["答错", "答对", "问一问也很好", "答对", "答对"]
    assert [row["关卡"] for row in rows] == ["游戏皮肤", "游戏皮肤", "假警报", "假警报", "游戏皮肤"]
    assert [row["正确答案"] for row in rows] == ["2", "住址；验证码", "骗局", "骗局", "2"]
    assert rows[1]["孩子的选择"] == "住址；验证码"
    assert rows[2]["孩子的选择"] == "要先问大人"
    assert rows[2]["消息内容"] == "某人：\n先交钱\n点这里 a.example"
    assert (rows[2]["题型"], rows[2]["性质"], rows[2]["展位"]) == ("辨别消息", "骗局", "反诈关")
    assert (rows[1]["第几位"], rows[1]["思考秒数"], rows[1]["改动次数"]) == ("2", "2.5", "1")
    assert (rows[0]["题库"], rows[0]["题库版本"], rows[0]["题库编号"]) == ("例子题库", "1.2.0", "example.one")
    assert rows[0]["题库指纹"] == played.pack_hash


def test_class_keeps_its_zero(played: Played, tmp_path: Path) -> None:
    """03 is no number."""
    rows = exported(played, tmp_path / "log.csv")
    assert [row["班级"] for row in rows] == ["03", "03", "03", "", "04"]


def test_nothing_can_be_run_as_a_formula(played: Played, tmp_path: Path) -> None:
    """Question, options and nickname that begin like formulas."""
    row = exported(played, tmp_path / "log.csv")[0]
    assert row["题目"] == "'=1+1 等于几？"
    assert row["孩子的选择"] == f"'{FORMULA}"
    assert row["昵称"] == "'@小海豚"


def test_times_are_local_and_utc(played: Played, tmp_path: Path) -> None:
    """The same moment twice."""
    row = exported(played, tmp_path / "log.csv")[0]
    local = datetime.fromisoformat(row["时间"]).astimezone(UTC)
    assert row["世界时间"].startswith(local.strftime("%Y-%m-%dT%H:%M:%S"))


def test_ids_find_the_journal_row(played: Played, tmp_path: Path) -> None:
    """Kiosk, epoch, number and id are those of the journal."""
    rows = exported(played, tmp_path / "log.csv")
    with played.store.read() as db:
        stored = db.execute("SELECT kiosk, epoch, seq, id, visit FROM journal WHERE kind = 'item_answered'").fetchall()
    keys = ("展台编号", "启动批次", "序号", "记录编号", "体验编号")
    assert [tuple(row[key] for key in keys) for row in rows] == [tuple(map(str, row)) for row in stored]


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (Asked(class_label="03"), 3),
        (Asked(class_label="3"), 0),
        (Asked(station="anti_fraud"), 5),
        (Asked(station="kind_words"), 0),
        (Asked(start=SteppedClock().utc_ms() + 86_400_000), 2),
        (Asked(end=SteppedClock().utc_ms() + 86_400_000), 3),
        (Asked(start=SteppedClock().utc_ms() + 86_400_000, end=SteppedClock().utc_ms() + 2 * 86_400_000), 1),
    ],
)
def test_limits(played: Played, tmp_path: Path, asked: Asked, count: int) -> None:
    """Class, station and time."""
    assert len(exported(played, tmp_path / "log.csv", asked=asked)) == count


def test_xlsx_has_types_a_frozen_header_and_an_explanation(played: Played, tmp_path: Path) -> None:
    """Read back by another program: texts stay texts, numbers are numbers, times are times."""
    out = tmp_path / "log.xlsx"
    with played.store.read() as db:
        written = export(db, "log", "xlsx", Asked(levels=LEVELS), out)
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["记录", "各列说明"]
    sheet = book["记录"]
    assert sheet.freeze_panes == "A2"
    headers = [cell.value for cell in sheet[1]]
    assert headers == [say(f"exports.{column.key}") for column in LOG]
    rows = [dict(zip(headers, row, strict=True)) for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert written.rows == len(rows) == 5
    first: dict[str, Any] = rows[0]
    assert (first["题目"], first["孩子的选择"], first["班级"]) == ("=1+1 等于几？", FORMULA, "03")
    assert (first["思考秒数"], first["第几位"]) == (2.5, 1)
    assert isinstance(first["时间"], datetime)
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert sheet.column_dimensions["I"].width > 40
    assert book["各列说明"].max_row == len(LOG) + 1


ODD = (
    "<r>a</r>",
    "<b>&amp;",
    " edges ",
    "line\nline",
    "_x000D_",
    "\x07bell",
    "\tTab",
    "0123",
    "http://a.example",
    "=1+1",
)


def test_odd_texts_come_back_as_they_were(tmp_path: Path) -> None:
    """Rich text, tags, edges, escapes, control characters, addresses, formulas."""
    columns = (Column("stem"), Column("id", "code"))
    with (tmp_path / "odd.xlsx").open("wb") as file:
        assert write_xlsx(file, columns, [(odd, "x") for odd in ODD], "zh") == len(ODD)
    sheet = openpyxl.load_workbook(tmp_path / "odd.xlsx").worksheets[0]
    assert [unescape(row[0]) for row in sheet.iter_rows(min_row=2, values_only=True)] == list(ODD)
    assert all(cell.data_type == "s" and cell.hyperlink is None for row in sheet.iter_rows(min_row=2) for cell in row)


def test_old_software_gets_gb18030(played: Played, tmp_path: Path) -> None:
    """The same table without a BOM; a rare character survives too. A workbook cannot be asked for in it."""
    asked = Asked(levels=LEVELS, encoding="gb18030")
    with played.store.read() as db:
        export(db, "log", "csv", asked, tmp_path / "old.csv")
        with pytest.raises(KioskError, match=r"exports\.encoding_csv_only"):
            export(db, "log", "xlsx", asked, tmp_path / "old.xlsx")
    exported(played, tmp_path / "new.csv")
    old, new = (tmp_path / "old.csv").read_bytes(), (tmp_path / "new.csv").read_bytes()
    assert old.decode("gb18030") == new.decode("utf-8-sig") and not old.startswith(b"\xef\xbb\xbf")


def test_visits_are_told_in_both_times(played: Played, tmp_path: Path) -> None:
    row = exported(played, tmp_path / "visits.csv", "visits")[0]
    for local, utc in (("时间", "世界时间"), ("结束时间", "结束世界时间")):
        assert row[utc].startswith(datetime.fromisoformat(row[local]).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S"))


def test_items_say_how_much_was_no_real_child(played: Played, tmp_path: Path) -> None:
    rows = exported(played, tmp_path / "items.csv", "items", Asked(every_origin=True))
    assert [(row["题目编号"], row["其中演练"], row["其中模拟"]) for row in rows] == [
        ("c1", "0", "1"),
        ("j1", "1", "0"),
        ("m1", "0", "0"),
    ]


@pytest.mark.parametrize("begin", "=+-@\t\r\n＝＋－＠")
def test_every_dangerous_beginning_is_made_harmless(begin: str) -> None:
    assert next(csv.reader([text(f"{begin}1")])) == [f"'{begin}1"]


def test_english_when_asked_for(played: Played, tmp_path: Path) -> None:
    """Headers and values."""
    with played.store.read() as db:
        export(db, "log", "csv", Asked(language="en"), tmp_path / "log.csv")
    rows = list(csv.DictReader((tmp_path / "log.csv").read_text("utf-8-sig").splitlines()))
    assert (rows[0]["Origin"], rows[0]["Verdict"]) == ("visitor", "wrong")


def test_every_column_has_a_name_and_an_explanation_in_both_languages() -> None:
    """No header is missing."""
    for column in (*LOG, *VISITS, *ITEMS):
        for language in ("zh", "en"):
            assert say(f"exports.{column.key}", language)
            assert say(f"exports.{column.key}_about", language)


def test_visits(played: Played, tmp_path: Path) -> None:
    """One row a visit, with what was done and how it was liked."""
    rows = exported(played, tmp_path / "visits.csv", "visits")
    assert [row["来源"] for row in rows] == ["来访", "演练", "模拟"]
    assert [(row["答题数"], row["答对数"], row["点亮的灯"]) for row in rows] == [
        ("3", "1", "1"),
        ("1", "1", "1"),
        ("1", "1", "1"),
    ]
    assert (rows[0]["满意度"], rows[0]["怎么结束"], rows[0]["去过的展位"]) == ("满意", "自己离开", "反诈关")
    assert (rows[0]["时长（秒）"], rows[0]["班级"]) == ("8", "03")


def test_items_count_visitors_unless_all_are_asked_for(played: Played, tmp_path: Path) -> None:
    """Rehearsed and simulated answers are no results."""
    rows = exported(played, tmp_path / "items.csv", "items")
    assert [(row["题目编号"], row["答题数"], row["答对数"]) for row in rows] == [
        ("c1", "1", "0"),
        ("j1", "1", "0"),
        ("m1", "1", "1"),
    ]
    everything = exported(played, tmp_path / "items.csv", "items", Asked(every_origin=True))
    assert [(row["题目编号"], row["答题数"], row["答对比例"]) for row in everything] == [
        ("c1", "2", "0.5"),
        ("j1", "2", "0.5"),
        ("m1", "1", "1.0"),
    ]
    assert everything[1]["各选项人次"] in ("骗局 × 1；要先问大人 × 1", "要先问大人 × 1；骗局 × 1")


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_an_empty_home_gives_an_empty_table(tmp_path: Path, form: Format) -> None:
    """Headers and nothing below."""
    store = Store.open(tmp_path / "home", SteppedClock())
    with store.read() as db:
        for what in ("log", "items", "visits"):
            assert export(db, what, form, Asked(), tmp_path / f"{what}.{form}").rows == 0
    store.close()
