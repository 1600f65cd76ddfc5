"""A scanner's burst is told from everything else by its pace."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.shell.scan import GAP_MS, LEAST, MOST, ScanReader


def type_all(reader: ScanReader, text: str, gap_ms: int, start_ms: int = 1000) -> list[str]:
    """What comes out when `text` and Enter are typed with `gap_ms` between the keys."""
    out = [reader.key(one, False, start_ms + number * gap_ms) for number, one in enumerate(text)]
    out.append(reader.key("", True, start_ms + len(text) * gap_ms))
    return [one for one in out if one]


@given(st.text(st.characters(codec="ascii", categories=["L", "N", "P", "S"]), min_size=LEAST, max_size=MOST))
def test_any_printable_burst_is_scanned(text: str) -> None:
    """Whole and once."""
    assert type_all(ScanReader(), text, GAP_MS) == [text]


@given(st.text(min_size=0, max_size=40), st.integers(GAP_MS + 1, 5000))
def test_slow_typing_never_is(text: str, gap_ms: int) -> None:
    """However long the text."""
    assert type_all(ScanReader(), text, gap_ms) == []


def test_too_short_too_long_or_broken_is_nothing() -> None:
    """Three characters, more than the most, a control key within."""
    assert type_all(ScanReader(), "abc", 5) == []
    assert type_all(ScanReader(), "x" * (MOST + 1), 1) == []
    assert type_all(ScanReader(), "ab\0cde", 5) == []
    assert type_all(ScanReader(), "ab\0cdef", 5) == ["cdef"]


def test_shift_breaks_no_burst_and_typing_before_it_is_dropped() -> None:
    """A scanner presses Shift for capitals; what a child typed a second ago is not part of the code."""
    reader = ScanReader()
    reader.key("z", False, 10)
    for number, one in enumerate(["", "A", "", "B", "C", "D"]):
        assert reader.key(one, False, 1000 + number * 10) == ""
    assert reader.key("", True, 1060) == "ABCD"
    assert reader.key("", True, 1070) == ""
