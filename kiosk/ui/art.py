"""Pictures: every SVG of `assets/` as `image://art/<name>`, drawn at exactly the pixels that are asked for.

`image://art/canal#sky,moon` draws single groups of `art/canal.svg`; `image://art/icon/home?ffffff` draws
`icons/home.svg` with the ink strokes in another colour.
"""

import logging
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from kiosk.core.places import program_folder

INK = b"#2B2A33"
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
        box = renderer.viewBoxF()
        width, height = requested.width(), requested.height()
        if width <= 0 and height <= 0:
            width, height = round(box.width()), round(box.height())
        elif width <= 0:
            width = max(1, round(height * box.width() / box.height()))
        elif height <= 0:
            height = max(1, round(width * box.height() / box.width()))
        image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.scale(width / box.width(), height / box.height())
        if rest:
            for group in rest.split(","):
                renderer.render(painter, group, renderer.transformForElement(group).mapRect(_bounds(renderer, group)))
        else:
            renderer.render(painter, QRectF(0, 0, box.width(), box.height()))
        painter.end()
        size.setWidth(width)
        size.setHeight(height)
        return image

    def _read(self, path: str, color: str) -> bytes:
        """The SVG's bytes, its ink replaced by `color` (six hex digits) if one is given."""
        inside = f"icons/{path.removeprefix('icon/')}.svg" if path.startswith("icon/") else f"art/{path}.svg"
        for folder in self._folders:
            if (folder / inside).is_file():
                data = (folder / inside).read_bytes()
                return data.replace(INK, b"#" + color.encode()) if color else data
        log.error("no picture %s", inside)
        return b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>"


def _bounds(renderer: QSvgRenderer, group: str) -> QRectF:
    return renderer.boundsOnElement(group)
