"""Paint every picture of this folder onto one sheet: run `.venv/bin/python assets/contact_sheet.py`.

Writes contact-sheet.png beside this file: characters large, at 200 and at 80 px on dusk; icons on paper and on dusk;
scenes in small. To be looked at whenever a picture changes.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parent
WIDE = 1800
MARGIN = 40
GAP = 16
CAPTION = 30
HEADING = 72
PAPER, DUSK, INK = QColor("#FFF6E6"), QColor("#34507A"), QColor("#2B2A33")


@dataclass(frozen=True)
class Cell:
    """One picture `wide` × `high` px on its ground; `light_ink` shows a line icon as the program recolours it."""

    path: Path
    wide: int
    high: int
    ground: QColor
    caption: str = ""
    light_ink: bool = False

    def renderer(self) -> QSvgRenderer:
        text = self.path.read_text("utf-8")
        return QSvgRenderer((text.replace(INK.name().upper(), "#FFFFFF") if self.light_ink else text).encode())


@dataclass(frozen=True)
class Group:
    title: str
    cells: list[Cell]


def pictures(folder: str, *starts: str) -> list[Path]:
    return sorted(path for path in (FOLDER / folder).glob("*.svg") if path.stem.startswith(starts))


def named(paths: Iterable[Path], wide: int, high: int, ground: QColor) -> list[Cell]:
    return [Cell(path, wide, high, ground, path.stem) for path in paths]


def families(paths: list[Path]) -> list[Cell]:
    """Each character large in all its states, then the plain state at 200 and 80 px, as a screen would show it."""
    cells = []
    plain = [path for path in paths if not path.stem.endswith(("-hit", "-beaten"))]
    for path in plain:
        states = [path, *(path.with_stem(path.stem + state) for state in ("-hit", "-beaten"))]
        cells += named((state for state in states if state in paths), 300, 300, DUSK)
        cells += [Cell(path, 200, 300, DUSK, "200 px"), Cell(path, 80, 300, DUSK, "80"), Cell(path, 300, 300, PAPER)]
    return cells


def groups() -> list[Group]:
    """Every picture in its family; what belongs to none stands last."""
    sheet = families_of_the_house() + station_groups()
    shown = {cell.path for group in sheet for cell in group.cells}
    others = [path for path in pictures("art", "") if path not in shown]
    return [*sheet, Group("其他 Others", named(others, 280, 200, DUSK))] if others else sheet


def families_of_the_house() -> list[Group]:
    """The characters, icons and scenes that every station shares."""
    icons = [path for path in pictures("icons", "") if not path.stem.startswith(("sender-", "face-"))]
    return [
        Group("萤萤 The guide", named(pictures("art", "yingying"), 300, 300, DUSK)),
        Group("怪物 Monsters: idle, hit, beaten", families(pictures("art", "monster-", "boss-"))),
        Group("池塘里的 In the trickster's pond", named(pictures("art", "pond-"), 300, 300, DUSK)),
        Group("图标 Icons on paper", named(icons, 112, 96, PAPER)),
        Group("图标 Icons on dusk, 48 px", [Cell(path, 60, 48, DUSK, light_ink=True) for path in icons]),
        Group("发信人 Senders", named(pictures("icons", "sender-"), 118, 100, PAPER)),
        Group("满意度 Faces, lanterns, props", named(small_props(), 240, 200, DUSK)),
        Group("场景 Scenes", named(pictures("art", "canal", "stations", "victory"), 560, 315, DUSK)),
        Group("关卡背景 Level backdrops", named(pictures("art", "backdrop-"), 320, 180, DUSK)),
    ]


def station_groups() -> list[Group]:
    """The pictures of the single stations."""
    inside = pictures("art", "workshop", "rumour-desk", "boat-inside", "booth-desk", "lookout-inside", "pledge-bridge")
    props = pictures("art", "notice-board", "magnifier", "newspaper", "theme-shelf", "on-air", "voice-")
    motifs = pictures("art", "cover-", "spine-")
    pledge = pictures("art", "pledge-lantern", "stamp-", "certificate", "result-card")
    codes = pictures("art", "code-")
    return [
        Group("公约坊 Jigsaw pictures", named(pictures("art", "puzzle-"), 560, 420, DUSK)),
        Group("督导亭 Town and weather", named(pictures("art", "town-map", "weather-"), 400, 300, DUSK)),
        Group("帖子 Posts and claims", named(pictures("art", "post-"), 270, 180, DUSK)),
        Group("小朋友 Children: calm, glad, upset", named(pictures("art", "face-kid-"), 128, 128, PAPER)),
        Group("站里 Inside the stations", named(inside, 400, 300, DUSK)),
        Group("道具 Things of the stations", named(props, 230, 180, DUSK)),
        Group("封面和书脊 Covers and spines", named(motifs, 190, 190, PAPER)),
        Group("承诺桥 Lanterns, stamps, papers", named(pledge, 190, 220, DUSK)),
        Group("回访图 Return codes", named(codes, 96, 96, PAPER)),
        Group("回访图 12 mm on the screen", [Cell(path, 48, 48, PAPER) for path in codes]),
    ]


def small_props() -> list[Path]:
    return pictures("icons", "face-") + pictures("art", "lantern", "qr-", "picture-")


def rows(cells: list[Cell]) -> list[list[Cell]]:
    """Break cells into rows no wider than the sheet."""
    out: list[list[Cell]] = [[]]
    used = 0
    for cell in cells:
        if out[-1] and used + cell.wide > WIDE - 2 * MARGIN:
            out.append([])
            used = 0
        out[-1].append(cell)
        used += cell.wide + GAP
    return out


def row_height(row: list[Cell]) -> int:
    return max(cell.high for cell in row) + GAP + (CAPTION if any(cell.caption for cell in row) else 0)


def paint_cell(painter: QPainter, cell: Cell, x: float, y: float) -> None:
    renderer = cell.renderer()
    box = renderer.viewBoxF()
    scale = min(cell.wide / box.width(), cell.high / box.height())
    wide, high = box.width() * scale, box.height() * scale
    painter.save()
    painter.setClipRect(QRectF(x, y, cell.wide, cell.high))
    painter.fillRect(QRectF(x, y, cell.wide, cell.high), cell.ground)
    renderer.render(painter, QRectF(x + (cell.wide - wide) / 2, y + (cell.high - high) / 2, wide, high))
    painter.restore()
    painter.setFont(type_of(16))
    painter.drawText(QRectF(x - 8, y + cell.high, cell.wide + 16, CAPTION), Qt.AlignmentFlag.AlignCenter, cell.caption)


def type_of(pixels: int) -> QFont:
    font = QFont("Noto Sans CJK SC")
    font.setPixelSize(pixels)
    return font


def paint_group(painter: QPainter, group: Group, top: int) -> int:
    """Paint a group below `top` and return where the next one begins."""
    painter.setPen(INK)
    painter.setFont(type_of(36))
    painter.drawText(QRectF(MARGIN, top, WIDE, HEADING), Qt.AlignmentFlag.AlignVCenter, group.title)
    y = top + HEADING
    for row in rows(group.cells):
        x = MARGIN
        for cell in row:
            paint_cell(painter, cell, x, y)
            x += cell.wide + GAP
        y += row_height(row)
    return y


def palette(image: QImage) -> list[int]:
    """The 256 most frequent colours at 5 bits a channel: an undithered sheet is a quarter of the size."""
    pixels = memoryview(image.constBits()).cast("B")
    count = Counter((pixels[i + 2] >> 3, pixels[i + 1] >> 3, pixels[i] >> 3) for i in range(0, len(pixels), 4 * 5))
    return [QColor(r * 8 + 4, g * 8 + 4, b * 8 + 4).rgb() for (r, g, b), _ in count.most_common(256)]


def paint(target: Path) -> None:
    """Write the sheet to `target` as an indexed PNG."""
    sheet = groups()
    high = MARGIN + sum(HEADING + sum(map(row_height, rows(group.cells))) for group in sheet)
    image = QImage(WIDE, high, QImage.Format.Format_RGB32)
    image.fill(QColor("#F4E8D2"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top = 0
    for group in sheet:
        top = paint_group(painter, group, top)
    painter.end()
    small = image.convertToFormat(QImage.Format.Format_Indexed8, palette(image), Qt.ImageConversionFlag.ThresholdDither)
    if not small.save(str(target), quality=0):
        raise OSError(f"cannot write {target}")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv)
    paint(FOLDER / "contact-sheet.png")
