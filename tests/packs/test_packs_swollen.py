"""Files that swell: many members that are each small enough, pictures that nobody could draw, sheets of no end."""

import json
import os
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from kiosk.packs.check import Checked
from tests.packs.packs_help import FILES, QUIZZES, Check

GOOD = FILES / "考试宝-反诈题库.xlsx"
LIMIT_S = 0.5
"""Seconds of processor. Promised are 0.2 beyond an idle command; what goes off takes many, also on a slow machine."""


def vast(width: int = 50_000, height: int = 50_000) -> bytes:
    """A PNG of one colour and this size, whose data are whole."""
    rows = zlib.compressobj(9)
    row = bytes(1 + width // 8)
    data = b"".join(rows.compress(row) for _ in range(height)) + rows.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", data), (b"IEND", b"")]
    chunks = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.fixture(scope="module")
def picture() -> bytes:
    """312 MB of pixels in some hundred kilobytes."""
    return vast()


def quickly(check: Check, path: Path) -> Checked:
    """What becomes of the file, within the limit of processor time; nothing new lies beside it."""
    beside = set(path.parent.iterdir())
    check(FILES / "Excel另存-反诈题库.csv")
    begun = time.process_time()
    checked = check(path)
    assert time.process_time() - begun < LIMIT_S
    assert set(path.parent.iterdir()) == beside
    return checked


def test_a_vast_picture_in_a_workbook_is_not_opened(tmp_path: Path, check: Check, picture: bytes) -> None:
    """Its questions are good; nobody draws what lies beside them."""
    path = tmp_path / "picture.xlsx"
    with zipfile.ZipFile(GOOD) as good, zipfile.ZipFile(path, "w") as bad:
        for name in good.namelist():
            bad.writestr(name, good.read(name))
        bad.writestr("xl/media/image1.png", picture)
    assert quickly(check, path).report.good == check(GOOD).report.good > 0


def test_a_vast_picture_in_h5p_is_not_opened(tmp_path: Path, check: Check, picture: bytes) -> None:
    """The question is read without it."""
    path = tmp_path / "picture.h5p"
    media = {"type": {"library": "H5P.Image 1.1", "params": {"file": {"path": "images/a.png"}}}}
    answers = [{"text": "甲", "correct": True}, {"text": "乙", "correct": False}]
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("h5p.json", json.dumps({"mainLibrary": "H5P.MultiChoice", "title": "t"}))
        content = {"question": "<p>你会？</p>", "answers": answers, "media": media}
        package.writestr("content/content.json", json.dumps(content))
        package.writestr("content/images/a.png", picture)
    checked = quickly(check, path)
    assert (checked.report.refused, checked.report.stored) == (None, 1)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("xl/worksheets/sheet{}.xml", b" "),
        ("xl/worksheets/sheet{}.xml", b"<c></c>"),
        ("content/{}.bin", b"\0"),
        ("banks/{}.json", b"[]"),
    ],
)
def test_many_members_that_swell_together(name: str, body: bytes, tmp_path: Path, check: Check) -> None:
    """Forty of 4 MB each in 200 kB: reading them took one and a half seconds."""
    path = tmp_path / "swollen.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bomb:
        for number in range(40):
            bomb.writestr(name.format(number), body * ((4 << 20) // len(body)))
    refused = quickly(check, path).report.refused
    assert refused is not None and refused.code == "zip_bomb"


def test_an_xls_of_ten_thousand_empty_columns(tmp_path: Path, check: Check) -> None:
    """Found by fuzzing: each cell was taken for a header, for a second."""
    data = bytearray((FILES / "老题库-反诈题库.xls").read_bytes())
    at = data.index(b"\x00\x02\x0e\x00") + 4
    struct.pack_into("<H", data, at + 10, 13_000)
    path = tmp_path / "wide.xls"
    path.write_bytes(data)
    assert quickly(check, path).report.refused is None


def test_a_command_is_kept_no_longer_than_a_moment(tmp_path: Path) -> None:
    """256 MiB in 250 kB, as a teacher's command meets it: processor time beside that of a command that does nothing."""
    bomb = tmp_path / "bomb.xlsx"
    with (
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as member,
    ):
        for _ in range(16):
            member.write(bytes(1 << 24))
    took = []
    for arguments in (["pack", "--help"], ["pack", "check", str(bomb), "--json"]):
        begun = os.times()
        code = "import sys; from kiosk.commands import main; sys.exit(main())"
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], cwd=QUIZZES.parent, capture_output=True, text=True, check=False
        )
        ended = os.times()
        took.append(ended.children_user + ended.children_system - begun.children_user - begun.children_system)
    assert json.loads(done.stdout)["refused"]["code"] == "zip_bomb" and done.returncode == 2
    assert took[1] - took[0] < LIMIT_S
    assert list(tmp_path.iterdir()) == [bomb]


def test_a_list_of_a_million_numbers(tmp_path: Path, check: Check) -> None:
    """What is more than a bank may hold is counted, and nothing made of it."""
    fields = {
        "format": 1,
        "id": "a.b",
        "version": "1.0.0",
        "title": "t",
        "language": "zh",
        "licence": "x",
        "author": "y",
    }
    head = json.dumps(fields | {"author": "y"})[:-1]
    path = tmp_path / "many.json"
    path.write_text(f'{head}, "items": [{"1," * 1_000_000}1]}}')
    begun = time.process_time()
    refused = check(path).report.refused
    assert refused is not None and refused.code == "bank_fault"
    assert refused.params["fault"] == "field_count"
    assert time.process_time() - begun < 5
    path.write_text(f'{head}, "items": [{"1," * 60_000}1], "items": [1]}}')
    assert check(path).report.mend == 1
