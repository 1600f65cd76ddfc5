"""Pictures that packs bring: any size, shape and colours are shown; broken and monstrous ones are not, quickly."""

import struct
import time
import zlib
from collections.abc import Callable

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter

from kiosk.packs import limits
from kiosk.packs.raster import picture_head
from kiosk.ui import pixels
from kiosk.ui.art import ArtProvider
from kiosk.ui.brought import BroughtProvider
from kiosk.ui.pixels import drawn, within
from tests.packs.pack_help import png

BLUE = (0, 128, 255)
ASKED = [(0, 0), (300, 0), (0, 300), (300, 200), (20, 20), (1920, 1080)]


def coded(image: QImage, form: str) -> bytes:
    """A picture's file."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, form.encode()).write(image)
    return bytes(held.data())


def plain(width: int, height: int, form: QImage.Format = QImage.Format.Format_RGB32) -> QImage:
    """One blue."""
    image = QImage(width, height, form)
    image.fill(QColor(*BLUE))
    return image


def cmyk(width: int, height: int) -> bytes:
    """What a print shop gives: JPEG in four inks."""
    return coded(plain(width, height).convertToFormat(QImage.Format.Format_CMYK8888), "jpg")


FILES: dict[str, Callable[[int, int], bytes]] = {
    "png": lambda width, height: png(width, height),
    "jpg": lambda width, height: coded(plain(width, height), "jpg"),
    "webp": lambda width, height: coded(plain(width, height), "webp"),
    "cmyk": cmyk,
    "grey": lambda width, height: coded(plain(width, height, QImage.Format.Format_Grayscale8), "png"),
    "deep": lambda width, height: coded(plain(width, height, QImage.Format.Format_RGBA64), "png"),
    "palette": lambda width, height: coded(plain(width, height).convertToFormat(QImage.Format.Format_Indexed8), "png"),
}


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (640, 480), (2, 900), (3000, 40)])
@pytest.mark.parametrize("name", FILES)
def test_any_picture_fits(name: str, size: tuple[int, int], qapp: QCoreApplication) -> None:
    """Filling both sides where both are asked for; by its shape otherwise; its colour is what it was."""
    data = FILES[name](*size)
    assert picture_head(data)[1:] == size
    for width, height in ASKED:
        image = drawn(data, QSize(width, height))
        assert image.format() == QImage.Format.Format_ARGB32_Premultiplied
        assert max(image.width(), image.height()) <= pixels.SHOWN
        if width and height:
            assert (image.width(), image.height()) == (width, height)
        elif not (width or height):
            assert (image.width(), image.height()) == size
        colour = image.pixelColor(image.width() // 2, image.height() // 2)
        parts = (colour.red(), colour.green(), colour.blue())
        if name != "grey":
            assert all(abs(one - other) < 12 for one, other in zip(parts, BLUE, strict=True)), parts


def test_alpha_is_kept(qapp: QCoreApplication) -> None:
    """A mascot stands on whatever lies behind it, whole, on the lower edge of its room."""
    assert drawn(png(9, 9, alpha=0), QSize(50, 50)).pixelColor(25, 25).alpha() == 0
    wide = within(png(90, 9), QSize(100, 100))
    tall = within(png(9, 90), QSize(100, 100))
    assert (wide.pixelColor(50, 99).alpha(), wide.pixelColor(50, 50).alpha()) == (255, 0)
    assert (tall.pixelColor(50, 2).alpha(), tall.pixelColor(10, 50).alpha()) == (255, 0)


def test_a_camera_held_upright(qapp: QCoreApplication) -> None:
    """Its picture lies on its side in the file and says so: it is turned, whatever is asked for."""
    image = plain(400, 200)
    for x in range(200):
        for y in range(200):
            image.setPixelColor(x, y, QColor("red"))
    plain_file = coded(image, "jpg")
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0) + bytes(4)
    turned = plain_file[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + plain_file[2:]
    for asked, size in (((0, 0), (200, 400)), ((100, 0), (100, 200)), ((100, 200), (100, 200))):
        shown = drawn(turned, QSize(*asked))
        assert (shown.width(), shown.height()) == size
        assert shown.pixelColor(size[0] // 2, size[1] // 4).red() > 200
        assert shown.pixelColor(size[0] // 2, size[1] * 3 // 4).blue() > 200


def huge(side: int) -> bytes:
    """A small file whose header promises `side` times `side` pixels."""
    body = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return png(2, 2).replace(
        png(2, 2)[8:33], struct.pack(">I", 13) + b"IHDR" + body + struct.pack(">I", zlib.crc32(b"IHDR" + body))
    )


@pytest.mark.parametrize("name", ["png", "jpg", "webp"])
def test_a_copy_that_was_cut_short_shows_in_its_head(name: str, qapp: QCoreApplication) -> None:
    """So that it does not come in; nor does anything that only begins like a picture."""
    data = FILES[name](90, 60)
    form, *size = picture_head(data)
    assert (form, size) == (name, [90, 60])
    for length in (0, 3, 12, 20, 29, len(data) // 2, len(data) - 70):
        assert picture_head(data[:length])[1:] == (0, 0)
    assert picture_head(data[:12] + bytes(200)) == (form, 0, 0)


def test_the_limits_of_checking_and_drawing_are_the_same() -> None:
    """What comes in is shown."""
    assert (pixels.SIDE, pixels.PIXELS) == (limits.PICTURE_SIDE, limits.PICTURE_PIXELS)


SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"


@pytest.mark.parametrize(
    "data",
    [
        huge(50_000),
        huge(9_000),
        b"",
        b"noise",
        SVG,
        b"\x89PNG\r\n\x1a\n" + SVG,
        b"GIF89a\1\0\1\0\0\0\0;",
        png()[:40],
    ],
    ids=["huge", "large", "empty", "noise", "svg", "svg as png", "gif", "cut png"],
)
def test_what_cannot_be_shown_is_a_clear_pixel(
    data: bytes, qapp: QCoreApplication, caplog: pytest.LogCaptureFixture
) -> None:
    """At once, by its header, with a line in the log and no warning of Qt's."""
    start = time.process_time()
    image = drawn(data, QSize(300, 300))
    assert time.process_time() - start < 0.5
    assert (image.width(), image.height(), image.pixelColor(0, 0).alpha()) == (1, 1, 0)
    assert caplog.records


def test_what_a_pack_lacks_is_asked_of_ours(qapp: QCoreApplication) -> None:
    """By its last part; a picture of ours gives way only where it is worn, in its own room."""
    pictures = {"0123456789abcdef/feeds/sky": png(30, 10)}
    art = ArtProvider()
    brought = BroughtProvider(pictures.get, art)
    size = QSize()
    theirs = brought.requestImage("0123456789abcdef/feeds/sky", size, QSize(300, 0))
    assert (theirs.width(), theirs.height(), size.toTuple()) == (300, 100, (300, 100))
    ours = art.requestImage("icon/home", QSize(), QSize(60, 0))
    assert brought.requestImage("0123456789abcdef/feeds/icon/home", size, QSize(60, 0)) == ours
    canal, lantern = (art.requestImage(name, QSize(), QSize(192, 0)) for name in ("canal", "lantern"))
    art.wear({"canal": "0123456789abcdef/feeds/sky", "lantern": "gone"}, pictures.get)
    worn = art.requestImage("@9f86d081/canal", size, QSize(192, 0))
    assert (worn.size(), size) == (canal.size(), canal.size())
    assert {worn.pixelColor(x, y).name() for x in (0, 191) for y in (0, 107)} == {"#0080ff"}
    assert art.requestImage("lantern", QSize(), QSize(192, 0)) == lantern
    art.wear({}, pictures.get)
    assert art.requestImage("canal", QSize(), QSize(192, 0)) == canal
