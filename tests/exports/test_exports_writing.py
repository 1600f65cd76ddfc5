"""A file is written whole or not at all."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.core.errors import KioskError
from kiosk.exports.writing import write_whole

TIGHT = """
import resource, signal, sys
from pathlib import Path
from kiosk.core.errors import KioskError
from kiosk.exports.writing import write_whole
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
def fill(path):
    with path.open("wb") as file:
        for _ in range(100):
            file.write(bytes(10_000))
    return 100
try:
    write_whole(Path(sys.argv[1]), 1_000, fill)
except KioskError as error:
    print(error.code)
"""


def fill(path: Path) -> int:
    """Three rows."""
    path.write_bytes(b"a\nb\nc\n")
    return 3


def test_written_file_is_told_by_rows_bytes_and_digest(tmp_path: Path) -> None:
    """And what was there before is replaced."""
    out = tmp_path / "out.csv"
    out.write_text("old")
    written = write_whole(out, 10, fill)
    assert (written.rows, written.bytes) == (3, 6)
    assert written.sha256 == hashlib.sha256(b"a\nb\nc\n").hexdigest()
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


def test_failing_half_way_leaves_what_was_there(tmp_path: Path) -> None:
    """No half file, no temporary one."""
    out = tmp_path / "out.csv"
    out.write_text("old")

    def fail(path: Path) -> int:
        path.write_text("half")
        raise OSError(5, "Input/output error")

    with pytest.raises(KioskError, match=r"exports\.not_written"):
        write_whole(out, 10, fail)
    assert out.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
def test_a_disk_that_fills_up(tmp_path: Path) -> None:
    """The sentence about room, and 0 bytes left behind."""
    out = tmp_path / "out.csv"
    told = subprocess.run([sys.executable, "-c", TIGHT, str(out)], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "exports.disk_full"
    assert list(tmp_path.iterdir()) == []


def test_too_little_room_is_told_before_anything_is_written(tmp_path: Path) -> None:
    """By what is free there now."""
    need = shutil.disk_usage(tmp_path).free + 1
    with pytest.raises(KioskError, match=r"exports\.no_room"):
        write_whole(tmp_path / "out.csv", need, fill)
    assert list(tmp_path.iterdir()) == []


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    """A folder, and a folder that is not there."""
    with pytest.raises(KioskError, match=r"exports\.is_folder"):
        write_whole(tmp_path, 10, fill)
    with pytest.raises(KioskError, match=r"exports\.no_folder"):
        write_whole(tmp_path / "nowhere" / "out.csv", 10, fill)
