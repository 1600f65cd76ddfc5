"""Papers and charts: what is written can be read back, nothing hangs over the edge, and twice the same bytes."""

import io
import subprocess
import sys
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from kiosk.exports import charts
from kiosk.exports.paper import Paper
from kiosk.exports.paper_area import Area
from kiosk.exports.typeset import estimated, wrapped
from tests.exports.papers_help import paper_pages, words_of

LONG = "停一停、不点、不扫、不说；告诉家长或老师（也可以打 12355）。"


def filled(landscape: bool = False) -> bytes:
    """A paper with one of everything."""
    paper = Paper("活动台账", base="示例基地", made="2026-11-20", subtitle="2026 年 11 月", landscape=landscape)
    paper.facts([("接待人次", "1,234"), ("场次", "36"), ("满意度", "96.5%")])
    paper.heading("学习成效")
    paper.paragraph(LONG * 6)
    paper.note("未发现明显变化。")
    paper.chart(charts.bars([("反诈关", 12), ("公约坊", None)], "人次", "活动分布"), caption="活动分布")
    paper.table(["班级", "人次", "说明"], [[f"{place:02}", str(place), LONG * (place % 3)] for place in range(90)])
    paper.table(["很长的一格"], [[LONG * 150]])
    paper.checkboxes([LONG * 3])
    paper.lines(["填表人：", "日期："])
    paper.cards([f"卡{place}" for place in range(7)], columns=3, draw=card)
    return paper.bytes()


def card(area: Area, name: str) -> None:
    """A card with a name and a code."""
    area.text(name, 4, 4, area.width - 8, size=14, bold=True)
    area.code(f"https://a.example/{name}", 4, 14, 30)


@pytest.mark.parametrize("landscape", [False, True])
def test_what_is_written_can_be_read(landscape: bool) -> None:
    """Texts, header rows over pages, numbers of pages, title and language."""
    data = filled(landscape)
    pages = paper_pages(data)
    whole = "".join(pages)
    for text in ("活动台账", "示例基地", "1,234", "未发现明显变化。", "反诈关", "不显示", "填表人：", "卡6", LONG[:20]):
        assert text in whole, text
    assert whole.count("班级") == sum("班级" in page for page in pages) > 2
    assert all(f"第 {number} 页，共 {len(pages)} 页" in page for number, page in enumerate(pages, start=1))
    assert whole.count("12355") == 6 + sum(place % 3 for place in range(90)) + 150 + 3
    reader = PdfReader(io.BytesIO(data))
    assert reader.metadata is not None and reader.metadata.title == "活动台账"
    assert str(reader.root_object["/Lang"]) == "zh-CN"
    box = reader.pages[0].mediabox
    assert (box.width > box.height) is landscape


def test_nothing_hangs_over_the_edge() -> None:
    """Every word lies between the margins, as another program reads it."""
    for word in words_of(filled()):
        assert word.left >= 17.5 and word.right <= 210 - 17.5 and word.top > 2 and word.bottom < 297 - 4, word


def test_a_heading_is_never_left_behind_by_its_chart() -> None:
    chart = charts.columns([(str(month), month) for month in range(1, 13)])
    for filled in range(20, 40):
        paper = Paper("台账", made="2026-11-20")
        for _ in range(filled):
            paper.paragraph("一行")
        paper.heading("标题在此")
        paper.chart(chart, caption="图名在此")
        pages = paper_pages(paper.bytes())
        assert ["标题在此" in page for page in pages] == ["图名在此" in page for page in pages]


def test_same_calls_same_bytes() -> None:
    assert filled() == filled()


def test_paper_costs_nothing_until_it_is_made() -> None:
    """Importing it loads no fpdf."""
    code = "import sys, kiosk.exports.paper, kiosk.exports.charts; sys.exit('fpdf' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("width", [20.0, 57.3, 130.0, 400.0])
def test_lines_fit_and_lose_nothing(width: float) -> None:
    """No line begins with a stop or ends with an open bracket, none is too wide, every letter is there."""
    text = "先看（再想想）：“不点”！A long word, 12355 and incomprehensibilities。\n" + LONG * 4
    measure = estimated(10)
    lines = wrapped(text, width, measure)
    assert all(measure(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    if width > 50:
        assert not any(line[0] in "，。：；）！”、" or line[-1] in "（“" for line in lines)


CHARTS: dict[str, Callable[[], str]] = {
    "bars": lambda: charts.bars([("反诈关 <1>", 12), ("公约坊" * 12, 3.5), ("督导亭", None)], "人次", "分布"),
    "columns": lambda: charts.columns([(f"{day} 日", day % 7) for day in range(1, 32)], "", "每天"),
    "lines": lambda: charts.lines({"前": [("03", 1.2), ("04", -0.4)], "后": [("03", 1.7), ("04", 0.1)]}, "", "分辨力"),
    "intervals": lambda: charts.intervals([("03", 0.5, 0.2, 0.8), ("04", -0.1, -0.5, 0.3)], "", "变化"),
    "shares": lambda: charts.shares([("喜欢", 20), ("还行", 6), ("不喜欢", None)], "人", "满意度"),
}


@pytest.mark.parametrize("name", CHARTS)
def test_charts_are_whole_pictures(name: str) -> None:
    """Well-formed, with a title, no scripts, and every text inside."""
    drawn = ElementTree.fromstring(CHARTS[name]())
    space = "{http://www.w3.org/2000/svg}"
    _, _, width, height = map(float, drawn.attrib["viewBox"].split())
    assert drawn[0].tag == f"{space}title" and drawn[0].text
    assert not list(drawn.iter(f"{space}script"))
    for text in drawn.iter(f"{space}text"):
        wide = estimated(float(text.attrib["font-size"]))(text.text or "")
        left = float(text.attrib["x"]) - {"start": 0, "middle": wide / 2, "end": wide}[text.attrib["text-anchor"]]
        assert left >= -0.5 and left + wide <= width + 0.5, text.text
        assert 0 < float(text.attrib["y"]) < height, text.text


@pytest.mark.parametrize("name", ["bars", "columns", "intervals", "shares"])
def test_charts_of_nothing_say_so(name: str) -> None:
    assert "这里还没有可以画的数" in getattr(charts, name)([])
    assert "这里还没有可以画的数" in charts.lines({})


@pytest.mark.parametrize(("low", "high"), [(0, 0), (0, 1), (0, 7), (0, 1234), (-0.4, 1.7), (0, 0.03)])
def test_scales_hold_their_values(low: float, high: float) -> None:
    ticks = charts.scale(low, high)
    assert ticks[0] <= low and ticks[-1] >= high and 2 <= len(ticks) <= 8
