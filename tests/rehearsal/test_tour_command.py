"""`kiosk tour`: one real run, and the report in the shape that people's scripts rely on."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from kiosk.rehearsal.report import is_empty
from kiosk.stations.all import STATIONS

SIZE = (1920, 1080)


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a tour that ended well: `out` and `home` in it."""
    folder = tmp_path_factory.mktemp("tour")
    program = str(Path(sys.executable).with_name("kiosk"))
    without = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    done = subprocess.run(
        [program, "tour", "--out", str(folder / "out"), "--home", str(folder / "home"), "--seed", "3", "--json"],
        env={name: value for name, value in os.environ.items() if name not in without},
        check=False,
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == report(folder)
    return folder


def report(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "out" / "report.json").read_text("utf-8"))
    return found


def test_the_report_has_what_is_promised(toured: Path) -> None:
    told = report(toured)
    promised = {"screens", "answers", "journal_rows", "first_frame_ms", "touch_to_frame_ms", "microphone", "warnings"}
    assert promised <= set(told)
    assert all(set(screen) == {"station", "name", "picture", "ms"} for screen in told["screens"])
    assert set(told["touch_to_frame_ms"]) == {"median", "p95"}
    assert told["first_frame_ms"] > 0
    assert told["warnings"] == []


def test_every_station_shell_and_staff_were_reached(toured: Path) -> None:
    screens = [(screen["station"], screen["name"]) for screen in report(toured)["screens"]]
    assert {station for station, _ in screens} == {"shell", "staff", *(card.key for card in STATIONS)}
    assert len(set(screens)) == len(screens) >= 15
    for name in ("attract", "home", "who", "thanks", "countdown", "worry"):
        assert ("shell", name) in screens


def test_every_screen_has_a_picture_that_shows_something(toured: Path) -> None:
    pictures = [screen["picture"] for screen in report(toured)["screens"]]
    assert sorted(pictures) == sorted(path.name for path in (toured / "out").glob("*.png"))
    for picture in pictures:
        image = QImage(str(toured / "out" / picture))
        assert (image.width(), image.height()) == SIZE
        assert not is_empty(image)


def test_its_rows_are_marked_as_rehearsal(toured: Path) -> None:
    with closing(sqlite3.connect(toured / "home" / "kiosk.db")) as connection:
        rows = connection.execute("SELECT kind, origin FROM journal").fetchall()
    told = report(toured)
    assert told["journal_rows"] == len(rows)
    assert told["answers"] == sum(kind == "item_answered" for kind, _ in rows) > 0
    assert {origin for _, origin in rows} == {"rehearsal"}
