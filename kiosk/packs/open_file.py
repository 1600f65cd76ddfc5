"""What kind of file this is, by its content and never by its name, and its rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.core.errors import KioskError
from kiosk.packs import limits
from kiosk.packs.rows import Found, Row

if TYPE_CHECKING:
    from kiosk.packs.pack_file import PackFile

# What reads a kind of file is imported where that kind is met: a csv does not wait for what only packs need.
ZIP = b"PK\x03\x04"
MANIFEST = "manifest.json"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ELSEWHERE = (
    ("xl/workbook.bin", "xlsb"),
    ("word/document.xml", "docx"),
)


@dataclass(frozen=True, slots=True)
class Opened:
    """`form` names layout and container; `native` holds a bank's JSON text, or `pack` a pack, or `found` the rows."""

    form: str
    native: str = ""
    pack: "PackFile | None" = None
    found: Found = field(default_factory=lambda: Found("", (), {}))


def open_file(path: Path) -> Opened:
    """Open whatever a teacher brought. Raises KioskError: see the `packs` words for what can be wrong."""
    data = read_bytes(path)
    if data.startswith(ZIP):
        return _zip(data)
    if data.startswith(OLE):
        from kiosk.packs.xls_check import examine_xls

        examine_xls(data)
        return _workbook(data, "xls")
    if not data.strip():
        raise KioskError("packs.file_empty")
    from kiosk.packs.text_file import decode

    return _text(decode(data))


def read_bytes(path: Path) -> bytes:
    """The file's bytes. Raises KioskError (`packs.file_missing`, `packs.file_unreadable`, `packs.file_huge`)."""
    try:
        if path.stat().st_size > limits.FILE_BYTES:
            raise KioskError("packs.file_huge", most=limits.FILE_BYTES // (1 << 20))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise KioskError("packs.file_missing", repr(error), name=path.name) from error
    except OSError as error:
        raise KioskError("packs.file_unreadable", repr(error), name=path.name) from error


def _zip(data: bytes) -> Opened:
    from kiosk.packs.zipped import examine

    names = examine(data)
    for member, kind in ELSEWHERE:
        if member in names:
            raise KioskError("packs.kind_unread", kind=kind)
    if "xl/workbook.xml" in names or any(name.startswith("xl/") for name in names):
        return _workbook(data, "xlsx")
    if "content.xml" in names:
        return _workbook(data, "ods")
    if MANIFEST in names:
        from kiosk.packs.pack_file import read_pack

        return Opened("pack", pack=read_pack(data))
    if "h5p.json" in names:
        from kiosk.packs.importers.h5p import h5p_rows

        return Opened("h5p", found=listed("h5p", h5p_rows(data)))
    if "imsmanifest.xml" in names:
        from kiosk.packs.importers.qti import qti_rows

        return Opened("qti", found=listed("qti", qti_rows(data)))
    raise KioskError("packs.kind_unread", kind="zip")


def _workbook(data: bytes, container: str) -> Opened:
    from kiosk.packs.importers.tables import find_rows
    from kiosk.packs.workbook import read_workbook

    found = find_rows(read_workbook(data))
    return Opened(f"{found.layout}-{container}", found=found)


def _text(text: str) -> Opened:
    start = text.lstrip("\ufeff \t\r\n")[:200]
    if start.startswith(("{", "[")):
        return Opened("native-json", native=text.lstrip("\ufeff"))
    if start.startswith("<"):
        return _xml(text, start)
    from kiosk.packs.importers.gift import gift_rows, is_gift

    if is_gift(text):
        return Opened("gift", found=listed("gift", gift_rows(text)))
    from kiosk.packs.headers import best_header
    from kiosk.packs.importers.aiken import is_aiken
    from kiosk.packs.importers.tables import find_rows, score
    from kiosk.packs.importers.wenjuanxing import is_wenjuanxing
    from kiosk.packs.text_file import csv_table

    table = csv_table(text, score)
    if best_header(table.rows) is None and (is_aiken(text) or is_wenjuanxing(text)):
        from kiosk.packs.importers.lines import line_rows

        layout = "aiken" if is_aiken(text) else "wenjuanxing"
        return Opened(f"{layout}-txt", found=listed(layout, line_rows(text.removeprefix("\ufeff"))))
    found = find_rows([table])
    return Opened(f"{found.layout}-csv", found=found)


def _xml(text: str, start: str) -> Opened:
    if "<html" in start.lower() or "<table" in start.lower():
        raise KioskError("packs.kind_unread", kind="html")
    if len(text) > limits.XML_CHARACTERS:
        raise KioskError("packs.file_huge", most=limits.XML_CHARACTERS // (1 << 20))
    from kiosk.packs.importers.moodle import moodle_rows

    return Opened("moodle-xml", found=listed("moodle", moodle_rows(text.lstrip("\ufeff \t\r\n"))))


def listed(layout: str, rows: Iterable[Row]) -> Found:
    """Rows of a format without tables; steps to order are as if they stood in the template's sheet."""
    found = list(rows)
    cells: dict[str, Sequence[str]] = {row.sheet: tuple(row.columns.values()) for row in found if row.form}
    return Found(layout, found, {"": 1}, cells)
