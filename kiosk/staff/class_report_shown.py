"""A class report as QML shows it: its sections with their pictures as shares of the room. Qt-free."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from kiosk.exports.class_report import EVER, Report, Wanted
from kiosk.exports.class_report_rows import Session
from kiosk.exports.class_report_station_words import stations
from kiosk.exports.class_report_words import Bar, Section, front, words_in
from kiosk.staff.export_choices import limits

SPANS = ("month", "term", "all")
TERM_DAYS = 150
DAY_MS = 86_400_000
PICTURES = {
    "effect": "icon/star-full",
    "leaning": "icon/shield",
    "hardest": "icon/fish-hook",
    "next": "icon/flag",
    "anti_fraud": "icon/mask",
    "convention_puzzle": "icon/game-jigsaw",
    "broadcast_booth": "icon/microphone",
    "little_supervisor": "magnifier",
    "rumour_desk": "icon/promise-source",
    "kind_words": "icon/promise-kind-words",
    "pledge": "icon/lantern-small",
}


def sections(report: Report, language: str) -> list[dict[str, Any]]:
    """What a teacher looks at first, then the stations; what to practise stands beside what was learned."""
    learned, *others, following = front(report, language)
    return [shown(one) for one in (learned, following, *others, *stations(report, language))]


def shown(section: Section) -> dict[str, Any]:
    """One section: `bars` lie on a scale from 0 to 1, whose `zero` and `ticks` come with it."""
    bars: list[dict[str, Any]] = []
    ticks: list[dict[str, Any]] = []
    if section.chart == "intervals":
        ticks = list(scale(section.bars))
        bars = [interval(bar, ticks) for bar in section.bars]
    elif section.chart == "shares":
        bars = [{"label": bar.label, "told": bar.told, "value": bar.value} for bar in section.bars]
    return {
        "key": section.key,
        "title": section.title,
        "picture": PICTURES[section.key],
        "sentences": list(section.sentences),
        "chart": section.chart,
        "axis": section.axis,
        "bars": bars,
        "ticks": ticks,
        "numbers": [{"name": name, "value": value} for name, value in section.numbers],
    }


def scale(bars: Sequence[Bar]) -> Iterator[dict[str, Any]]:
    """Round steps that hold every interval and 0: `at` from 0 to 1, `name`, and whether it is 0."""
    low, high = min(0.0, *(bar.low for bar in bars)), max(0.0, *(bar.high for bar in bars))
    step = next(one for one in (0.1, 0.2, 0.5, 1.0, 2.0, 5.0) if (high - low) / one <= 6)
    first, last = int(low // step), int(-(-high // step))
    for place in range(first, last + 1):
        value = place * step
        yield {"at": (place - first) / max(1, last - first), "name": f"{value:g}", "value": value}


def interval(bar: Bar, ticks: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """A value with its interval on that scale."""
    first, room = ticks[0]["value"], (ticks[-1]["value"] - ticks[0]["value"]) or 1.0
    places = {name: (getattr(bar, name) - first) / room for name in ("value", "low", "high")}
    return {"label": bar.label, "told": bar.told, **places}


def session_shown(session: Session, language: str) -> dict[str, str]:
    """A session in the list to choose from."""
    words = words_in(language)
    return {
        "key": session.id,
        "name": session.class_label or words("no_class"),
        "about": f"{datetime.fromtimestamp(session.start / 1000):%Y-%m-%d %H:%M} · {words(f'plan_{session.plan}')}",
    }


def of_class(label: str, span: str, now: int) -> Wanted:
    """A class over this month, the last half year, or all that there is."""
    if span == "term":
        return Wanted(class_label=label, start=now - TERM_DAYS * DAY_MS, end=limits("today", now)[1])
    start, end = limits(span, now)
    return Wanted(class_label=label, start=start, end=min(end, EVER))
