"""The class report on paper: what a teacher can hand in or take to the staff room. Qt-free."""

from kiosk.exports import charts
from kiosk.exports.class_report import Report
from kiosk.exports.class_report_station_words import stations
from kiosk.exports.class_report_words import Section, Words, about, front, title, words_in
from kiosk.exports.paper import Paper

CHART_HEAD, ROW = 24.0, 8.6
"""About how high a chart is, in millimetres: without rows, and each of them."""


def class_report_paper(report: Report, *, base: str, made: str, language: str) -> bytes:
    """The report as a PDF. `made` is the day, as `2026-11-20`; the same report gives the same bytes."""
    words = words_in(language)
    paper = Paper(title(report, language), base=base, made=made, subtitle=about(report, language), language=language)
    if report.every_origin:
        paper.note(words("origin_note"))
    sections = front(report, language)
    _lay(paper, sections[0], words, language)
    _lay(paper, sections[-1], words, language)
    for section in sections[1:-1]:
        _lay(paper, section, words, language)
    at_stations = stations(report, language)
    for section in at_stations:
        _lay(paper, section, words, language)
    paper.heading(words("numbers"))
    rows = [
        (section.title if place == 0 else "", name, value)
        for section in (*sections, *at_stations)
        for place, (name, value) in enumerate(section.numbers)
    ]
    paper.table([words("where"), words("what"), words("value")], rows, [5, 9, 5])
    paper.note(words("hiding_note") + words("interval_note"))
    return paper.bytes()


def _lay(paper: Paper, section: Section, words: Words, language: str) -> None:
    """The picture first, then the sentences; what is to be practised is a list to tick."""
    paper.heading(section.title, CHART_HEAD + ROW * len(section.bars))
    if section.chart:
        paper.chart(chart(section, words, language), caption=section.axis)
    if section.key == "next":
        paper.checkboxes(section.sentences)
    else:
        for sentence in section.sentences:
            paper.paragraph(sentence)


def chart(section: Section, words: Words, language: str) -> str:
    """The section's chart as SVG."""
    if section.chart == "intervals":
        rows = [(bar.label, round(bar.value, 2), round(bar.low, 2), round(bar.high, 2)) for bar in section.bars]
        return charts.intervals(rows, title=section.axis, language=language)
    if section.key == "pledge":
        return charts.bars([(bar.label, int(bar.told)) for bar in section.bars], title=section.title, language=language)
    pairs = [
        (words(f"{bar.bound}_name", name=bar.label) if bar.bound else bar.label, round(100 * bar.value))
        for bar in section.bars
    ]
    return charts.bars(pairs, unit="%", title=section.title, language=language, most=100.0)
