"""Cards to cut out and posters to hang up: read by an independent reader, words that fit, nobody in them."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from random import Random

import pypdf
import pytest
from PySide6.QtCore import QCoreApplication, QSizeF
from PySide6.QtGui import QImage, QPainter

from kiosk.core.bridge import ClassBridge, Hung
from kiosk.core.places import program_folder
from kiosk.core.returning import LENGTH, PICTURES, from_digits
from kiosk.packs.content import ContentShelf
from kiosk.takeaway import paint
from kiosk.takeaway.cards import A_PAGE, ReturnCard
from kiosk.takeaway.paint_cards import card_sheets
from kiosk.takeaway.paint_poster import knots, poster_sheet
from kiosk.takeaway.poster import Poster, poster
from kiosk.ui.family import load_family
from tests.takeaway.reader import pages_of, read_codes
from tests.takeaway.test_takeaway_paint import at_an_angle, fonts_inside, read, with_glare

(PROMISES,) = (one.data["promises"] for one in ContentShelf(program_folder() / "content").brought("promises"))
DAY = date(2026, 11, 20)


def cards(count: int) -> list[ReturnCard]:
    chance = Random(count)
    return [
        ReturnCard(tuple(chance.sample(PICTURES, LENGTH)), "五年级（12）班", seat, f"2026112{seat:05}")
        for seat in range(1, count + 1)
    ]


def words(lanterns: int, language: str, label: str = "五年级（12）班") -> Poster:
    text = "text_en" if language == "en" else "text"
    known = {one["id"]: (one["icon"], one[text]) for one in PROMISES}
    hung = tuple(Hung(place, 1 + place % 6, PROMISES[place % len(PROMISES)]["id"]) for place in range(lanterns))
    base = "某市青少年网络文明素养教育基地"
    return poster(label, ClassBridge(lanterns, hung, tuple(known)), known, language, base=base, day=DAY)


def tight(sheet: paint.Sheet) -> bool:
    """Whether some words do not fit."""
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    pen = paint.Pen(painter, load_family())
    sheet.paint(pen)
    painter.end()
    return pen.tight


def test_every_card_of_a_class_is_read_from_the_printed_sheet(qapp: QCoreApplication) -> None:
    made = cards(41)
    pages = pages_of(paint.pdf_of(card_sheets(made, "zh"), load_family()))
    assert len(pages) == -(-41 // A_PAGE) + 1
    found = [read_codes(page) for page in pages]
    assert [len(one) for one in found] == [10, 10, 10, 10, 1, 0]
    told = [from_digits(text) for page in found for text in page]
    assert sorted(one for one in told if one) == sorted(one.pictures for one in made)


@pytest.mark.parametrize("seen", [at_an_angle, with_glare], ids=["askew", "glare"])
def test_a_card_is_read_askew_and_under_a_lamp(qapp: QCoreApplication, seen: Callable[[QImage], QImage]) -> None:
    (card,) = cards(1)
    sheet = paint.picture(card_sheets([card], "zh")[0], load_family(), 2480)
    corner = sheet.copy(200, 200, 1000, 600)
    assert read(seen(corner)) == {card.digits}


def test_the_list_for_the_drawer_has_seats_and_forms_and_no_pictures(qapp: QCoreApplication) -> None:
    made = cards(3)
    pdf = paint.pdf_of(card_sheets(made, "en"), load_family())
    last = pypdf.PdfReader(BytesIO(pdf)).pages[-1]
    assert not read_codes(pages_of(pdf)[-1]) and "Seat" in last.extract_text()
    assert len(card_sheets([ReturnCard(made[0].pictures)], "zh")) == 1, "no forms, no list"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_words_fit_cards_lists_and_posters(qapp: QCoreApplication, language: str) -> None:
    sheets = card_sheets(cards(61), language)
    assert len(sheets) == 7 + 2
    sheets += [poster_sheet(words(40, language, label), paint.A3_MM) for label in ("九年级（20）班", "")]
    assert not any(map(tight, sheets))


@pytest.mark.parametrize("paper", [paint.A4_MM, paint.A3_MM])
def test_a_poster_is_one_page_with_its_font(qapp: QCoreApplication, paper: QSizeF) -> None:
    (page,) = pypdf.PdfReader(BytesIO(paint.pdf(poster_sheet(words(7, "zh"), paper), load_family()))).pages
    width, height = (float(one) / 72 * 25.4 for one in page.mediabox[2:])
    assert width == pytest.approx(paper.width(), abs=0.5) and height == pytest.approx(paper.height(), abs=0.5)
    assert fonts_inside(page)


def test_lanterns_hang_on_the_paper_and_the_newest_when_there_are_too_many() -> None:
    points = knots()
    assert len(points) == 40 and all(30 <= x <= 810 and 250 <= y <= 700 for x, y in points)
    told = words(45, "zh")
    assert len(told.lanterns) == 45 and len(told.promises) == 6 and told.subtitle.count("45") == 1
