"""Simulated children come out as what they are."""

import dataclasses
import json
from pathlib import Path
from random import Random

import pytest

from kiosk.core.item import Item, Option, from_json
from kiosk.learning import signal
from kiosk.rehearsal.children import NATURES, Child, make_child

QUIZZES = Path(__file__).parents[2] / "quizzes"
NATURE = {nature.name: nature for nature in NATURES}


def messages() -> list[Item]:
    """Every message to judge of our own banks."""
    banks = [json.loads(path.read_text("utf-8")) for path in sorted(QUIZZES.glob("*.json"))]
    items = [from_json(row) for bank in banks for row in bank.get("items", ())]
    return [item for item in items if item.kind == "judge"]


def judged(name: str) -> signal.Counts:
    """What forty children of one nature make of all messages."""
    random = Random(3)
    children = [Child(NATURE[name], random.gauss(0, 1), 100) for _ in range(40)]
    order = ("scam", "genuine", "ask_first")
    return signal.count(
        (item.nature, child.answer(item, order, random)[0]) for child in children for item in messages()
    )


def test_the_discerning_tell_scams_from_genuine_messages() -> None:
    assert signal.d_prime(judged("discerning")) > 1.6
    assert abs(signal.criterion(judged("discerning"))) < signal.LEAN


@pytest.mark.parametrize(("name", "leans"), [("paranoid", -1), ("trusting", 1)])
def test_the_others_lean(name: str, leans: int) -> None:
    counts = judged(name)
    assert 0.2 < signal.d_prime(counts) < 1.0
    assert leans * signal.criterion(counts) > 2 * signal.LEAN


def test_those_who_know_more_are_right_more_often() -> None:
    item = Item("q", "choice", "?", ("B",), tuple(Option(key, key) for key in "ABCD"), "because")

    def right(name: str) -> int:
        child, random = Child(NATURE[name], 0, 100), Random(5)
        return sum(child.answer(item, "ABCD", random) == ("B",) for _ in range(1_000))

    assert right("discerning") > right("paranoid") + 150
    assert right("trusting") > 250


@pytest.mark.parametrize("right", [("A",), ("A", "B", "C", "D")])
def test_an_answer_always_names_options(right: tuple[str, ...]) -> None:
    item = Item("q", "multi", "?", right, tuple(Option(key, key) for key in "ABCD"), "because")
    child, random = Child(dataclasses.replace(NATURE["trusting"], knows=0.0), 0, 100), Random(5)
    for _ in range(200):
        answer = child.answer(item, "ABCD", random)
        assert answer
        assert set(answer) <= set("ABCD")
        assert answer != right


def test_reading_takes_as_long_as_the_text() -> None:
    random = Random(1)
    short, long = "两三个字", "这是一段很长的消息，" * 12
    times = {text: sorted(make_child(random).reading_ms(text, random) for _ in range(300)) for text in (short, long)}
    assert times[short][150] < times[long][150]
    assert times[short][0] > 1_800
    assert times[long][-1] <= 150_000
