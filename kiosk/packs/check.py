"""The one door for a file: what it brings, and a report that is true of what would be installed."""

import gc
import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.core.errors import KioskError
from kiosk.packs import limits
from kiosk.packs.bank import Bank
from kiosk.packs.errors_mark import amends
from kiosk.packs.lint import duplicate_key, lint
from kiosk.packs.open_file import open_file
from kiosk.packs.part_file import read_parts
from kiosk.packs.plain import clean, fold_anew
from kiosk.packs.report import Problem, Refusal, Report
from kiosk.packs.rows import Built, Found, Row, Taken
from kiosk.packs.watching import Watch, watched

if TYPE_CHECKING:
    from kiosk.core.family import Family
    from kiosk.packs.pack_file import PackFile

LOCAL = "local"
OUTSIDE = ("packs.file_missing", "packs.file_unreadable")


@dataclass(frozen=True, slots=True)
class Checked:
    """A report and the bank that would be installed; `bank` is `None` when nothing of the file can be stored.

    `pack` is the pack file that the bank is from. `faulty` are the rows to mend, and `headers` the header cells of
    each sheet; `title` and `bank_id` name the bank to which they belong (`bank_id` is empty for native files).
    `taken` are the items with their rows.
    `amends`: the file is such a list of rows, mended; its items join those that are there.
    """

    report: Report
    bank: Bank | None = None
    pack: "PackFile | None" = None
    taken: tuple[Taken, ...] = ()
    faulty: tuple[Built, ...] = ()
    headers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    title: str = ""
    bank_id: str = ""
    amends: bool = False


def check_file(path: Path, families: Sequence["Family"], today: date, watch: Watch | None = None) -> Checked:
    """Look through `path` without writing anything. Never raises for what is *in* the file.

    `watch(done, all)` is told now and then how many rows are done; what it raises comes out here.
    Raises KioskError (`packs.file_missing`, `packs.file_unreadable`) when there is nothing to look at.
    """
    try:
        with uncollected():
            return _checked(path, families, today, watch)
    except KioskError as error:
        if error.code in OUTSIDE:
            raise
        refusal = Refusal(error.code.removeprefix("packs."), {"name": path.name, **error.params})
        return Checked(Report(path.suffix.removeprefix(".").lower()[:8] or "file", refused=refusal))


@contextmanager
def uncollected() -> Iterator[None]:
    """Tens of thousands of objects come into being, none of them in a circle: looking for circles takes a fifth."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _checked(path: Path, families: Sequence["Family"], today: date, watch: Watch | None) -> Checked:
    opened = open_file(path)
    if opened.native:
        from kiosk.packs.native import read_native  # here for its cost: tables do without

        bank, built = read_native(opened.native)
        return judge(opened.form, bank, built, today, Row(1))
    if opened.pack:
        return check_pack(opened.pack, today)
    found = opened.found
    if len(found.rows) > limits.ITEMS:
        raise KioskError("packs.items_too_many", count=len(found.rows), most=limits.ITEMS)
    title, amended = amends(found.header_cells)
    bank = local_bank(path, found, title, amended)
    entries = (build_any(row, families) for row in watched(found.rows, watch))
    checked = judge(opened.form, bank, entries, today, header_row(found))
    return replace(checked, headers=found.header_cells, title=bank.title, bank_id=bank.id, amends=bool(amended))


def build_any(row: Row, families: Sequence["Family"]) -> Built:
    """Judge a row of whatever layout."""
    # Imported here: packs and native files have no rows, and few others have sheets with forms.
    if not row.form:
        from kiosk.packs.build import build

        return build(row, families)
    from kiosk.packs.build_form import build_form

    return build_form(row, families)


def check_pack(pack: "PackFile", today: date) -> Checked:
    """Look through a pack. Whether it may be installed here is for the library to say: it knows the trusted keys."""
    from kiosk.packs.pack_file import first_row, read_banks  # here for its cost: other files do without

    bank, entries = read_banks(pack)
    parts = read_parts(pack.members)
    first = first_row(pack)
    checked = judge("pack", bank, entries, today, first) if entries else Checked(Report("pack"))
    if not entries and not parts:
        raise KioskError("packs.pack_bare")
    faulty = [one for one in parts if one.has_error]
    sound = len(parts) - len(faulty)
    report = checked.report
    problems = [*report.problems, *(problem for one in faulty for problem in one.problems)]
    if not pack.signer:
        problems.insert(0, first.problem("pack_unsigned", "signature", "warning"))
    told = replace(
        report,
        good=report.good + sound,
        mend=report.mend + len(faulty),
        stored=report.stored + sound,
        problems=tuple(problems[: limits.PROBLEMS]),
    )
    return replace(checked, report=told, bank=checked.bank or (bank if sound else None), pack=pack)


def judge(form: str, bank: Bank, entries: Iterable[Built], today: date, first: Row) -> Checked:
    """Count and lint the entries; equal ones are taken once. What concerns all items points at `first`.

    Raises KioskError `packs.no_questions`.
    """
    taken: list[Taken] = []
    problems: list[Problem] = []
    faulty: list[Built] = []
    seen = Seen()
    for entry in entries:
        again = seen.again(entry)
        if again or entry.problems:
            problems += (*entry.problems, *again)
            if again or entry.has_error:
                faulty.append(replace(entry, problems=(*entry.problems, *again)))
        if entry.item and not again:
            taken.append(Taken(entry.row, entry.item))
    problems += lint(taken, today, first)
    if not taken and not faulty:
        raise KioskError("packs.no_questions")
    good = sum(one.item.playable for one in taken)
    report = Report(form, good, len(faulty), len(taken), None, tuple(problems[: limits.PROBLEMS]))
    items = tuple(one.item for one in taken)
    return Checked(report, replace(bank, items=items) if taken else None, taken=tuple(taken), faulty=tuple(faulty))


class Seen:
    """The questions and names that came so far."""

    def __init__(self) -> None:
        self._stems: dict[str, Built] = {}
        self._shared: set[str] = set()
        self._keys: dict[tuple[str, ...], Row] = {}
        self._names: dict[str, Row] = {}

    def again(self, entry: Built) -> tuple[Problem, ...]:
        """The complaint when the same question, or another one of the same name, came before."""
        item, row = entry.item, entry.row
        if item is None:
            return ()
        stem = fold_anew(item.stem)
        first = self._stems.setdefault(stem, entry)
        code, before = "duplicate", row
        # Most stems come once: only what shares one is compared as a whole.
        if first is not entry:
            if first.item and stem not in self._shared:
                self._shared.add(stem)
                self._keys[duplicate_key(first.item)] = first.row
            before = self._keys.setdefault(duplicate_key(item), row)
        if before is row:
            code, before = "id_twice", self._names.setdefault(item.id, row)
        if before is row:
            return ()
        where = f"“{before.sheet}”" if before.sheet else ""
        return (row.problem(code, "stem", sheet=where, first=before.number, id=item.id),)


def local_bank(path: Path, found: Found, title: str, amended: str) -> Bank:
    """The bank that a foreign file becomes, still without items: named by the file, numbered by the library.

    A file of mended rows becomes a further version of the bank `amended` with its `title`.
    """
    title = title or clean(unicodedata.normalize("NFC", path.stem))[: limits.TITLE] or LOCAL
    name = amended or f"{LOCAL}.{hashlib.sha256(title.encode()).hexdigest()[:10]}"
    language = "en" if found.rows and all(row.stem.isascii() for row in found.rows) else "zh"
    return Bank(name, "", title, language, LOCAL, LOCAL, ())


def header_row(found: Found) -> Row:
    """Where lint points for what concerns a whole file."""
    sheet, number = next(iter(found.header_rows.items()), ("", 1))
    columns = found.rows[0].columns if found.rows else {}
    return Row(number, sheet, columns=columns)
