"""理性表达 on the stage of the tests, and children who say it well or badly."""

from typing import Any

from kiosk.core.places import program_folder
from kiosk.packs.content import ContentShelf
from kiosk.stations.kind_words.card import CARD
from kiosk.stations.kind_words.rules import Talk
from kiosk.stations.kind_words.scene import Scene, read_scenes
from tests.stations.convention_stage import NoItems
from tests.stations.stage import Stage


def stage(**fields: Any) -> Stage:
    """The station with our scenes."""
    return Stage(NoItems(), CARD, **fields)


def ours() -> list[Scene]:
    """Our scenes."""
    return read_scenes(ContentShelf(program_folder() / "content").brought("scenes"))


def good_keys(talk: Talk) -> list[str]:
    """Tiles that make the shortest good sentence."""
    return [next(tile.key for tile in talk.scene.tiles if tile.role == need) for need in talk.scene.needs]


def key_of(talk: Talk, role: str) -> str:
    """The first tile of a role."""
    return next(tile.key for tile in talk.scene.tiles if tile.role == role)


def compose(view_model: Any, keys: list[str]) -> None:
    """Put these tiles down, from the first place on."""
    for place, key in enumerate(keys):
        view_model.board.pick(key)
        view_model.board.touchPlace(place)


def say_well(view_model: Any) -> None:
    """A good sentence at once, then on."""
    compose(view_model, good_keys(view_model.talk_now))
    view_model.primary()
    assert view_model.talk_now.solved
    view_model.primary()
