"""The two samples of a script: how differently it can be read, and a teacher's own reading once there is one. Pure."""

from collections.abc import Collection, Sequence
from typing import Any

from kiosk.stations.broadcast_booth.scripts import Piece
from kiosk.stations.broadcast_booth.shown import Say, word
from kiosk.stations.station import Brought

MANNERS = {"teacher": "", "calm": "calm", "lively": "lively"}
"""Each sample with the manner of `ReadAloud.read`; the house's own takes a person's recording first."""


def recorded_texts(voices: Sequence[Brought]) -> frozenset[str]:
    """What persons have read, without spaces."""
    return frozenset(_bare(clip["text"]) for one in voices for clip in one.data["clips"])


def read_by_person(piece: Piece, recorded: Collection[str]) -> bool:
    """Whether every line of the script has been read by a person, or the whole of it."""
    lines = [_bare(line.text) for line in piece.lines]
    return bool(lines) and ("".join(lines) in recorded or all(line in recorded for line in lines))


def show_samples(piece: Piece, recorded: Collection[str], sampling: str, say: Say) -> list[dict[str, Any]]:
    """The two, each with its label and whether it is being read. A teacher's takes the calm one's place."""
    keys = ("teacher" if read_by_person(piece, recorded) else "calm", "lively")
    return [{"key": key, "label": word(say, f"sample_{key}"), "on": key == sampling} for key in keys]


def _bare(text: str) -> str:
    return "".join(text.split())
