"""The view model without a screen: what it records, when it praises, how it ends."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.core.clock import SystemClock
from kiosk.core.events import Event, ItemAnswered, LanternLit, StationFinished, StationOpened
from kiosk.core.item import Kind
from kiosk.core.visit import Visit
from kiosk.rehearsal.finger import until
from kiosk.shell.screen_thread import ScreenThread
from kiosk.stations.anti_fraud.experience import KEPT
from kiosk.stations.anti_fraud.levels import LOCAL, MARK
from kiosk.stations.anti_fraud.rehearsal import rehearse
from kiosk.stations.anti_fraud.rules import PLAYED
from kiosk.stations.anti_fraud.view_model import AntiFraudViewModel
from kiosk.stations.station import Family
from kiosk.store import Store
from tests.stations.anti_fraud_stage import (
    Items,
    World,
    all_families,
    bank_item,
    enter,
    give_answer,
    our_items,
    wrong_answer,
)

OURS = our_items()
SKIN = "game_skin"


@pytest.fixture
def world(qapp: QCoreApplication) -> World:
    return World(Items(OURS))


def station(world: World) -> Any:
    """The view model. `Any`: to a type checker its properties are `Property` objects."""
    return AntiFraudViewModel(world.context())


def play(view_model: Any, *, right: bool = True) -> None:
    """From the first question to the end of the run."""
    while view_model.phase == "question":
        give_answer(view_model, right=right)
        view_model.primary()


def test_a_run_is_recorded_from_opening_to_finish(world: World) -> None:
    view_model = station(world)
    assert world.events == [StationOpened("anti_fraud", 1)]
    enter(view_model, SKIN)
    play(view_model)
    assert view_model.phase == "won"
    assert len(world.of(ItemAnswered)) == len(world.of(LanternLit)) == 8
    assert world.of(StationFinished) == [StationFinished("anti_fraud", SKIN, 8, 8, 3, True)]
    assert {one.verdict for one in world.of(ItemAnswered)} == {"right"}
    view_model.primary()
    (result,) = world.results
    assert (result.stars, result.lanterns, result.answered, result.right) == (3, 8, 8, 8)
    assert result.picture == "monster-skin-beaten"
    assert 1 <= len(result.learned) <= 3
    view_model.close()
    assert len(world.of(StationFinished)) == 1


def test_an_answer_is_recorded_with_all_its_fields(world: World) -> None:
    world.items.kinds = {"choice"}
    view_model = station(world)
    enter(view_model, SKIN)
    (right,) = view_model.right_now
    (wrong,) = wrong_answer(view_model)
    world.clock.step(4_321)
    for key in (right, wrong):
        view_model.board.choose(key)
    view_model.primary()
    bank = next(one for one in OURS if one.hash in world.met)
    assert world.of(ItemAnswered) == [
        ItemAnswered(
            station="anti_fraud",
            level=SKIN,
            item=bank.item.id,
            item_hash=bank.hash,
            pack="test.bank",
            pack_hash="0" * 16,
            chosen=(wrong,),
            right=(right,),
            verdict="wrong",
            reading_ms=4_321,
            changes=1,
            player=1,
        )
    ]
    assert world.of(LanternLit) == []


def test_praise_waits_for_the_disk(world: World) -> None:
    world.at_once = False
    world.items.kinds = {"judge"}
    view_model = station(world)
    enter(view_model, SKIN)
    shown: list[str] = []
    view_model.phaseChanged.connect(lambda: shown.append(str(view_model.phase)))
    give_answer(view_model)
    view_model.primary()
    view_model.board.choose("scam")
    assert (view_model.phase, view_model.hanging, view_model.primaryUsable) == ("question", True, False)
    assert view_model.primaryLabel == "正在挂灯……"
    assert (view_model.board.fight["lies"], len(world.waiting), shown) == (5, 2, [])
    assert "right" not in world.sounds
    first, second = world.waiting
    first(True)
    assert view_model.phase == "question"
    second(True)
    assert (view_model.phase, view_model.hanging, shown) == ("after", False, ["after"])
    assert world.sounds[-2:] == ["right", "lie-falls"]


def test_the_child_plays_on_when_the_disk_does_not_answer(world: World) -> None:
    world.at_once = False
    view_model = station(world)
    enter(view_model, SKIN)
    give_answer(view_model)
    world.written(on_disk=False)
    assert view_model.phase == "after"


def test_a_late_disk_finds_a_closed_station_quiet(world: World) -> None:
    world.at_once = False
    view_model = station(world)
    enter(view_model, SKIN)
    give_answer(view_model)
    view_model.close()
    world.written()
    assert view_model.phase == "question"
    assert world.of(StationFinished) == [StationFinished("anti_fraud", SKIN, 1, 1, 0, False)]


@pytest.mark.parametrize("answered", range(8))
def test_a_run_can_stop_at_any_item(world: World, answered: int) -> None:
    view_model = station(world)
    enter(view_model, SKIN)
    for _ in range(answered):
        give_answer(view_model)
        view_model.primary()
    view_model.close()
    view_model.close()
    assert world.of(StationFinished) == [StationFinished("anti_fraud", SKIN, answered, answered, 0, False)]


def test_what_was_seen_through_before_leaving_is_experience(world: World) -> None:
    world.items.kinds = {"judge"}
    view_model = station(world)
    enter(view_model, SKIN)
    give_answer(view_model)
    view_model.close()
    assert world.kept == {KEPT: 10}


def test_leaving_the_map_finishes_nothing(world: World) -> None:
    station(world).close()
    assert world.of(StationFinished) == []


def test_a_missed_trick_comes_back_as_another_item(world: World) -> None:
    view_model = station(world)
    enter(view_model, SKIN)
    give_answer(view_model, right=False)
    missed = next(one for one in OURS if one.hash in world.met).item
    assert view_model.board.after["sub"] == "没关系，等会儿再遇到它一次"
    view_model.primary()
    give_answer(view_model)
    view_model.primary()
    give_answer(view_model)
    third = next(one.item for one in OURS if one.item.id == world.of(ItemAnswered)[2].item)
    assert third.trick == missed.trick
    assert third.id != missed.id


def test_no_item_is_met_twice_in_a_visit_and_an_exhausted_level_says_so(world: World) -> None:
    view_model = station(world)
    for _ in range(12):
        enter(view_model, SKIN)
        play(view_model, right=False)
        view_model.toMap()
    items = [one.item for one in world.of(ItemAnswered)]
    assert len(items) == len(set(items))
    assert {one.item.id for one in OURS if one.item.family == SKIN} <= set(items)
    stage = next(one for one in view_model.levels if one["id"] == SKIN)
    assert (view_model.phase, stage["open"], stage["note"]) == ("map", False, "这里的题你都看过啦")


def test_stars_stay_for_the_visit_and_the_best_counts(world: World) -> None:
    view_model = station(world)
    enter(view_model, SKIN)
    play(view_model)
    view_model.toMap()
    enter(view_model, SKIN)
    play(view_model, right=False)
    assert world.kept[MARK + SKIN] == 3
    again = station(world)
    assert next(one["stars"] for one in again.levels if one["id"] == SKIN) == 3


@pytest.mark.parametrize("players", [2, 4])
def test_children_take_turns(qapp: QCoreApplication, players: int) -> None:
    world = World(Items(OURS), players=players)
    view_model = station(world)
    enter(view_model, SKIN)
    play(view_model)
    assert [one.player for one in world.of(ItemAnswered)] == [index % players + 1 for index in range(8)]
    assert world.of(StationOpened) == [StationOpened("anti_fraud", players)]


def test_a_base_s_own_questions_are_played_from_the_bar(qapp: QCoreApplication) -> None:
    local = Family(LOCAL, 900, "本地题库", "Local questions", "", "monster-skin", "本地小怪", "Local goblin", "")
    own = [
        bank_item(replace(one.item, id=f"own-{one.item.id}", family=LOCAL)) for one in OURS if one.item.kind == "choice"
    ][:3]
    world = World(Items([*own, *OURS], known=[*all_families(), local]))
    view_model = station(world)
    assert LOCAL not in [one["id"] for one in view_model.levels]
    assert view_model.primaryLabel == "本地题库"
    view_model.primary()
    assert (view_model.phase, view_model.subtitle) == ("question", "本地题库")
    play(view_model)
    assert {one.level for one in world.of(ItemAnswered)} == {LOCAL}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_word_is_there_in_both_languages(qapp: QCoreApplication, language: str) -> None:
    world = World(Items(OURS), language=language)
    view_model = station(world)
    enter(view_model, SKIN)
    while view_model.phase == "question":
        assert view_model.readingText and view_model.primaryLabel
        give_answer(view_model, right=len(world.events) % 2 == 0)
        assert view_model.readingText and view_model.primaryLabel
        view_model.primary()
    assert view_model.readingText and view_model.subtitle


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "home", SystemClock())
    yield store
    store.close()


def test_over_a_real_store_praise_comes_after_the_commit(qapp: QCoreApplication, store: Store) -> None:
    screen = ScreenThread()
    world = World(Items(OURS))
    visit = Visit("01999999-0000-7000-8000-000000000000")

    def record(event: Event, then: Any) -> None:
        store.append(event, visit, then and (lambda ok: screen.post(lambda: then(ok))))

    world.record = record  # type: ignore[method-assign]
    view_model = station(world)
    enter(view_model, SKIN)
    for number in range(1, 4):
        give_answer(view_model)
        assert until(lambda: view_model.phase == "after", 5_000)
        with store.read() as connection:
            rows = connection.execute("SELECT count(*) FROM journal WHERE kind = 'item_answered'").fetchone()
        assert rows[0] == number
        view_model.primary()
    view_model.close()


@pytest.mark.parametrize("players", [1, 2, 4])
@pytest.mark.parametrize("kind", PLAYED)
def test_a_rehearsal_plays_every_kind_to_its_end(world: World, kind: Kind, players: int) -> None:
    world.items.kinds, world.players = {kind}, players
    view_model, random = station(world), Random(5)
    enter(view_model, SKIN)
    for _ in range(200):
        options = view_model.question["options"]
        move = rehearse(view_model, [f"option-{index}" for index in range(len(options))], random)
        assert move is not None
        if move.touch == "primary":
            assert view_model.primaryUsable
            view_model.primary()
        else:
            view_model.board.choose(options[int(move.touch.removeprefix("option-"))]["key"])
        if view_model.phase == "won":
            break
    answers = world.of(ItemAnswered)
    assert view_model.phase == "won" and answers
    assert [one.player for one in answers] == [index % players + 1 for index in range(len(answers))]
