"""A ledger as its page shows it: charts first, all numbers one tap further. Qt-free."""

from typing import Any

from kiosk.exports.charts import scale
from kiosk.exports.ledger import Ledger
from kiosk.exports.ledger_words import Section, cell_text, facts, sections

MOST_BARS = 6
MOST_INTERVALS = 3
MOST_LABELS = 12


BLANK: dict[str, Any] = {"title": "", "sentence": "", "rows": [], "ticks": []}
"""A card without anything."""
CARDS = {"steps": 0, "stations": None, "learning": 6, "covered": 5, "satisfied": 4}
"""The cards, and which of the figures stands beside the title of each."""


def waiting(sentence: str) -> dict[str, Any]:
    """The page while it is counted: blank cards, a sentence on the first."""
    return {"facts": [], "tables": [], **dict.fromkeys(CARDS, BLANK), "steps": BLANK | {"sentence": sentence}}


def shown(ledger: Ledger, language: str) -> dict[str, Any]:
    """Everything of the page: the figures, a card for each chart, and all tables."""
    parts = {one.key: one for one in sections(ledger, language)}
    figures = facts(ledger, language)
    rows = {
        "steps": columns(parts["steps"], language),
        "stations": bars(parts["stations"], language),
        "covered": bars(parts["covered"], language),
        "satisfied": shares(parts["satisfied"], language),
    }
    cards = {}
    for key, figure in CARDS.items():
        title = parts[key].title + (f" · {figures[figure][1]}" if figure is not None else "")
        sentence = parts[key].sentences[0] if parts[key].sentences else ""
        drawn = intervals(parts[key]) if key == "learning" else {"rows": rows[key], "ticks": []}
        cards[key] = {"title": title, "sentence": sentence, **drawn}
    return {
        **cards,
        "facts": [{"label": label, "value": value} for label, value in figures],
        "tables": [table(one, language) for one in parts.values()],
    }


def columns(part: Section, language: str) -> list[dict[str, Any]]:
    """Standing columns; of many only some have a label."""
    most = max((count or 0 for _, count in part.pairs), default=0) or 1
    every = -(-len(part.pairs) // MOST_LABELS)
    return [
        {
            "label": label if place % every == 0 else "",
            "told": cell_text(count if count is None else int(count), False, language) if every == 1 else "",
            "share": (count or 0) / most,
        }
        for place, (label, count) in enumerate(part.pairs if part.chart else ())
    ]


def bars(part: Section, language: str) -> list[dict[str, Any]]:
    """Lying bars: the longest ones that fit."""
    most = max((count or 0 for _, count in part.pairs), default=0) or 1
    return [
        {"label": label, "told": cell_text(count, False, language), "share": (count or 0) / most}
        for label, count in part.pairs[:MOST_BARS]
    ]


def intervals(part: Section) -> dict[str, Any]:
    """Dots with their intervals as shares of a scale, all classes together before single ones, and its ticks."""
    rows = part.intervals[-1:] + part.intervals[:-1]
    rows = rows[:MOST_INTERVALS]
    if not rows:
        return {"rows": [], "ticks": []}
    ticks = scale(min(0.0, *(low for _, _, low, _ in rows)), max(0.0, *(high for *_, high in rows)))
    whole = ticks[-1] - ticks[0]

    def at(value: float) -> float:
        return (value - ticks[0]) / whole

    return {
        "rows": [
            {"label": label, "told": f"{value:+.2f}", "value": at(value), "low": at(low), "high": at(high)}
            for label, value, low, high in rows
        ],
        "ticks": [{"at": at(tick), "value": tick, "name": f"{tick:g}"} for tick in ticks],
    }


def shares(part: Section, language: str) -> list[dict[str, Any]]:
    """The parts of a band; hidden ones are only named."""
    whole = sum(count or 0 for _, count in part.pairs) or 1
    return [
        {
            "label": label,
            "told": cell_text(count, False, language),
            "share": (count or 0) / whole,
            "colour": part.colours[place],
        }
        for place, (label, count) in enumerate(part.pairs if part.chart else ())
    ]


def table(part: Section, language: str) -> dict[str, Any]:
    """All numbers of a part as texts."""
    return {
        "title": part.title,
        "sentences": "\n".join(part.sentences),
        "rows": [
            [cell_text(cell, place in part.percents, language) for place, cell in enumerate(row)]
            for row in (part.headings, *part.rows)
            if row and (row is part.headings or len(part.rows) <= MOST_LABELS or row[1] != 0)
        ],
    }
