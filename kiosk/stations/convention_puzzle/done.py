"""What is shown when a game is over: its lines, what they mean, how it went. Pure."""

from collections.abc import Sequence
from typing import Any

from kiosk.stations.convention_puzzle.convention import Convention, Line
from kiosk.stations.convention_puzzle.facts import Say
from kiosk.stations.convention_puzzle.games import JIGSAW
from kiosk.stations.convention_puzzle.hub import picture_of, show_beginning, show_halves
from kiosk.stations.convention_puzzle.progress import Progress

MOST = 250
"""Several lines of more characters in all are shown by their beginnings."""


def show_done(
    convention: Convention, progress: Progress, game: str, chosen: Line, lines: Sequence[Line], grade: int, say: Say
) -> dict[str, Any]:
    """The end of `game`: `lines` are those it was about, `chosen` the one the child had picked."""
    shown = show_beginning if sum(len(line.text) for line in lines) > MOST and len(lines) > 1 else show_halves
    return {
        "game": game,
        "head": say("convention_puzzle.whole" if game == JIGSAW else f"convention_puzzle.grade_{grade}"),
        "meaning": chosen.meaning,
        "picture": picture_of(convention, chosen),
        "lines": [
            {"name": line.name, "halves": shown(line), "known": progress.known(line), "chosen": line is chosen}
            for line in lines
        ],
        "reading": "".join(f"{line.text}。" for line in lines) if len(lines) == 1 else f"{chosen.text}。",
    }


def reading(done: dict[str, Any]) -> str:
    """All of it, to be read aloud."""
    return "".join((done.get("head", ""), done.get("reading", ""), done.get("meaning", "")))
