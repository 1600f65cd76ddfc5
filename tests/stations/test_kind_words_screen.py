"""理性表达 by synthetic touch: by tap and by drag, alone and with four; nothing clipped in any layout."""

from collections.abc import Callable
from typing import Any

import pytest

from kiosk.core.events import ItemAnswered
from kiosk.rehearsal.finger import until
from tests.stations.anti_fraud_screen import SCREENS, Screen
from tests.stations.kind_words_stage import compose, good_keys, key_of, stage
from tests.stations.test_convention_screen import drag

ShowStation = Callable[..., Screen]
SIZES = [(1920, 1080), (1080, 1920), (3840, 2160)]


def piece(screen: Screen, key: str) -> str:
    return f"piece-{screen.view_model.talk_now.seats.index(key)}"


def press(screen: Screen) -> None:
    """The primary button, once buttons listen again."""
    screen.ready()
    screen.finger.rest(410)
    screen.tap("primary")


@pytest.mark.parametrize(("way", "players"), [("tap", 1), ("drag", 2), ("tap", 3), ("tap", 4)])
def test_it_is_played_by_touch(way: str, players: int, show: ShowStation) -> None:
    """Each child one scene: a phrase that hurts, taken back, then a good sentence."""
    world = stage(players=players)
    screen = show(world, calm=True)
    view_model = screen.view_model
    for turn in range(players):
        talk = view_model.talk_now
        good = good_keys(talk)
        for keys in ([key_of(talk, "hurt")], good):
            if keys == good and turn % 2:
                continue
            lay(screen, way, keys)
            screen.finger.wait(lambda keys=keys: view_model.talk_now.text, "a sentence")  # type: ignore[misc]
            press(screen)
            screen.finger.wait(lambda: view_model.talk_now.sent, "the answer")
            if not view_model.talk_now.solved:
                press(screen)
                screen.finger.wait(lambda: not view_model.talk_now.sent, "taken back")
        if not view_model.talk_now.sent:
            lay(screen, way, good)
            press(screen)
        screen.finger.wait(lambda: view_model.talk_now.solved, "a good sentence")
        press(screen)
        screen.finger.wait(lambda turn=turn: view_model.run_now.at == turn + 1, "the next scene")  # type: ignore[misc]
    assert {one.player for one in world.of(ItemAnswered)} == set(range(1, players + 1))
    assert {one.verdict for one in world.of(ItemAnswered)} == {"wrong"}


def lay(screen: Screen, way: str, keys: list[str]) -> None:
    """Phrases from the first place on; with several fingers all at once."""

    def there() -> bool:
        return list(screen.view_model.talk_now.placed[: len(keys)]) == keys

    # A machine with much else to do merges all moves of a drag into one, which carries nothing: the tile drifts back.
    for _ in range(4 if way == "drag" else 0):
        screen.view.grabWindow()
        left = [place for place, key in enumerate(keys) if screen.view_model.talk_now.placed[place] != key]
        drag(screen, [(piece(screen, keys[place]), f"place-{place}") for place in left])
        if until(there, 1_500):
            return
    if way != "drag":
        for place, key in enumerate(keys):
            screen.tap(piece(screen, key))
            screen.tap(f"place-{place}")
    screen.finger.wait(there, f"{keys} in places")


def test_four_fingers_carry_phrases_at_once(show: ShowStation) -> None:
    """Three arrive, the one that is let go aside drifts back."""
    screen = show(stage(players=4), calm=True)
    seats = screen.view_model.talk_now.seats
    drag(screen, [(f"piece-{at}", f"place-{at}") for at in range(3)] + [("piece-3", "leave")])
    screen.finger.wait(lambda: screen.view_model.talk_now.placed == seats[:3], "three phrases")


@pytest.mark.parametrize(
    ("size", "pinyin"), [(SIZES[0], False), (SIZES[0], True), (SIZES[1], False), (SIZES[1], True), (SIZES[2], True)]
)
def test_nothing_is_clipped(size: tuple[int, int], pinyin: bool, show: ShowStation) -> None:
    """Every state of a scene in every layout, the longest scenes too; the pictures are kept for looking at."""
    screen = show(stage(players=2), size, calm=True, pinyin=pinyin, leftHanded=pinyin)
    view_model = screen.view_model
    mark = f"{size[0]}x{size[1]}{'-pinyin' if pinyin else ''}"
    seen: list[str] = []

    def look(name: str) -> None:
        assert screen.clipped() == [], name
        if name not in seen:
            seen.append(name)
            SCREENS.mkdir(parents=True, exist_ok=True)
            assert screen.view.grabWindow().save(str(SCREENS / f"kind-words-{mark}-{name}.png"))

    bad = ["hurt", "untrue", "off"]
    while view_model.now == "talk":
        talk: Any = view_model.talk_now
        look("ask")
        role = bad[view_model.run_now.at % 3]
        compose(view_model, [key_of(talk, role), *good_keys(talk)[:2]])
        look("full")
        view_model.primary()
        look(f"after-{role}")
        view_model.primary()
        look("mend")
        if "" in view_model.talk_now.placed and not view_model.talk_now.placed[1]:
            view_model.primary()
            look("after-missing")
            view_model.primary()
        for place, key in enumerate(good_keys(talk)):
            view_model.board.drop(key, *centre(view_model, place))
        view_model.primary()
        assert view_model.talk_now.solved
        look("after-good")
        view_model.primary()
    look("won")


def centre(view_model: Any, place: int) -> tuple[float, float]:
    """The middle of a place."""
    box = view_model.board.places[place]
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
