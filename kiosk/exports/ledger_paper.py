"""A ledger on paper, to be handed in as it is: figures, charts, tables, and lines to sign on. Qt-free."""

from kiosk.exports import charts
from kiosk.exports.ledger import Ledger
from kiosk.exports.ledger_words import Section, cell_text, facts, period_name, sections, words_in
from kiosk.exports.paper import Paper

SHORT = 16
"""From longer tables (days) rows without anybody are left out; the chart above shows that they are there."""


def ledger_paper(ledger: Ledger, *, base: str, made: str, language: str) -> bytes:
    """The PDF. `made` is the day, as `2026-11-20`."""
    words = words_in(language)
    paper = Paper(
        words("title"),
        base=base or words("base_unnamed"),
        made=made,
        subtitle=period_name(ledger.period, language),
        language=language,
    )
    paper.facts(facts(ledger, language))
    paper.note(words("hiding_note_every" if ledger.every_origin else "hiding_note"))
    for section in sections(ledger, language):
        _section(paper, section, language)
    paper.lines([words("by"), words("checked"), words("seal"), words("day")])
    return paper.bytes()


def _section(paper: Paper, section: Section, language: str) -> None:
    """Heading, sentences, chart, and the numbers behind it."""
    paper.heading(section.title)
    drawn = drawing(section, language)
    if drawn:
        paper.chart(drawn, caption=section.axis if section.intervals else "")
    for sentence in section.sentences:
        paper.paragraph(sentence)
    rows = [
        [cell_text(cell, place in section.percents, language) for place, cell in enumerate(row)]
        for row in section.rows
        if len(section.rows) <= SHORT or row[1] != 0
    ]
    if rows:
        paper.table(section.headings, rows)


def drawing(section: Section, language: str) -> str:
    """The section's chart as SVG; empty where it has none."""
    if section.chart == "intervals":
        return charts.intervals(section.intervals, title=section.title, language=language)
    if section.chart == "shares":
        return charts.shares(section.pairs, "", section.title, language, section.colours)
    if section.chart == "columns":
        return charts.columns(section.pairs, "", section.title, language)
    return charts.bars(section.pairs, "", section.title, language) if section.chart == "bars" else ""
