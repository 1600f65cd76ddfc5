"""How the lines of a convention went, and which one a class should look at again. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.core.events import Event, LinePractised

WORDS = ("match", "order", "fill", "sort", "recall")
"""The games that show whether a line is known; a jigsaw shows how well somebody sees."""
ENOUGH = 6
"""Pieces put down from which on a line is judged."""
PRIOR_TROUBLE, PRIOR_MOVES = 1.0, 5.0
"""What is taken for granted of a line before anything was seen, so that a few moves do not make it the weakest."""


@dataclass(frozen=True, slots=True)
class LineFigures:
    """One line of one convention: `moves` pieces put down, `misses` of them wrong, `help_used` pieces with help."""

    convention: str
    line: str
    games: int
    moves: int
    misses: int
    help_used: int

    @property
    def trouble(self) -> float:
        """The share of moves that were misses or had help, 0 to 1, drawn towards a fifth while there are few."""
        return (self.misses + self.help_used + PRIOR_TROUBLE) / (self.moves + self.help_used + PRIOR_MOVES)


def line_figures(events: Iterable[Event]) -> list[LineFigures]:
    """The figures of each line that was practised with words, in the order in which they came up."""
    found: dict[tuple[str, str], LineFigures] = {}
    for event in events:
        if not isinstance(event, LinePractised) or event.game not in WORDS:
            continue
        key = event.convention, event.line
        before = found.get(key, LineFigures(*key, 0, 0, 0, 0))
        found[key] = LineFigures(
            *key,
            games=before.games + 1,
            moves=before.moves + event.moves,
            misses=before.misses + event.misses,
            help_used=before.help_used + event.help_used,
        )
    return list(found.values())


def weakest_line(events: Iterable[Event], convention: str = "") -> LineFigures | None:
    """The line with the most trouble among those tried often enough, of `convention` or of all.

    `None` where fewer than two can be compared, or where they do not differ.
    """
    judged: Sequence[LineFigures] = [
        one for one in line_figures(events) if one.moves >= ENOUGH and convention in ("", one.convention)
    ]
    if len(judged) < 2:
        return None
    worst, next_worst = sorted(judged, key=lambda one: -one.trouble)[:2]
    return worst if worst.trouble > next_worst.trouble else None
