"""The jigsaw on the screen: a picture falls apart, fingers put it together, help, and it is whole again."""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QQmlEngine, qmlEngine
from PySide6.QtQuick import QQuickItem

from kiosk.core.clock import Clock
from kiosk.stations.convention_puzzle.jigsaw_choice import JigsawChoiceModel
from kiosk.stations.convention_puzzle.jigsaw_effects import Effects
from kiosk.stations.convention_puzzle.jigsaw_help import tray_dicts
from kiosk.stations.convention_puzzle.jigsaw_helper import JigsawHelper
from kiosk.stations.convention_puzzle.jigsaw_layout import Screen
from kiosk.stations.convention_puzzle.jigsaw_pieces import JigsawPieces
from kiosk.stations.convention_puzzle.jigsaw_stage import Laid, Stage, Wish
from kiosk.stations.convention_puzzle.jigsaw_state import export_table
from kiosk.stations.convention_puzzle.jigsaw_table import Table
from kiosk.stations.convention_puzzle.jigsaw_tally import JigsawTally, TallyKeeper

__all__ = ["JigsawTally", "JigsawViewModel"]
QML_IMPORT_NAME = "kiosk.stations.convention_puzzle"
QML_IMPORT_MAJOR_VERSION = 1
OURS = "image://art/puzzle-1-learn"
LOOK_MS, GUARD_MS = 8000, 400
"""How long the whole picture is shown before it falls apart by itself; how long it does not by a touch."""
ALIVE_MS, ALIVE_CALM_MS = 3000, 1500
"""How long the finished picture is looked at before anybody is told."""
LONGEST_FRAME_MS = 50.0
LINES_UP_TO = 24
"""The faint picture of at most so many pieces shows where each belongs."""


@QmlElement
class JigsawViewModel(QObject):
    """One picture to put together.

    `picture_source` is what a QML Image takes (`image://…`, a file); what cannot be used gives way to `ours`.
    `pieces` (12, 24, 48, 96) become fewer where they would be under 20 mm; with `turning` they lie some way round.
    `finished` is told once, when the picture is whole and has been looked at, or a finger comes down on it.
    `resume` is what `state` gave before. Call `close` when it goes off the screen.
    """

    laidOut = Signal()
    phaseChanged = Signal()
    movingChanged = Signal()
    traysChanged = Signal()
    glowed = Signal(str, int, int, bool)
    """Image, place and whether it is a hint: light that fades over a piece or its place."""

    def __init__(
        self,
        picture_source: str,
        pieces: int,
        players: int,
        random: Random,
        play: Callable[[str], None],
        finished: Callable[[JigsawTally], None],
        *,
        clock: Clock,
        say: Callable[..., str],
        turning: bool = False,
        resume: dict[str, Any] | None = None,
        ours: str = OURS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._resume = resume or {}
        turning = bool(self._resume.get("turning", turning))
        self._stage = Stage(Wish(picture_source, ours, pieces, players, random.randrange(2**32), turning), say)
        self._random, self._play, self._finished, self._say = random, play, finished, say
        self._tally = TallyKeeper(clock, players, self._resume.get("tally"))
        self._pieces = JigsawPieces(self)
        self._choice = JigsawChoiceModel(self._begin, self._turn, self)
        effects = self._effects = Effects(play, self._light, self._tally)
        self._helper = JigsawHelper(play, effects, self._playing, self._show, self)
        self._laid: Laid | None = None
        self._engine: QQmlEngine | None = None
        self._place: tuple[float, ...] = ()
        self._phase = "picture"
        self._look_ms, self._alive_ms = float(LOOK_MS), float(ALIVE_MS)
        self._raised: set[int] = set()
        self._hidden: list[int] = []
        self._moving = False

    # What the station asks

    @property
    def table(self) -> Table | None:
        """The table, once the screen's size is known."""
        return self._laid.table if self._laid else None

    @property
    def tally(self) -> JigsawTally:
        """What was done so far."""
        return self._tally.total()

    @property
    def chosen(self) -> list[int]:
        """The pieces that were tapped and wait for a place."""
        return self._laid.hands.chosen if self._laid else []

    def state(self) -> dict[str, Any]:
        """What `resume` takes: small, plain JSON values; empty before the picture has fallen apart."""
        if self._laid is None or self._phase == "picture":
            return {}
        turning = self._stage.wish.turning
        return {**export_table(self._laid.table), "turning": turning, "tally": self._tally.keep()}

    def close(self) -> None:
        """It goes off the screen: nothing more is told, and the images' memory is free."""
        self._finished = _nothing
        self._stage.close()

    # What QML shows

    @Property(str, notify=phaseChanged)
    def phase(self) -> str:
        """`picture` until it falls apart, `play`, `whole`."""
        return self._phase

    @Property(QObject, constant=True)
    def pieces(self) -> QObject:
        return self._pieces

    @Property(str, notify=laidOut)
    def images(self) -> str:
        """What stands before the name of an image; empty while there are none."""
        return self._stage.images

    @Property(dict, notify=laidOut)
    def board(self) -> dict[str, float]:
        box = self._laid.table.layout.board if self._laid else None
        return {"x": box.x, "y": box.y, "width": box.width, "height": box.height} if box else {}

    @Property(list, notify=laidOut)
    def trays(self) -> list[dict[str, float]]:
        return tray_dicts(self._laid.table.layout, self._stage.wish.players) if self._laid else []

    @Property(list, notify=traysChanged)
    def hidden(self) -> list[int]:
        """How many pieces lie on the other pages of each tray."""
        return self._hidden

    @Property(bool, notify=laidOut)
    def lines(self) -> bool:
        """Whether the faint picture shows where each piece belongs."""
        return self._laid is not None and self._laid.table.cut.count <= LINES_UP_TO

    @Property(bool, notify=movingChanged)
    def moving(self) -> bool:
        """Whether `advance` is wanted for each frame."""
        return self._moving

    @Property(str, notify=laidOut)
    def notice(self) -> str:
        """A sentence for the child, where its picture could not be used."""
        return self._say("jigsaw.ours_instead") if self._stage.refused else ""

    @Property(QObject, constant=True)
    def choice(self) -> QObject:
        """What may be chosen while the picture is looked at."""
        return self._choice

    @Property(QObject, constant=True)
    def helper(self) -> QObject:
        """The help a child may ask for."""
        return self._helper

    # What QML asks

    @Slot(QQuickItem, float, float, float, float, bool, bool)
    def lay(
        self, item: QQuickItem, width: float, height: float, unit: float, density: float, left: bool, calm: bool
    ) -> None:
        """The table's size (pixels), the design's pixel, the panel's pixels a millimetre, the hand, stillness."""
        place = (width, height, unit, density, left, calm)
        engine = qmlEngine(item)  # None while the item is being taken down: nothing is laid there any more
        if engine is None or min(width, height, unit) <= 0 or place == self._place:
            return
        self._place, self._engine = place, engine
        self._lay()

    @Slot(float)
    def advance(self, milliseconds: float) -> None:
        """A frame's time has passed."""
        if self._laid is None:
            return
        passed = min(milliseconds, LONGEST_FRAME_MS)
        if self._phase == "picture":
            self._look_ms -= passed
            if self._look_ms <= 0:
                self._deal(self._laid.table)
        elif self._phase == "whole":
            self._alive_ms -= passed
            if self._alive_ms <= 0:
                self._tell_finished()
        table = self._laid.table
        table.changed.update(table.glides.advance(passed))
        self._show()

    @Slot(int, float, float)
    def press(self, finger: int, x: float, y: float) -> None:
        """A finger comes down on the table; the picture that is looked at falls apart at once."""
        if self._laid and self._phase == "picture":
            if self._look_ms <= LOOK_MS - GUARD_MS:
                self._deal(self._laid.table)
        elif self._laid and self._phase == "play":
            self._tally.touched()
            if self._laid.hands.press(finger, x, y):
                self._play("tap")
        elif self._phase == "whole":
            self._tell_finished()
        self._show()

    @Slot(int, float, float)
    def move(self, finger: int, x: float, y: float) -> None:
        """A finger moves."""
        if self._laid:
            self._laid.hands.move(finger, x, y)
            self._show()

    @Slot(int, float, float)
    def release(self, finger: int, x: float, y: float) -> None:
        """A finger is lifted."""
        if self._laid:
            self._tally.touched()
            self._laid.hands.move(finger, x, y)
            self._laid.hands.release(finger)
            self._show()

    @Slot(int)
    def cancel(self, finger: int) -> None:
        """A finger is taken away by something else."""
        if self._laid:
            self._laid.hands.cancel(finger)
            self._show()

    @Slot(int)
    def turnPage(self, tray: int) -> None:
        """The next pieces of that tray."""
        if self._laid:
            self._play("tap")
            self._laid.table.trays[tray].turn()
            self._laid.table.arrange()
            self._show()

    # What happens

    def _playing(self) -> Laid | None:
        """The table, while it is played at."""
        return self._laid if self._phase == "play" else None

    def _begin(self, count: int) -> None:
        """The child chose that many pieces."""
        if self._laid and self._phase == "picture":
            if count != self._laid.table.cut.count:
                self._stage.wish = replace(self._stage.wish, pieces=count)
                self._lay()
            self._deal(self._laid.table)
            self._show()

    def _turn(self) -> None:
        """The child wants pieces to be turned, or not; there is time anew to choose."""
        if self._laid and self._phase == "picture":
            self._play("tap")
            self._stage.wish = replace(self._stage.wish, turning=not self._stage.wish.turning)
            self._look_ms = float(LOOK_MS)
            self._lay()

    def _lay(self) -> None:
        """Cut for this screen, as a new table or as it was before."""
        assert self._engine is not None
        width, height, unit, density, left, calm = self._place
        screen = Screen(width, height, unit, density, bool(left), self._stage.wish.turning)
        laid = self._stage.lay(self._engine, screen, bool(calm), self.state() or self._resume)
        self._laid, self._resume = laid, {}
        self._hidden, self._raised = [], set()
        if not laid.anew and self._phase == "picture":
            self._phase = "play"
            self.phaseChanged.emit()
        before = self._stage.offer(laid.maker)
        self._pieces.lay(laid.table, laid.maker, self._stage.images)
        self._choice.show(laid.counts, laid.table.cut.count, self._stage.wish.turning)
        self.laidOut.emit()
        self._stage.withdraw(before)
        self._helper.sort_out(laid.table)
        self._show()

    def _tell_finished(self) -> None:
        """The station goes on, once."""
        finished, self._finished = self._finished, _nothing
        finished(self._tally.total())

    def _deal(self, table: Table) -> None:
        """The picture falls apart into the trays."""
        self._phase = "play"
        table.deal(self._random, self._stage.wish.turning)
        table.happened.clear()
        self._play("open")
        self.phaseChanged.emit()

    def _light(self, image: str, x: int, y: int, hint: bool) -> None:
        self.glowed.emit(self._stage.images + image, x, y, hint)

    def _show(self) -> None:
        """Tell QML of all that is different now."""
        laid = self._laid
        if laid is None:
            return
        table = laid.table
        happened, table.happened = table.happened, []
        for one in happened:
            self._effects.tell(laid, one)
        self._tally.moved(laid.hands.taken_moves())
        self._helper.look(table)
        raised = laid.hands.raised
        changed = table.changed | (raised ^ self._raised)
        table.changed, self._raised = set(), raised
        self._pieces.refresh(table, laid.maker, changed, raised)
        self._tell_state(table)

    def _tell_state(self, table: Table) -> None:
        """What is not about single pieces."""
        hidden = [tray.hidden for tray in table.trays]
        if hidden != self._hidden:
            self._hidden = hidden
            self.traysChanged.emit()
        if table.whole and self._phase == "play":
            self._phase, self._alive_ms = "whole", float(ALIVE_CALM_MS if table.glides.calm else ALIVE_MS)
            self._play("right")
            self.phaseChanged.emit()
        waits = self._phase == "picture" or (self._phase == "whole" and self._finished is not _nothing)
        if self._moving != (moving := waits or bool(table.glides)):
            self._moving = moving
            self.movingChanged.emit()


def _nothing(tally: JigsawTally) -> None:
    """Who is gone hears nothing."""
