"""Pictures: every SVG of `assets/` as `image://art/<name>`, drawn at exactly the pixels that are asked for.

`image://art/stations#anti-fraud` draws single groups, cut to what they cover; `image://art/icon/home?ffffff` draws
`icons/home.svg` as bare lines in another colour.
"""

import logging
import re
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from kiosk.core.places import program_folder

INK = b"#2B2A33"
PAINT = re.compile(rb'fill="(?!none)(?!#2B2A33)[^"]*"')
log = logging.getLogger(__name__)


class ArtProvider(QQuickImageProvider):
    """Draws vector art for QML. Folders given first win, so that a branding pack can replace a picture."""

    def __init__(self, folders: tuple[Path, ...] = ()) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folders = (*folders, program_folder() / "assets")

    def requestImage(self, name: str, size: QSize, requested: QSize) -> QImage:
        """The picture `name`; `requested` in device pixels, an empty side follows the picture's shape."""
        path, _, rest = name.partition("#")
        path, _, color = path.partition("?")
        renderer = QSvgRenderer(self._read(path, color))
        groups = rest.split(",") if rest else []
        box = _box(renderer, groups)
        width, height = _pixels(box, requested)
        image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.scale(width / box.width(), height / box.height())
        painter.translate(-box.topLeft())
        for group in groups:
            renderer.render(painter, group, _bounds(renderer, group))
        if not groups:
            renderer.render(painter, box)
        painter.end()
        size.setWidth(width)
        size.setHeight(height)
        return image

    def _read(self, path: str, color: str) -> bytes:
        """The SVG's bytes; with `color` (six hex digits) its fills go and its ink takes that colour."""
        inside = f"icons/{path.removeprefix('icon/')}.svg" if path.startswith("icon/") else f"art/{path}.svg"
        for folder in self._folders:
            if (folder / inside).is_file():
                data = (folder / inside).read_bytes()
                return PAINT.sub(b'fill="none"', data).replace(INK, b"#" + color.encode()) if color else data
        log.error("no picture %s", inside)
        return b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>"


def _bounds(renderer: QSvgRenderer, group: str) -> QRectF:
    """Where `group` lies in the picture."""
    return renderer.transformForElement(group).mapRect(renderer.boundsOnElement(group))


def _box(renderer: QSvgRenderer, groups: list[str]) -> QRectF:
    """The part of the picture to draw: all of it, or just what the groups cover."""
    box = QRectF()
    for group in groups:
        box = box.united(_bounds(renderer, group))
    return box if groups and not box.isEmpty() else renderer.viewBoxF()


def _pixels(box: QRectF, requested: QSize) -> tuple[int, int]:
    """Width and height to draw; a side that is not asked for follows the picture's shape."""
    width, height = requested.width(), requested.height()
    if width <= 0 and height <= 0:
        return round(box.width()), round(box.height())
    if width <= 0:
        return max(1, round(height * box.width() / box.height())), height
    if height <= 0:
        return width, max(1, round(width * box.height() / box.width()))
    return width, height
