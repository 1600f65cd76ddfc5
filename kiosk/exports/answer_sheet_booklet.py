"""The messages of a form on paper, for children who fill in answer sheets away from the screen. No answers."""

from collections.abc import Sequence

from kiosk.core.answer_sheet import ANSWERS, LETTERS
from kiosk.core.item import Item, Message, Part
from kiosk.core.words import say
from kiosk.exports import house_colours as colour
from kiosk.exports.answer_sheet_papers import Printing
from kiosk.exports.paper_look import BAND, MARGIN
from kiosk.exports.paper_sheet import Sheet
from kiosk.exports.typeset import wrapped

TEXT, STEM, SMALL = 12.0, 12.0, 9.5
LINE = 6.4
INDENT = 14.0
PAD = 3.2
GAP = 4.2


def booklet(form: str, items: Sequence[Item], moment: str, printing: Printing) -> bytes:
    """The PDF of one form's messages, in the order of the sheets' rows. The moment is `pre`, `post` or `booster`."""
    title = printing.say("booklet", form=form)
    sheet = Sheet(title, " · ".join(filter(None, (printing.base, title))), printing.language, landscape=False)
    sheet.add_page()
    sheet.band()
    sheet.words(title, MARGIN, 6, height=10, size=20, bold=True, fill=colour.WHITE)
    part = say(f"classroom.moment_{moment}", printing.language)
    sheet.words(printing.say("booklet_about", moment=part), MARGIN, 17, height=6, size=10.5, fill=colour.GLOW_LIGHT)
    sheet.set_y(BAND + 5)
    _choices(sheet, printing)
    for number, item in enumerate(items, start=1):
        _item(sheet, number, item, printing)
    sheet.feet()
    return bytes(sheet.output())


def _choices(sheet: Sheet, printing: Printing) -> None:
    """What A, B and C mean, once."""
    names = [say(f"classroom.judge_{key}", printing.language) for key in ANSWERS]
    said = "      ".join(f"{letter} · {name}" for letter, name in zip(LETTERS, names, strict=True))
    top = sheet.get_y()
    sheet.box(MARGIN, top, sheet.epw, 10, colour.PAPER, 3)
    sheet.words(said, MARGIN, top, height=10, size=12, bold=True, width=sheet.epw, align="C")
    sheet.set_y(top + 10 + GAP)


def _item(sheet: Sheet, number: int, item: Item, printing: Printing) -> None:
    """One message with what is asked about it; it stays on one page."""
    assert item.message is not None
    width = sheet.epw - INDENT
    stem = wrapped(item.stem, width, sheet.measure(STEM, True))
    lines = _lines(sheet, item.message, width - 2 * PAD, printing)
    height = LINE * (len(stem) + len(lines)) + 5.5 + 2 * PAD
    sheet.need(height + GAP)
    top = sheet.get_y()
    sheet.box(MARGIN, top, 10, 10, colour.NIGHT, 4.9)
    sheet.words(str(number), MARGIN, top, height=10, size=13, bold=True, fill=colour.WHITE, width=10, align="C")
    for place, line in enumerate(stem):
        sheet.words(line, MARGIN + INDENT, top + LINE * place, height=LINE, size=STEM, bold=True)
    top += LINE * len(stem) + 1
    sheet.box(MARGIN + INDENT, top, width, height - LINE * len(stem), colour.PAPER, 3)
    about = " · ".join(filter(None, (item.message.sender, item.message.note, item.message.time)))
    sheet.words(about, MARGIN + INDENT + PAD, top + PAD - 1, height=5.5, size=SMALL, fill=colour.INK_SOFT)
    for place, line in enumerate(lines):
        y = top + PAD + 4.5 + LINE * place
        sheet.words(line, MARGIN + INDENT + PAD, y, height=LINE, size=TEXT)
    sheet.set_y(top + height - LINE * len(stem) + GAP)


def _lines(sheet: Sheet, message: Message, width: float, printing: Printing) -> list[str]:
    measure = sheet.measure(TEXT, False)
    return [line for part in message.parts for line in wrapped(_said(part, printing), width, measure)]


def _said(part: Part, printing: Printing) -> str:
    """A part in one paragraph: what it is, unless it is plain text, its title, its text and its address."""
    kind = "" if part.form == "text" else printing.say(f"part_{part.form}")
    return kind + "  ".join(filter(None, (part.title, part.text, part.link)))
