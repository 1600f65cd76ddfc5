"""All answer sheets in one picture. NumPy, Pillow and zxing-cpp: for the child process only."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy
import zxingcpp
from PIL import Image, ImageOps

from kiosk.classroom.sheets_bubbles import Measured, measured
from kiosk.classroom.sheets_geometry import Gray, Points, flattened
from kiosk.classroom.sheets_marks import Placed, placed
from kiosk.core import answer_sheet as sheet

LARGEST = 4_600
"""Longer sides are made smaller first: more pixels tell nothing more."""
SMALLEST_SCALE = 2.4
"""Fewer pixels a millimetre cannot be read."""
SHOWN_STEP = 0.2
"""Millimetres a pixel of the picture that a teacher sees."""
QUALITY = 82
JPEG_IN_PDF = re.compile(rb"stream\r?\n(\xff\xd8\xff.*?\xff\xd9)\s*endstream", re.DOTALL)
FORMATS = ("JPEG", "PNG")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: what its code says, its bubbles (`None` where it could not be read: `why` is `small`, `cut` or `dark`)
    and how it looks, straightened."""

    digits: str
    bubbles: Measured | None
    why: str
    picture: Gray


def pictures(file: Path) -> Iterator[Gray]:
    """The pictures of a file: one of a jpg or png, the scanned pages of a pdf. Raises OSError (also for what is no
    picture)."""
    data = file.read_bytes()
    pages = JPEG_IN_PDF.findall(data) if data.startswith(b"%PDF") else [data]
    for page in pages:
        try:
            with Image.open(io.BytesIO(page), formats=FORMATS) as opened:
                yield _gray(opened)
        except (SyntaxError, ValueError, Image.DecompressionBombError) as error:
            raise OSError(str(error)) from error


def sheets_in(picture: Gray) -> list[Sheet]:
    """Every sheet whose code can be read."""
    found: dict[str, Points] = {}
    for attempt in _attempts(picture):
        for code in zxingcpp.read_barcodes(attempt, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)):
            if code.valid and sheet.is_sheet(code.text):
                found.setdefault(code.text, _corners(code.position))
        if found:
            break
    return [_sheet(picture, digits, corners) for digits, corners in sorted(found.items())]


def _attempts(picture: Gray) -> "Iterator[numpy.ndarray[tuple[int, ...], numpy.dtype[numpy.uint8]]]":
    """The picture as it is, then with its shadows taken out: what a code in the dark needs."""
    yield picture.astype(numpy.uint8)
    image = Image.fromarray(picture.astype(numpy.uint8))
    small = image.resize((max(1, image.width // 32), max(1, image.height // 32)), Image.Resampling.BOX)
    ground = numpy.asarray(small.resize(image.size, Image.Resampling.BICUBIC), dtype=numpy.float32)
    yield numpy.clip(picture / numpy.maximum(ground, 8) * 150, 0, 255).astype(numpy.uint8)


def _sheet(picture: Gray, digits: str, corners: Points) -> Sheet:
    contrast = _contrast(picture, corners)
    place = placed(picture, corners, contrast)
    why = _why_not(place, contrast)
    shown = flattened(picture, place.flat, (sheet.WIDTH, sheet.HEIGHT), SHOWN_STEP)
    return Sheet(digits, None if why else measured(picture, place), why, shown)


def _why_not(place: Placed, contrast: float) -> str:
    """Why this sheet cannot be read; empty when it can."""
    if place.flat.scale((sheet.BUBBLES_X[1], sheet.row_y(4))) < SMALLEST_SCALE:
        return "small"
    if place.corners < 2 or place.seen.sum() < sheet.ROWS or not place.seen.any(axis=0).all():
        return "cut"
    return "dark" if contrast < LEAST_CONTRAST else ""


LEAST_CONTRAST = 30.0
"""Grey levels between black and paper below which pencil cannot be told from noise."""


def _contrast(picture: Gray, corners: Points) -> float:
    """Paper above black around the code, in grey levels."""
    low, high = numpy.floor(corners.min(axis=0)), numpy.ceil(corners.max(axis=0))
    left, top = (max(0, int(one)) for one in low)
    cut = picture[top : int(high[1]) + 1, left : int(high[0]) + 1]
    dark, light = numpy.percentile(cut, (12, 88))
    return float(light - dark)


def _gray(opened: Image.Image) -> Gray:
    """Upright, grey, and not larger than needed."""
    opened.draft("L", (LARGEST, LARGEST))
    image = ImageOps.exif_transpose(opened).convert("L")
    image.thumbnail((LARGEST, LARGEST), Image.Resampling.BOX)
    return numpy.asarray(image, dtype=numpy.float32)


def _corners(position: zxingcpp.Position) -> Points:
    ends = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    return numpy.array([(float(one.x), float(one.y)) for one in ends])
