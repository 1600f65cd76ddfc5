"""The stage of 反诈关: a bank of real items, and answers to give."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import kiosk.ui.ruby_text  # noqa: F401 - registers RubyText
from kiosk.core.item import Item, from_json, item_hash
from kiosk.stations.anti_fraud.card import CARD
from kiosk.stations.anti_fraud.chat import towards
from kiosk.stations.anti_fraud.rules import PLAYED
from kiosk.stations.station import BankItem, Family, StationCard
from tests.stations.stage import Stage

QUIZZES = Path(__file__).parents[2] / "quizzes"


def bank_item(item: Item) -> BankItem:
    """`item` as if a pack had brought it."""
    return BankItem(item, item_hash(item), "test.bank", "0" * 16)


def all_families() -> list[Family]:
    """The ten families of the table."""
    rows = json.loads((QUIZZES / "families.json").read_text("utf-8"))["families"]
    return [Family(**{name: row[name] for name in Family.__slots__}) for row in rows]


def our_items() -> list[BankItem]:
    """Every item of our own banks of the kinds that the station plays."""
    found: list[BankItem] = []
    for path in sorted(QUIZZES.glob("*.json")):
        bank = json.loads(path.read_text("utf-8"))
        found += [bank_item(from_json(row)) for row in bank.get("items", ()) if row["kind"] in PLAYED]
    return found


def wrong_answer(view_model: Any) -> list[str]:
    """Keys to choose one after the other: an answer to the present question that is wrong by every rule.

    In a chat it is the next reply on the way to a risky ending.
    """
    right, question = view_model.right_now, view_model.question
    keys = [option["key"] for option in question["options"]]
    if question["kind"] == "order":
        return list(reversed(right))
    if question["kind"] == "chat":
        run = view_model.board.run
        return [towards(run.turn.bank.item.chat, run.said, ["risky"]) or keys[-1]]
    return [next(key for key in keys if key not in right and key != "ask_first")]


def enter(view_model: Any, family: str, mode: str = "turns") -> None:
    """Open a level; several children play it in `mode`."""
    view_model.openLevel(family)
    if view_model.phase == "modes":
        view_model.playAs(mode)


def give_answer(view_model: Any, *, right: bool = True) -> None:
    """Choose and confirm; a chat goes on to its end."""
    number = view_model.question["number"]
    while view_model.phase == "question" and view_model.question["number"] == number and not view_model.hanging:
        for key in view_model.right_now if right else wrong_answer(view_model):
            view_model.board.choose(key)
        view_model.primary()


@dataclass
class Items:
    """An item source over a list; `kinds` limits what is played."""

    items: Sequence[BankItem]
    known: Sequence[Family] = field(default_factory=all_families)
    kinds: Collection[str] = ()

    def families(self) -> list[Family]:
        used = {one.item.family for one in self.items}
        return [family for family in self.known if family.id in used]

    def pick(
        self,
        family: str,
        count: int,
        *,
        kinds: Collection[str] = (),
        avoid: Collection[str] = (),
        random: Random,
        natures: Collection[str] = (),
        ability: float | None = None,
    ) -> list[BankItem]:
        wanted = set(self.kinds or kinds)
        found = [
            one
            for one in self.items
            if one.item.family == family and one.hash not in avoid and (not wanted or one.item.kind in wanted)
        ]
        random.shuffle(found)
        return found[:count]

    def another(
        self, trick: str, *, avoid: Collection[str], random: Random, kinds: Collection[str] = ()
    ) -> BankItem | None:
        found = [one for one in self.items if one.item.trick == trick and one.hash not in avoid]
        return random.choice(found) if found else None


@dataclass
class World(Stage):
    """The stage of 反诈关."""

    items: Items
    card: StationCard = CARD
