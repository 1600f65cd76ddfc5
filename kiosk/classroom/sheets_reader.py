"""Asking the process that reads pictures of answer sheets. Blocks: call it from a thread of one's own."""

import json
import os
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.classroom.sheets_judging import Row
from kiosk.core.errors import KioskError
from kiosk.core.programs import program

PATIENCE_S = 60.0
"""No picture takes longer, even on a machine that does other things."""
ENDINGS = (".jpg", ".jpeg", ".png", ".pdf")
ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1"}
"""Our matrices are small: more threads wait for each other."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One sheet in a picture: what its code says, its ten rows (none where `why` says that it could not be read:
    `small`, `cut`, `dark`), the file it was found in, its own picture, straightened, and the three pictures of the
    child's return code: empty without, `None` where they are not clear."""

    digits: str
    rows: tuple[Row, ...]
    why: str
    file: str
    picture: str
    code: tuple[str, ...] | None = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """All sheets that were seen, and the names of files without one or that could not be opened."""

    seen: tuple[Seen, ...]
    without: tuple[str, ...]
    unreadable: tuple[str, ...]


def look_at(files: Sequence[Path], pictures: Path, told: Callable[[int], None] = lambda done: None) -> Looked:
    """Look for sheets in `files`; their pictures go to the folder `pictures`. `told(done)` comes after each file and
    may raise, which ends the work. Raises KioskError `sheets.not_looked_at`."""
    seen, without, unreadable = list[Seen](), list[str](), list[str]()
    with _child(files, pictures) as lines:
        for place, line in enumerate(lines, start=1):
            name = files[line["file"]].name
            sheets = [_seen(one, name) for one in line.get("sheets", ())]
            seen += sheets
            if "detail" in line:
                unreadable.append(name)
            elif not sheets:
                without.append(name)
            told(place)
    return Looked(tuple(seen), tuple(without), tuple(unreadable))


def _seen(told: dict[str, Any], file: str) -> Seen:
    rows = tuple(Row(answer, doubt) for answer, doubt in told["rows"])
    code = None if told["code"] is None else tuple(told["code"])
    return Seen(told["digits"], rows, told["why"], file, told["picture"], code)


@contextmanager
def _child(files: Sequence[Path], pictures: Path) -> Iterator[Iterator[dict[str, Any]]]:
    """The process at work: its answers, one a file."""
    try:
        child = subprocess.Popen(
            program("kiosk.classroom.sheets_child"),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env={**os.environ, **ENVIRONMENT},
        )  # fmt: skip
    except OSError as error:
        raise KioskError("sheets.not_looked_at", repr(error)) from error
    assert child.stdin and child.stdout
    try:
        with child.stdin:
            child.stdin.write(json.dumps({"files": [str(file) for file in files], "pictures": str(pictures)}))
        yield _lines(child, len(files))
    except BrokenPipeError as error:
        raise KioskError("sheets.not_looked_at", "died at once") from error
    finally:
        child.kill()
        child.stdout.close()
        child.wait()


def _lines(child: "subprocess.Popen[str]", count: int) -> Iterator[dict[str, Any]]:
    assert child.stdout
    for _ in range(count):
        watch = threading.Timer(PATIENCE_S, child.kill)
        watch.start()
        try:
            line = child.stdout.readline()
        finally:
            watch.cancel()
        if not line:
            raise KioskError("sheets.not_looked_at", f"exit {child.poll()}")
        yield json.loads(line)
