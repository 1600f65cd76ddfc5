"""理性表达's view model: what is recorded when, what is kept for the booth, how it is left and come back to."""

import json
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.core.events import ItemAnswered, LanternLit, StationFinished, StationOpened
from kiosk.stations.kind_words.rehearsal import rehearse
from kiosk.stations.kind_words.view_model import KindWordsViewModel
from tests.stations.kind_words_stage import compose, good_keys, key_of, say_well, stage
from tests.stations.stage import Stage


class Opened:
    """Stations opened in a test; closed at its end."""

    def __init__(self) -> None:
        self.made: list[KindWordsViewModel] = []
        self.snapshots: list[dict[str, Any]] = []
        self.sayings: list[str] = []

    def __call__(self, world: Stage, **changes: Any) -> Any:
        given = {"snapshot": lambda one: self.snapshots.append(dict(one)), "sayings": self.sayings, **changes}
        self.made.append(KindWordsViewModel(replace(world.context(), **given)))
        return self.made[-1]


@pytest.fixture
def opened(qapp: QCoreApplication) -> Iterator[Opened]:
    """Opens the station of a stage."""
    all_opened = Opened()
    yield all_opened
    for one in all_opened.made:
        one.close()


@pytest.mark.parametrize("players", [1, 2, 4])
def test_a_run_to_the_result_card(players: int, opened: Opened) -> None:
    """Every scene is an answer of the child whose turn it was, every good sentence a lantern."""
    world = stage(players=players)
    view_model = opened(world)
    total = view_model.total
    while view_model.now == "talk":
        say_well(view_model)
    view_model.primary()
    answers = world.of(ItemAnswered)
    assert len(answers) == len(world.of(LanternLit)) == total
    assert [one.player for one in answers] == [at % players + 1 for at in range(total)]
    assert all(one.verdict == "right" and one.item_hash in world.texts for one in answers)
    assert all(set(one.chosen) <= set(one.right) for one in answers)
    assert world.of(StationFinished) == [StationFinished("kind_words", "scenes", total, total, 3, True)]
    (card,) = world.results
    assert (card.stars, card.lanterns, len(card.learned)) == (3, total, 3)
    assert opened.snapshots[-1] == {}
    assert len(world.of(StationOpened)) == 1


def test_taken_back_and_mended_counts_the_first_sentence_and_lights_all_the_same(opened: Opened) -> None:
    world = stage()
    view_model = opened(world)
    talk = view_model.talk_now
    compose(view_model, [good_keys(talk)[0], key_of(talk, "hurt")])
    view_model.primary()
    assert view_model.board.moment["mood"] == "upset" and not view_model.board.after["good"]
    assert [one["good"] for one in view_model.board.after["reasons"]] == [True, False]
    assert opened.sayings == []
    view_model.primary()
    assert view_model.composing and view_model.talk_now.hinted
    keys = good_keys(talk)
    for place, key in enumerate(keys[1:], 1):
        view_model.board.pick(key)
        view_model.board.touchPlace(place)
    view_model.primary()
    assert view_model.talk_now.solved
    (answer,) = world.of(ItemAnswered)
    assert answer.verdict == "wrong" and len(world.of(LanternLit)) == 1
    assert opened.sayings == ["".join(talk.scene.tile(key).text for key in keys)]


def test_praise_waits_for_the_disk(opened: Opened) -> None:
    world = stage(at_once=False)
    view_model = opened(world)
    compose(view_model, good_keys(view_model.talk_now))
    view_model.primary()
    assert view_model.hanging and not view_model.talk_now.sent and not view_model.primaryUsable
    world.written()
    assert view_model.talk_now.solved and not view_model.hanging


def test_nothing_is_sent_that_is_empty_and_the_hint_tells_what_to_say(opened: Opened) -> None:
    view_model = opened(stage())
    view_model.primary()
    assert view_model.composing and view_model.primaryHint
    before = [place["ghost"] for place in view_model.board.places]
    view_model.hint()
    assert [place["ghost"] for place in view_model.board.places] != before and view_model.hinted


def test_left_before_the_end_is_recorded_once(opened: Opened) -> None:
    world = stage()
    view_model = opened(world)
    say_well(view_model)
    view_model.close()
    view_model.close()
    (end,) = world.of(StationFinished)
    assert (end.answered, end.stars, end.completed) == (1, 0, False)
    untouched = stage()
    opened(untouched).close()
    assert untouched.of(StationFinished) == []


def test_it_comes_back_after_a_crash_where_it_stood(opened: Opened) -> None:
    world = stage(players=2)
    view_model = opened(world)
    say_well(view_model)
    view_model.board.pick("A")
    view_model.board.touchPlace(1)
    state = json.loads(json.dumps(opened.snapshots[-1]))
    back = opened(stage(players=2), resumed=state)
    assert back.run_now == view_model.run_now and back.talk_now.placed[1] == "A"
    anew = opened(stage(), resumed={"talks": [{"scene": "gone"}]})
    assert anew.talk_now.tries == 0


def test_a_tile_touched_with_another_in_the_hand_is_exchanged_and_a_drop_aside_goes_back(opened: Opened) -> None:
    view_model = opened(stage())
    board = view_model.board
    compose(view_model, ["A"])
    board.pick("B")
    board.pick("A")
    assert board.talk.placed[0] == "B" and board.talk.held == ""
    board.drop("B", 5000.0, 5000.0)
    assert board.talk.placed == ("", "", "")


def test_all_is_said_in_english_too(opened: Opened) -> None:
    """The frame speaks English; the scenes are in the language of their pack."""
    view_model = opened(stage(language="en"))
    assert view_model.title == "Kind Words" and view_model.primaryLabel == "Say it"
    compose(view_model, [key_of(view_model.talk_now, "off")])
    view_model.primary()
    assert "misses your point" in view_model.board.after["told"]


@pytest.mark.parametrize("seed", range(12))
def test_a_rehearsal_comes_to_the_end_whatever_stood_there(seed: int, opened: Opened) -> None:
    """Also from a sentence in the wrong order, which a finger that missed can leave behind."""
    world = stage(players=2, seed=seed)
    view_model = opened(world)
    compose(view_model, [*reversed(good_keys(view_model.talk_now))])
    view_model.primary()
    for _ in range(200):
        move = rehearse(view_model, (), Random(seed))
        if move is None or world.results:
            break
        act(view_model, move.touch)
    assert world.results


def act(view_model: Any, touch: str) -> None:
    """What a finger on the item of that name does."""
    name, _, number = touch.partition("-")
    if name == "piece":
        view_model.board.pick(view_model.talk_now.seats[int(number)])
    elif name == "place":
        view_model.board.touchPlace(int(number))
    else:
        view_model.primary()
