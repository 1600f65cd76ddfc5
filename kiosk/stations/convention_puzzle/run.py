"""What one run at the station has come to: answers, lanterns, and the facts at the end of each game. Pure."""

from collections.abc import Mapping, MutableMapping, Sequence
from typing import Any

from kiosk.core.events import Event, LanternLit
from kiosk.stations.convention_puzzle.convention import Convention
from kiosk.stations.convention_puzzle.facts import STATION, finished, practised, stars_of
from kiosk.stations.convention_puzzle.progress import Progress, Tally

COUNTED = ("answers", "right", "lanterns")


class Run:
    """Counts of one run with one convention; the marks of its lines live in `kept` for the whole visit."""

    def __init__(self, convention: Convention, kept: MutableMapping[str, int], players: int) -> None:
        self.convention = convention
        self.progress = Progress(convention, kept)
        self.answers = self.right = self.lanterns = 0
        self._players = players

    @property
    def begun(self) -> bool:
        """Whether anything was answered or brought to its end."""
        return bool(self.answers or self.lanterns)

    def answer(self, right: bool) -> None:
        """A piece was tried for the first time."""
        self.answers += 1
        self.right += right

    def end(self, game: str, tallies: Sequence[Tally], level: int, seconds: int) -> list[Event]:
        """A game is over: its facts, and a lantern for each line that is new to it. The marks are kept."""
        events: list[Event] = []
        for one in tallies:
            events.append(self._practised(game, one, level, seconds, completed=True))
            if self.progress.keep(one.line, game, one.grade):
                self.lanterns += 1
                events.append(LanternLit(STATION, f"{self.convention.id}.{one.line}"))
        return events

    def leave(self, game: str, tallies: Sequence[Tally], level: int, seconds: int) -> list[Event]:
        """A game is left before its end: the facts of the lines about which anything was tried."""
        return [self._practised(game, one, level, seconds, completed=False) for one in tallies if one.moves]

    def over(self, *, completed: bool) -> Event:
        """The run is over."""
        stars = stars_of(self.convention, self.progress)
        return finished(self.convention, self.answers, self.right, stars, completed=completed)

    def keep(self) -> dict[str, Any]:
        """The counts as JSON values."""
        return {name: getattr(self, name) for name in COUNTED}

    def restore(self, kept: Mapping[str, Any]) -> None:
        """The counts that `keep` gave."""
        for name in COUNTED:
            setattr(self, name, int(kept[name]))

    def _practised(self, game: str, tally: Tally, level: int, seconds: int, *, completed: bool) -> Event:
        return practised(self.convention, game, tally, level, seconds, self._players, completed=completed)
