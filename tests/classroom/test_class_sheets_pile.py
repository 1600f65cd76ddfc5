"""A pile of readings: each sheet once, strangers put aside with a reason, two readings of one sheet put together."""

import subprocess
import sys
from dataclasses import replace

from kiosk.classroom.rules import Asked, Session, session_id
from kiosk.classroom.sheets import sheet_visit
from kiosk.classroom.sheets_judging import Bubble, Row, judged
from kiosk.classroom.sheets_pile import Expected, Pile, piled
from kiosk.classroom.sheets_reader import Looked, Seen
from kiosk.core.answer_sheet import SheetCode, as_digits, from_digits, is_sheet

BASE = "运河少年网络文明基地"
CODE = SheetCode("4821", "pre", "A", 7, 12, "0042")
SESSION = Session(session_id(BASE, "2026-11-20", "4821"), "4821", Asked("", "pre_post"), 0, "pre", 0)
ROWS = tuple(Row("scam") for _ in range(10))


def seen(code: SheetCode = CODE, rows: tuple[Row, ...] = ROWS, *, base: str = BASE, why: str = "") -> Seen:
    return Seen(as_digits(code, base), rows, why, "a.jpg", "p")


def pile(*all_: Seen, visits: frozenset[str] = frozenset()) -> Pile:
    return piled(Looked(all_, (), ()), Expected(SESSION, BASE, {"A": "0042", "B": "0043", "C": "0044"}, visits))


def test_a_code_says_which_sheet_it_is_and_only_at_its_base() -> None:
    """There and back; another base's, a misread digit and other codes are none of ours."""
    digits = as_digits(CODE, BASE)
    assert is_sheet(digits) and from_digits(digits, f" {BASE} ") == CODE
    assert from_digits(digits, "别的基地") is None
    wrong = [digits[:at] + str((int(digits[at]) + 1) % 10) + digits[at + 1 :] for at in range(2, len(digits))]
    assert not any(from_digits(one, BASE) for one in wrong)
    assert not is_sheet("9601020312") and not is_sheet("https://fingertip-glow.example/")


def test_strangers_are_refused_with_their_reason() -> None:
    """Another base, class, test or set of questions; a sheet that could not be read."""
    told = pile(
        seen(base="别的基地"),
        seen(replace(CODE, code="1234")),
        seen(replace(CODE, moment="booster", form="C", items="0044")),
        seen(replace(CODE, items="0041")),
        seen(rows=(), why="cut"),
    )
    assert [one.why for one in told.refused] == ["other_base", "other_class", "other_moment", "changed", "why_cut"]
    assert not told.papers


def test_two_readings_of_a_sheet_are_one() -> None:
    """What either is sure of counts; where both are and differ somebody looks; a copied sheet is told of."""
    other = (Row("scam", "two"), Row("genuine"), *ROWS[2:])
    told = pile(seen(rows=(ROWS[0], *ROWS[1:])), seen(rows=other), seen(rows=(), why="small"))
    assert told.twice == 1 and not told.refused and len(told.papers) == 1
    assert told.papers[0].rows == (Row("scam"), Row("scam", "differs"), *ROWS[2:]) and told.papers[0].doubts == (1,)
    assert told.papers[0].decided(1, "").filled.answers == ("scam", "", *["scam"] * 8)
    copied = pile(seen(), seen(rows=tuple(Row("genuine") for _ in range(10))))
    assert [one.why for one in copied.refused] == ["copied"] and copied.papers[0].rows == ROWS


def test_doubts_come_first_and_what_is_known_or_empty_does_not_come() -> None:
    """By doubt, then by number; a recorded visit is known whatever form its id has."""
    doubtful = replace(CODE, number=30)
    empty = replace(CODE, number=31)
    known = replace(CODE, number=32)
    visit = sheet_visit(SESSION.id, "pre", "A", known.name).replace("-", "")
    told = pile(
        seen(),
        seen(doubtful, (Row("", "faint"), *ROWS[1:])),
        seen(empty, tuple(Row("") for _ in range(10))),
        seen(known),
        visits=frozenset([visit]),
    )
    assert [one.code.number for one in told.papers] == [30, 12]
    assert (told.known, told.empty, told.twice) == (1, 1, 0)


def test_grain_is_no_mark_and_a_clear_stroke_is_one() -> None:
    """What all rows show is the picture's; uneven paper asks for more than a faint mark."""
    empty = Bubble(0.03, 0.08, 0.02)
    rows = [[empty] * 3 for _ in range(10)]
    rows[0] = [empty, Bubble(0.06, 0.5, 0.02), empty]
    rows[1] = [Bubble(0.2, 0.3, 0.3), empty, Bubble(0.04, 0.2, 0.3)]
    rows[2] = [Bubble(0.6, 0.9, 0.3), empty, Bubble(0.08, 0.2, 0.3)]
    rows[3] = [Bubble(0.6, 0.9, 0.02), Bubble(0.3, 0.6, 0.02), empty]
    told = judged(rows, [True] * 9 + [False])
    assert told[:4] == [Row("genuine"), Row("scam", "uneven"), Row("scam"), Row("scam", "two")]
    assert told[4:9] == [Row("")] * 5 and told[9] == Row("", "place")


def test_the_screen_loads_neither_numpy_nor_fpdf_for_it() -> None:
    """Only the child that reads, and whoever makes papers, load them."""
    code = (
        "import sys, kiosk.classroom.sheets_reader, kiosk.classroom.sheets_pile, kiosk.exports.answer_sheet_papers\n"
        "sys.exit(any(one in sys.modules for one in ('numpy', 'fpdf', 'PIL', 'zxingcpp')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
