"""The scripts on the shelf: read out of content files, and how a script is said by one or by two. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kiosk.core.booth import Script
from kiosk.stations.station import Brought

THEMES = ("civility", "bulletin", "rumour", "convention", "rehearsal", "free")
LEVELS = ("lower", "upper", "junior")
SAYINGS = "sayings"
"""The id of the script that is made of what the children said well in this visit."""
CHARACTERS_A_MINUTE = 170


@dataclass(frozen=True, slots=True)
class Line:
    """What one voice (1 or 2) says before the next."""

    voice: int
    text: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a free talk may tell of next."""

    ask: str
    hint: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A script, or a free talk with prompts; `source` is where its words are from."""

    id: str
    theme: str
    level: str
    cover: str
    title: str
    lines: tuple[Line, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    source: str = ""

    @property
    def free(self) -> bool:
        """Whether nothing is read."""
        return not self.lines

    @property
    def duet(self) -> bool:
        """Whether it was written for two."""
        return len({line.voice for line in self.lines}) == 2

    @property
    def text(self) -> str:
        """All that is read."""
        return "".join(line.text for line in self.lines)

    @property
    def about_s(self) -> int:
        """About how long it takes to say, in seconds, in steps of five; 60 for a free talk."""
        return 60 if self.free else max(20, round(len(self.text) * 60 / CHARACTERS_A_MINUTE / 5) * 5)

    @property
    def script(self) -> Script:
        """As the booth knows it."""
        return Script(self.id, self.theme, self.title, self.text)


def read_pieces(files: Sequence[Brought], language: str = "zh") -> list[Piece]:
    """All scripts of these files, by theme and level; of two with the same id the first counts."""
    found: dict[str, Piece] = {}
    for one in files:
        for data in one.data["scripts"]:
            found.setdefault(data["id"], _piece(data, language))
    return sorted(found.values(), key=lambda piece: (THEMES.index(piece.theme), LEVELS.index(piece.level)))


def _piece(data: Mapping[str, Any], language: str) -> Piece:
    return Piece(
        id=data["id"],
        theme=data["theme"],
        level=data["level"],
        cover=data["cover"],
        title=(data.get("title_en") if language == "en" else "") or data["title"],
        lines=tuple(Line(line["voice"], line["text"]) for line in data.get("lines", ())),
        prompts=tuple(Prompt(one["ask"], one["hint"]) for one in data.get("prompts", ())),
        source=data.get("source", ""),
    )


def sayings_piece(sayings: Sequence[str], title: str) -> Piece | None:
    """What the children said well at 理性表达, as a script; `None` while it is less than two sentences."""
    if len(sayings) < 2:
        return None
    return Piece(SAYINGS, "civility", "lower", "lotus", title, tuple(Line(1, text) for text in sayings))


def cast(piece: Piece, voices: int) -> Piece:
    """The piece as one reads it (one voice all through), or two: as written, else line by line by turns."""
    if voices == 1:
        lines = tuple(replace(line, voice=1) for line in piece.lines)
    elif piece.duet:
        lines = piece.lines
    else:
        lines = tuple(replace(line, voice=at % 2 + 1) for at, line in enumerate(piece.lines))
    return replace(piece, lines=lines)
