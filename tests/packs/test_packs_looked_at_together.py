"""Many items are searched as one text: what is told of each must be what would be told of it alone."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.item import Item, Option
from kiosk.core.quick import maker
from kiosk.packs.lint import lint, traps
from kiosk.packs.reading import hard_to_read
from kiosk.packs.rows import Row, Taken

PIECES = ("游戏", "1.5", "小时", "3", "\n", "网络公约", "。", "龘靐齉爩鱻", "字" * 41, "字" * 20, "\0", "\ue000", " ")
TEXT = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join)
ITEM = st.builds(
    lambda stem, first, second, why, ages, review_by: Item(
        "q", "choice", stem, ("A",), (Option("A", first), Option("B", second)), why, ages=(ages,), review_by=review_by
    ),
    *(TEXT, TEXT, TEXT, TEXT),
    st.sampled_from(("lower", "upper", "junior")),
    st.sampled_from(("", "2020-01-01", "2090-01-01")),
)
TODAY = date(2026, 11, 20)
EACH = ("old_game_hours", "convention_invented", "review_passed", "sentence_long", "characters_rare")


@settings(max_examples=150, deadline=None)
@given(st.lists(ITEM, min_size=1, max_size=12))
def test_a_bank_tells_of_each_item_what_it_tells_of_one(items: list[Item]) -> None:
    taken = [Taken(Row(number), item) for number, item in enumerate(items, start=1)]
    together = [one for one in lint(taken, TODAY, Row(0)) if one.code in EACH]
    alone = [one for each in taken for one in (*traps(each, TODAY), *hard_to_read(each.item, each.row))]
    assert together == alone


def test_what_is_made_quickly_is_the_same() -> None:
    quick, slow = maker(Row)(3, "表", stem="题"), Row(3, "表", stem="题")
    assert type(quick) is Row
    assert (quick, repr(quick)) == (slow, repr(slow))
    assert quick.more is not maker(Row)(3).more
