"""Claims as 辟谣台 plays them, with what four checks find. Pure."""

from dataclasses import dataclass, field
from typing import Any

from kiosk.stations.station import Brought

CHECKS = ("source", "date", "picture", "board")
"""谁说的、什么时候、图是不是这件事的、官方怎么说."""
NATURES = {"true": "genuine", "false": "scam", "unsure": "ask_first"}
"""What a claim's truth is called where messages are measured (`learning.signal`)."""


@dataclass(frozen=True, slots=True)
class Check:
    """What a check finds, and whether that speaks `for` the claim, `against` it, or leaves it `open`."""

    text: str
    leans: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim. `truth` is true, false or unsure; `whole` is what `picture` was cut from, if it was."""

    id: str
    theme: str
    truth: str
    who: str
    text: str
    checks: dict[str, Check]
    explanation: str
    dimension: str
    difficulty: int
    ages: tuple[str, ...]
    surprising: int = 0
    picture: str = ""
    whole: str = ""
    pinyin: dict[str, str] = field(default_factory=dict)

    @property
    def nature(self) -> str:
        """genuine, scam or ask_first."""
        return NATURES[self.truth]


@dataclass(frozen=True, slots=True)
class Option:
    """A way to make something be believed: what it `pulls`, and how one notices."""

    text: str
    pulls: str
    why: str


@dataclass(frozen=True, slots=True)
class Bait:
    """One round of 小骗子模式."""

    id: str
    goal: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Bank:
    """All claims of a file. `themes` gives their names, Chinese and English."""

    id: str
    title: str
    title_en: str
    themes: dict[str, tuple[str, str]]
    claims: tuple[Claim, ...]
    baits: tuple[Bait, ...]
    pack: str
    pack_hash: str
    pictures: str


def read_bank(brought: Brought) -> Bank:
    """The claims in a file that was checked when it came in."""
    data = brought.data
    return Bank(
        id=str(data["id"]),
        title=str(data["title"]),
        title_en=str(data["title_en"]),
        themes={one["id"]: (one["name"], one["name_en"]) for one in data["themes"]},
        claims=tuple(_claim(one) for one in data["claims"]),
        baits=tuple(_bait(one) for one in data.get("baits", ())),
        pack=brought.pack,
        pack_hash=brought.pack_hash,
        pictures=brought.pictures,
    )


def _claim(fields: dict[str, Any]) -> Claim:
    checks = {name: Check(**one) for name, one in fields["checks"].items()}
    return Claim(**{**fields, "checks": checks, "ages": tuple(fields["ages"])})


def _bait(fields: dict[str, Any]) -> Bait:
    return Bait(fields["id"], fields["goal"], tuple(Option(**one) for one in fields["options"]))
