"""公约坊's view model: what is recorded when, what is said, how it is left and come back to."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.core.events import ItemAnswered, LanternLit, LinePractised, StationFinished, StationOpened
from kiosk.learning.lines import weakest_line
from kiosk.stations.convention_puzzle.games import GAMES
from kiosk.stations.convention_puzzle.view_model import ConventionPuzzleViewModel
from kiosk.stations.station import StationContext
from tests.stations.convention_help import brought, data, loose, right_place, wrong_place
from tests.stations.convention_stage import finish_game, stage
from tests.stations.stage import Stage


class Opened:
    """Stations opened in a test; closed at its end."""

    def __init__(self) -> None:
        self.made: list[ConventionPuzzleViewModel] = []
        self.snapshots: list[dict[str, Any]] = []

    def __call__(self, world: Stage, **changes: Any) -> ConventionPuzzleViewModel:
        context: StationContext = replace(world.context(), snapshot=lambda one: self.snapshots.append(dict(one)))
        self.made.append(ConventionPuzzleViewModel(replace(context, **changes)))
        return self.made[-1]


@pytest.fixture
def opened(qapp: QCoreApplication) -> Iterator[Opened]:
    """Opens the station of a stage."""
    all_opened = Opened()
    yield all_opened
    for one in all_opened.made:
        one.close()


def miss(view_model: ConventionPuzzleViewModel) -> str:
    """The first piece to a wrong place."""
    assert view_model.board_now is not None
    board = view_model.board_now.play.board
    key = loose(board)[0]
    view_model.board_now.pick(key)
    view_model.board_now.touchPlace(wrong_place(board, key))
    return key


def test_a_first_try_is_recorded_with_its_text_and_praised_once_it_is_on_disk(opened: Opened) -> None:
    world = stage(at_once=False)
    station = opened(world)
    station.open("fill")
    board_now = station.board_now
    assert board_now is not None
    world.clock.step(4_000)
    key = loose(board_now.play.board)[0]
    board_now.pick(key)
    board_now.touchPlace(right_place(board_now.play.board, key))
    assert board_now.hanging and board_now.mood_now == "ask" and "right" not in world.sounds
    world.written()
    assert board_now.mood_now == "right" and world.sounds[-1] == "right"
    (answer,) = world.of(ItemAnswered)
    item = world.texts[answer.item_hash]
    assert (answer.station, answer.level, answer.verdict, answer.player) == ("convention_puzzle", "善学", "right", 1)
    assert answer.reading_ms == 4_000
    assert item.stem.startswith("（　　）里放哪个词？") and answer.chosen == answer.right == item.right
    assert {option.text for option in item.options} >= {"善于", "浏览"} and item.explanation


def test_a_miss_is_answered_with_a_reason_and_only_the_first_try_counts(opened: Opened) -> None:
    world = stage()
    station = opened(world)
    station.open("match")
    key = miss(station)
    board_now = station.board_now
    assert board_now is not None and board_now.mood_now == "again" and world.sounds[-1] == "try-again"
    assert "说的是" in board_now.reading
    board_now.pick(key)
    board_now.touchPlace(right_place(board_now.play.board, key))
    (answer,) = world.of(ItemAnswered)
    assert answer.verdict == "wrong" and answer.chosen != answer.right
    item = world.texts[answer.item_hash]
    assert {option.key for option in item.options} >= {*answer.chosen, *answer.right}


@pytest.mark.parametrize("game", GAMES[1:])
def test_every_game_ends_with_lanterns_and_what_was_practised(game: str, opened: Opened) -> None:
    world = stage()
    station = opened(world)
    station.open(game)
    miss(station)
    finish_game(station)
    assert station.now == "done"
    practised = world.of(LinePractised)
    assert practised and all(
        one.completed and one.game == game and one.convention == "national-2001" for one in practised
    )
    assert sum(one.misses for one in practised) == 1
    assert sum(one.moves for one in practised) == sum(one.misses for one in practised) + len(world.of(ItemAnswered))
    assert len(world.of(LanternLit)) == len(practised)
    station.toHub()
    station.open(game)
    finish_game(station)
    again = world.of(LinePractised)[len(practised) :]
    assert {one.level for one in again} == {1} and len(world.of(LanternLit)) <= 5


def test_the_weakest_line_is_found_in_what_was_recorded(opened: Opened) -> None:
    world = stage()
    station = opened(world)
    for line, misses in (("learn", 0), ("guard", 3)):
        for _ in range(2):
            station.hub_now.select(line)
            station.open("recall")
            for _ in range(misses):
                miss(station)
            finish_game(station)
            station.toHub()
    found = weakest_line(world.events)
    assert found is not None and found.line == "guard" and found.misses >= 5


def test_leaving_records_what_was_done(opened: Opened) -> None:
    world = stage()
    station = opened(world)
    station.open("order")
    miss(station)
    station.close()
    station.close()
    (practised,) = world.of(LinePractised)
    (finished,) = world.of(StationFinished)
    assert (practised.completed, practised.moves, practised.misses) == (False, 1, 1)
    assert (finished.answered, finished.right, finished.completed, finished.stars) == (1, 0, False, 0)


def test_nothing_is_recorded_of_who_only_looked(opened: Opened) -> None:
    world = stage()
    station = opened(world)
    station.open("sort")
    station.toHub()
    station.close()
    assert [type(event) for event in world.events] == [StationOpened]


def test_the_result_card_names_what_is_known(opened: Opened) -> None:
    world = stage()
    station = opened(world)
    for game in ("fill", "recall"):
        station.open(game)
        finish_game(station)
        station.toHub()
    station.finish()
    (card,) = world.results
    assert card.learned == ("要善于网上学习，不浏览不良信息",)
    assert (card.stars, card.lanterns, card.right, card.answered) == (2, 2, card.answered, len(world.of(ItemAnswered)))
    assert "1" in card.title and str(card.answered) in card.tally
    (finished,) = world.of(StationFinished)
    assert finished.completed and finished.level == "全国青少年网络文明公约"
    assert not opened.snapshots[-1], "a finished run has nothing to come back to"


def test_a_child_is_led_from_game_to_game_and_on_to_the_next_line(opened: Opened) -> None:
    world = stage()
    station = opened(world)
    station.open("fill")
    finish_game(station)
    station.primary()
    assert station.now == "jigsaw", "the picture of the same line comes next"
    station.toHub()
    station.open("order")
    finish_game(station)
    station.primary()
    assert station.now == "hub" and station.hub_now.line.id == "honest"


@pytest.mark.parametrize("game", GAMES)
def test_a_screen_that_died_is_come_back_to(game: str, opened: Opened) -> None:
    world = stage(players=2)
    station = opened(world)
    station.hub_now.select("order")
    station.open("fill")
    finish_game(station)
    station.open(game)
    if game != "jigsaw":
        miss(station)
    kept = json.loads(json.dumps(opened.snapshots[-1]))
    later = opened(world, resumed=kept)
    assert later.now == station.now and later.hub_now.line.id == "order"
    assert later.hub_now.run.keep() == station.hub_now.run.keep()
    if game != "jigsaw":
        assert station.board_now is not None and later.board_now is not None
        assert later.board_now.play.board == station.board_now.play.board
        finish_game(later)
        assert later.now == "done"


@pytest.mark.parametrize("broken", [{"convention": "gone"}, {"line": "gone"}, {"play": {}}, {"phase": 3}, {"run": []}])
def test_a_way_back_that_does_not_fit_leads_to_the_hub(broken: dict[str, Any], opened: Opened) -> None:
    world = stage()
    station = opened(world)
    station.open("order")
    later = opened(world, resumed={**opened.snapshots[-1], **broken})
    assert later.now == "hub"


def test_nothing_of_a_person_is_kept_against_a_crash(opened: Opened) -> None:
    station = opened(stage(players=4))
    station.open("match")
    miss(station)
    assert set(opened.snapshots[-1]) <= {"convention", "line", "run", "phase", "level", "game", "play", "jigsaw"}
    assert len(json.dumps(opened.snapshots[-1])) < 4_000


def test_conventions_of_packs_come_first_and_can_be_changed(opened: Opened) -> None:
    from tests.stations.convention_help import national

    world = stage(brought(data(3, 6)), national())
    station = opened(world)
    assert station.hub_now.convention.pack == "example.pack"
    station.open("fill")
    finish_game(station)
    station.toHub()
    station.otherConvention()
    assert station.hub_now.convention.id == "national-2001"
    (finished,) = world.of(StationFinished)
    assert not finished.completed
    station.otherConvention()
    assert station.hub_now.run.progress.lit(station.hub_now.convention.lines[0]), "what was shown stays in the visit"
