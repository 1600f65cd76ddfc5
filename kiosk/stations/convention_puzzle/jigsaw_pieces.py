"""The pieces as a list for QML, and the provider of their images. No picture files are written."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from kiosk.stations.convention_puzzle.jigsaw_paint import HOME, LOOSE, RAISED, Look, PieceMaker
from kiosk.stations.convention_puzzle.jigsaw_table import Rest, Table

ROLES = ("look", "atX", "atY", "level", "there", "spin")
FIRST = Qt.ItemDataRole.UserRole + 1
Row = tuple[str, int, int, int, bool, float]
Index = QModelIndex | QPersistentModelIndex


class JigsawProvider(QQuickImageProvider):
    """`piece/<number>/<turn>/<joined>/<state>`, `glow/<number>/<turn>`, `ghost`, `ghost-lines` and `picture`."""

    def __init__(self, maker: PieceMaker) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._maker = maker

    def requestImage(self, name: str, size: QSize, requested: QSize) -> QImage:
        """The image, always in its own size."""
        match name.split("/"):
            case ["piece", piece, turn, joined, state]:
                image = self._maker.image(int(piece), Look(int(turn), int(joined), state))
            case ["glow", piece, turn]:
                image = self._maker.glow(int(piece), int(turn))
            case ["picture"]:
                image = self._maker.picture
            case _:
                image = self._maker.ghost(name == "ghost-lines")
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


class JigsawPieces(QAbstractListModel):
    """One row a piece. `refresh` tells QML only of what became different."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._prefix = ""

    def lay(self, table: Table, maker: PieceMaker, prefix: str) -> None:
        """All pieces anew; `prefix` is what stands before the name of an image."""
        self.beginResetModel()
        self._prefix = prefix
        self._rows = [self._row(table, maker, piece, False, "") for piece in range(table.cut.count)]
        self.endResetModel()

    def refresh(self, table: Table, maker: PieceMaker, pieces: set[int], raised: set[int]) -> None:
        """These pieces may look or lie differently now."""
        for piece in pieces:
            before = self._rows[piece]
            row = self._rows[piece] = self._row(table, maker, piece, piece in raised, before[0])
            roles = [FIRST + n for n, (old, new) in enumerate(zip(before, row, strict=True)) if old != new]
            if roles:
                index = self.index(piece)
                self.dataChanged.emit(index, index, roles)

    def _row(self, table: Table, maker: PieceMaker, piece: int, raised: bool, before: str) -> Row:
        group = table.group(piece)
        there = table.visible(piece)
        state = HOME if group.rest is Rest.HOME else RAISED if raised else LOOSE
        joined = 0 if state == HOME else joined_to(table, piece)
        # What is on another page is painted when its page is turned to.
        look = f"{self._prefix}piece/{piece}/{group.turn}/{joined}/{state}" if there else before
        left, top = maker.corner(piece, group.turn, table.shown(piece), state == HOME)
        return look, left, top, table.heights[piece], there, table.glides.off(piece)[2]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many pieces there are."""
        return len(self._rows)

    def data(self, index: Index, role: int = 0) -> Any:
        """A piece's value for one of `ROLES`."""
        return self._rows[index.row()][role - FIRST]

    def roleNames(self) -> dict[int, QByteArray]:
        """The names of `ROLES`."""
        return {FIRST + number: QByteArray(name.encode()) for number, name in enumerate(ROLES)}


def joined_to(table: Table, piece: int) -> int:
    """Which of the pieces around it belong to its group: a bit each."""
    group = table.group(piece)
    if len(group.pieces) == 1:
        return 0
    around = table.cut.around(piece)
    return sum(1 << bit for bit, other in enumerate(around) if other is not None and table.group(other) is group)
