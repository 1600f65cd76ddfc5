"""The help a child may ask for: a hint, the faint picture, the border first."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.stations.convention_puzzle.jigsaw_effects import Effects
from kiosk.stations.convention_puzzle.jigsaw_help import piece_to_show
from kiosk.stations.convention_puzzle.jigsaw_stage import Laid
from kiosk.stations.convention_puzzle.jigsaw_table import Table

QML_IMPORT_NAME = "kiosk.stations.convention_puzzle"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class JigsawHelper(QObject):
    """`playing()` is the table while it is played at; `show()` tells QML of all that is different then."""

    switched = Signal()

    def __init__(
        self,
        play: Callable[[str], None],
        effects: Effects,
        playing: Callable[[], Laid | None],
        show: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._play, self._effects, self._playing, self._show = play, effects, playing, show
        self._ghost, self._borders = True, False
        self._hinted: int | None = None

    @Property(bool, notify=switched)
    def ghost(self) -> bool:
        """Whether the faint picture is shown on the board."""
        return self._ghost

    @Property(bool, notify=switched)
    def borders(self) -> bool:
        """Whether the trays show only the picture's border."""
        return self._borders

    @Slot()
    def hint(self) -> None:
        """Show where a piece belongs: the one that was chosen, else one that is easy now. Asked again, lay it there.

        So a child who cannot reach the upper end of the board, or not yet lay a piece, makes the picture whole as well.
        """
        laid = self._playing()
        piece = piece_to_show(laid.table, laid.hands.chosen) if laid else None
        if laid is None or piece is None:
            return
        self._play("choose")
        if piece == self._hinted:
            self._effects.helped()
            laid.hands.place(piece)
        else:
            self._effects.show_place(laid, piece)
        self._hinted = piece
        self._show()

    @Slot()
    def toggleGhost(self) -> None:
        self._play("tap")
        self._ghost = not self._ghost
        self.switched.emit()

    @Slot()
    def toggleBorders(self) -> None:
        if laid := self._playing():
            self._play("tap")
            self._borders = not self._borders
            self.sort_out(laid.table)
            self._show()

    def sort_out(self, table: Table) -> None:
        """Let the trays show what is wanted; all pieces once none of the border is left."""
        if not any(table.cut.on_border(piece) for tray in table.trays for piece in tray.pieces):
            self._borders = False
        for tray in table.trays:
            tray.wanted = table.cut.on_border if self._borders else _any
            tray.refresh()
        table.arrange()
        self.switched.emit()

    def look(self, table: Table) -> None:
        """See whether the border is done."""
        if self._borders and not any(tray.shown for tray in table.trays):
            self.sort_out(table)


def _any(piece: int) -> bool:
    return True
