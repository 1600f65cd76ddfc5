"""The files on a stick that may be quiz banks. Names only: nothing is opened before it is chosen. Qt-free."""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

ENDINGS = frozenset((".xlsx", ".xls", ".ods", ".csv", ".txt", ".gift", ".json", ".xml", ".zip", ".h5p", ".glow"))
DEPTH = 2
MOST_LOOKED_AT = 4_000
"""A stick with 60,000 names must not hold up the screen."""
MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that can be looked through; `size` in bytes, `changed` in local time."""

    path: Path
    size: int
    changed: datetime


def candidates(folder: Path, endings: Collection[str] = ENDINGS, most: int = MOST_SHOWN) -> list[Candidate]:
    """The newest `most` fitting files in `folder` and its folders. Raises OSError if `folder` cannot be read."""
    names = islice(_walk(folder, DEPTH), MOST_LOOKED_AT)
    found = [one for one in (_look(name, endings) for name in names) if one]
    return sorted(found, key=lambda one: one.changed, reverse=True)[:most]


def _walk(folder: Path, depth: int) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith((".", "~$", "$")) or entry.is_symlink():
                continue
            if entry.is_dir():
                if depth > 1:
                    yield from _try_walk(Path(entry.path), depth - 1)
            else:
                yield entry


def _try_walk(folder: Path, depth: int) -> Iterator[os.DirEntry[str]]:
    """A folder within that cannot be read hides nothing else."""
    try:
        yield from _walk(folder, depth)
    except OSError:
        return


def _look(entry: os.DirEntry[str], endings: Collection[str]) -> Candidate | None:
    """The file behind a name, when its kind fits."""
    path = Path(entry.path)
    if path.suffix.lower() not in endings:
        return None
    try:
        about = entry.stat(follow_symlinks=False)
        return Candidate(path, about.st_size, datetime.fromtimestamp(about.st_mtime))
    except (OSError, ValueError, OverflowError):
        return None
