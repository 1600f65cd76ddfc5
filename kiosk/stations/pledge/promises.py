"""The promises to choose from, each with the half line of a convention that it keeps. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.core.item import Item, Option
from kiosk.stations.station import Brought

MADE = "A"
"""The only option of a promise as an item: it was chosen."""


@dataclass(frozen=True, slots=True)
class Promise:
    """`line` is the half line of the convention in its own words, empty where that convention is not installed."""

    id: str
    icon: str
    text: str
    help: str
    line: str

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
        )
        for one in brought.data["promises"]
    )
    return Promises(made, brought.pack, brought.pack_hash)
