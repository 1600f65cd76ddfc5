"""Pictures of `assets/` drawn for tests, and what lies outside their boxes."""

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ASSETS = Path(__file__).parents[2] / "assets"
ART = ASSETS / "art"
ICONS = sorted((ASSETS / "icons").glob("*.svg"))
PICTURES = sorted(ART.glob("*.svg"))


def drawn(path: Path, margin: int) -> QImage:
    """The picture at its own size in the middle of a transparent ground that is `margin` px wider on each side."""
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    box = renderer.viewBox()
    image = QImage(box.width() + 2 * margin, box.height() + 2 * margin, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter, QRectF(margin, margin, box.width(), box.height()))
    painter.end()
    return image


def spill(path: Path, margin: int = 40) -> list[str]:
    """The sides of the picture's box on which something is drawn beyond it."""
    image = drawn(path, margin)
    wide, high = image.width(), image.height()
    strips = {
        "top": (0, 0, wide, margin),
        "bottom": (0, high - margin, wide, margin),
        "left": (0, 0, margin, high),
        "right": (wide - margin, 0, margin, high),
    }
    cut = {side: image.copy(*box) for side, box in strips.items()}
    return [side for side, strip in cut.items() if any(bytes(strip.constBits()))]
