"""A school's list of classes and seats. Names, identity and student numbers are dropped at the door.

What leaves this module are class labels, how many seats each has, and the headers of what was dropped: no cell of a
dropped column is ever held beyond the reading of its row.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.core.ages import JUNIOR
from kiosk.core.errors import KioskError
from kiosk.packs.headers import SEARCHED_ROWS, normalise
from kiosk.packs.open_file import OLE, ZIP, read_bytes
from kiosk.packs.tables import Table

GRADE = ("年级", "grade")
CLASS = ("班级", "班别", "班", "class")
SEAT = ("座号", "座位号", "座位", "seat", "seatnumber")
CONSENT = ("监护人同意", "家长同意", "同意", "consent")
DIGITS = "一二三四五六七八九"
FULL = re.compile(rf"(初)?中?([{DIGITS}1-9])(?:年级|年)?[(]?(\d{{1,2}}|[{DIGITS}十])[)]?班?")
PLAIN = re.compile(r"[^\d\W][\w()]{0,11}班")
"""A class with a name of its own (`彩虹班`): nothing with a longer number in it, nothing else."""
MOST_SEATS = 60
MOST_CLASSES = 200


@dataclass(frozen=True, slots=True)
class Roster:
    """`classes` are labels as our own pickers write them with their seats; `rows` were read, of which `left` named no
    class. `dropped` are the headers of columns whose cells were not kept; `consents`: one of them speaks of consent."""

    classes: tuple[tuple[str, int], ...]
    rows: int
    left: int
    dropped: tuple[str, ...]
    consents: bool


def read_roster(path: Path) -> Roster:
    """The classes and seats of a workbook or csv. Raises KioskError: `packs.roster_none`,
    `packs.roster_no_class`, and what an unreadable file raises."""
    try:
        tables = _tables(read_bytes(path))
    except KioskError as error:
        raise KioskError(error.code, error.detail, **{"name": path.name} | error.params) from error
    found = next((one for one in map(_read, tables) if one), None)
    if found is None:
        raise KioskError("packs.roster_none", name=path.name)
    if not found.classes:
        raise KioskError("packs.roster_no_class", name=path.name)
    return found


def class_label(grade: str, name: str) -> str:
    """`四年级`, `(2)班` → `四年级（2）班`; empty for what is no class."""
    folded = unicodedata.normalize("NFKC", grade + name).replace(" ", "")
    if found := FULL.fullmatch(folded):
        junior, first, number = found.groups()
        place = DIGITS.index(first) + 1 if first in DIGITS else int(first)
        if junior and place <= len(JUNIOR):
            place += 6
        return f"{DIGITS[place - 1]}年级（{_number(number)}）班"
    return folded.replace("(", "（").replace(")", "）") if PLAIN.fullmatch(folded) else ""


def _number(text: str) -> int:
    return 10 if text == "十" else DIGITS.index(text) + 1 if text in DIGITS else int(text)


def _tables(data: bytes) -> list[Table]:
    """The sheets of a workbook, or the one table of a csv. What reads them is loaded where it is needed."""
    if data.startswith(ZIP):
        from kiosk.packs.zipped import examine

        examine(data)
    elif data.startswith(OLE):
        from kiosk.packs.xls_check import examine_xls

        examine_xls(data)
    else:
        from kiosk.packs.text_file import csv_table, decode

        return [csv_table(decode(data), lambda rows: len(rows) if _header(rows) else 0)]
    from kiosk.packs.workbook import read_workbook

    return read_workbook(data)


def _header(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]] | None:
    """The number of the row that names a class, and the columns of grade, class and seat."""
    for place, row in enumerate(rows[:SEARCHED_ROWS]):
        names = [normalise(cell) for cell in row]
        found = {
            field: next(at for at, name in enumerate(names) if name in known)
            for field, known in (("grade", GRADE), ("class", CLASS), ("seat", SEAT))
            if any(name in known for name in names)
        }
        if "class" in found and sum(map(bool, names)) > 1:
            return place, found
    return None


def _read(table: Table) -> Roster | None:
    header = _header(table.rows)
    if header is None:
        return None
    place, columns = header
    cell = _cells(columns)
    counted: dict[str, list[int]] = {}
    rows = [row for row in table.rows[place + 1 :] if any(row)]
    for row in rows:
        if (label := class_label(cell(row, "grade"), cell(row, "class"))) and len(counted) <= MOST_CLASSES:
            counted.setdefault(label, []).append(_seat(cell(row, "seat")))
    told = [(at, " ".join(name.split())) for at, name in enumerate(table.rows[place]) if name.strip()]
    dropped = [(at, name) for at, name in told if at not in columns.values()]
    return Roster(
        classes=tuple((label, min(MOST_SEATS, max(len(seats), *seats))) for label, seats in counted.items()),
        rows=len(rows),
        left=len(rows) - sum(map(len, counted.values())),
        dropped=tuple(name for _, name in dropped),
        consents=any(normalise(name).startswith(CONSENT) for _, name in dropped),
    )


def _cells(columns: dict[str, int]) -> Callable[[Sequence[str], str], str]:
    def cell(row: Sequence[str], field: str) -> str:
        at = columns.get(field, len(row))
        return row[at].strip() if at < len(row) else ""

    return cell


def _seat(text: str) -> int:
    """A seat's number; 0 for what is none."""
    return int(text) if text.isascii() and text.isdigit() and int(text) <= MOST_SEATS else 0
