"""Every phase in three layouts, kept as pictures to be looked at; and no text is clipped, however it is shown."""

import os
from collections.abc import Sequence
from typing import Any

import pytest

from kiosk.core.item import CHANNELS
from kiosk.stations.station import BankItem
from tests.stations.anti_fraud_screen import Screen
from tests.stations.anti_fraud_stage import Items, World, bank_item, enter, give_answer, our_items, wrong_answer
from tests.stations.conftest import ShowStation
from tests.stations.test_anti_fraud_screen import SIZES, eight_long_options

OURS = our_items()
LAYOUTS = [
    ((1920, 1080), "zh", False),
    ((1920, 1080), "zh", True),
    ((1920, 1080), "en", False),
    ((1080, 1920), "zh", False),
    ((1080, 1920), "zh", True),
]


def weight(bank: BankItem) -> int:
    """How much there is to read in an item."""
    item = bank.item
    parts = item.message.parts if item.message else ()
    cues = item.message.cues if item.message else ()
    chat = [len(text) for node in item.chat.nodes for text in node.says] if item.chat else []
    texts = [item.stem, item.explanation, item.genuine_twin, *(one.text + one.why for one in item.options)]
    return (
        max(chat, default=0)
        + sum(map(len, texts))
        + sum(len(one.text + one.title) for one in parts)
        + sum(len(one.why) for one in cues)
    )


def look_of(bank: BankItem) -> str:
    """What decides how an item looks: the channel of a message to judge, else its kind."""
    item = bank.item
    return item.message.channel if item.kind == "judge" and item.message else item.kind


def heaviest() -> Sequence[BankItem]:
    """The item of every channel and every kind that has most to read; all of them when `EVERY_ITEM` is set."""
    if os.environ.get("EVERY_ITEM"):
        return OURS
    by_look: dict[str, BankItem] = {}
    for bank in OURS:
        look = look_of(bank)
        by_look[look] = max(by_look.get(look, bank), bank, key=weight)
    assert set(CHANNELS) <= set(by_look)
    return list(by_look.values())


class InTurn(Items):
    """Plays the items in the order of the list, in whatever level."""

    def pick(self, family: str, count: int, **asked: Any) -> list[BankItem]:
        return [one for one in self.items if one.hash not in asked["avoid"]][:count]

    def another(self, trick: str, **asked: object) -> BankItem | None:
        return None


def next_question(screen: Screen) -> bool:
    """Whether there is a further question; a level that is over goes back to the map and starts the next."""
    if screen.view_model.phase == "won":
        screen.view_model.toMap()
    if screen.view_model.phase == "map":
        enter(screen.view_model, screen.view_model.levels[0]["id"])
    return bool(screen.view_model.phase == "question")


@pytest.mark.parametrize(("size", "language", "pinyin"), LAYOUTS)
def test_no_text_is_clipped(show: ShowStation, size: tuple[int, int], language: str, pinyin: bool) -> None:
    banks = heaviest()
    world = World(InTurn(banks), language=language, players=2)
    screen = show(world, size, calm=True, pinyin=pinyin)
    faults = [f"map: {fault}" for fault in screen.clipped()]
    number = 0
    while next_question(screen):
        asked = screen.view_model.playing[0].run.turn.bank.item.id
        faults += [f"{asked} asked: {fault}" for fault in screen.clipped()]
        give_answer(screen.view_model, right=number % 2 == 0)
        screen.finger.wait(lambda: screen.finger.find("panel"), "the reasons")
        faults += [f"{asked} after: {fault}" for fault in screen.clipped()]
        screen.view_model.primary()
        number += 1
        if screen.view_model.phase == "won":
            faults += [f"won: {fault}" for fault in screen.clipped()]
    assert faults == []


@pytest.mark.parametrize("size", SIZES)
def test_pictures_of_every_phase(show: ShowStation, size: tuple[int, int]) -> None:
    banks = [*heaviest(), bank_item(eight_long_options())] if not os.environ.get("EVERY_ITEM") else heaviest()
    world = World(InTurn(banks), players=2)
    screen = show(world, size, calm=True)
    screen.save("map")
    while next_question(screen):
        look = look_of(screen.view_model.playing[0].run.turn.bank)
        screen.save(f"{look}-asked")
        right = len(world.met) % 3 != 0
        for key in screen.view_model.right_now if right else wrong_answer(screen.view_model):
            screen.view_model.board.choose(key)
        screen.save(f"{look}-chosen")
        screen.view_model.primary()
        if screen.view_model.phase == "question":
            screen.save(f"{look}-on")
            give_answer(screen.view_model, right=right)
        screen.ready()
        screen.save(f"{look}-after")
        screen.view_model.primary()
        if screen.view_model.phase == "won":
            screen.save("won")
    screen.save("map-later")
