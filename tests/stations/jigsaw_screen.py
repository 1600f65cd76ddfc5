"""A jigsaw on a window of its own, played by synthetic touch: several fingers at once, by tap or by drag."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, QUrl
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickView
from PySide6.QtTest import QTest
from shiboken6 import delete

from kiosk.core.clock import SteppedClock
from kiosk.core.places import program_folder
from kiosk.core.words import say
from kiosk.rehearsal.finger import Finger
from kiosk.stations.convention_puzzle.jigsaw_table import Table
from kiosk.stations.convention_puzzle.jigsaw_view_model import JigsawTally, JigsawViewModel
from kiosk.ui import ruby_text
from kiosk.ui.art import ArtProvider

QML_TYPES = (ruby_text,)
TABLE = program_folder() / "kiosk/stations/convention_puzzle/JigsawTable.qml"
DEFERRED_DELETE = 52
FRAME_MS = 50
SIZE = (1824, 768)
Place = tuple[float, float]


@dataclass
class JigsawScreen:
    """`finished` and `sounds` are what the station and the child would have heard."""

    size: tuple[int, int] = SIZE
    source: str = "image://art/puzzle-1-learn"
    pieces: int = 24
    players: int = 1
    turning: bool = False
    resume: dict[str, Any] = field(default_factory=dict)
    switches: dict[str, Any] = field(default_factory=lambda: {"calm": True})
    seed: int = 5
    finished: list[JigsawTally] = field(default_factory=list)
    sounds: list[str] = field(default_factory=list)
    clock: SteppedClock = field(default_factory=SteppedClock)

    def __post_init__(self) -> None:
        self.view_model: Any = JigsawViewModel(
            self.source,
            self.pieces,
            self.players,
            Random(self.seed),
            self.sounds.append,
            self.finished.append,
            clock=self.clock,
            say=say,
            turning=self.turning,
            resume=self.resume,
        )
        self.view = view = QQuickView()
        view.engine().addImportPath(str(program_folder()))
        view.engine().addImageProvider("art", ArtProvider())
        theme: Any = view.engine().singletonInstance("kiosk.ui", "Theme")
        for name, value in {"windowWidth": 1920, "windowHeight": 1080, **self.switches}.items():
            theme.setProperty(name, value)
        QQmlEngine.setObjectOwnership(self.view_model, QQmlEngine.ObjectOwnership.CppOwnership)
        view.setInitialProperties({"viewModel": self.view_model})
        view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        view.resize(*self.size)
        view.setSource(QUrl.fromLocalFile(str(TABLE)))
        view.show()
        self.finger = Finger(view, 30)
        self._device = QTest.createTouchDevice()
        self.finger.wait(lambda: view.isExposed() and self.view_model.table, "the table")

    @property
    def table(self) -> Table:
        """The table that is laid."""
        found = self.view_model.table
        assert isinstance(found, Table)
        return found

    def deal(self) -> None:
        """Touch the picture, and let the pieces come to rest."""
        self.step(450)
        self.together([(900, 350)], [(900, 350)])
        self.finger.wait(lambda: self.view_model.phase == "play" and not self.table.glides, "the pieces")

    def together(self, starts: Sequence[Place], ends: Sequence[Place]) -> None:
        """A finger each from its start to its end, all at once: down, by halves, up; where both are one, a tap."""
        moves = [starts, *(self._between(starts, ends, share) for share in (0.5, 1.0))] if starts != ends else [starts]
        for number, places in enumerate(moves):
            event = QTest.touchEvent(self.view, self._device, False)
            for finger, place in enumerate(places):
                point = QPoint(round(place[0]), round(place[1]))
                if number == 0:
                    event.press(finger, point, self.view)
                else:
                    event.move(finger, point, self.view)
            event.commit()
            QTest.qWait(1)
        event = QTest.touchEvent(self.view, self._device, False)
        for finger, place in enumerate(ends):
            event.release(finger, QPoint(round(place[0]), round(place[1])), self.view)
        event.commit()
        QTest.qWait(1)

    def _between(self, starts: Sequence[Place], ends: Sequence[Place], share: float) -> list[Place]:
        return [
            (x + (to_x - x) * share, y + (to_y - y) * share) for (x, y), (to_x, to_y) in zip(starts, ends, strict=True)
        ]

    def home(self, piece: int) -> Place:
        """The middle of the piece's place on the board."""
        x, y = self.table.cut.centre(piece)
        return self.table.layout.board.x + x, self.table.layout.board.y + y

    def next_pieces(self) -> list[int]:
        """One piece in sight of each tray that is not empty."""
        shown = [[piece for piece in tray.shown if piece is not None] for tray in self.table.trays]
        return [pieces[0] for pieces in shown if pieces]

    def solve_by_drag(self, off: Place = (18, -14)) -> None:
        """All children drag a piece each, near enough to its place, until the picture is whole."""
        while pieces := self.next_pieces():
            ends = [(x + off[0], y + off[1]) for x, y in map(self.home, pieces)]
            self._touched(lambda pieces=pieces, ends=ends: self.together(list(map(self.table.shown, pieces)), ends))  # type: ignore[misc]

    def solve_by_tap(self) -> None:
        """All children tap a piece each, then its place, until the picture is whole."""
        while pieces := self.next_pieces():
            for places in (list(map(self.table.shown, pieces)), list(map(self.home, pieces))):
                self._touched(lambda places=places: self.together(places, places))  # type: ignore[misc]

    def _touched(self, touch: Callable[[], None]) -> None:
        self.clock.step(1_000)
        touch()

    def step(self, milliseconds: int) -> None:
        """Time passes for what moves by itself."""
        for _ in range(milliseconds // FRAME_MS):
            self.view_model.advance(FRAME_MS)

    def close(self) -> None:
        """The screen goes before the view model that its bindings read."""
        self.view_model.close()
        self.view.close()
        self.view.setSource(QUrl())
        QCoreApplication.sendPostedEvents(None, DEFERRED_DELETE)
        delete(self.view)
