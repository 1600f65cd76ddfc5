"""Pictures that packs bring, as `image://brought/<pack hash>/<kind>/<name>`."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from kiosk.ui.art import ArtProvider
from kiosk.ui.pixels import drawn

Read = Callable[[str], bytes | None]


class BroughtProvider(QQuickImageProvider):
    """`read(name)` gives a picture's bytes. What no pack has is asked of `art`: packs may name our pictures."""

    def __init__(self, read: Read, art: ArtProvider) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._read = read
        self._art = art

    def requestImage(self, name: str, size: QSize, requested: QSize) -> QImage:
        """The picture, as `pixels.drawn` fits it to what is asked for."""
        data = self._read(name)
        if data is None:
            # `<pack>/<kind>/icon/home`: two parts are the pack's, the rest is ours.
            return self._art.requestImage(name.split("/", 2)[-1], size, requested)
        image = drawn(data, requested)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image
