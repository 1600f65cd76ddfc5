"""The picture that is cut: any image a pack brings, fitted to the board or refused with a sentence."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QImageIOHandler, QImageReader, QPainter
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickImageProvider

from kiosk.core.errors import KioskError

LEAST_SIDE = 200
MOST_PIXELS = 60_000_000
"""What is smaller would be a blur on the board; what is larger would not fit into the memory Qt lets a picture take."""
NARROWEST, WIDEST = 3 / 4, 16 / 9
"""Width to height of a board; of a picture beyond that the middle is taken."""
SKETCH = 200
LONGEST_SIDE = 8_192
"""A provider is asked for pictures this wide at first, to see their shape; and never for longer ones than that."""
PAPER = QColor("#FFF6E6")
"""What shines through where a picture has holes."""
SCHEME = "image://"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that can be drawn: `source` is what a QML Image takes, `width` and `height` its shape in pixels."""

    source: str
    width: int
    height: int

    @property
    def aspect(self) -> float:
        """Width to height of the part that is used."""
        return min(max(self.width / self.height, NARROWEST), WIDEST)


def open_picture(source: str, engine: QQmlEngine | None) -> Picture:
    """Look at a picture: a file, or `image://…` of one of the engine's providers.

    Raises KioskError `jigsaw.picture_missing`, `…_broken`, `…_small` or `…_huge`.
    """
    if source.startswith(SCHEME):
        sketch = _provided(source, engine, QSize(SKETCH, 0))
        return Picture(source, sketch.width(), sketch.height())
    reader = _reader(source)
    size = reader.size()
    if not size.isValid():
        raise KioskError("jigsaw.picture_broken", f"{source}: {reader.errorString()}")
    if reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90:
        size.transpose()
    if min(size.width(), size.height()) < LEAST_SIDE:
        raise KioskError("jigsaw.picture_small", source, least=LEAST_SIDE)
    if size.width() * size.height() > MOST_PIXELS:
        raise KioskError("jigsaw.picture_huge", f"{source}: {size.width()}x{size.height()}")
    return Picture(source, size.width(), size.height())


def draw_picture(picture: Picture, width: int, height: int, engine: QQmlEngine | None) -> QImage:
    """The picture's middle in exactly these pixels, opaque. Raises KioskError `jigsaw.picture_broken`."""
    if picture.source.startswith(SCHEME):
        grow = max(width / picture.width, height / picture.height)
        wanted = QSize(max(width, round(picture.width * grow)), max(height, round(picture.height * grow)))
        if max(wanted.width(), wanted.height()) > LONGEST_SIDE:
            wanted.scale(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
        return _fitted(_provided(picture.source, engine, wanted), QSize(width, height))
    reader = _reader(picture.source)
    drawn = reader.read()
    if drawn.isNull():
        raise KioskError("jigsaw.picture_broken", f"{picture.source}: {reader.errorString()}")
    return _fitted(drawn, QSize(width, height))


def _fitted(drawn: QImage, size: QSize) -> QImage:
    """Its middle, cut out and scaled to `size`, without holes."""
    shape = size.scaled(drawn.size(), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    left, top = (drawn.width() - shape.width()) // 2, (drawn.height() - shape.height()) // 2
    middle = drawn.copy(left, top, shape.width(), shape.height())
    middle = middle.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    if middle.size() != size:
        smooth = Qt.TransformationMode.SmoothTransformation
        middle = middle.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    painter = QPainter(image)
    painter.drawImage(0, 0, middle)
    painter.end()
    return image


def _reader(source: str) -> QImageReader:
    url = QUrl(source)
    path = Path(url.toLocalFile() if url.isLocalFile() else source)
    if not path.is_file():
        raise KioskError("jigsaw.picture_missing", source)
    reader = QImageReader(str(path))
    # The name's ending may lie.
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    return reader


def _provided(source: str, engine: QQmlEngine | None, wanted: QSize) -> QImage:
    """What the engine's provider makes of `image://provider/name`."""
    name, _, inside = source.removeprefix(SCHEME).partition("/")
    provider = engine.imageProvider(name) if engine else None
    if not isinstance(provider, QQuickImageProvider):
        raise KioskError("jigsaw.picture_missing", f"{source}: no provider {name}")
    image = provider.requestImage(inside, QSize(), wanted)
    if image.isNull() or image.width() < 2 or image.height() < 2:
        raise KioskError("jigsaw.picture_missing", source)
    return image
