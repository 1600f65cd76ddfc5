"""Paints pieces: a path over the one picture, with contour and shadow. Colours are Theme's."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from kiosk.stations.convention_puzzle.jigsaw_cut import Cut, Edge

INK = QColor("#2B2A33")
LIGHT = QColor("#FFD27A")
GROUND = QColor("#121D35")
SHADOW = QColor(18, 29, 53, 120)
SEAM = QColor(43, 42, 51, 110)
SHADOW_DOWN = 8
CONTOUR, SEAM_WIDTH, RING = 4.0, 1.6, 16.0
"""Pixels of the 1080p design: how far the shadow falls; lines round a group, between its pieces, round what is held."""
ROUND = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
GHOST = 0.3
SIDES = 4
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
        self._brush = QBrush(picture)
        self._paths: dict[int, QPainterPath] = {}
        self._frames: dict[tuple[int, int], Frame] = {}

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

    def frame(self, piece: int, turn: int) -> Frame:
        """The piece's image so turned, with room for contour, ring and shadow."""
        found = self._frames.get((piece, turn))
        if found is None:
            pad = (RING / 2 + 2) * self._unit
            box = self._turned(piece, turn).mapRect(self.path(piece).controlPointRect()).adjusted(-pad, -pad, pad, pad)
            box.setBottom(box.bottom() + SHADOW_DOWN * self._unit)
            whole = box.toAlignedRect()
            found = Frame(whole.x(), whole.y(), whole.width(), whole.height())
            self._frames[piece, turn] = found
        return found

    def corner(self, piece: int, turn: int, middle: tuple[float, float]) -> tuple[int, int]:
        """Where the image's corner lies when the piece's middle is there; whole pixels, so that pieces fit."""
        frame = self.frame(piece, turn)
        own = self._phase(piece, turn)
        return round(middle[0] - own[0]) + frame.left, round(middle[1] - own[1]) + frame.top

    def image(self, piece: int, look: Look) -> QImage:
        """The piece as it lies there."""
        frame = self.frame(piece, look.turn)
        image, painter = self._canvas(frame)
        path = self._turned(piece, look.turn).map(self.path(piece))
        if look.state != HOME:
            self._paint_below(painter, piece, look, path)
        brush = QBrush(self._brush)
        brush.setTransform(self._turned(piece, look.turn))
        painter.fillPath(path, brush)
        self._paint_lines(painter, piece, look, path)
        painter.end()
        return image

    def glow(self, piece: int, turn: int) -> QImage:
        """Light in the piece's shape, to be laid over it for a moment."""
        image, painter = self._canvas(self.frame(piece, turn))
        path = self._turned(piece, turn).map(self.path(piece))
        inside = QColor(LIGHT)
        inside.setAlpha(120)
        painter.fillPath(path, inside)
        painter.strokePath(path, QPen(LIGHT, RING / 2 * self._unit, *ROUND))
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
                    line = QPainterPath(QPointF(*edge.points[0]))
                    _follow(line, edge, True)
                    painter.strokePath(line, pen)
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

    def _paint_below(self, painter: QPainter, piece: int, look: Look, path: QPainterPath) -> None:
        """Shadow and ring, but nothing on the pieces that it is joined to."""
        painter.translate(0, SHADOW_DOWN * self._unit)
        painter.fillPath(path, SHADOW)
        painter.translate(0, -SHADOW_DOWN * self._unit)
        if look.state == RAISED:
            painter.strokePath(path, QPen(LIGHT, RING * self._unit, *ROUND))
        if not look.joined:
            return
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        for bit, other in enumerate(self.cut.around(piece)):
            if other is not None and look.joined >> bit & 1:
                painter.fillPath(self._turned(piece, look.turn).map(self.path(other)), INK)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _paint_lines(self, painter: QPainter, piece: int, look: Look, path: QPainterPath) -> None:
        """A contour where the group ends, a seam between pieces."""
        seam = QPen(SEAM, SEAM_WIDTH * self._unit)
        contour = QPen(INK, CONTOUR * self._unit, *ROUND)
        whole_sides = (1 << SIDES) - 1
        if look.state == HOME or look.joined & whole_sides == whole_sides:
            painter.strokePath(path, seam)
        elif not look.joined & whole_sides:
            painter.strokePath(path, contour)
        else:
            to_middle = self._turned(piece, look.turn)
            for bit, (edge, _) in enumerate(self.cut.sides(piece)):
                line = QPainterPath(QPointF(*edge.points[0]))
                _follow(line, edge, True)
                painter.strokePath(to_middle.map(line), seam if look.joined >> bit & 1 else contour)


def _follow(path: QPainterPath, edge: Edge, forwards: bool) -> None:
    """Continue the path along the edge."""
    points = edge.points if forwards else edge.points[::-1]
    if edge.straight:
        path.lineTo(*points[1])
        return
    for at in range(1, len(points), 3):
        path.cubicTo(*points[at], *points[at + 1], *points[at + 2])
