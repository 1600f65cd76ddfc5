"""The rules of a run as tables, without Qt."""

import subprocess
import sys
from collections.abc import Collection, Sequence
from dataclasses import replace
from random import Random

import pytest

from kiosk.core.item import NATURES, Item, Kind, Message, Nature, Option, Part
from kiosk.stations.anti_fraud.rules import EXTRA, Run, begin, bring_back, choose, confirm
from kiosk.stations.anti_fraud.turns import make_turn, retry_position, speaks_of_order
from kiosk.stations.station import BankItem
from tests.stations.anti_fraud_stage import bank_item

MESSAGE = Message("chat", "某人", (Part("你好"),))


def judge(name: str, nature: Nature, trick: str = "hurry") -> BankItem:
    return bank_item(
        Item(name, "judge", "这是什么？", (nature,), explanation="因为。", trick=trick, nature=nature, message=MESSAGE)
    )


def choice(name: str, right: Sequence[str], kind: Kind = "choice", trick: str = "hurry", count: int = 4) -> BankItem:
    options = tuple(Option(key, f"{name}的第{key.lower()}个办法") for key in "ABCDEFGH"[:count])
    return bank_item(Item(name, kind, "怎么办？", tuple(right), options, explanation="因为。", trick=trick))


def eight(players: int = 1) -> Run:
    natures: Sequence[Nature] = ["scam", "genuine"] * 4
    return begin("f", [judge(f"j{i}", nature, f"t{i}") for i, nature in enumerate(natures)], players, Random(1))


def answered(run: Run, *keys: str) -> Run:
    for key in keys:
        run = choose(run, key)
    return confirm(run)


def right(run: Run) -> Run:
    return answered(run, *run.turn.bank.item.right)


def wrong(run: Run) -> Run:
    item = run.turn.bank.item
    return answered(run, "genuine" if item.right == ("scam",) else "scam")


@pytest.mark.parametrize(
    ("nature", "chosen", "verdict", "hearts", "lies"),
    [
        ("scam", "scam", "right", 3, 4),
        ("scam", "genuine", "wrong", 2, 5),
        ("scam", "ask_first", "ask_ok", 3, 5),
        ("genuine", "genuine", "right", 3, 4),
        ("genuine", "scam", "wrong", 2, 5),
        ("genuine", "ask_first", "ask_ok", 3, 5),
        ("ask_first", "ask_first", "right", 3, 4),
        ("ask_first", "scam", "wrong", 2, 5),
        ("ask_first", "genuine", "wrong", 2, 5),
    ],
)
def test_a_judgement(nature: Nature, chosen: str, verdict: str, hearts: int, lies: int) -> None:
    run = begin("f", [judge("one", nature), *(judge(f"j{i}", "scam") for i in range(7))], 1, Random(1))
    run = answered(run, chosen)
    assert (run.answers[0].verdict, run.hearts, run.lies) == (verdict, hearts, lies)
    assert run.answers[0].lie_taken is (verdict == "right")


@pytest.mark.parametrize(
    ("kind", "correct", "touches", "kept", "verdict", "changes"),
    [
        ("choice", "B", "B", "B", "right", 0),
        ("choice", "B", "AB", "B", "right", 1),
        ("choice", "B", "BB", "B", "right", 0),
        ("choice", "B", "ABAC", "C", "wrong", 3),
        ("true_false", "A", "B", "B", "wrong", 0),
        ("true_false", "A", "BA", "A", "right", 1),
        ("multi", "AC", "AC", "AC", "right", 0),
        ("multi", "AC", "CA", "AC", "right", 0),
        ("multi", "AC", "A", "A", "wrong", 0),
        ("multi", "AC", "ABC", "ABC", "wrong", 0),
        ("multi", "AC", "ABBC", "AC", "right", 1),
        ("multi", "B", "B", "B", "right", 0),
    ],
)
def test_a_choice(kind: Kind, correct: str, touches: str, kept: str, verdict: str, changes: int) -> None:
    run = begin("f", [choice("one", correct, kind, count=2 if kind == "true_false" else 4)], 1, Random(1))
    run = answered(run, *touches)
    answer = run.answers[0]
    assert (answer.chosen, answer.verdict, answer.changes) == (tuple(kept), verdict, changes)


def test_nothing_happens_without_a_choice_or_with_a_strange_key() -> None:
    run = eight()
    assert confirm(run) == run
    assert choose(run, "Z") == run
    run = begin("f", [choice("one", "AC", "multi")], 1, Random(1))
    emptied = choose(choose(run, "A"), "A")
    assert (emptied.chosen, emptied.changes) == ((), 1)
    assert confirm(emptied) == emptied


@pytest.mark.parametrize(
    ("rights", "stars", "beaten", "hearts"),
    [(8, 3, True, 3), (7, 3, True, 2), (6, 2, True, 1), (5, 2, True, 0), (4, 1, False, 0), (0, 1, False, 0)],
)
def test_stars_and_hearts_at_the_end(rights: int, stars: int, beaten: bool, hearts: int) -> None:
    run = eight()
    for index in range(8):
        assert run.stars == 0
        run = right(run) if index < rights else wrong(run)
    assert (run.finished, run.stars, run.beaten, run.hearts, run.right) == (True, stars, beaten, hearts, rights)
    assert choose(run, "scam") == run


@pytest.mark.parametrize(("items", "lies"), [(8, 5), (5, 3), (3, 2), (1, 1)])
def test_a_short_bank_has_a_monster_with_fewer_lies(items: int, lies: int) -> None:
    run = begin("f", [judge(f"j{i}", "scam") for i in range(items)], 1, Random(1))
    assert (len(run.turns), run.lies_total) == (items, lies)


def test_a_row_grows_with_right_answers_stands_at_asking_and_ends_with_a_wrong_one() -> None:
    run = eight()
    rows = []
    for step in ("right", "ask", "right", "wrong", "right"):
        run = right(run) if step == "right" else wrong(run) if step == "wrong" else answered(run, "ask_first")
        rows.append(run.combo)
    assert rows == [1, 1, 2, 0, 1]
    assert run.best_combo == 2


@pytest.mark.parametrize("players", [1, 2, 3, 4])
def test_turns_go_round(players: int) -> None:
    assert [turn.player for turn in eight(players).turns] == [index % players + 1 for index in range(8)]


@pytest.mark.parametrize(
    ("missed", "total", "players", "place"),
    [
        (0, 8, 1, 2), (5, 8, 1, 7), (6, 8, 1, 8), (7, 8, 1, 8), (0, 8, 2, 2), (5, 8, 2, 7), (0, 8, 3, 3),
        (5, 8, 3, 7), (1, 8, 4, 5), (4, 8, 4, 7), (6, 8, 4, 8), (0, 1, 1, 1), (0, 2, 1, 2),
    ],
)  # fmt: skip
def test_where_a_missed_trick_returns(missed: int, total: int, players: int, place: int) -> None:
    turns = [make_turn(judge(f"j{i}", "scam"), i % players + 1, Random(1)) for i in range(total)]
    assert retry_position(missed, turns, players) == place


def test_a_return_does_not_push_out_another() -> None:
    turns = [replace(make_turn(judge(f"j{i}", "scam"), 1, Random(1)), again=i == 2) for i in range(5)]
    assert retry_position(0, turns, 1) == 3


class Spare:
    """Hands out what is left of a trick, and remembers what it was asked."""

    def __init__(self, *banks: BankItem) -> None:
        self.banks = banks
        self.asked: list[tuple[str, set[str]]] = []

    def __call__(self, trick: str, avoid: Collection[str]) -> BankItem | None:
        self.asked.append((trick, set(avoid)))
        fitting = (one for one in self.banks if one.item.trick == trick and one.hash not in avoid)
        return next(fitting, None)


def test_a_missed_trick_comes_back_as_a_different_item_once() -> None:
    first, second = judge("spare", "genuine", "t0"), judge("second", "scam", "t0")
    run, spare = wrong(eight()), Spare(first, second)
    run = bring_back(run, spare, {"met"}, Random(1))
    assert (run.turns[2].bank, run.turns[2].again, len(run.turns)) == (first, True, 8)
    assert spare.asked[0][0] == "t0"
    assert {"met", run.turns[0].bank.hash, run.turns[7].bank.hash} <= spare.asked[0][1]
    run = wrong(right(run))
    assert run.answers[-1].turn.again
    assert bring_back(run, spare, (), Random(1)) == run


def test_a_right_answer_or_asking_brings_nothing_back() -> None:
    spare = Spare(judge("spare", "scam", "t0"))
    for run in (right(eight()), answered(eight(), "ask_first")):
        assert bring_back(run, spare, (), Random(1)) == run
    assert spare.asked == []


def test_without_another_item_the_run_stays_as_it_is() -> None:
    run = wrong(eight())
    assert bring_back(run, Spare(), (), Random(1)) == run
    nameless = begin("f", [judge("a", "scam", ""), judge("b", "scam", "")], 1, Random(1))
    assert bring_back(wrong(nameless), Spare(), (), Random(1)).turns == nameless.turns


def test_tricks_missed_at_the_end_are_added_but_a_run_stays_short() -> None:
    spare = Spare(*(judge(f"s{i}", "scam", f"t{i}") for i in range(8)))
    for misses in ({6}, {6, 7}, {7}, set(range(10))):
        run = eight()
        while not run.finished:
            missed = len(run.answers) in misses
            run = bring_back(wrong(run) if missed else right(run), spare, (), Random(1))
        assert len(run.turns) == 8 + len(misses & {6, 7}) * (len(misses) < 10)
        assert run.extra <= EXTRA
    assert len({turn.bank.hash for turn in run.turns}) == len(run.turns)


def test_options_are_shuffled_by_the_seed_and_keep_their_keys() -> None:
    bank = choice("one", "B")
    orders = {make_turn(bank, 1, Random(seed)).order for seed in range(40)}
    assert len(orders) > 10
    assert all(sorted(order) == list("ABCD") for order in orders)
    assert make_turn(bank, 1, Random(3)).order == make_turn(bank, 1, Random(3)).order


@pytest.mark.parametrize(
    ("bank", "order"),
    [(judge("j", "scam"), NATURES), (choice("t", "A", "true_false", count=2), ("A", "B"))],
)
def test_judgements_and_true_or_false_always_stand_the_same_way(bank: BankItem, order: tuple[str, ...]) -> None:
    assert {make_turn(bank, 1, Random(seed)).order for seed in range(20)} == {order}


@pytest.mark.parametrize(
    ("option", "explanation", "kept"),
    [
        ("以上都对", "因为。", True),
        ("A和C都可以", "因为。", True),
        ("告诉家长", "所以选 B。", True),
        ("All of the above", "Because.", True),
        ("告诉家长", "打 96110 问 App 里的客服。", False),
        ("点上面的链接", "因为。", False),
        ("Tell a grown-up", "A grown-up helps", True),
    ],
)
def test_options_that_speak_of_others_are_not_shuffled(option: str, explanation: str, kept: bool) -> None:
    options = (Option("A", option), Option("B", "别的"), Option("C", "再别的"))
    item = Item("one", "choice", "怎么办？", ("A",), options, explanation=explanation)
    assert speaks_of_order(item) is kept
    turn = make_turn(bank_item(item), 1, Random(5))
    assert turn.lettered is kept
    assert not kept or turn.order == ("A", "B", "C")


@pytest.mark.parametrize(
    "module", ["rules", "turns", "after", "message", "question", "fight", "levels", "paging", "cues", "steps", "chat"]
)
def test_the_rules_and_their_words_load_no_qt(module: str) -> None:
    code = f"import sys, kiosk.stations.anti_fraud.{module}; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
