"""Pictures made of pixels, as packs bring them: whatever their size, shape and colours, drawn within bounds."""

import logging

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPainter

SIDE = 8_192
PIXELS = 16 * 1024 * 1024
"""The most that is unpacked, as `packs.limits` has it; more is known by the header alone."""
MOST_MB = 160
"""What Qt may take for one picture: 16 million pixels of 16 bits a colour."""
SHOWN = 4_096
"""No side of what is shown is longer."""
FORMATS = ((b"\x89PNG", b"png"), (b"\xff\xd8", b"jpeg"), (b"RIFF", b"webp"))
"""By its first bytes, so that nothing else is ever handed to another reader, least of all that of SVG."""
TURNED = QImageIOHandler.Transformation.TransformationRotate90.value
log = logging.getLogger(__name__)


def drawn(data: bytes, requested: QSize) -> QImage:
    """The picture in `data`, `requested` large, the middle of it where its shape differs; one side alone follows it.

    One clear pixel, with a line in the log, when it cannot be shown.
    """
    form = next((form for start, form in FORMATS if data.startswith(start)), b"")
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(MOST_MB)
    reader = QImageReader(buffer, QByteArray(form))
    whole = reader.size() if form else QSize()
    if whole.isEmpty() or max(whole.width(), whole.height()) > SIDE or whole.width() * whole.height() > PIXELS:
        log.error("a picture of %d x %d pixels is not shown", whole.width(), whole.height())
        return nothing()
    reader.setAutoTransform(True)
    # A camera held upright: its picture is turned after it was cut and scaled.
    turned = bool(reader.transformation().value & TURNED)
    asked = requested.transposed() if turned else requested
    if asked.width() > 0 and asked.height() > 0:
        reader.setClipRect(_middle(whole, asked))
    reader.setScaledSize(_size(whole, asked))
    image = reader.read()
    if image.isNull():
        log.error("a picture is not shown: %s", reader.errorString())
        return nothing()
    # Also from CMYK, grey and 16 bits: what the renderer takes without asking.
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def within(data: bytes, box: QSize) -> QImage:
    """The picture in `data`, whole, on a clear ground of `box`: in the middle, standing on its lower edge."""
    image = drawn(data, QSize(box.width(), 0))
    if image.height() > box.height():
        image = image.scaled(box, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    ground = QImage(box, QImage.Format.Format_ARGB32_Premultiplied)
    ground.fill(Qt.GlobalColor.transparent)
    painter = QPainter(ground)
    painter.drawImage((box.width() - image.width()) // 2, box.height() - image.height(), image)
    painter.end()
    return ground


def nothing() -> QImage:
    """One clear pixel."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _size(whole: QSize, asked: QSize) -> QSize:
    """How large to draw: as asked for, or by the one side that is, or as it is; never over `SHOWN`."""
    width, height = asked.width(), asked.height()
    if width > 0 and height > 0:
        return asked.boundedTo(QSize(SHOWN, SHOWN))
    if width > 0 or height > 0:
        one_side = QSize(width if width > 0 else SHOWN, height if height > 0 else SHOWN)
        whole = whole.scaled(one_side, Qt.AspectRatioMode.KeepAspectRatio)
    if max(whole.width(), whole.height()) > SHOWN:
        whole = whole.scaled(SHOWN, SHOWN, Qt.AspectRatioMode.KeepAspectRatio)
    return whole.expandedTo(QSize(1, 1))


def _middle(whole: QSize, asked: QSize) -> QRect:
    """The largest part of the picture that has the shape asked for, from its middle."""
    size = asked.scaled(whole, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    return QRect(
        (whole.width() - size.width()) // 2, (whole.height() - size.height()) // 2, size.width(), size.height()
    )
