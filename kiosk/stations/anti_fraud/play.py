"""The sides in play: one that fills the screen, or one for each child."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.stations.anti_fraud.levels import Level
from kiosk.stations.anti_fraud.match import Mode, fits, merged, shared
from kiosk.stations.anti_fraud.rules import Another, Run
from kiosk.stations.anti_fraud.side_view_model import SideViewModel
from kiosk.stations.anti_fraud.way_back import keep
from kiosk.stations.station import BankItem, StationContext


class Play(QObject):
    """`find` gives another item of a trick. `moved` tells of a side's phase, `barMoved` of its bar, `ended` of all."""

    moved = Signal()
    barMoved = Signal()
    ended = Signal()

    def __init__(self, context: StationContext, find: Another, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._find = find
        self._made: list[SideViewModel] = []
        self._mode: Mode = "turns"
        self.sides: list[SideViewModel] = []

    @property
    def board(self) -> SideViewModel:
        """The first side: where all share the screen, the only one. Only while there is a play."""
        return self.sides[0]

    @property
    def split(self) -> bool:
        """Whether each child has a side."""
        return self._mode != "turns"

    @property
    def hanging(self) -> bool:
        """Whether an answer is on its way to the disk."""
        return any(side.hanging and side.now != "done" for side in self.sides)

    @property
    def over(self) -> bool:
        """Everybody is through."""
        return all(side.now == "done" for side in self.sides)

    @property
    def runs(self) -> list[Run]:
        """Each side's run."""
        return [side.run for side in self.sides]

    @property
    def run(self) -> Run:
        """All of it as one run."""
        return merged(self.runs) if self.split else self.board.run

    def begin(self, mode: Mode, level: Level, runs: Sequence[Run]) -> None:
        """Begin `runs`, one a side."""
        self._mode = mode
        while len(self._made) < len(runs):
            self._made.append(self._make_side())
        self.sides = self._made[: len(runs)]
        for side, run in zip(self.sides, runs, strict=True):
            side.start(level, run, self._another)

    def reading(self) -> str:
        """All that stands to be read at the sides."""
        return "".join(side.reading() for side in self.sides)

    def close(self) -> None:
        """The station is gone."""
        for side in self._made:
            side.close()

    def _make_side(self) -> SideViewModel:
        side = SideViewModel(self._context, self)
        side.phaseChanged.connect(self._side_moved)
        side.barChanged.connect(self.barMoved)
        side.answerGiven.connect(partial(self._share, side))
        side.ended.connect(self._side_ended)
        return side

    def _side_moved(self) -> None:
        """Against a crash, a run over the whole screen is kept; sides would need the screen that was split for them."""
        self._context.snapshot({} if self.split else keep(self.board.run))
        self.moved.emit()

    def _side_ended(self) -> None:
        if self.over:
            self.ended.emit()

    def _share(self, acted: SideViewModel) -> None:
        """What one child did to the monster of all is seen at every side."""
        if self._mode == "together":
            change: Callable[[Run], Run] = partial(shared, acted=acted.run)
            for side in self.sides:
                if side is not acted:
                    side.share(change)

    def _another(self, trick: str, avoid: Collection[str]) -> BankItem | None:
        """Another item of `trick`; on a shared screen one that fits there and that nobody else is going to meet."""
        met = {*avoid, *(turn.bank.hash for run in self.runs for turn in run.turns)}
        while found := self._find(trick, met):
            if not self.split or fits(found.item):
                return found
            met.add(found.hash)
        return None
