"""Painted sheets: an independent reader finds the codes, the words fit, a PDF has one page and its own font."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from random import Random
from typing import Any

import numpy as np
import pypdf
import pytest
import zxingcpp
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF, QRadialGradient, QTransform

from kiosk.takeaway import paint, wording
from kiosk.takeaway.code import QUIET, modules
from kiosk.ui.family import load_family

DRAWN = (
    "anti_fraud",
    "convention_puzzle",
    "broadcast_booth",
    "little_supervisor",
    "rumour_desk",
    "kind_words",
    "pledge",
)
HOME = wording.take_home("rumour_desk", "zh", {"who": "市民服务热线", "number": "12345"})
TEXT = wording.as_text(HOME, "zh")


def read(picture: QImage) -> set[str]:
    """What another program reads from the picture."""
    gray = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(gray.constBits(), np.uint8).reshape(gray.height(), gray.bytesPerLine())
    found: Any = zxingcpp.read_barcodes(np.ascontiguousarray(rows[:, : gray.width()]))
    return {one.text for one in found}


def quiz(language: str = "zh") -> wording.Challenge:
    return wording.challenge(["anti_fraud"], language, Random(1))


def certificate(stations: tuple[str, ...] = DRAWN, language: str = "zh", nickname: str = "小荷叶") -> paint.Sheet:
    base = "某市青少年网络文明素养教育基地" if language == "zh" else "the youth cyber-literacy base of a town"
    words = wording.certificate(stations, language, nickname=nickname, base=base, day=date(2026, 11, 20))
    return paint.certificate_sheet(words, quiz(language), language)


def at_an_angle(picture: QImage) -> QImage:
    """As a phone sees it that is held askew: one side nearer, and turned."""
    w, h = picture.width(), picture.height()
    corners = [QPointF(0.12 * w, 0.02 * h), QPointF(0.9 * w, 0.14 * h), QPointF(w, 0.98 * h), QPointF(0, 0.84 * h)]
    askew = QTransform()
    QTransform.quadToQuad(
        QPolygonF([QPointF(0, 0), QPointF(w, 0), QPointF(w, h), QPointF(0, h)]), QPolygonF(corners), askew
    )
    seen = QImage(w, h, QImage.Format.Format_RGB32)
    seen.fill(QColor("#9a9488"))
    painter = QPainter(seen)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(askew)
    painter.drawImage(0, 0, picture)
    painter.end()
    return seen


def small(picture: QImage) -> QImage:
    """As from far away: a code of less than three pixels a module."""
    side = round(picture.width() * 0.42)
    return picture.scaledToWidth(side, Qt.TransformationMode.SmoothTransformation)


def with_glare(picture: QImage) -> QImage:
    """A lamp mirrored in the glass: white in its middle, a veil over the rest."""
    seen = picture.copy()
    painter = QPainter(seen)
    w, h = picture.width(), picture.height()
    light = QRadialGradient(0.56 * w, 0.5 * h, 0.5 * w)
    for at, strength in ((0, 255), (0.12, 235), (0.3, 120), (1, 30)):
        light.setColorAt(at, QColor(255, 255, 255, strength))
    painter.fillRect(QRectF(0, 0, w, h), light)
    painter.end()
    return seen


@pytest.mark.parametrize(
    "seen", [lambda one: one, at_an_angle, small, with_glare], ids=["flat", "askew", "small", "glare"]
)
def test_another_reader_reads_the_code_on_the_screen(qapp: QCoreApplication, seen: Callable[[QImage], QImage]) -> None:
    framed = QImage(640, 640, QImage.Format.Format_RGB32)
    framed.fill(QColor("#FFF9EC"))
    painter = QPainter(framed)
    code = paint.code_picture(TEXT, 500)
    painter.drawImage(70, 70, code)
    painter.end()
    assert read(seen(framed)) == {TEXT}


def test_every_module_of_a_code_has_the_same_pixels(qapp: QCoreApplication) -> None:
    side = len(modules(TEXT)) + 2 * QUIET
    assert paint.code_picture(TEXT, 500).width() % side == 0


@pytest.mark.parametrize("width", [840, 1240, 2480])
def test_the_certificate_is_read_from_its_picture(qapp: QCoreApplication, width: int) -> None:
    picture = paint.picture(certificate(), load_family(), width)
    if width > 840:
        assert read(at_an_angle(picture)) == {quiz().answers}
    assert read(picture) == {quiz().answers}


@pytest.mark.parametrize("seen", [lambda one: one, at_an_angle, with_glare], ids=["flat", "askew", "glare"])
def test_the_card_is_read_from_its_picture(qapp: QCoreApplication, seen: Callable[[QImage], QImage]) -> None:
    sheet = paint.card_sheet("辟谣台", ("老照片要看日期。",), HOME, TEXT, "zh")
    assert read(seen(paint.picture(sheet, load_family(), 1200))) == {TEXT}


@pytest.mark.parametrize("paper", [58, 80])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_codes_are_read_from_a_receipt(qapp: QCoreApplication, paper: int, language: str) -> None:
    home = wording.take_home("rumour_desk", language, {})
    text = wording.as_text(home, language)
    sheet = paint.receipt_sheet("x", home, text, quiz(language), language, paper, load_family())
    dots = paint.picture(sheet, load_family(), round(sheet.room.width()))
    assert dots.width() == {58: 384, 80: 576}[paper]
    assert read(dots) == {text, quiz(language).answers}


def test_all_words_fit_their_room(qapp: QCoreApplication) -> None:
    family = load_family()
    for language in ("zh", "en"):
        sheets = [certificate(DRAWN[:count], language, "") for count in (1, 2, 3, 4, 7)]
        for station in DRAWN:
            home = wording.take_home(station, language, {"who": "市民服务便民热线", "number": "12345"})
            text = wording.as_text(home, language)
            learned = "这一句是一个比较长的收获，说的是为什么不能相信，以及下次该怎么办。"
            sheets.append(paint.card_sheet("打败了皮肤怪，救下了一盏灯", (learned,), home, text, language))
            asked = wording.challenge([station], language, Random(2))
            sheets += [paint.receipt_sheet("标题", home, text, asked, language, mm, family) for mm in (58, 80)]
        for sheet in sheets:
            image = QImage(8, 8, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            pen = paint.Pen(painter, family)
            sheet.paint(pen)
            painter.end()
            assert not pen.tight


@pytest.mark.parametrize("kind", ["certificate", "card", "receipt"])
def test_a_pdf_has_one_page_of_its_size_and_its_own_font(qapp: QCoreApplication, kind: str) -> None:
    family = load_family()
    sheet = sheet_of(kind, family)
    pages = pypdf.PdfReader(BytesIO(paint.pdf(sheet, family))).pages
    assert len(pages) == 1
    width, height = (float(one) / 72 * 25.4 for one in pages[0].mediabox[2:])
    assert width == pytest.approx(sheet.paper_mm.width(), abs=0.5)
    assert height == pytest.approx(sheet.paper_mm.height(), abs=0.5)
    assert fonts_inside(pages[0]), "a printer without Chinese fonts would print boxes"
    assert ("小荷叶" if kind == "certificate" else "96110") in pages[0].extract_text()


def sheet_of(kind: str, family: str) -> paint.Sheet:
    if kind == "certificate":
        return certificate()
    if kind == "card":
        return paint.card_sheet("辟谣台", (), HOME, TEXT, "zh")
    return paint.receipt_sheet("辟谣台", HOME, TEXT, quiz(), "zh", 58, family)


def fonts_inside(page: Any) -> bool:
    """Whether each font of the page is in the file."""
    fonts = [one.get_object() for one in page["/Resources"]["/Font"].values()]
    below = [one["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for one in fonts]
    return bool(below) and all("/FontFile2" in one or "/FontFile3" in one for one in below)
