"""Reading back what can still be read of a database that was set aside."""

import json
import logging
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from kiosk.core.events import ORIGINS, from_body
from kiosk.core.item import from_json, item_hash
from kiosk.store import database, files, troubles
from kiosk.store.folding import fold

log = logging.getLogger(__name__)
COLUMNS = ("epoch", "seq", "id", "kiosk", "visit", "origin", "utc_ms", "monotonic_ms", "kind", "version", "body")
Found = tuple[Any, ...]
"""A journal entry in the order of `COLUMNS`."""
_INSERT = (
    f"INSERT INTO journal_entry ({', '.join(COLUMNS[:-3])}, code, version, stored)"
    f" VALUES ({', '.join('?' * len(COLUMNS))}) ON CONFLICT (epoch, seq) DO NOTHING"
)
_BY_INDEX = "journal_entry INDEXED BY sqlite_autoindex_journal_entry_1"
_AT_ONCE = 500
_BLOCK, _PAGE = 1024 * 1024, 4096


@contextmanager
def open_copy(set_aside: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a copy of the database `set_aside`, which itself stays as it is.

    Raises OSError or sqlite3.Error when not even that can be read.
    """
    for left_over in set_aside.parent.glob("reading-*"):
        shutil.rmtree(left_over)
    with tempfile.TemporaryDirectory(prefix="reading-", dir=set_aside.parent) as folder:
        copy = Path(folder) / files.DATABASE
        for ending in ("", "-wal"):
            part = set_aside.with_name(set_aside.name + ending)
            if part.exists():
                copy_readable(part, copy.with_name(copy.name + ending))
        with closing(database.reader(database.file_uri(copy, "mode=rw"))) as connection:
            connection.row_factory = None
            yield connection


def copy_readable(source: Path, target: Path) -> None:
    """Copy the file `source` to `target`, with zeros for what the disk does not give. Raises OSError."""
    with source.open("rb", buffering=0) as file, target.open("wb") as copied:

        def read(start: int, length: int) -> bytes:
            file.seek(start)
            return file.read(length)

        size = source.stat().st_size
        for start in range(0, size, _BLOCK):
            copied.write(block(read, start, min(_BLOCK, size - start)))


def block(read: Callable[[int, int], bytes], start: int, length: int) -> bytes:
    """`length` bytes from `start` on, page by page if `read` cannot have them at once, unreadable pages as zeros."""
    try:
        return read(start, length)
    except OSError as error:
        if length <= _PAGE:
            log.warning("unreadable at %d: %r", start, error)
            return bytes(length)
    end = start + length
    return b"".join(block(read, first, min(_PAGE, end - first)) for first in range(start, end, _PAGE))


def journal_length(connection: sqlite3.Connection) -> int | None:
    """How many entries the damaged journal had, as far as that can still be told."""
    for where in ("journal_entry", f"{_BY_INDEX} WHERE epoch >= x'00'"):
        try:
            return connection.execute(f"SELECT max(position) FROM {where}").fetchone()[0] or 0
        except troubles.FAILURES as error:
            log.info("length of the damaged journal: %r", error)
    return None


def entries(connection: sqlite3.Connection, length: int) -> Iterator[list[Found]]:
    """The readable and credible entries among positions 1 to `length`, some at a time.

    A range that cannot be read is halved until only the unreadable entries are left out.
    """
    ranges = [(first, min(first + _AT_ONCE - 1, length)) for first in range(1, length + 1, _AT_ONCE)]
    ranges.reverse()
    while ranges:
        first, last = ranges.pop()
        try:
            found = connection.execute(
                f"SELECT {', '.join(COLUMNS)}, position FROM journal_entry WHERE position BETWEEN ? AND ?",
                (first, last),
            ).fetchall()
        except troubles.FAILURES:
            if first < last:
                middle = (first + last) // 2
                ranges += [(middle + 1, last), (first, middle)]
            continue
        whole = [entry[:-1] for entry in found if credible(entry[:-1]) and agrees(connection, entry)]
        if whole:
            yield whole


def agrees(connection: sqlite3.Connection, entry: Found) -> bool:
    """Whether the index, which has epoch, seq and position once more, says the same or cannot be asked."""
    epoch, seq, *_, position = entry
    try:
        found = connection.execute(f"SELECT position FROM {_BY_INDEX} WHERE epoch = ? AND seq = ?", (epoch, seq))
        return bool(found.fetchone() == (position,))
    except troubles.FAILURES:
        return True


def credible(entry: Found) -> bool:
    """Whether `entry` can have been written by us: torn bytes in a damaged file make entries that nobody wrote."""
    epoch, seq, id, kiosk, visit, origin, utc_ms, monotonic_ms, kind, version, text = entry
    try:
        return (
            (len(epoch), len(id), len(kiosk)) == (8, 16, 6)
            and int.from_bytes(id[:6], "big") == utc_ms  # a uuid7 begins with its time
            and id[6] >> 4 == 7
            and (visit is None or len(visit) > 0)
            and 0 <= origin < len(ORIGINS)
            and seq > 0
            and monotonic_ms >= 0
            and kind.isidentifier()
            and _reads(kind, version, text)
        )
    except (TypeError, AttributeError):
        return False


def _reads(kind: str, version: int, text: str) -> bool:
    """Whether `text` is the body of an event. Raises TypeError when its fields are not those of `kind`."""
    try:
        fields = json.loads(text)
    except ValueError:
        return False
    if isinstance(fields, dict):
        from_body(kind, version, fields)
    return isinstance(fields, dict)


def put_back(connection: sqlite3.Connection, found: list[Found]) -> int:
    """Add those of `found` that are not in the journal; how many there were."""
    before = connection.total_changes
    for *whose, kind, version, body in found:
        code, stored = fold(kind, body)
        connection.execute(_INSERT, (*whose, code, version, stored))
    return connection.total_changes - before


def item_texts(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """The readable texts of items, each proved by its hash."""
    found: dict[str, str] = {}
    for order in ("ASC", "DESC"):  # from both ends up to the damage
        try:
            for hash, body in connection.execute(f"SELECT hash, body FROM item_text ORDER BY hash {order}"):
                found[hash] = body
        except troubles.FAILURES as error:
            log.info("item texts of the damaged database: %r", error)
    return [(hash, body) for hash, body in found.items() if _proves(hash, body)]


def _proves(hash: str, body: str) -> bool:
    try:
        return item_hash(from_json(json.loads(body))) == hash
    except (ValueError, TypeError, KeyError, AttributeError):
        return False


def put_back_texts(connection: sqlite3.Connection, found: list[tuple[str, str]]) -> None:
    """Add those of `found` that are not kept yet."""
    connection.executemany("INSERT OR IGNORE INTO item_text (hash, body) VALUES (?, ?)", found)
