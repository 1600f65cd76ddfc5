"""A ledger as a workbook: one sheet to read at a glance, one a part with its own native chart. Qt-free."""

import io
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from kiosk.exports import house_colours as colour
from kiosk.exports.ledger import Ledger
from kiosk.exports.ledger_words import Section, cell_text, facts, period_name, sections, words_in

KINDS = {"columns": "column", "bars": "bar", "shares": "doughnut", "intervals": "line"}
TOP = 3
"""The line of a part's headings: its title and remarks stand above."""


OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def ledger_xlsx(ledger: Ledger, *, base: str, made: str, language: str) -> bytes:
    """The workbook."""
    buffer = io.BytesIO()
    with Workbook(buffer, OPTIONS) as workbook:
        book = Book(workbook, language)
        parts = sections(ledger, language)
        book.summary(ledger, base, made, parts)
        for part in parts:
            book.part(part)
    return buffer.getvalue()


class Book:
    """The workbook's looks, and what is written with them."""

    def __init__(self, workbook: Workbook, language: str) -> None:
        self._workbook = workbook
        self._language = language
        self._words = words_in(language)
        font = {"font_name": "Microsoft YaHei", "valign": "vcenter"}
        self._title = workbook.add_format({**font, "bold": True, "font_size": 18, "font_color": colour.NIGHT})
        self._soft = workbook.add_format({**font, "font_color": colour.INK_SOFT, "text_wrap": True, "valign": "top"})
        self._head = workbook.add_format(
            {**font, "bold": True, "font_color": colour.WHITE, "bg_color": colour.NIGHT, "border": 1}
        )
        cell = {**font, "border": 1, "border_color": colour.MIST}
        self._text = workbook.add_format(cell)
        self._number = workbook.add_format({**cell, "num_format": "#,##0.##", "align": "right"})
        self._whole = workbook.add_format({**cell, "num_format": "#,##0", "align": "right"})
        self._percent = workbook.add_format({**cell, "num_format": "0%", "align": "right"})
        self._hidden = workbook.add_format({**cell, "font_color": colour.INK_SOFT, "align": "right"})
        self._big = workbook.add_format({**cell, "bold": True, "font_size": 13})

    def summary(self, ledger: Ledger, base: str, made: str, parts: list[Section]) -> None:
        """The first sheet: what is handed in, its figures, its remarks and the first two charts."""
        words = self._words
        sheet = self._sheet(words("summary"), (34, 30, 4, 30))
        sheet.set_row(0, 30)
        sheet.write_string(0, 0, f"{words('title')} · {period_name(ledger.period, self._language)}", self._title)
        sheet.write_string(1, 0, f"{base or words('base_unnamed')} · {made}", self._soft)
        pairs = facts(ledger, self._language)
        for line, (name, value) in enumerate(pairs, start=TOP):
            sheet.set_row(line, 24)
            sheet.write_string(line, 0, name, self._text)
            sheet.write_string(line, 1, value, self._big)
        note = words("hiding_note_every" if ledger.every_origin else "hiding_note")
        below = TOP + len(pairs) + 1
        sheet.set_row(below, 48)
        sheet.merge_range(below, 0, below, 1, note, self._soft)
        for place, name in enumerate(("by", "checked", "seal", "day")):
            sheet.write_string(below + 2 + place // 2, place % 2, words(name), self._text)
            sheet.set_row(below + 2 + place // 2, 28)
        for place, part in enumerate([one for one in parts if one.chart][:2]):
            sheet.insert_chart(below + 5 + 17 * place, 0, self._chart(part), {"x_scale": 1.0, "y_scale": 1.1})

    def part(self, part: Section) -> None:
        """One sheet: title, remarks, table, chart beside it."""
        sheet = self._sheet(part.title, (28, *[18] * max(1, len(part.headings) - 1)))
        sheet.set_row(0, 30)
        sheet.write_string(0, 0, part.title, self._title)
        sheet.set_row(1, 18 * max(1, sum(-(-len(one) // 34) for one in part.sentences)))
        sheet.merge_range(1, 0, 1, max(2, len(part.headings) - 1), "\n".join(part.sentences), self._soft)
        for place, heading in enumerate(part.headings):
            sheet.write_string(TOP, place, heading, self._head)
        if part.headings:
            sheet.freeze_panes(TOP + 1, 0)
        for line, row in enumerate(part.rows, start=TOP + 1):
            for place, cell in enumerate(row):
                self._cell(sheet, line, place, cell, place in part.percents)
        if part.intervals:
            self._figures(sheet, part)
        if part.chart:
            below = TOP + len(part.rows) + 2
            sheet.insert_chart(below, 0, self._chart(part))

    def _sheet(self, name: str, widths: tuple[int, ...]) -> Worksheet:
        """A sheet that prints on A4, one page wide."""
        sheet = self._workbook.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&A&R&P / &N")
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        return sheet

    def _cell(self, sheet: Worksheet, line: int, place: int, cell: object, percent: bool) -> None:
        if isinstance(cell, int | float):
            form = self._percent if percent else self._whole if isinstance(cell, int) else self._number
            sheet.write_number(line, place, cell, form)
        elif cell is None:
            sheet.write_string(line, place, cell_text(None, False, self._language), self._hidden)
        else:
            sheet.write_string(line, place, str(cell), self._text)

    def _figures(self, sheet: Worksheet, part: Section) -> None:
        """What the chart of intervals is drawn from: name, value, and how far it may be off, beside the table."""
        first = len(part.headings) + 1
        for place, heading in enumerate((self._words("col_class"), self._words("col_change"), "−", "+")):
            sheet.write_string(TOP, first + place, heading, self._head)
        for line, (name, value, low, high) in enumerate(part.intervals, start=TOP + 1):
            sheet.write_string(line, first, name, self._text)
            for place, figure in enumerate((value, value - low, high - value), start=1):
                sheet.write_number(line, first + place, round(figure, 3), self._number)

    def _chart(self, part: Section) -> Any:
        """The native chart of a part, drawn from the cells of its own sheet."""
        chart = self._workbook.add_chart({"type": KINDS[part.chart]})
        rows = len(part.intervals or part.pairs)
        first = len(part.headings) + 1 if part.intervals else 0

        def cells(place: int) -> list[object]:
            return [part.title, TOP + 1, first + place, TOP + rows, first + place]

        series: dict[str, object] = {"categories": cells(0), "values": cells(1), "name": part.title}
        if part.chart == "intervals":
            series |= {
                "line": {"none": True},
                "marker": {"type": "circle", "size": 9, "fill": {"color": colour.LANTERN}},
                "y_error_bars": {
                    "type": "custom",
                    "plus_values": reference(cells(3)),
                    "minus_values": reference(cells(2)),
                },
            }
        elif part.chart == "shares":
            series |= {
                "points": [{"fill": {"color": one}} for one in part.colours[:rows]],
                "data_labels": {"percentage": True},
            }
        else:
            series |= {"fill": {"color": colour.GLOW}, "gap": 60, "data_labels": {"value": rows <= 16}}
        chart.add_series(series)
        chart.set_title({"name": part.axis or part.title, "name_font": {"size": 11, "color": colour.NIGHT}})
        if part.chart != "shares":
            chart.set_legend({"none": True})
            chart.set_y_axis({"reverse": True} if part.chart == "bars" else {"major_gridlines": {"visible": True}})
        chart.set_size({"width": 640, "height": 300})
        return chart


def reference(cells: list[object]) -> str:
    """Cells as a formula names them: what XlsxWriter wants for error bars."""
    from xlsxwriter.utility import quote_sheetname, xl_range_abs

    name, *corners = cells
    return f"={quote_sheetname(str(name))}!{xl_range_abs(*corners)}"
