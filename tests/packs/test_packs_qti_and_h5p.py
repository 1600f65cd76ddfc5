"""QTI 2.1 and 3.0 packages, and H5P: what can be played is read, the rest is named, harm is refused."""

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.packs.check import Checked
from kiosk.packs.errors_file import errors_file
from kiosk.packs.template_sheets import CHOICES, SHEETS
from tests.packs.pack_help import zipped
from tests.packs.packs_help import CheckText, codes

Look = Callable[..., Checked]
CHOICE = """<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a" title="t">
<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
<correctResponse><value>B</value></correctResponse></responseDeclaration>
<itemBody><p>群里有人说<b>加他好友</b>就送皮肤。</p><choiceInteraction responseIdentifier="RESPONSE" maxChoices="1">
<prompt>你会？</prompt><simpleChoice identifier="A">交10元
<feedbackInline outcomeIdentifier="F" identifier="A">会要更多。</feedbackInline>
</simpleChoice><simpleChoice identifier="B"><p>告诉家长</p></simpleChoice></choiceInteraction></itemBody>
<modalFeedback outcomeIdentifier="F" identifier="X" showHide="show">先要钱的是骗局。</modalFeedback></assessmentItem>"""
MULTI = CHOICE.replace('maxChoices="1"', 'maxChoices="0"').replace(
    "<value>B</value>", "<value>B</value><value>A</value>"
)
ORDER = """<assessmentItem xmlns="x" identifier="o"><responseDeclaration identifier="R" cardinality="ordered">
<correctResponse><value>c</value><value>a</value><value>b</value><value>d</value></correctResponse></responseDeclaration>
<itemBody><orderInteraction responseIdentifier="R"><prompt>排一排。</prompt>
<simpleChoice identifier="a">二</simpleChoice><simpleChoice identifier="b">三</simpleChoice>
<simpleChoice identifier="c">一</simpleChoice><simpleChoice identifier="d">四</simpleChoice>
</orderInteraction></itemBody>
</assessmentItem>"""
MATCH = """<assessmentItem xmlns="x" identifier="m"><responseDeclaration identifier="R" cardinality="multiple">
<correctResponse><value>p2 t1</value><value>p1 t2</value></correctResponse></responseDeclaration>
<itemBody><matchInteraction responseIdentifier="R"><prompt>打哪个电话？</prompt><simpleMatchSet>
<simpleAssociableChoice identifier="p1" matchMax="1">反诈</simpleAssociableChoice>
<simpleAssociableChoice identifier="p2" matchMax="1">报警</simpleAssociableChoice></simpleMatchSet><simpleMatchSet>
<simpleAssociableChoice identifier="t1" matchMax="1">110</simpleAssociableChoice>
<simpleAssociableChoice identifier="t2" matchMax="1">96110</simpleAssociableChoice>
</simpleMatchSet></matchInteraction></itemBody>
<modalFeedback identifier="x">110报警，96110反诈。</modalFeedback></assessmentItem>"""
TEXT = """<assessmentItem xmlns="x" identifier="t"><itemBody><p>写一写。</p>
<extendedTextInteraction responseIdentifier="R"/></itemBody></assessmentItem>"""


def third_version(xml: str) -> str:
    """The same in QTI 3.0: `qti-` and hyphens."""

    def hyphens(name: str) -> str:
        return re.sub(r"([A-Z])", lambda one: f"-{one[1].lower()}", name)

    xml = re.sub(
        r"<(/?)(\w+)", lambda one: f"<{one[1]}" + (f"qti-{hyphens(one[2])}" if len(one[2]) > 2 else one[2]), xml
    )
    return re.sub(r" (\w+)=", lambda one: one[0] if one[1] == "xmlns" else f" {hyphens(one[1])}=", xml)


@pytest.fixture
def qti(check_text: CheckText) -> Look:
    """Look through a package with these items."""

    def look(*items: str, version: str = "v2p1") -> Checked:
        files = {f"items/第{n}题.xml": xml.encode() for n, xml in enumerate(items)}
        resources = "".join(
            f'<resource identifier="r{n}" type="imsqti_item_xml{version}" href="{name}"/>'
            for n, name in enumerate(files)
        )
        manifest = f'<manifest xmlns="m"><resources>{resources}</resources></manifest>'.encode()
        return check_text(zipped({"imsmanifest.xml": manifest, **files}), "a.zip")

    return look


@pytest.fixture
def h5p(check_text: CheckText) -> Look:
    """Look through a package with this content."""

    def look(content: Any, library: str = "H5P.QuestionSet") -> Checked:
        head = json.dumps({"mainLibrary": library, "title": "t"}).encode()
        script = {"H5P.MultiChoice-1.16/js/multichoice.js": b"alert(1)"}
        return check_text(
            zipped({"h5p.json": head, "content/content.json": json.dumps(content).encode(), **script}), "a.h5p"
        )

    return look


@pytest.mark.parametrize("version", ["2.1", "3.0"])
def test_choice_and_match_of_both_versions(version: str, qti: Look) -> None:
    """Stems, options, reasons, explanation, right answers; a match becomes one question for each pair."""
    items = [CHOICE, MULTI, MATCH]
    checked = qti(*(third_version(xml) for xml in items), version="v3p0") if version == "3.0" else qti(*items)
    assert checked.bank is not None
    assert (checked.report.format, checked.report.good, checked.report.mend) == ("qti", 3, 1)
    one, first, second = checked.bank.items
    assert (one.kind, one.stem, one.right) == ("choice", "群里有人说加他好友就送皮肤。\n你会？", ("B",))
    assert [(option.text, option.why) for option in one.options] == [("交10元", "会要更多。"), ("告诉家长", "")]
    assert one.explanation == "先要钱的是骗局。"
    assert [(item.stem, item.right) for item in (first, second)] == [
        ("打哪个电话？\n反诈", ("B",)),
        ("打哪个电话？\n报警", ("A",)),
    ]


def test_several_right_answers(qti: Look) -> None:
    """In whatever order the package names them."""
    bank = qti(MULTI).bank
    assert bank is not None
    assert (bank.items[0].kind, bank.items[0].right) == ("multi", ("A", "B"))


@pytest.mark.parametrize("version", ["2.1", "3.0"])
def test_steps_in_order_wait_for_their_reasons(version: str, qti: Look) -> None:
    """They go back in the template's own sheet, in the right order."""
    checked = qti(third_version(ORDER) if version == "3.0" else ORDER)
    assert [one.code for one in checked.report.problems] == ["field_missing"] * 4 + ["explanation_missing"]
    assert checked.faulty[0].row.cells[0]["步骤1"] == "一"
    assert errors_file(checked, "zh").startswith(b"PK")


def test_other_interactions_are_named(qti: Look) -> None:
    """One row to mend; the others stay good."""
    report = qti(TEXT, CHOICE).report
    assert (report.good, report.mend) == (1, 1)
    assert report.problems[0].params["kind"] == "extendedtext"


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b">]><assessmentItem/>', "xml_entities"),
        ("<assessmentItem><itemBody></assessmentItem>", "qti_broken"),
        (
            "<assessmentItem><itemBody>" + "<p>" * 20_000 + "</p>" * 20_000 + "</itemBody></assessmentItem>",
            "qti_broken",
        ),
    ],
)
def test_harmful_items_are_refused(xml: str, code: str, qti: Look) -> None:
    """Entities, broken XML, a depth that no reader bears."""
    refused = qti(xml).report.refused
    assert refused is not None
    assert refused.code == code
    assert all(refused.told("zh").values())


def test_a_package_without_items_has_no_questions(qti: Look) -> None:
    """An empty test."""
    refused = qti().report.refused
    assert refused is not None
    assert refused.code == "no_questions"


def question(library: str, **params: object) -> dict[str, object]:
    """A question of a set."""
    return {"library": f"{library} 1.16", "params": params}


ANSWERS = [
    {"text": "<div>交10元</div>\n", "correct": False, "tipsAndFeedback": {"chosenFeedback": "<div>会要更多。</div>"}},
    {"text": "<div>告诉家长</div>", "correct": True, "tipsAndFeedback": {"chosenFeedback": ""}},
]


def test_a_question_set(h5p: Look) -> None:
    """Multiple choice, true/false, single choices, steps, and one that cannot be played."""
    told = [{"from": 0, "to": 50, "feedback": "再想想"}, {"from": 51, "to": 100, "feedback": "先要钱的是骗局。"}]
    checked = h5p(
        {
            "questions": [
                question(
                    "H5P.MultiChoice", question="<p>你会？</p><script>x</script>", answers=ANSWERS, overallFeedback=told
                ),
                question(
                    "H5P.TrueFalse",
                    question="警察会要验证码。",
                    correct="false",
                    behaviour={"feedbackOnCorrect": "不会。"},
                ),
                question(
                    "H5P.SingleChoiceSet", choices=[{"question": "打哪个？", "answers": ["96110", "12306", "114"]}]
                ),
                question("H5P.SortParagraphs", taskDescription="排一排", paragraphs=["停", "不点", "告诉", "留证据"]),
                question("H5P.DragText", taskDescription="拖一拖"),
            ]
        }
    )
    assert checked.bank is not None
    report = checked.report
    assert (report.format, report.good, report.mend, report.stored) == ("h5p", 2, 3, 3)
    first, second, third = checked.bank.items
    assert (first.stem, first.right, first.explanation) == ("你会？", ("B",), "先要钱的是骗局。")
    assert first.options[0].why == "会要更多。"
    assert (second.kind, second.right, second.explanation) == ("true_false", ("B",), "不会。")
    assert [option.text for option in third.options if option.key in third.right] == ["96110"]
    assert (5, "kind_unsupported") in codes(checked)


def test_a_single_question(h5p: Look) -> None:
    """Not in a set."""
    bank = h5p({"question": "你会？", "answers": ANSWERS}, "H5P.MultiChoice").bank
    assert bank is not None
    assert bank.items[0].right == ("B",)


@pytest.mark.parametrize(
    "content",
    [[], {}, {"questions": [1]}, {"questions": [{"library": "H5P.MultiChoice 1", "params": {"answers": 5}}]}, "x"],
)
def test_broken_packages_are_refused(content: Any, h5p: Look) -> None:
    """Whatever is missing in the data."""
    refused = h5p(content).report.refused
    assert refused is not None
    assert refused.code == "h5p_broken"


FIELDS = st.sampled_from(
    [
        *("questions", "library", "params", "question", "answers", "text", "correct", "behaviour", "overallFeedback"),
        *("tipsAndFeedback", "chosenFeedback", "feedback", "to", "choices", "taskDescription", "paragraphs"),
    ]
)
TYPES = st.sampled_from(
    ["H5P.QuestionSet", "H5P.MultiChoice", "H5P.TrueFalse", "H5P.SingleChoiceSet", "H5P.SortParagraphs"]
)
VALUES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TYPES, st.text(max_size=8))
CONTENT = st.recursive(
    VALUES,
    lambda inner: st.one_of(st.lists(inner, max_size=7), st.dictionaries(FIELDS, inner, max_size=6)),
    max_leaves=25,
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(CONTENT, TYPES)
def test_any_h5p_data_is_answered(h5p: Look, content: Any, library: str) -> None:
    """Read, or refused with a sentence."""
    json.dumps(h5p(content, library).report.told("zh"))


NAMES = st.sampled_from(
    [
        *("itemBody", "choiceInteraction", "orderInteraction", "matchInteraction", "simpleChoice", "prompt", "p"),
        *(
            "simpleMatchSet",
            "simpleAssociableChoice",
            "responseDeclaration",
            "correctResponse",
            "value",
            "modalFeedback",
        ),
    ]
)
ELEMENTS = st.recursive(
    st.text(alphabet="甲乙AB 1\n", max_size=6),
    lambda inner: st.builds(
        lambda name, key, within: f'<{name} identifier="{key}" responseIdentifier="A">{"".join(within)}</{name}>',
        NAMES,
        st.sampled_from("AB"),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(ELEMENTS, max_size=4))
def test_any_qti_item_is_answered(qti: Look, within: list[str]) -> None:
    """Read, or refused with a sentence."""
    json.dumps(qti(f"<assessmentItem>{''.join(within)}</assessmentItem>").report.told("zh"))


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_any_cells_below_the_template_are_answered(check_text: CheckText, data: st.DataObject) -> None:
    """As csv, each of its sheets: whatever stands in the cells."""
    headers = SHEETS[data.draw(st.sampled_from(sorted(SHEETS)))]
    words = [value for values in CHOICES.values() for value in values]
    cell = st.one_of(st.just(""), st.sampled_from([*words, "1", "2", "【二维码】a|b", "长" * 50]), st.text(max_size=5))
    rows = data.draw(st.lists(st.lists(cell, min_size=len(headers), max_size=len(headers)), min_size=1, max_size=4))
    text = io.StringIO()
    csv.writer(text).writerows([headers, *rows])
    checked = check_text(text.getvalue(), "any.csv")
    json.dumps(checked.report.told("zh"))
    if checked.faulty:
        assert errors_file(checked, "zh")
