"""Planted bad items are flagged; sound ones mostly are not."""

from random import Random

import pytest

from kiosk.core.item import Item
from kiosk.core.words import say
from kiosk.learning.item_analysis import Figures, Response, Sheet, analyse
from kiosk.learning.rating import chance
from tests.learning.learning_help import item

SOUND = [f"sound{place}" for place in range(10)]
BAD = {
    "wrong_key": {"tells_nothing", "strong_go_wrong"},
    "nobody_knows": {"too_hard"},
    "everybody_knows": {"too_easy"},
    "pure_luck": {"tells_nothing"},
    "tempting": {"strong_go_wrong"},
}


def answered(item: Item, *keys: str) -> Response:
    """A response as the stations judge it."""
    if set(keys) == set(item.right):
        return Response(keys, "right")
    return Response(keys, "ask_ok" if keys == ("ask_first",) else "wrong")


def make_items() -> dict[str, Item]:
    return {key: item(key, "choice") for key in (*SOUND, *BAD)}


def chosen(random: Random, key: str, ability: float, difficulty: float) -> tuple[str]:
    """What a child answers; the right key is A."""
    if key == "pure_luck":
        return (random.choice("ABCD"),)
    knows = random.random() < chance(ability, difficulty)
    if key == "wrong_key":
        return ("B" if knows else random.choice("ACD"),)
    if key == "tempting":  # the strong are lured by C
        return ("C" if knows else random.choice("ABCD"),)
    right = {"nobody_knows": 0.08, "everybody_knows": 0.99}.get(key)
    if right is not None:
        return ("A" if random.random() < right else random.choice("BCD"),)
    return ("A" if knows or random.random() < 0.12 else random.choice("BCD"),)


def make_sheets(seed: int, children: int) -> list[Sheet]:
    random = Random(seed)
    difficulties = {key: random.gauss(-0.7, 0.6) for key in SOUND}
    sheets: list[Sheet] = []
    for _ in range(children):
        ability = random.gauss(0, 1)
        sheets.append(
            {
                key: answered(one, *chosen(random, key, ability, difficulties.get(key, -0.5)))
                for key, one in make_items().items()
            }
        )
    return sheets


def by_key(figures: list[Figures]) -> dict[str, Figures]:
    return {one.key: one for one in figures}


def test_planted_bad_items_are_flagged() -> None:
    missed = []
    for seed in range(20):
        figures = by_key(analyse(make_items(), make_sheets(seed, 200)))
        missed += [(seed, key) for key, flags in BAD.items() if not flags & set(figures[key].flags)]
    assert len(missed) <= 2, missed


@pytest.mark.parametrize("children", [25, 40, 120])
def test_sound_items_are_left_in_peace(children: int) -> None:
    flagged = 0
    for seed in range(40):
        figures = by_key(analyse({key: item(key, "choice") for key in SOUND}, make_sheets(seed, children)))
        flagged += sum(bool(figures[key].flags) for key in SOUND)
    assert flagged <= 0.09 * 40 * len(SOUND)


def test_figures_by_hand() -> None:
    """Four others each, so that strength is known: two strong children right, two weak ones wrong."""
    items = {key: item(key, "choice") for key in "vwxyz"}
    right, wrong = Response(("A",), "right"), Response(("B",), "wrong")
    strong = dict.fromkeys("vwxyz", right)
    weak = {**dict.fromkeys("wxyz", wrong), "v": Response(("C",), "wrong")}
    figures = by_key(analyse(items, [strong, strong, weak, weak]))["v"]
    assert figures.answers == 4
    assert figures.difficulty == 0.5
    assert figures.discrimination == pytest.approx(1.0)
    assert figures.shares == {"A": 0.5, "B": 0.0, "C": 0.5, "D": 0.0}
    assert figures.flags == (), "four answers are too few to doubt an item"


def test_an_item_does_not_confirm_itself() -> None:
    """Pure luck on everything: against the total with itself in it, each item would look as if it told something."""
    items = {f"{place}": item(f"{place}", "choice") for place in range(5)}
    random = Random(2)
    sheets = [{key: answered(one, random.choice("AB")) for key, one in items.items()} for _ in range(2000)]
    assert all(abs(one.discrimination or 0) < 0.08 for one in analyse(items, sheets))


def test_asking_first_is_neither_right_nor_wrong() -> None:
    scam, ask = item("m", "judge", 2, "scam"), item("m", "judge", 2, "ask_first")
    keys = ("scam", "ask_first", "ask_first", "genuine")
    figures = analyse({"m": scam}, [{"m": answered(scam, key)} for key in keys])[0]
    assert figures.difficulty == 0.5
    assert figures.shares == {"scam": 0.25, "ask_first": 0.5, "genuine": 0.25}
    figures = analyse({"m": ask}, [{"m": answered(ask, key)} for key in keys])[0]
    assert figures.difficulty == 0.5, "where asking is the answer it counts"


def test_several_right_options() -> None:
    one = item("m", "multi")
    figures = analyse({"m": one}, [{"m": answered(one, *keys)} for keys in ("AC", "A", "CA", "ABC")])[0]
    assert figures.difficulty == 0.5
    assert figures.shares == {"A": 1.0, "B": 0.25, "C": 0.75, "D": 0.0}


def test_an_item_that_nobody_met() -> None:
    figures = analyse({"m": item("m", "choice")}, [{"gone": Response(("A",), "right")}])[0]
    assert (figures.answers, figures.difficulty, figures.discrimination, figures.flags) == (0, None, None, ())


def test_every_flag_and_verdict_can_be_said() -> None:
    flags = ["too_hard", "too_easy", "tells_nothing", "strong_go_wrong", "may_be_wrong"]
    verdicts = ["too_loose", "fit", "too_tight", "guessing", "improved", "fell_back", "no_change_found"]
    assert all(say(f"learning.{code}", language) for code in flags + verdicts for language in ("zh", "en"))
