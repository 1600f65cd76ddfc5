"""A heated moment as the station plays it, and the phrases that can be said. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.core.item import AGES, Item, Option
from kiosk.stations.station import Brought

THEMES = {"issue": "对事不对人", "sorry": "会道歉", "recall": "会撤回"}
"""What each theme is called in the journal; on the screen it has its own words."""
BAD = ("hurt", "untrue", "off")
KEYS = "ABCDEF"


@dataclass(frozen=True, slots=True)
class Tile:
    """A phrase: its role makes it help (`fact`, `wish`, `sorry` …) or not (`hurt`, `untrue`, `off`); `why` tells so."""

    key: str
    text: str
    role: str
    why: str

    @property
    def good(self) -> bool:
        """Whether it is true, kind and to the point."""
        return self.role not in BAD


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment. `heated` nearly slipped out, `point` is what is meant; `needs` are roles, in order.

    `pictures` is what QML puts before the name of the other child's face.
    """

    id: str
    theme: str
    face: int
    who: str
    situation: str
    heated: str
    point: str
    needs: tuple[str, ...]
    tiles: tuple[Tile, ...]
    reply: str
    explanation: str
    pack: str
    pack_hash: str
    ages: tuple[str, ...] = AGES

    def tile(self, key: str) -> Tile:
        """The tile called `key`. Raises StopIteration when there is none."""
        return next(one for one in self.tiles if one.key == key)

    @property
    def item(self) -> Item:
        """The scene as exports and class reports read it: every phrase that may be said is right."""
        options = tuple(Option(tile.key, tile.text, tile.why) for tile in self.tiles)
        return Item(
            id=f"scene.{self.id}",
            kind="multi",
            stem=f"{self.situation}气话是：“{self.heated}”怎样说才真、才和气，又说出“{self.point}”？（好答案不止一个）",
            right=tuple(tile.key for tile in self.tiles if tile.good),
            options=options,
            explanation=self.explanation,
            family="expression",
            trick=f"expression.{self.theme}",
            dimension="morality",
        )


def read_scenes(files: Sequence[Brought]) -> list[Scene]:
    """All scenes of files that were checked when they came in."""
    return [_scene(brought, fields) for brought in files for fields in brought.data["scenes"]]


def _scene(brought: Brought, fields: dict[str, object]) -> Scene:
    given = dict(fields)
    tiles, needs, ages = given.pop("tiles"), given.pop("needs"), given.pop("ages", AGES)
    assert isinstance(tiles, list) and isinstance(needs, list) and isinstance(ages, list | tuple)
    given |= {"needs": tuple(needs), "tiles": tuple(Tile(KEYS[at], **one) for at, one in enumerate(tiles))}
    return Scene(**given, ages=tuple(ages), pack=brought.pack, pack_hash=brought.pack_hash)  # type: ignore[arg-type]
