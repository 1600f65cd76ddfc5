"""A native bank file: JSON, format 1, as `quizzes/README.md` documents it."""

import json
import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from kiosk.core.errors import KioskError
from kiosk.core.item import from_json
from kiosk.core.quick import maker
from kiosk.packs import limits
from kiosk.packs.bank import FORMAT, Bank
from kiosk.packs.json_items import Lines, read_object
from kiosk.packs.native_check import bank_faults, item_faults
from kiosk.packs.rows import Built, Row

log = logging.getLogger(__name__)


def read_native(text: str, sheet: str = "") -> tuple[Bank, list[Built]]:
    """The bank, still without items, and each of its entries; a row's number is the line on which its item begins.

    `sheet` is what the rows give as theirs.

    Raises KioskError (`packs.json_broken`, `packs.not_a_bank`, `packs.format_newer`, `packs.bank_fault`).
    """
    lines, new_row = Lines(text), maker(Row)

    def entry(item: Any, number: int, place: int) -> Built | None:
        # What is too many is only counted: the bank is refused for it.
        return _entry(new_row(lines.at(place), sheet), item) if number < limits.ITEMS else None

    try:
        fields = read_object(text, "items", entry)
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        raise KioskError("packs.json_broken", repr(error), line=line) from error
    if not isinstance(fields, dict) or "items" not in fields:
        raise KioskError("packs.not_a_bank")
    form = fields.get("format")
    if isinstance(form, int) and form > FORMAT:
        raise KioskError("packs.format_newer", version=form, known=FORMAT)
    if faults := bank_faults(fields):
        raise KioskError("packs.bank_fault", str(faults), field=faults[0].path, fault=faults[0].code)
    texts = {name: fields.get(name, "") for name in Bank.__slots__ if name != "items"}
    return Bank(**texts, items=()), fields["items"]


def built_in_bank(path: Path) -> Bank | None:
    """The bank in `path` with its sound items; `None`, with a line in the log, when it is none."""
    try:
        bank, entries = read_native(path.read_text("utf-8"))
    except (KioskError, OSError, ValueError) as error:
        if getattr(error, "code", "") != "packs.not_a_bank":
            log.error("built-in bank %s was left out: %r", path.name, error)
        return None
    items = {entry.item.id: entry.item for entry in reversed(entries) if entry.item}
    return replace(bank, items=tuple(reversed(items.values())))


def _entry(row: Row, value: Any) -> Built:
    faults = item_faults(value)
    if not faults:
        item = from_json(value)
        missing = () if item.playable else (row.problem("explanation_missing", "explanation"),)
        return Built(row, item, missing)
    name = str(value.get("id", ""))[:40] if isinstance(value, dict) else ""
    problems = (row.problem(fault.code, fault.path, "error", item=name, **fault.params) for fault in faults)
    return Built(row, None, tuple(problems))
