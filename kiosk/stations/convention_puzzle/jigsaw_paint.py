"""Paints pieces: a path over the one picture, with contour and shadow. Colours are Theme's."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from kiosk.stations.convention_puzzle.jigsaw_cut import Cut, Edge

INK = QColor("#2B2A33")
LIGHT = QColor("#FFD27A")
GROUND = QColor("#121D35")
SHADOW = QColor(18, 29, 53, 120)
SHADOW_DOWN = 8
CONTOUR, RING = 3.5, 16.0
"""Pixels of the 1080p design: how far the shadow falls; the line round a group, and round what is held."""
ROUND = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
GHOST = 0.36
HOME, LOOSE, RAISED = "home", "loose", "raised"


@dataclass(frozen=True, slots=True)
class Look:
    """How a piece looks: quarters turned, which of `Cut.around` it is joined to (a bit each), and its state."""

    turn: int
    joined: int
    state: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a piece's image lies around the middle of the piece, and its size, in whole pixels."""

    left: int
    top: int
    width: int
    height: int


class PieceMaker:
    """Makes the images of one cut of one picture (opaque, in the cut's size). `unit` is one pixel of the design."""

    def __init__(self, cut: Cut, picture: QImage, unit: float) -> None:
        self.cut = cut
        self.picture = picture
        self._unit = unit
        self._paths: dict[int, QPainterPath] = {}
        self._frames: dict[tuple[int, int, bool], Frame] = {}

    def path(self, piece: int) -> QPainterPath:
        """Its outline in the picture."""
        found = self._paths.get(piece)
        if found is None:
            sides = self.cut.sides(piece)
            found = QPainterPath(QPointF(*sides[0][0].points[0]))
            for edge, forwards in sides:
                _follow(found, edge, forwards)
            found.closeSubpath()
            self._paths[piece] = found
        return found

    def frame(self, piece: int, turn: int, home: bool = False) -> Frame:
        """The piece's image so turned; unless it is at home, with room for light and shadow."""
        found = self._frames.get((piece, turn, home))
        if found is None:
            pad = 1 if home else (RING / 2 + 2) * self._unit
            box = self._turned(piece, turn).mapRect(self.path(piece).controlPointRect()).adjusted(-pad, -pad, pad, pad)
            if not home:
                box.setBottom(box.bottom() + SHADOW_DOWN * self._unit)
            whole = box.toAlignedRect()
            found = Frame(whole.x(), whole.y(), whole.width(), whole.height())
            self._frames[piece, turn, home] = found
        return found

    def corner(self, piece: int, turn: int, middle: tuple[float, float], home: bool = False) -> tuple[int, int]:
        """Where the image's corner lies when the piece's middle is there; whole pixels, so that pieces fit."""
        frame = self.frame(piece, turn, home)
        own = self._phase(piece, turn)
        return round(middle[0] - own[0]) + frame.left, round(middle[1] - own[1]) + frame.top

    def image(self, piece: int, look: Look) -> QImage:
        """The piece as it lies there."""
        image, painter = self._canvas(self.frame(piece, look.turn, look.state == HOME))
        if look.state == HOME:
            self._paint_home(painter, piece)
        else:
            self._paint_loose(painter, piece, look)
        painter.end()
        return image

    def glow(self, piece: int, turn: int) -> QImage:
        """Light in the piece's shape, to be laid over it for a moment."""
        image, painter = self._canvas(self.frame(piece, turn))
        self._stand(painter, piece, turn)
        inside = QColor(LIGHT)
        inside.setAlpha(120)
        painter.fillPath(self.path(piece), inside)
        painter.strokePath(self.path(piece), QPen(LIGHT, RING / 2 * self._unit, *ROUND))
        painter.end()
        return image

    def ghost(self, lines: bool) -> QImage:
        """The whole picture, faint, with the places of its pieces where `lines`."""
        image = QImage(self.picture.size(), QImage.Format.Format_RGB32)
        image.fill(GROUND)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(GHOST)
        painter.drawImage(0, 0, self.picture)
        if lines:
            pen = QPen(LIGHT, 2 * self._unit)
            for row in (*self.cut.across[1:-1], *self.cut.down[1:-1]):
                for edge in row:
                    painter.strokePath(_along(edge), pen)
        painter.end()
        return image

    def _phase(self, piece: int, turn: int) -> tuple[float, float]:
        """How the middle of the piece at home lies between whole pixels."""
        x, y = self.cut.centre(piece)
        turned = QTransform().rotate(90 * turn).map(QPointF(x, y))
        return turned.x() - round(turned.x()), turned.y() - round(turned.y())

    def _turned(self, piece: int, turn: int) -> QTransform:
        """From the picture to the middle of the piece, turned. At home pixels fall on pixels."""
        x, y = self.cut.centre(piece)
        right, down = self._phase(piece, turn)
        return QTransform().translate(right, down).rotate(90 * turn).translate(-x, -y)

    def _canvas(self, frame: Frame) -> tuple[QImage, QPainter]:
        image = QImage(frame.width, frame.height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-frame.left, -frame.top)
        return image, painter

    def _stand(self, painter: QPainter, piece: int, turn: int) -> None:
        """What is painted from now on is meant in the picture's pixels."""
        painter.setTransform(self._turned(piece, turn), True)

    def _paint_home(self, painter: QPainter, piece: int) -> None:
        """The same as filling with a brush, in two thirds of the time: a shape, and the picture laid into it."""
        self._stand(painter, piece, 0)
        painter.fillPath(self.path(piece), INK)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.resetTransform()
        frame, (x, y) = self.frame(piece, 0, True), self.cut.centre(piece)
        painter.drawImage(0, 0, self.picture, round(x) + frame.left, round(y) + frame.top, frame.width, frame.height)

    def _paint_loose(self, painter: QPainter, piece: int, look: Look) -> None:
        """Shadow, light, the picture, a contour where the group ends."""
        base, path = painter.transform(), self.path(piece)
        painter.translate(0, SHADOW_DOWN * self._unit)
        self._stand(painter, piece, look.turn)
        # On an empty image this is the same as to lay it over, in a third of the time.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillPath(path, SHADOW)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setTransform(base)
        self._stand(painter, piece, look.turn)
        if look.state == RAISED:
            painter.strokePath(path, QPen(LIGHT, RING * self._unit, *ROUND))
        self._clear_joined(painter, piece, look.joined)
        painter.fillPath(path, QBrush(self.picture if look.joined else self._lined))
        if look.joined:
            self._paint_contour(painter, piece, look.joined)

    @cached_property
    def _lined(self) -> QImage:
        """The picture with every line of the cut in ink: a piece that is cut from it has its contour."""
        image = self.picture.copy()
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Half of a line falls on either side of it.
        pen = self._pen(2 * CONTOUR)
        for line in (*self.cut.across, *self.cut.down):
            for edge in line:
                painter.strokePath(_along(edge), pen)
        painter.end()
        return image

    def _pen(self, width: float) -> QPen:
        # Round joins would take a tenth more time, for lines that have no corners.
        return QPen(INK, width * self._unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.MiterJoin)

    def _clear_joined(self, painter: QPainter, piece: int, joined: int) -> None:
        """Shadow and ring do not fall on the pieces that it is joined to."""
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        for bit, other in enumerate(self.cut.around(piece)):
            if other is not None and joined >> bit & 1:
                painter.fillPath(self.path(other), INK)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _paint_contour(self, painter: QPainter, piece: int, joined: int) -> None:
        """A line where the group ends. Between pieces their soft edges are seam enough."""
        for bit, (edge, _) in enumerate(self.cut.sides(piece)):
            if not joined >> bit & 1:
                painter.strokePath(_along(edge), self._pen(1.5 * CONTOUR))


def _along(edge: Edge) -> QPainterPath:
    """The line of one edge."""
    line = QPainterPath(QPointF(*edge.points[0]))
    _follow(line, edge, True)
    return line


def _follow(path: QPainterPath, edge: Edge, forwards: bool) -> None:
    """Continue the path along the edge."""
    points = edge.points if forwards else edge.points[::-1]
    if edge.straight:
        path.lineTo(*points[1])
        return
    for at in range(1, len(points), 3):
        path.cubicTo(*points[at], *points[at + 1], *points[at + 2])
