"""A zip for whoever maintains the kiosk: what it is, how it does, how much there is of what. Nobody's data.

Nothing is filtered out: only what is known to be harmless is let in. Texts that people have typed or chosen are told by
their length, logs by level, place and kind of error, never by their message. Qt-free.
"""

import json
import os
import platform
import re
import sqlite3
import sys
import zipfile
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from kiosk import __version__
from kiosk.core.clock import iso
from kiosk.core.words import say
from kiosk.exports.writing import Written, write_whole
from kiosk.staff.health import Check, Ground
from kiosk.store import settings

NEED = 1 << 20
LOG_BYTES = 1 << 18
LIBRARIES = ("PySide6_Essentials", "sqlite-utils", "cryptography", "numpy")
_STAMP = re.compile(r"^(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d)[,.\d]* (?:(\w+) ([\w.]+)|([\w.]+) (\w+))\b")
_FRAME = re.compile(r'^\s*File "[^"]*?(kiosk/[\w/]+\.py)", line (\d+), in ([\w<>]+)')
_ERROR = re.compile(r"^((?:[a-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning|Interrupt|Exit))\b")
LEVELS = frozenset(("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"))


def write_diagnostics(ground: Ground, checks: list[Check], out: Path) -> Written:
    """Write the zip whole or not at all. Raises KioskError as `write_whole` does."""
    parts: dict[str, Callable[[Ground], Any]] = {
        "machine.json": machine, "settings.json": base, "database.json": database, "logs.json": logs,
    }  # fmt: skip

    def fill(path: Path) -> int:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr(
                "README.txt", say("staff.diagnostics_readme", "zh") + "\n" + say("staff.diagnostics_readme", "en")
            )
            file.writestr("health.json", _json([{"name": one.name, "level": one.level} for one in checks]))
            for name, part in parts.items():
                file.writestr(name, _json(part(ground)))
        return len(parts) + 2

    return write_whole(out, NEED, fill)


def machine(ground: Ground) -> dict[str, Any]:
    """The program and the computer."""
    return {
        "program": __version__,
        "kiosk": ground.store.kiosk,
        "made": iso(ground.clock.utc_ms()),
        "python": platform.python_version(),
        "frozen": bool(getattr(sys, "frozen", False)),
        "system": platform.platform(),
        "processor": platform.machine(),
        "cores": os.cpu_count(),
        "memory_mb": _memory_mb(),
        "session": os.environ.get("XDG_SESSION_TYPE", ""),
        "libraries": {name: _version(name) for name in LIBRARIES},
        "free_mb": _free_mb(ground.home),
        "files": {
            name: _size(ground.home / name) for name in ("kiosk.db", "backups", "takes", "packs", "cache", "logs")
        },
    }


def base(ground: Ground) -> dict[str, Any]:
    """The settings; of texts only how long they are, of lists of texts how many."""
    try:
        with ground.store.read() as connection:
            values = settings.read_all(connection)
    except sqlite3.Error as failure:
        return {"unread": type(failure).__name__}
    return {key: _harmless(settings.SETTINGS[key], value) for key, value in values.items()}


def database(ground: Ground) -> dict[str, Any]:
    """How many rows there are in each table, and how many facts of each kind in each month."""
    try:
        with ground.store.read() as connection:
            names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            tables = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
            kinds = connection.execute(
                "SELECT strftime('%Y-%m', utc_ms / 1000, 'unixepoch'), kind, origin, count(*)"
                " FROM journal_entry GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
            ).fetchall()
            schema = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as failure:
        return {"unread": type(failure).__name__}
    facts = [{"month": row[0], "kind": row[1], "origin": row[2], "count": row[3]} for row in kinds]
    return {"version": schema, "sqlite": sqlite3.sqlite_version, "tables": tables, "facts": facts}


def logs(ground: Ground) -> dict[str, list[str]]:
    """Of each log its times, levels, places and kinds of errors."""
    files = sorted((ground.home / "logs").glob("*.log"))
    return {f"log-{number}": list(_lines(path)) for number, path in enumerate(files)}


def _lines(path: Path) -> Iterator[str]:
    """What is let in of one log."""
    try:
        text = path.read_bytes()[-LOG_BYTES:].decode("utf-8", "replace")
    except OSError as failure:
        yield type(failure).__name__
        return
    for line in text.splitlines():
        if (found := _STAMP.match(line)) and (words := {one for one in found.groups()[1:] if one}) & LEVELS:
            level = next(iter(words & LEVELS))
            yield f"{found[1]} {level} {next((one for one in words - LEVELS if one.startswith('kiosk')), '')}".strip()
        elif found := _FRAME.match(line):
            yield f"  {found[1]}:{found[2]} {found[3]}"
        elif found := _ERROR.match(line):
            yield f"  {found[1]}"


def _harmless(setting: settings.Setting, value: Any) -> Any:
    if isinstance(value, list) and value and isinstance(value[0], str) and setting.fits is None:
        return f"{len(value)} texts"
    if isinstance(value, str) and not setting.choices:
        return f"{len(value)} characters"
    return value


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _memory_mb() -> int:
    """All of the computer's memory; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 20


def _free_mb(home: Path) -> int:
    import shutil

    try:
        return shutil.disk_usage(home).free >> 20
    except OSError:
        return -1


def _size(path: Path) -> int:
    """Bytes of a file, or of all files in a folder."""
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(one.stat().st_size for one in files if one.is_file())
