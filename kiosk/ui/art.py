"""Pictures: every SVG of `assets/` as `image://art/<name>`, drawn at exactly the pixels that are asked for.

`image://art/stations#anti-fraud` draws single groups, cut to what they cover; `image://art/icon/home?ffffff` draws
`icons/home.svg` as bare lines in another colour. What stands between `@` and the first `/` tells addresses of
different brands apart: `image://art/@9f86d081/canal`.
"""

import logging
import re
from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from kiosk.core.places import program_folder
from kiosk.ui.pixels import drawn, nothing, within

INK = b"#2B2A33"
WIDE = 1_000
"""Pictures of ours that are so wide are filled to their edges; smaller ones are things on a clear ground."""
PAINT = re.compile(rb'fill="(?!none)(?!#2B2A33)[^"]*"')
MARK = re.compile(r"@[0-9a-f]+/")
Read = Callable[[str], bytes | None]
log = logging.getLogger(__name__)


class ArtProvider(QQuickImageProvider):
    """Draws vector art for QML, and what a brand has in its place."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._worn: Mapping[str, str] = {}
        self._brought: Read = lambda name: None
        self._last: tuple[str, QSvgRenderer] | None = None

    def wear(self, pictures: Mapping[str, str], brought: Read) -> None:
        """From now on, `brought(place)` gives the pixels of our pictures that stand in `pictures` with their place.

        Each has the room of ours: a scene is filled to its edges, a thing stands whole within its room.
        """
        self._worn, self._brought = pictures, brought

    def requestImage(self, name: str, size: QSize, requested: QSize) -> QImage:
        """The picture `name`; `requested` in device pixels, an empty side follows the picture's shape.

        Where both sides are asked for in another shape, it is the middle of the picture. No sides at all: an item that
        has no size yet, and gets nothing to show until it asks again.
        """
        if requested.isNull():
            return nothing()
        name = MARK.sub("", name, count=1)
        path, _, rest = name.partition("#")
        path, _, color = path.partition("?")
        groups = rest.split(",") if rest else []
        renderer = self._sheet(path) if groups and not color else QSvgRenderer(self._read(path, color))
        box = _box(renderer, groups)
        width, height = _pixels(box, requested)
        size.setWidth(width)
        size.setHeight(height)
        if name in self._worn and (data := self._brought(self._worn[name])):
            room = QSize(width, height)
            return drawn(data, room) if box.width() >= WIDE else within(data, room)
        image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        grow = max(width / box.width(), height / box.height())
        painter.translate(width / 2, height / 2)
        painter.scale(grow, grow)
        painter.translate(-box.center())
        for group in groups:
            renderer.render(painter, group, _bounds(renderer, group))
        if not groups:
            renderer.render(painter, box)
        painter.end()
        return image

    def _sheet(self, path: str) -> QSvgRenderer:
        """A file of which single groups are drawn: mostly several of them, one after the other."""
        if self._last is None or self._last[0] != path:
            self._last = path, QSvgRenderer(self._read(path, ""))
        return self._last[1]

    def _read(self, path: str, color: str) -> bytes:
        """The SVG's bytes; with `color` (six hex digits) its fills go and its ink takes that colour."""
        inside = f"icons/{path.removeprefix('icon/')}.svg" if path.startswith("icon/") else f"art/{path}.svg"
        file = program_folder() / "assets" / inside
        if file.is_file():
            data = file.read_bytes()
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
