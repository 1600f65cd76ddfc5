"""What a child takes home as pictures for the screen: `image://takeaway/<mark>/<name>`, never kept by anybody."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

Draw = Callable[[int], QImage]
"""Draws a picture that is so many pixels wide."""


class TakeawayPictures(QQuickImageProvider):
    """Draws what `show` was told last; the mark in the address tells one visit's pictures from another's."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._drawn: Mapping[str, Draw] = {}

    def show(self, drawn: Mapping[str, Draw]) -> None:
        """From now on these are the pictures."""
        self._drawn = drawn

    def requestImage(self, name: str, size: QSize, requested: QSize) -> QImage:
        """The picture; one pixel where the visit it belonged to is over."""
        draw = self._drawn.get(name.rpartition("/")[2])
        image = draw(max(1, requested.width())) if draw else QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image
