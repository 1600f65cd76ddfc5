"""Right answers as teachers write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.packs.answers import parse_answer
from kiosk.packs.rows import AnswerStyle

FOUR = ("交钱", "告诉家长", "转发", "给账号")
PAIR = ("正确", "错误")


@pytest.mark.parametrize(
    ("text", "options", "places"),
    [
        ("B", FOUR, (1,)),
        ("b", FOUR, (1,)),
        ("Ｂ", FOUR, (1,)),
        ("ABD", FOUR, (0, 1, 3)),
        ("A,C", FOUR, (0, 2)),
        ("A、C", FOUR, (0, 2)),
        ("A， C", FOUR, (0, 2)),
        ("A;B", FOUR, (0, 1)),
        ("DBA", FOUR, (0, 1, 3)),
        ("（B）", FOUR, (1,)),
        ("答案：B", FOUR, (1,)),
        ("B.", FOUR, (1,)),
        ("选B", FOUR, (1,)),
        ("B、告诉家长", FOUR, (1,)),
        ("2", FOUR, (1,)),
        ("２", FOUR, (1,)),
        ("1,3", FOUR, (0, 2)),
        ("2.0", FOUR, (1,)),
        ("告诉家长", FOUR, (1,)),
        (" 告诉 家长 ", FOUR, (1,)),
        ("正确", PAIR, (0,)),
        ("对", PAIR, (0,)),
        ("√", PAIR, (0,)),
        ("T", PAIR, (0,)),
        ("TRUE", PAIR, (0,)),
        ("是", PAIR, (0,)),
        ("A", PAIR, (0,)),
        ("1", PAIR, (0,)),
        ("错", PAIR, (1,)),
        ("×", PAIR, (1,)),
        ("F", PAIR, (1,)),
        ("否", PAIR, (1,)),
        ("错", ("错误", "正确"), (0,)),
    ],
)
def test_notation(text: str, options: tuple[str, ...], places: tuple[int, ...]) -> None:
    """Each notation of the design page."""
    assert parse_answer(text, options).places == places


@pytest.mark.parametrize(
    ("text", "options", "trouble"),
    [
        ("", FOUR, "answer_missing"),
        ("　", FOUR, "answer_missing"),
        ("F", FOUR, "answer_out_of_range"),
        ("5", FOUR, "answer_out_of_range"),
        ("0", FOUR, "answer_out_of_range"),
        ("C", ("甲", "乙", "", "丁"), "answer_out_of_range"),
        ("告诉老师", FOUR, "answer_unreadable"),
        ("1.5", FOUR, "answer_unreadable"),
        ("2", ("2", "4", "6"), "answer_ambiguous"),
        ("B", ("B", "C"), "answer_ambiguous"),
    ],
)
def test_trouble(text: str, options: tuple[str, ...], trouble: str) -> None:
    """What cannot be read is named and never guessed."""
    assert parse_answer(text, options).trouble == trouble


def test_layouts_with_positions_never_take_texts() -> None:
    """Kahoot's 2 is the second answer, whatever the answers say."""
    assert parse_answer("2", ("2", "4", "6"), "index").places == (1,)
    assert parse_answer("4", ("2", "4", "6"), "text").places == (1,)


@given(
    text=st.text(max_size=200) | st.text(alphabet="ABCD,、 .;√×TF12", max_size=300),
    options=st.lists(st.text(max_size=20), max_size=8),
    style=st.sampled_from(["any", "index", "text"]),
)
def test_any_text_is_answered(text: str, options: list[str], style: AnswerStyle) -> None:
    """No text brings the parser down; what it finds are options that are there."""
    answer = parse_answer(text, options, style)
    assert bool(answer.places) != bool(answer.trouble)
    assert all(options[place] for place in answer.places)


def test_long_answers_are_quick() -> None:
    """A cell of 32,767 characters does not make the patterns try every way to part it."""
    assert parse_answer("A" + " " * 32_000 + "!", FOUR).trouble == "answer_unreadable"
