"""A year's audit as a workbook: the figures first, then one sheet a part with every row. Qt-free."""

import io

from xlsxwriter import Workbook

from kiosk.exports import house_colours as colour
from kiosk.exports.audit import Audit
from kiosk.exports.audit_words import facts, sections, words_in
from kiosk.exports.ledger_xlsx import OPTIONS, Book
from kiosk.exports.privacy_ground import Ground


def audit_xlsx(found: Audit, ground: Ground) -> bytes:
    """The workbook."""
    buffer = io.BytesIO()
    with Workbook(buffer, OPTIONS) as workbook:
        _summary(workbook, found, ground)
        book = Book(workbook, ground.language)
        for part in sections(found, ground):
            book.part(part)
    return buffer.getvalue()


def _summary(workbook: Workbook, found: Audit, ground: Ground) -> None:
    words = words_in(ground.language)
    sheet = workbook.add_worksheet(words("summary"))
    font = {"font_name": "Microsoft YaHei", "valign": "vcenter"}
    title = workbook.add_format({**font, "bold": True, "font_size": 18, "font_color": colour.NIGHT})
    soft = workbook.add_format({**font, "font_color": colour.INK_SOFT, "text_wrap": True, "valign": "top"})
    text = workbook.add_format({**font, "border": 1, "border_color": colour.MIST})
    big = workbook.add_format({**font, "border": 1, "border_color": colour.MIST, "bold": True, "font_size": 13})
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 1, 34)
    sheet.set_row(0, 30)
    sheet.write_string(0, 0, f"{words('title')} · {words('subtitle', year=found.period.first.year)}", title)
    sheet.write_string(
        1, 0, f"{ground.base} · {ground.made} · {found.registers.kiosk} · {found.registers.version}", soft
    )
    for line, (name, value) in enumerate(facts(found, ground.language), start=3):
        sheet.set_row(line, 24)
        sheet.write_string(line, 0, name, text)
        sheet.write_string(line, 1, value, big)
    sheet.set_row(10, 64)
    sheet.merge_range(10, 0, 10, 1, words("law_every" if found.every_origin else "law"), soft)
    for place, name in enumerate(("sign_by", "sign_officer", "sign_seal", "sign_day")):
        sheet.set_row(12 + place // 2, 28)
        sheet.write_string(12 + place // 2, place % 2, words(name), text)
