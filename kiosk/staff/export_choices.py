"""What can be exported: which rows, from which days, as which file, and where to. Qt-free."""

from datetime import datetime
from pathlib import Path

from kiosk.exports.asked import Asked, Encoding
from kiosk.exports.export import Format
from kiosk.packs.families import level_names
from kiosk.store.queries import local_day

TABLES = ("log", "items", "visits")
FORMS = {
    "log": ("xlsx", "csv", "gb18030", "xapi"),
    "items": ("xlsx", "csv", "gb18030"),
    "visits": ("xlsx", "csv", "gb18030", "xapi"),
}
FILES: dict[str, tuple[Format, Encoding, str]] = {
    "xlsx": ("xlsx", "utf-8", "xlsx"),
    "csv": ("csv", "utf-8", "csv"),
    "gb18030": ("csv", "gb18030", "csv"),
    "xapi": ("xapi", "utf-8", "jsonl"),
}
"""What each form is written as: format, encoding, ending of the file's name."""
SPANS = ("today", "week", "month", "all")
HOME_FOLDER = "exports"


def limits(span: str, now: int) -> tuple[int, int]:
    """From when (included) to when (excluded) a span lasts, in milliseconds since 1970 UTC."""
    start, end = local_day(now)
    if span == "all":
        return 0, 1 << 62
    if span == "week":
        for _ in range(6):
            start = local_day(start - 1)[0]
    elif span == "month":
        start = int(datetime.fromtimestamp(start / 1000).replace(day=1).timestamp() * 1000)
    return start, end


def asked(span: str, now: int, language: str, quizzes: Path, encoding: Encoding = "utf-8") -> Asked:
    """The limits of `span` with the names of the levels."""
    start, end = limits(span, now)
    return Asked(start, end, language=language, encoding=encoding, levels=level_names(quizzes, language))


def file_name(title: str, now: int, ending: str) -> str:
    """A name that sorts by time and that every stick takes."""
    return f"{title}-{datetime.fromtimestamp(now / 1000):%Y%m%d-%H%M%S}.{ending}"
