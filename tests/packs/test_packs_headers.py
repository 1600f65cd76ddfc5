"""The header-finder."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.packs.headers import best_header, field_of, is_roster, read_header


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("题干（必填）", "stem"),
        ("题型 （必填）", "kind"),
        ("选项 A", "option_1"),
        ("选项E\n(勿删)", "option_5"),
        ("正确答案\n（必填）", "answer"),
        ("正确答案H", "answer"),
        ("解析\n（勿删）", "explanation"),
        ("*题目内容：", "stem"),
        ("Question - max 120 characters", "stem"),
        ("Correct answer(s) - choose at least one", "answer"),
        ("Correct Answer(s)\n(Only include Answer #)", "answer"),
        ("Question #", "serial"),
        ("Question Type", "kind"),
        ("Answer 3\n(Optional)", "option_3"),
        ("Incorrect Answer 2 (Optional)", "wrong_2"),
        ("Answer explanation", "explanation"),
        ("Image Link", "image"),
        ("骗术类型", "family"),
        ("监护人同意（录音）", "person"),
        ("A", "option_1"),
        ("Ａ", "option_1"),
        ("备注", ""),
        ("选项都很好，你选哪个？", ""),
        ("", ""),
    ],
)
def test_field_of_a_header(header: str, field: str) -> None:
    """Brackets, line breaks, spaces and what follows a dash do not count."""
    assert field_of(header) == field


def test_header_below_a_banner_is_found() -> None:
    """Titles and instructions above do not matter."""
    rows = [["某某小学题库"], [], ["题干", "选项A", "选项B", "答案"], ["为什么？", "甲", "乙", "A"]]
    header = best_header(rows)
    assert header is not None
    assert (header.row, header.places["answer"]) == (2, 3)


def test_header_is_not_sought_below_row_15() -> None:
    """What stands there are questions."""
    assert best_header([*([["某某"]] * 15), ["题干", "选项A", "选项B", "答案"]]) is None


def test_roster_is_known_by_its_columns() -> None:
    """Names and identity numbers head a list of people."""
    assert is_roster([["某小学"], ["班级", "姓名", "身份证号"]])
    assert not is_roster([["题干", "答案"]])


@given(st.lists(st.lists(st.text(max_size=60), max_size=10), max_size=20))
def test_any_cells_are_looked_at(rows: list[list[str]]) -> None:
    """No text brings the finder down; places lie within the row."""
    header = best_header(rows)
    assert header is None or all(0 <= place < len(rows[header.row]) for place in header.places.values())
    for number, cells in enumerate(rows):
        read_header(cells, number)
