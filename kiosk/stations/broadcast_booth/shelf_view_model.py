"""The shelf on the screen: six themes as spines, and the scripts of the chosen one, a page at a time."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.stations.broadcast_booth.scripts import Piece
from kiosk.stations.broadcast_booth.shown import show_piece, show_themes
from kiosk.stations.station import StationContext

QML_IMPORT_NAME = "kiosk.stations.broadcast_booth"
QML_IMPORT_MAJOR_VERSION = 1
ON_A_PAGE = 6


@QmlElement
class ShelfViewModel(QObject):
    """`picked` is told which script a child took."""

    changed = Signal()

    def __init__(
        self,
        context: StationContext,
        pieces: Sequence[Piece],
        picked: Callable[[Piece], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._pieces, self._picked = context, pieces, picked
        self._theme = pieces[0].theme if pieces else ""
        self._page = 0

    @Property(list, notify=changed)
    def themes(self) -> list[dict[str, Any]]:
        return show_themes(self._theme, self._context.say)

    @Property(list, notify=changed)
    def scripts(self) -> list[dict[str, Any]]:
        """The scripts of this page."""
        there = self._there()[self._page * ON_A_PAGE : (self._page + 1) * ON_A_PAGE]
        return [show_piece(piece, self._context.say) for piece in there]

    @Property(bool, notify=changed)
    def more(self) -> bool:
        """Whether there is another page."""
        return len(self._there()) > ON_A_PAGE

    @Slot(str)
    def pickTheme(self, theme: str) -> None:
        """Another spine."""
        self._context.play("choose")
        self._theme, self._page = theme, 0
        self.changed.emit()

    @Slot()
    def turn(self) -> None:
        """The next page, after the last the first."""
        self._context.play("choose")
        self._page = (self._page + 1) % -(-len(self._there()) // ON_A_PAGE)
        self.changed.emit()

    @Slot(str)
    def pick(self, id: str) -> None:
        """A script."""
        self._context.play("open")
        self._picked(next(piece for piece in self._pieces if piece.id == id))

    def _there(self) -> list[Piece]:
        return [piece for piece in self._pieces if piece.theme == self._theme]
