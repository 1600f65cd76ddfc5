"""承诺桥's rules and view model: three promises, a signature nobody keeps, a lantern, coming back; nobody in it."""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.core.bridge import Bridge, Hung
from kiosk.core.events import (
    Event,
    ItemAnswered,
    LanternLit,
    PromiseLookedBack,
    PromisePlanned,
    PromisesMade,
    StationFinished,
    StationOpened,
)
from kiosk.core.places import program_folder
from kiosk.packs.content import ContentShelf
from kiosk.packs.our_pictures import is_ours
from kiosk.stations.pledge import rules
from kiosk.stations.pledge.plans import PLANS
from kiosk.stations.pledge.promises import read_promises
from kiosk.stations.pledge.view_model import PledgeViewModel
from tests.stations.pledge_stage import CODE, OneCode, PledgeStage, choose_and_sign, lit, make_plans, practise, stage

SHELF = ContentShelf(program_folder() / "content")


class Opened:
    """Stations opened in a test; closed at its end."""

    def __init__(self) -> None:
        self.made: list[PledgeViewModel] = []

    def __call__(self, world: PledgeStage, **changes: Any) -> Any:
        self.made.append(PledgeViewModel(replace(world.context(), **changes)))
        return self.made[-1]


@pytest.fixture
def opened(qapp: QCoreApplication) -> Iterator[Opened]:
    """Opens the station of a stage."""
    all_opened = Opened()
    yield all_opened
    for one in all_opened.made:
        one.close()


def test_twenty_promises_each_with_an_icon_and_a_line_of_the_convention() -> None:
    for language in ("zh", "en"):
        found = read_promises(SHELF.brought("promises"), SHELF.brought("conventions"), language)
        assert len(found.all) == 20 and len({one.text for one in found.all}) == 20
        assert all(one.line[0] in "要不" and one.help for one in found.all)
        assert all(is_ours(f"icon/{one.icon}") for one in found.all)
        assert len({one.icon for one in found.all}) == 20 and len({one.line for one in found.all}) >= 8


def test_three_are_chosen_and_a_fourth_is_not_taken() -> None:
    chosen: tuple[str, ...] = ()
    for one in "abcd":
        chosen = rules.toggle(chosen, one)
    assert chosen == ("a", "b", "c") and rules.toggle(chosen, "b") == ("a", "c")


@pytest.mark.parametrize("upright", [False, True])
def test_a_finger_finds_the_nearest_free_place(upright: bool) -> None:
    points = rules.places(upright)
    x, y = points[9]
    assert rules.nearest(x, y + 60, (), upright=upright) == 9
    assert rules.nearest(x, y + 60, {9}, upright=upright) not in {9}
    full = set(range(len(points)))
    assert rules.nearest(x, y + 60, full, upright=upright) == 9, "a full bridge goes on: an old lantern gives way"
    far = rules.shown([Hung(500, 1, "kind"), Hung(500 % len(points), 2, "time")], upright=upright)
    assert [one.shape for one in far.values()] == [2]


@pytest.mark.parametrize("players", [1, 2, 4])
def test_every_child_hangs_a_lantern(players: int, opened: Opened) -> None:
    world = stage(players=players, lit=lit(20))
    view_model = opened(world)
    view_model.primary()
    for player in range(1, players + 1):
        choose_and_sign(view_model)
        view_model.hangAt(900.0, 300.0)
        view_model.primary()
        assert view_model.now == "done" and view_model.bridge_now.board["total"].count(str(220 + player))
        view_model.primary()
    made = world.of(PromisesMade)
    assert [one.player for one in made] == list(range(1, players + 1))
    assert len({one.place for one in made}) == players, "no lantern hangs over another"
    assert len(world.of(LanternLit)) == players
    assert len(world.of(PromisePlanned)) == players * PLANS[players]
    assert world.of(StationFinished) == [StationFinished("pledge", "promises", 0, 0, 0, True)]
    (card,) = world.results
    assert (card.stars, card.lanterns, len(card.learned)) == (-1, players, 3)
    rows = world.of(ItemAnswered)
    assert len(rows) == 3 * players and {one.verdict for one in rows} == {"promised"}
    assert all(one.item_hash in world.texts for one in rows)


def test_the_lantern_shines_once_it_is_on_disk(opened: Opened) -> None:
    world = stage(at_once=False)
    view_model = opened(world)
    world.written()
    view_model.primary()
    choose_and_sign(view_model)
    view_model.hangAt(900.0, 300.0)
    view_model.primary()
    assert view_model.hanging and view_model.now == "hang"
    world.written()
    assert view_model.now == "done"


def test_nothing_goes_on_before_it_is_done(opened: Opened) -> None:
    """Two promises, no signature, no place: the button waits."""
    view_model = opened(stage())
    view_model.primary()
    for one in ("kind", "time"):
        view_model.choose_now.pick(one)
    assert not view_model.primaryUsable
    view_model.choose_now.pick("sleep")
    view_model.primary()
    assert view_model.now == "plan" and not view_model.primaryUsable
    make_plans(view_model)
    assert view_model.now == "practice" and not view_model.primaryUsable
    practise(view_model)
    view_model.primary()
    assert view_model.now == "sign" and not view_model.primaryUsable
    view_model.sign(True)
    view_model.sign(False)
    view_model.primary()
    assert view_model.now == "sign"
    view_model.sign(True)
    view_model.primary()
    assert view_model.now == "hang" and not view_model.primaryUsable


def test_without_consent_there_is_no_code_and_all_the_rest(opened: Opened) -> None:
    view_model = opened(stage())
    view_model.enterCode()
    assert not view_model.mayReturn and view_model.now == "hello"


def test_who_comes_back_is_asked_kindly_and_promises_anew(opened: Opened) -> None:
    codes = OneCode()
    world = stage(returns=codes)
    view_model = opened(world)
    view_model.enterCode()
    for one in CODE:
        view_model.back.enter(one)
    view_model.primary()
    assert view_model.now == "back" and len(view_model.back.rows) == 3
    before = {row["key"]: row["said"] for row in view_model.back.rows}
    view_model.back.answer("kind", "kept")
    view_model.back.answer("sleep", "kept")
    view_model.back.answer("sleep", "not_yet")
    told = {row["key"]: row["said"] for row in view_model.back.rows}
    assert (
        told["secret"] == ""
        and before["kind"].endswith("当打游戏输了时，我就先去喝一杯水。")
        and "小办法" in told["sleep"]
        and told["kind"]
    )
    assert not any(char.isdigit() for text in told.values() for char in text), "nothing is counted"
    view_model.primary()
    assert world.of(PromiseLookedBack) == [
        PromiseLookedBack("pledge", "kind", "kept"),
        PromiseLookedBack("pledge", "sleep", "not_yet"),
    ]
    choose_and_sign(view_model)
    view_model.hangAt(900.0, 300.0)
    view_model.primary()
    plans = (("kind", "scold", "ten"), ("no-link", "prize", "ask"), ("time", "last", "stand"))
    assert codes.kept == [("kind", "no-link", "time")] and codes.planned == [plans] and "三个图案" in view_model.words


def test_a_wrong_code_is_met_kindly_and_five_are_enough(opened: Opened) -> None:
    world = stage(returns=OneCode())
    view_model = opened(world)
    view_model.enterCode()
    notes = []
    for _ in range(rules.CODE_TRIES):
        for one in ("bell", "boat", "drum"):
            view_model.back.enter(one)
        view_model.primary()
        notes.append(view_model.back.note)
        assert view_model.now == "code" and view_model.back.code["slots"] == ["", "", ""]
    assert len(set(notes)) == 2 and "老师" in notes[-1]
    view_model.withoutCode()
    assert view_model.now == "hello" and not view_model.mayReturn
    assert not opened(stage(returns=OneCode(), kept=world.kept)).mayReturn, "not by leaving and coming in again either"


def test_a_picture_touched_again_is_taken_back(opened: Opened) -> None:
    view_model = opened(stage(returns=OneCode()))
    view_model.enterCode()
    for one in ("bell", "boat", "bell"):
        view_model.back.enter(one)
    assert view_model.back.code["slots"] == ["boat", "", ""] and not view_model.primaryUsable


def test_neither_signature_nor_code_nor_handle_is_written_anywhere(opened: Opened) -> None:
    """Events, snapshots and what the visit remembers: only ids of promises, numbers of places and of players."""
    world = stage(players=2, returns=OneCode())
    view_model = opened(world)
    view_model.enterCode()
    for one in CODE:
        view_model.back.enter(one)
    view_model.primary()
    view_model.primary()
    choose_and_sign(view_model)
    view_model.hangAt(900.0, 300.0)
    view_model.primary()
    allowed = {StationOpened, ItemAnswered, PromisePlanned, PromisesMade, LanternLit}
    assert {type(one) for one in world.events} == allowed
    told = json.dumps([values(one) for one in world.events] + [*world.snapshots, world.kept], ensure_ascii=False)
    for secret in (*CODE, "r1", "moon", "stroke", "sign"):
        assert f'"{secret}"' not in told
    assert set(world.snapshots[-1]) == {"player", "chosen", "lanterns"}
    assert all(isinstance(one.place, int) and isinstance(one.shape, int) for one in world.of(PromisesMade))


def values(event: Event) -> list[Any]:
    """What an event holds."""
    return list(asdict(event).values())


def test_it_comes_back_after_a_crash_and_left_early_is_told(opened: Opened) -> None:
    world = stage(players=2)
    view_model = opened(world)
    view_model.primary()
    view_model.choose_now.pick("kind")
    state = json.loads(json.dumps(world.snapshots[-1]))
    back = opened(stage(players=2), resumed=state)
    assert back.now == "choose" and back.choose_now.chosen == ("kind",)
    assert opened(stage(), resumed={"player": "x"}).now == "hello"
    view_model.close()
    assert world.of(StationFinished) == [StationFinished("pledge", "promises", 0, 0, 0, False)]


def test_the_board_shows_classes_and_no_more_than_five(opened: Opened) -> None:
    view_model = opened(stage(lit=lit(12)))
    assert len(view_model.bridge_now.board["classes"]) == 5 and "212" in view_model.bridge_now.board["total"]
    assert opened(stage(lit=Bridge())).bridge_now.board["classes"] == []
