"""The promises to choose from, each with the half line of a convention that it keeps. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kiosk.core.ages import suited
from kiosk.core.item import AGES, Item, Option
from kiosk.stations.station import Brought

MADE = "A"
"""The only option of a promise as an item: it was chosen."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of a plan to choose."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Tiles:
    """When a promise is easily forgotten, ways to keep it then, what is whispered to the child at such a moment, and
    what 萤萤 says to a plan."""

    when: tuple[Tile, ...]
    ways: tuple[Tile, ...]
    calls: tuple[str, ...]
    said: str


@dataclass(frozen=True, slots=True)
class Promise:
    """`line` is the half line of the convention in its own words, empty where that convention is not installed;
    `tiles` are what a plan to keep it is made of, where the file brings them."""

    id: str
    icon: str
    text: str
    help: str
    line: str
    ages: tuple[str, ...] = AGES
    tiles: Tiles | None = None

    @property
    def item(self) -> Item:
        """The promise as exports read it: nothing is right or wrong about it."""
        return Item(
            id=f"promise.{self.id}",
            kind="choice",
            stem=self.text,
            right=(MADE,),
            options=(Option(MADE, "我承诺"),),
            explanation=f"{self.line}。{self.help}" if self.line else self.help,
            family="promise",
            dimension="morality",
        )


@dataclass(frozen=True, slots=True)
class Promises:
    """One file's promises, with the pack it came from."""

    all: tuple[Promise, ...]
    pack: str
    pack_hash: str

    def for_ages(self, ages: str, least: int) -> tuple[Promise, ...]:
        """Those for children of that band (empty: nobody knows); all where they would be fewer than `least`."""
        found = tuple(suited(self.all, ages))
        return found if len(found) >= least else self.all

    def named(self, ids: Sequence[str]) -> tuple[Promise, ...]:
        """Those of `ids` that are among them, in that order."""
        known = {one.id: one for one in self.all}
        return tuple(known[id] for id in ids if id in known)


def read_promises(files: Sequence[Brought], conventions: Sequence[Brought], language: str) -> Promises:
    """The promises of the newest file; ours are always there."""
    brought = files[0]
    lines = {
        (convention.data["id"], line["id"], half): f"{words.get('mark', '')}{words['text']}"
        for convention in conventions
        for line in convention.data["lines"]
        for half, words in enumerate(line["halves"])
    }
    english = language == "en"
    made = tuple(
        Promise(
            one["id"],
            one["icon"],
            one["text_en"] if english else one["text"],
            one["help_en"] if english else one["help"],
            lines.get((brought.data["convention"], one["line"], one.get("half", 0)), ""),
            tuple(one.get("ages", AGES)),
            _tiles(one["plan"], "_en" if english else "") if "plan" in one else None,
        )
        for one in brought.data["promises"]
    )
    return Promises(made, brought.pack, brought.pack_hash)


def _tiles(plan: Mapping[str, Any], tongue: str) -> Tiles:
    when, ways = (tuple(Tile(one["id"], one[f"text{tongue}"]) for one in plan[side]) for side in ("when", "ways"))
    calls = tuple(one[f"text{tongue}"] for one in plan["calls"])
    return Tiles(when, ways, calls, plan[f"said{tongue}"])
