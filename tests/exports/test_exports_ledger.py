"""台账: every figure of a month that was counted by hand, nothing under five, and the files it is handed in as."""

import hashlib
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from kiosk.core.errors import KioskError
from kiosk.exports.ledger import Ledger, grade_of, ledger
from kiosk.exports.ledger_file import FORMATS, Dressed, Format, write_ledger
from kiosk.exports.ledger_paper import ledger_paper
from kiosk.exports.ledger_period import Period, around, parsed, project
from kiosk.exports.ledger_words import facts, period_name, sections
from kiosk.learning.signal import Counts
from tests.exports.class_report_help import World
from tests.exports.ledger_help import FIVE_TWO, at, headcount, november, session, visit
from tests.exports.papers_help import paper_pages, words_of

NOVEMBER = parsed("month", "2026-11")
SHARP, DULL = Counts(5, 5, 0, 5), Counts(2, 5, 2, 5)
DRESSED = Dressed("示例基地", "2026-12-01")


@pytest.fixture(scope="module")
def found() -> Ledger:
    """November, counted."""
    return ledger(november().db, NOVEMBER)


def test_a_month_counted_by_hand(found: Ledger) -> None:
    """6 visits of two, 3 of one and 5 of one; what began in October or is December's is not here."""
    assert (found.visits, found.people, found.sessions) == (14, 20, 0)
    assert found.minutes == sum(range(12, 18)) + 8 * 10
    assert (found.answers, found.lanterns, found.promises) == (6 * 2 + 5 * 2, 14, 6)
    assert dict(found.works) == {"recorded": 3, "kept": 2, "approved": 1}
    assert found.classes == 2


def test_small_cells_are_hidden_also_from_subtraction(found: Ledger) -> None:
    """Three children of one day, one station and one grade; with a single small cell the smallest other goes too."""
    steps = dict(found.steps)
    assert steps[date(2026, 11, 3)] is None and steps[date(2026, 11, 30)] is None
    assert steps[date(2026, 11, 2)] == 12 and steps[date(2026, 11, 4)] == 0
    stations = {one.key: one for one in found.stations}
    assert (stations["anti_fraud"].people, stations["anti_fraud"].right) == (12, 0.5)
    assert (stations["rumour_desk"].people, stations["rumour_desk"].right) == (5, 1.0)
    assert stations["pledge"].people is stations["pledge"].runs is stations["pledge"].answers is None
    assert [(one.name, one.classes, one.people) for one in found.grades] == [
        ("四年级", 1, None),
        ("五年级", 1, 12),
        ("", 0, None),
    ]
    assert found.faces == ((3, None), (2, 0), (1, None))
    assert found.satisfied is not None and found.satisfied.bound == "above"


def test_headcounts_stand_apart(found: Ledger) -> None:
    """The last of an entry counts, none where it was taken back; nothing of them is in the machine's figures."""
    assert (found.heads.entries, found.heads.groups, found.heads.people) == (2, 3, 57)
    assert dict(found.heads.bands) == {"under_14": 45, "14_17": 0, "adult": 12, "unknown": 0}


def test_rehearsed_and_simulated_only_when_asked_for() -> None:
    every = ledger(november().db, NOVEMBER, every_origin=True)
    assert (every.visits, every.people) == (16, 22)
    assert "不能上交" in text_of(every)


def text_of(found: Ledger) -> str:
    """The PDF's words."""
    return "".join(paper_pages(ledger_paper(found, base=DRESSED.base, made=DRESSED.made, language="zh")))


@pytest.fixture(scope="module")
def taught() -> Ledger:
    """Three classes with forms: one that learned, one that did not, one of four children."""
    world = World()
    at(world, date(2026, 11, 9))
    session(world, FIVE_TWO, DULL, SHARP, 20)
    session(world, "四年级1班", DULL, DULL, 20)
    session(world, "三年级1班", DULL, SHARP, 4)
    return ledger(world.db, NOVEMBER)


def test_learning_is_told_by_class(taught: Ledger) -> None:
    """In the order of grades; all together only of those that are shown."""
    assert taught.sessions == 3
    verdicts = [(line.class_label, [one.verdict for one in line.forms.changes]) for line in taught.learning]
    assert verdicts[:3] == [("三年级1班", []), ("四年级1班", ["no_change_found"]), (FIVE_TWO, ["improved"])]
    assert taught.learning[3].class_label == "" and taught.learning[3].forms.moments[0].children == 40
    words = text_of(taught)
    assert "未发现明显变化" in words and "更会分辨了" in words and "不到 5 人，不写数" in words
    assert dict(facts(taught, "zh"))["学习成效"] == "1 / 2 个班有提高"


def test_a_month_without_anything_says_so() -> None:
    """Zeros and sentences, no chart of nothing."""
    empty = ledger(World().db, NOVEMBER)
    assert (empty.visits, empty.people, empty.satisfied, empty.learning) == (0, 0, None, ())
    assert "这段时间没有记录" in text_of(empty) and "引导员没有登记过人数" in text_of(empty)
    assert [one.chart for one in sections(empty, "zh")] == [""] * 7


@pytest.mark.parametrize("form", FORMATS)
def test_it_can_be_handed_in_as_it_is(found: Ledger, tmp_path: Path, form: Format) -> None:
    """Whole, told by its digest; twice the same paper."""
    out = tmp_path / f"ledger.{form}"
    written = write_ledger(found, form, DRESSED, out)
    data = out.read_bytes()
    assert (written.bytes, written.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert [one.name for one in tmp_path.iterdir()] == [out.name]


def test_the_workbook_has_native_charts_and_texts_are_texts(taught: Ledger, tmp_path: Path) -> None:
    """Each part on a sheet with its own chart; numbers are numbers, class labels texts; no formula anywhere."""
    write_ledger(taught, "xlsx", DRESSED, tmp_path / "l.xlsx")
    book = openpyxl.load_workbook(tmp_path / "l.xlsx")
    names = [one.title for one in sections(taught, "zh")]
    assert book.sheetnames == ["一页看完", *names]
    charts = {sheet.title: len(sheet._charts) for sheet in book.worksheets}
    assert charts["学习成效"] == 1
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert all(cell.data_type in "sn" for cell in cells)
    assert [row[0].value for row in book["学习成效"].iter_rows(min_row=5, max_row=8)][:3] == [
        "三年级1班",
        "四年级1班",
        FIVE_TWO,
    ]
    assert any("示例基地" in str(cell.value) for cell in cells)


def test_charts_of_the_month_in_the_workbook(found: Ledger, tmp_path: Path) -> None:
    write_ledger(found, "xlsx", DRESSED, tmp_path / "l.xlsx")
    book = openpyxl.load_workbook(tmp_path / "l.xlsx")
    drawn = {sheet.title: [type(one).__name__ for one in sheet._charts] for sheet in book.worksheets}
    assert drawn["每天的接待人次"] == ["BarChart"] and drawn["满意度"] == ["DoughnutChart"]
    assert len(drawn["一页看完"]) == 2
    rows = {row[0].value: row[1].value for row in book["活动分布"].iter_rows(min_row=5, max_col=2) if row[0].value}
    assert (rows["反诈关"], rows["承诺桥"]) == (12, "不显示")


def test_nothing_hangs_over_the_edge_of_the_paper(found: Ledger, taught: Ledger) -> None:
    """In both languages."""
    for one in (found, taught):
        for language in ("zh", "en"):
            for word in words_of(ledger_paper(one, base="示例基地", made="2026-12-01", language=language)):
                assert word.left >= 17.5 and word.right <= 192.5, word


def test_the_same_facts_give_the_same_paper(found: Ledger) -> None:
    assert text_of(found) == text_of(ledger(november().db, NOVEMBER))


def test_a_long_clock_and_a_visit_over_midnight() -> None:
    """A visit belongs to the moment at which it began; one longer than four hours was a clock that was set."""
    world = World()
    at(world, date(2026, 11, 30), 23)
    for _ in range(5):
        visit(world, minutes=90)
        world.clock.utc -= 90 * 60_000
    at(world, date(2026, 11, 10))
    visit(world, minutes=60 * 24 * 3)
    november_ = ledger(world.db, NOVEMBER)
    assert (november_.visits, november_.minutes) == (6, 5 * 90 + 240)
    assert ledger(world.db, parsed("month", "2026-12")).visits == 0


def test_a_headcount_of_few_is_hidden() -> None:
    world = World()
    headcount(world, "a", "2026-11-05", 3)
    heads = ledger(world.db, NOVEMBER).heads
    assert heads.people is None and dict(heads.bands)["under_14"] is None


@pytest.mark.parametrize(
    ("kind", "text", "first", "last"),
    [
        ("month", "2026-11", date(2026, 11, 1), date(2026, 11, 30)),
        ("month", "2028-2", date(2028, 2, 1), date(2028, 2, 29)),
        ("quarter", "2026Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("quarter", "2026-q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("year", "2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_periods(kind: str, text: str, first: date, last: date) -> None:
    period = parsed(kind, text)  # type: ignore[arg-type]
    assert (period.first, period.last) == (first, last)
    assert around(period.kind, last) == period
    assert period.moved(1).moved(-1) == period and period.moved(1).first > last


@pytest.mark.parametrize(
    ("kind", "text"), [("month", "2026-13"), ("month", "2026"), ("quarter", "2026Q5"), ("year", "26"), ("year", "0000")]
)
def test_periods_that_are_none(kind: str, text: str) -> None:
    with pytest.raises(KioskError, match=r"ledger\.no_such_period"):
        parsed(kind, text)  # type: ignore[arg-type]


def test_projects() -> None:
    """Any days; long ones are drawn by months."""
    short = project(date(2026, 11, 1), date(2026, 11, 1), "")
    assert short.by_day and short.steps() == [date(2026, 11, 1)]
    long = project(date(2025, 12, 15), date(2026, 3, 2), "反诈进校园")
    assert long.steps() == [date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)]
    assert period_name(long, "zh") == "反诈进校园（2025-12-15 到 2026-03-02）"
    with pytest.raises(KioskError, match=r"ledger\.ends_before"):
        project(date(2026, 11, 2), date(2026, 11, 1), "")
    assert [period_name(one, "zh") for one in (NOVEMBER, parsed("quarter", "2026Q4"), parsed("year", "2026"))] == [
        "2026 年 11 月",
        "2026 年第 4 季度",
        "2026 年",
    ]
    assert isinstance(short, Period)


@pytest.mark.parametrize(
    ("label", "grade"),
    [
        ("五年级（2）班", "五年级"),
        ("5（2）班", "五年级"),
        ("初一3班", "初一"),
        ("03", ""),
        ("彩虹班", ""),
        ("3.1", "三年级"),
    ],
)
def test_grades_of_labels(label: str, grade: str) -> None:
    assert grade_of(label) == grade
