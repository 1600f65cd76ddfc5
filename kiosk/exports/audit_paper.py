"""A year's audit as a PDF to hand in: figures, checks, tables, and lines to sign on. Qt-free."""

from kiosk.exports import charts
from kiosk.exports.audit import Audit
from kiosk.exports.audit_words import facts, sections, words_in
from kiosk.exports.ledger_words import cell_text
from kiosk.exports.paper import Paper
from kiosk.exports.privacy_ground import Ground, day

MOST_ROWS = 60
"""Longer lists stand whole in the workbook."""
WIDTHS = {"check": (2.6, 1), "settings": (2.4, 1), "changes": (0.7, 0.7, 3), "exports": (0.7, 0.7, 3)}


def audit_paper(found: Audit, ground: Ground) -> bytes:
    """The PDF."""
    words = words_in(ground.language)
    paper = ground.paper(words("title"), words("subtitle", year=found.period.first.year))
    paper.facts(facts(found, ground.language))
    paper.note(words("law_every" if found.every_origin else "law"))
    if found.registers.started > found.period.start:
        paper.paragraph(words("home_since", day=day(found.registers.started)))
    for section in sections(found, ground):
        paper.heading(section.title)
        if section.pairs:
            paper.chart(charts.bars(section.pairs, "", section.title, ground.language))
        for sentence in section.sentences:
            paper.paragraph(sentence)
        rows = [[cell_text(cell, False, ground.language) for cell in row] for row in section.rows]
        _rows(paper, section.key, section.headings, rows, ground.language)
    paper.paragraph(ground.say("form_officer", officer=ground.officer))
    paper.lines([words("sign_by"), words("sign_officer"), words("sign_seal"), words("sign_day")])
    return paper.bytes()


def _rows(paper: Paper, key: str, headings: tuple[str, ...], rows: list[list[str]], language: str) -> None:
    words = words_in(language)
    if not rows:
        paper.paragraph(words("none_yet"))
        return
    paper.table(headings, rows[:MOST_ROWS], WIDTHS.get(key))
    if len(rows) > MOST_ROWS:
        paper.paragraph(words("more_rows", count=MOST_ROWS))
