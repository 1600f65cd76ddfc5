"""The one door for a file: what it brings, and a report that is true of what would be installed."""

import hashlib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.packs import limits
from kiosk.packs.bank import Bank
from kiosk.packs.build import build
from kiosk.packs.importers.tables import Found
from kiosk.packs.lint import duplicate_key, lint
from kiosk.packs.native import read_native
from kiosk.packs.open_file import open_file
from kiosk.packs.pack_file import PackFile, first_row, read_banks
from kiosk.packs.plain import clean
from kiosk.packs.report import Problem, Refusal, Report
from kiosk.packs.rows import Built, Row, Taken
from kiosk.stations.station import Family

LOCAL = "local"
WATCH_ROWS = 200
Watch = Callable[[int, int], None]
OUTSIDE = ("packs.file_missing", "packs.file_unreadable")


@dataclass(frozen=True, slots=True)
class Checked:
    """A report and the bank that would be installed; `bank` is `None` when nothing of the file can be stored.

    `pack` is the pack file that the bank is from.
    """

    report: Report
    bank: Bank | None = None
    pack: PackFile | None = None


def check_file(path: Path, families: Sequence[Family], today: date, watch: Watch | None = None) -> Checked:
    """Look through `path` without writing anything. Never raises for what is *in* the file.

    `watch(done, all)` is told now and then how many rows are done; what it raises comes out here.
    Raises KioskError (`packs.file_missing`, `packs.file_unreadable`) when there is nothing to look at.
    """
    try:
        opened = open_file(path)
        if opened.native:
            bank, built = read_native(opened.native)
            return judge(opened.form, bank, built, today, Row(1))
        if opened.pack:
            return check_pack(opened.pack, today)
        found = opened.found
        if len(found.rows) > limits.ITEMS:
            raise KioskError("packs.items_too_many", count=len(found.rows), most=limits.ITEMS)
        bank = local_bank(path, found)
        return judge(
            opened.form, bank, (build(row, families) for row in watched(found.rows, watch)), today, header_row(found)
        )
    except KioskError as error:
        if error.code in OUTSIDE:
            raise
        refusal = Refusal(error.code.removeprefix("packs."), {"name": path.name, **error.params})
        return Checked(Report(path.suffix.removeprefix(".").lower()[:8] or "file", refused=refusal))


def check_pack(pack: PackFile, today: date) -> Checked:
    """Look through a pack. Whether it may be installed here is for the library to say: it knows the trusted keys."""
    bank, entries = read_banks(pack)
    first = first_row(pack)
    checked = judge("pack", bank, entries, today, first)
    if pack.signer:
        return replace(checked, pack=pack)
    marked = (first.problem("pack_unsigned", "signature", "warning"), *checked.report.problems)
    return replace(checked, pack=pack, report=replace(checked.report, problems=marked))


def watched(rows: Sequence[Row], watch: Watch | None) -> Iterator[Row]:
    """`rows`, with `watch` told before each 200 of them."""
    for done, row in enumerate(rows):
        if watch and done % WATCH_ROWS == 0:
            watch(done, len(rows))
        yield row


def judge(form: str, bank: Bank, entries: Iterable[Built], today: date, first: Row) -> Checked:
    """Count and lint the entries; equal ones are taken once. What concerns all items points at `first`.

    Raises KioskError `packs.no_questions`.
    """
    taken: list[Taken] = []
    problems: list[Problem] = []
    mend = 0
    seen: dict[tuple[str, ...], Row] = {}
    for entry in entries:
        again = _again(entry, seen)
        problems += (*entry.problems, *again)
        mend += bool(again) or entry.has_error
        if entry.item and not again:
            taken.append(Taken(entry.row, entry.item))
    problems += lint(taken, today, first)
    if not taken and not mend:
        raise KioskError("packs.no_questions")
    good = sum(one.item.playable for one in taken)
    report = Report(form, good, mend, len(taken), None, tuple(problems[: limits.PROBLEMS]))
    return Checked(report, replace(bank, items=tuple(one.item for one in taken)) if taken else None)


def _again(entry: Built, seen: dict[tuple[str, ...], Row]) -> tuple[Problem, ...]:
    """The complaint when the same question, or another one of the same name, came before."""
    if entry.item is None:
        return ()
    for code, key in (("duplicate", duplicate_key(entry.item)), ("id_twice", ("id", entry.item.id))):
        before = seen.setdefault(key, entry.row)
        if before is not entry.row:
            where = f"“{before.sheet}”" if before.sheet else ""
            return (entry.row.problem(code, "stem", sheet=where, first=before.number, id=entry.item.id),)
    return ()


def local_bank(path: Path, found: Found) -> Bank:
    """The bank that a foreign file becomes, still without items: named by the file, numbered by the library."""
    title = clean(unicodedata.normalize("NFC", path.stem))[: limits.TITLE] or LOCAL
    name = hashlib.sha256(title.encode()).hexdigest()[:10]
    language = "en" if found.rows and all(row.stem.isascii() for row in found.rows) else "zh"
    return Bank(f"{LOCAL}.{name}", "", title, language, LOCAL, LOCAL, ())


def header_row(found: Found) -> Row:
    """Where lint points for what concerns a whole file."""
    sheet, number = next(iter(found.header_rows.items()), ("", 1))
    columns = found.rows[0].columns if found.rows else {}
    return Row(number, sheet, columns=columns)
