"""A convention as the station plays it: lines of one or two halves, and situations that belong to them. Pure."""

from dataclasses import dataclass
from typing import Any

from kiosk.stations.station import Brought


@dataclass(frozen=True, slots=True)
class Decoy:
    """A verb that does not belong into the line, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Verb:
    """The word on which a half turns, why it stands there, and words that children mistake for it."""

    text: str
    why: str
    decoys: tuple[Decoy, ...] = ()


@dataclass(frozen=True, slots=True)
class Half:
    """Half a line. `mark` is 要, 不 or empty (a verse); `words`, in order, make up `text` without its punctuation."""

    text: str
    mark: str = ""
    words: tuple[str, ...] = ()
    verb: Verb | None = None

    @property
    def whole(self) -> str:
        """What it says, with its mark."""
        return self.mark + self.text


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a convention: two halves of a pair or couplet, or one.

    `theme` completes 这一句说的是…; `meaning` says the line in a child's words; `together` why the halves are a pair;
    `order_why` why its words stand in this order.
    """

    id: str
    name: str
    theme: str
    meaning: str
    picture: str
    halves: tuple[Half, ...]
    together: str = ""
    order_why: str = ""

    @property
    def text(self) -> str:
        """The line as it is written."""
        return "，".join(half.whole for half in self.halves)

    @property
    def paired(self) -> bool:
        """Whether it has two halves that can be matched."""
        return len(self.halves) == 2


@dataclass(frozen=True, slots=True)
class Situation:
    """Something that happens in a child's life. It belongs to half number `half` of `line`.

    Situations of one `alike` look the same at first sight; `why` is said of the right place, `look` of a wrong one.
    """

    id: str
    line: str
    half: int
    text: str
    why: str
    look: str
    picture: str
    alike: str = ""


@dataclass(frozen=True, slots=True)
class Convention:
    """All of it, with where it came from. `pictures` goes before the name of a picture in a QML Image."""

    id: str
    title: str
    issuer: str
    date: str
    source: str
    lines: tuple[Line, ...]
    situations: tuple[Situation, ...]
    pack: str
    pack_hash: str
    pictures: str

    def line(self, id: str) -> Line:
        """The line called `id`. Raises StopIteration when there is none."""
        return next(one for one in self.lines if one.id == id)

    def situations_of(self, line: str) -> tuple[Situation, ...]:
        """What belongs to that line."""
        return tuple(one for one in self.situations if one.line == line)


def read_convention(brought: Brought) -> Convention:
    """The convention in a file that was checked when it came in."""
    data = brought.data
    return Convention(
        id=str(data["id"]),
        title=str(data["title"]),
        issuer=str(data["issuer"]),
        date=str(data["date"]),
        source=str(data["source"]),
        lines=tuple(_line(one) for one in data["lines"]),
        situations=tuple(Situation(**one) for one in data.get("situations", ())),
        pack=brought.pack,
        pack_hash=brought.pack_hash,
        pictures=brought.pictures,
    )


def _line(fields: dict[str, Any]) -> Line:
    return Line(**{**fields, "halves": tuple(_half(one) for one in fields["halves"])})


def _half(fields: dict[str, Any]) -> Half:
    verb = fields.get("verb")
    made = Verb(**{**verb, "decoys": tuple(Decoy(**one) for one in verb.get("decoys", ()))}) if verb else None
    return Half(**{**fields, "words": tuple(fields.get("words", ())), "verb": made})
