"""Answer sheets read back: every distortion, every pencil; doubtful is allowed, wrong is not."""

from collections import Counter
from dataclasses import replace
from functools import cache
from random import Random

import numpy
import pytest
from PIL import Image

from kiosk.classroom.sheets_child import _bubbles
from kiosk.classroom.sheets_judging import Row, judged, pictures_of
from kiosk.classroom.sheets_reading import Sheet, sheets_in
from kiosk.core import answer_sheet as sheet
from tests.classroom.sheets_help import (
    BASE,
    CAMERAS,
    FAINT,
    PEN,
    PENCIL,
    TICK,
    Camera,
    a_code,
    answers,
    codes,
    fill,
    fill_code,
    filled,
    half,
    photographed,
    printed,
)

SHEETS = 6


@cache
def blank_sheets() -> tuple[Image.Image, ...]:
    """Sheets 1 to 6 of one printing, as printed."""
    return tuple(half(page, place) for page in printed(codes(SHEETS)) for place in (0, 1))


def read(image: Image.Image) -> list[Sheet]:
    return sheets_in(numpy.asarray(image.convert("L"), dtype=numpy.float32))


def rows_of(found: Sheet) -> list[Row]:
    assert found.bubbles
    return judged(_bubbles(found.bubbles), found.bubbles.rows)


@pytest.mark.parametrize("camera", CAMERAS, ids=lambda camera: camera.name)
def test_no_answer_is_read_wrong(camera: Camera) -> None:
    """Six sheets a camera, by four kinds of hands: 54 in all; hardly a doubt where the mark is a good one."""
    random, told = Random(camera.name), Counter[str]()
    for place, blank in enumerate(blank_sheets()):
        hand = (PENCIL, PEN, FAINT, TICK)[place % 4]
        given, pictures = answers(random, 0.1), a_code(random) if place % 3 else ()
        image = filled(blank, given, hand, random)
        fill_code(image, pictures, hand, random)
        (found,) = read(photographed(image, camera, random))
        assert sheet.from_digits(found.digits, BASE) == codes(SHEETS)[place] and not found.why
        for row, answer in zip(rows_of(found), given, strict=True):
            kind = "clear" if hand in (PENCIL, PEN) else "light"
            told[f"{kind} {'doubt' if row.doubt else 'right' if row.answer == answer else 'wrong'}"] += 1
        assert found.bubbles
        seen = pictures_of(found.bubbles.fields)
        told[f"{kind} code {'right' if seen == pictures else 'wrong' if seen else 'unclear'}"] += 1
    assert told["clear wrong"] + told["light wrong"] == 0
    assert told["clear code right"] == 4 and told["light code wrong"] == 0
    assert told["clear doubt"] <= 4 and told["light doubt"] <= 10


def test_paper_that_was_a_ball_is_rather_asked_about_than_read_wrong() -> None:
    """Bent far beyond what paper does: refused or doubtful, never wrong."""
    random, camera = Random(4), Camera("ball", turn=5, tilt=0.04, blur=0.7, noise=5, shadow=0.25, bend=1.6)
    for blank in blank_sheets():
        given = answers(random)
        for found in read(photographed(filled(blank, given, PEN, random), camera, random)):
            if not found.why:
                assert all(row.doubt or row.answer == answer for row, answer in zip(rows_of(found), given, strict=True))


def test_two_answers_smudges_strokes_and_nothing() -> None:
    """What was rubbed out does not count; two answers, or one and a stroke, are for the teacher to decide."""
    random = Random(9)
    image = filled(blank_sheets()[0], ["scam"] * 4 + [""] * 6, PENCIL, random)
    fill(image, 0, "genuine", PENCIL, random)
    fill(image, 1, "genuine", replace(FAINT, gray=215), random)
    fill(image, 2, "ask_first", TICK, random)
    fill(image, 5, "genuine", replace(FAINT, gray=228), random)
    fill(image, 6, "ask_first", TICK, random)
    (found,) = read(photographed(image, CAMERAS[2], random))
    rows = rows_of(found)
    assert [row.doubt for row in rows[:4]] == ["two", "", "two", ""]
    assert rows[1].answer == rows[3].answer == "scam"
    assert (rows[4], rows[6]) == (Row(""), Row("ask_first"))
    assert rows[5].doubt == "faint" and rows[7:] == [Row("")] * 3


def test_a_whole_page_and_a_sheet_that_is_cut_off() -> None:
    """Two sheets in one picture are both read; half a sheet is refused; so is one that is too small or too dark."""
    random = Random(2)
    given = [answers(random), answers(random)]
    page = Image.new("L", (blank_sheets()[0].width, 2 * blank_sheets()[0].height))
    for place in (0, 1):
        sheet_image = filled(blank_sheets()[place], given[place], PEN, random)
        page.paste(sheet_image, (0, place * sheet_image.height))
    found = read(photographed(page, CAMERAS[2], random))
    assert [[row.answer for row in rows_of(one)] for one in found] == given
    one = filled(blank_sheets()[0], given[0], PEN, random)
    assert [found.why for found in read(one.crop((0, 0, round(one.width * 0.6), one.height)))] == ["cut"]
    small = one.resize((one.width // 4, one.height // 4), Image.Resampling.BOX)
    assert [found.why for found in read(small)] in (["small"], [])
    dark = photographed(one, Camera("night", light=0.09, blur=0.5), random)
    assert [found.why for found in read(dark)] in (["dark"], [])
    assert read(Image.new("L", (800, 600), 140)) == []
