"""Text formats: encodings, csv, numbered text, GIFT, Aiken, Moodle XML."""

import pytest

from kiosk.core.item import Item
from tests.packs.packs_help import CheckText, codes

CSV = "题干,选项A,选项B,答案,解析\n为什么要问大人？,安全,好玩,A,大人能帮忙。\n"


def only(checked_items: tuple[Item, ...]) -> Item:
    """The one item."""
    (item,) = checked_items
    return item


def items(check_text: CheckText, text: str | bytes, name: str = "a.txt") -> tuple[Item, ...]:
    """The items that would be installed."""
    bank = check_text(text, name).bank
    assert bank is not None
    return tuple(bank.items)


@pytest.mark.parametrize(
    "data",
    [
        CSV.encode(),
        CSV.encode("utf-8-sig"),
        CSV.encode("utf-16"),
        b"\xfe\xff" + CSV.encode("utf-16-be"),
        CSV.encode("utf-16-le"),
        CSV.encode("gb18030"),
        CSV.replace(",", "\t").encode("utf-16"),
        CSV.replace(",", ";").encode(),
        CSV.replace("\n", "\r\n").encode("gb18030"),
    ],
)
def test_csv_in_every_encoding(data: bytes, check_text: CheckText) -> None:
    """BOM, strict UTF-8, UTF-16, GB18030; comma, tab, semicolon."""
    item = only(items(check_text, data, "a.csv"))
    assert (item.stem, item.right, item.explanation) == ("为什么要问大人？", ("A",), "大人能帮忙。")


def test_ragged_rows_are_rows(check_text: CheckText) -> None:
    """A short row lacks what it lacks; a long one's rest is nobody's."""
    checked = check_text(CSV + "只有题干？\n真的吗？,对,错,A,因为。,多,余\n", "a.csv")
    assert codes(checked) == [(3, "options_missing"), (3, "explanation_missing")]
    assert checked.report.good == 2


def test_open_quote_is_refused_with_its_row(check_text: CheckText) -> None:
    """It would swallow the rest of the file as one cell."""
    more = "".join(f"第{number}题？,甲,乙,A,因为。\n" for number in range(5))
    refused = check_text(CSV + '"没有收尾的题？,甲,乙,A,因为。\n' + more, "a.csv").report.refused
    assert refused is not None
    assert (refused.code, refused.params["row"]) == ("quote_open", 3)


def test_numbered_text_in_its_variants(check_text: CheckText) -> None:
    """Sections, options on one line, full-width letters, the answer in the stem, √, many-lined explanations."""
    text = """一、单选题
1、谁可以看你的验证码？（ Ｃ ）
A.同学 B.客服 C.谁都不可以
解析：验证码就是钥匙。
谁要都不给。
2．【多选】哪些是骗局？
Ａ、先交钱
Ｂ、要验证码
Ｃ、学校通知
【答案】AB
【解析】先要钱、要验证码的都是骗局。

二、判断题
3. 96110 打来要接。
答案：√
解析：这是反诈专线。
"""
    one, two, three = items(check_text, text)
    assert (one.kind, one.right, one.stem) == ("choice", ("C",), "谁可以看你的验证码？（　）")
    assert one.explanation == "验证码就是钥匙。\n谁要都不给。"
    assert (two.kind, two.right, [option.text for option in two.options]) == (
        "multi",
        ("A", "B"),
        ["先交钱", "要验证码", "学校通知"],
    )
    assert (three.kind, three.right) == ("true_false", ("A",))


def test_text_rows_are_lines(check_text: CheckText) -> None:
    """The row of a question is the line of its stem."""
    assert codes(
        check_text("1. 甲？\nA. 一\nB. 二\n答案：A\n解析：因为。\n\n2. 乙？\nA. 一\nB. 二\n解析：因为。\n")
    ) == [(7, "answer_missing")]


def test_gift_escapes_weights_feedback_and_what_cannot_be_played(check_text: CheckText) -> None:
    """Each piece of the grammar that a bank uses."""
    text = r"""// note
$CATEGORY: x

::带冒号\: 的题::1 \= 1 吗？{=对，1 \= 1#是的 ~不对，\{错\}#再想想}

[html]<p>哪些是<b>骗局</b>？</p>{~%50%先交钱 ~%50%要验证码 ~%-100%学校通知 ####都要留心。}

陌生人说{FALSE#先核实}的话都是真的。

配对{=甲 -> 一 =乙 -> 二}

算一算 {#3:1}
"""
    checked = check_text(text, "a.gift")
    assert checked.bank is not None
    one, two, three = checked.bank.items
    assert (one.stem, one.right, one.options[1].text, one.options[1].why) == (
        "1 = 1 吗？",
        ("A",),
        "不对，{错}",
        "再想想",
    )
    assert one.explanation == "是的"
    assert (two.kind, two.right, two.stem, two.explanation) == ("multi", ("A", "B"), "哪些是骗局？", "都要留心。")
    assert (three.kind, three.right, three.explanation) == ("true_false", ("B",), "先核实")
    assert three.stem == "陌生人说____的话都是真的。"
    assert [code for _, code in codes(checked)] == ["kind_unsupported", "explanation_missing"] * 2


def test_moodle_shows_plain_text_and_names_what_cannot_be_played(check_text: CheckText) -> None:
    """Markup, entities and scripts of the HTML are gone; rows are lines."""
    text = """<?xml version="1.0" encoding="GB2312"?>
<quiz>
<question type="category"><category><text>x</text></category></question>
<question type="multichoice"><questiontext format="html">
<text><![CDATA[<p>A &amp; B<br>第二行</p><script>x()</script>]]></text></questiontext>
<generalfeedback><text>因为。</text></generalfeedback><single>true</single>
<answer fraction="100"><text>甲</text></answer><answer fraction="0"><text>乙</text></answer></question>
<question type="essay"><questiontext><text>写一写</text></questiontext></question>
</quiz>"""
    checked = check_text(text, "a.xml")
    assert checked.bank is not None
    assert only(checked.bank.items).stem == "A & B\n第二行"
    assert codes(checked)[0] == (8, "kind_unsupported")
