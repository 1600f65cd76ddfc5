"""A class report as a file: a PDF for people, JSON for programs. Qt-free."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from kiosk.core.clock import iso
from kiosk.core.errors import KioskError
from kiosk.exports.class_report import EVER, Names, Report, Wanted, class_report
from kiosk.exports.class_report_rows import sessions
from kiosk.exports.class_report_station_words import stations
from kiosk.exports.class_report_words import about, front, title
from kiosk.exports.writing import Written, write_bytes

Format = Literal["pdf", "json"]
FORMATS: tuple[Format, ...] = ("pdf", "json")
JSON_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Dressed:
    """What a report needs besides its figures: names of families and tricks, base, day (`2026-11-20`), language."""

    names: Names
    base: str
    made: str
    language: str = "zh"


def make_report(db: sqlite3.Connection, wanted: Wanted, names: Names) -> Report:
    """The report on what is wanted. Raises KioskError where there is no such session, or nothing of such a class."""
    if wanted.session:
        if all(one.id != wanted.session for one in sessions(db, every_origin=wanted.every_origin)):
            raise KioskError("class_report.no_session", session=wanted.session)
        return class_report(db, wanted, names)
    report = class_report(db, wanted, names)
    if not report.stations and not report.forms.moments and not report.forms.few and not report.kiosks:
        raise KioskError("class_report.no_such_class", class_label=wanted.class_label)
    return report


def write_report(report: Report, form: Format, dressed: Dressed, out: Path) -> Written:
    """Write it to `out`, whole or not at all. Raises KioskError (`exports.…`)."""
    makers: dict[Format, Callable[[], bytes]] = {
        "pdf": lambda: _pdf(report, dressed),
        "json": lambda: json.dumps(as_json(report, dressed), ensure_ascii=False, indent=2).encode(),
    }
    content = makers[form]()
    return write_bytes(content, 1, out)


def _pdf(report: Report, dressed: Dressed) -> bytes:
    # fpdf is loaded here: a quarter of a second that only papers wait for.
    from kiosk.exports.class_report_paper import class_report_paper

    return class_report_paper(report, base=dressed.base, made=dressed.made, language=dressed.language)


def as_json(report: Report, dressed: Dressed) -> dict[str, Any]:
    """The figures and the sentences as JSON-ready values; what is hidden is null, or not there."""
    figures = asdict(report)
    for name in ("start", "end"):
        figures[name] = iso(figures[name]) if 0 < figures[name] < EVER else None
    language = dressed.language
    return {
        "format": JSON_FORMAT,
        "title": title(report, language),
        "about": about(report, language),
        "base": dressed.base,
        "made": dressed.made,
        "figures": figures,
        "sections": [
            {"key": one.key, "title": one.title, "sentences": list(one.sentences)}
            for one in (*front(report, language), *stations(report, language))
        ],
    }
