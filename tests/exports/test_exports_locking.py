"""Exports that open by a password only, opened by programs that are not ours."""

import csv
import io
import shutil
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest
import pyzipper
from pypdf import PdfReader

from kiosk.commands import main
from kiosk.core.errors import KioskError
from kiosk.exports.asked import Asked
from kiosk.exports.export import Format, export
from kiosk.exports.locking import DIGITS, LEAST, grouped, new_password, read_password
from kiosk.exports.paper import Paper
from kiosk.exports.zipping import zipped
from tests.exports.exports_help import Played

PASSWORD = "20264711932048815532"
STEM = "哪些不能说"
needs_7z = pytest.mark.skipif(shutil.which("7z") is None, reason="7-Zip is not installed")


def written(played: Played, form: Format, out: Path, password: str = PASSWORD) -> None:
    with played.store.read() as db:
        export(db, "log", form, Asked(), out, password=password)


@pytest.mark.parametrize("form", ["csv", "xlsx", "xapi"])
def test_every_format_opens_by_its_password_only(played: Played, tmp_path: Path, form: Format) -> None:
    """By AES-256; with what the plain export says, byte by byte where a file has no time of its own."""
    written(played, form, tmp_path / "log.zip")
    written(played, form, tmp_path / "plain", "")
    with pyzipper.AESZipFile(tmp_path / "log.zip") as packed:
        (member,) = packed.infolist()
        assert (member.filename, member.wz_aes_strength) == (f"log.{'jsonl' if form == 'xapi' else form}", 3)
        for wrong in (None, b"00000000000000000000"):
            with pytest.raises(RuntimeError):
                packed.read(member, pwd=wrong)
        content = packed.read(member, pwd=PASSWORD.encode())
    if form == "xlsx":
        rows, plain = (
            openpyxl.load_workbook(io.BytesIO(one)).active for one in (content, (tmp_path / "plain").read_bytes())
        )
        assert rows and plain and list(rows.values) == list(plain.values)
    else:
        assert content == (tmp_path / "plain").read_bytes()
    assert STEM.encode() not in (tmp_path / "log.zip").read_bytes()


@needs_7z
def test_7_zip_opens_it(played: Played, tmp_path: Path) -> None:
    """As a school's computer does."""
    written(played, "csv", tmp_path / "log.zip")
    wrong = subprocess.run(["7z", "t", "-p1", tmp_path / "log.zip"], capture_output=True, check=False)
    assert wrong.returncode == 2
    done = subprocess.run(["7z", "x", "-so", f"-p{PASSWORD}", tmp_path / "log.zip"], capture_output=True, check=True)
    rows = list(csv.DictReader(done.stdout.decode("utf-8-sig").splitlines(keepends=True)))
    assert len(rows) == 5 and STEM in rows[1]["题目"]


def test_several_files_are_locked_one_by_one() -> None:
    packed = zipped({"a.txt": b"first", "b.txt": b"second"}, "2026-11-20", PASSWORD)
    with pyzipper.AESZipFile(io.BytesIO(packed)) as found:
        found.setpassword(PASSWORD.encode())
        assert {one.filename: found.read(one) for one in found.infolist()} == {"a.txt": b"first", "b.txt": b"second"}
        assert all(one.wz_aes_strength == 3 and one.date_time[:3] == (2026, 11, 20) for one in found.infolist())
    assert b"first" not in packed


def test_a_paper_is_locked_by_itself(tmp_path: Path) -> None:
    """Poppler asks for the password; another library reads the text by it."""
    paper = Paper("清单", base="某基地", made="2026-11-20")
    paper.paragraph("只有监护人看")
    paper.lock(PASSWORD)
    (tmp_path / "paper.pdf").write_bytes(paper.bytes())
    told = [
        subprocess.run(["pdfinfo", *given, tmp_path / "paper.pdf"], capture_output=True, text=True, check=False)
        for given in ((), ("-upw", PASSWORD))
    ]
    assert told[0].returncode != 0 and "password" in told[0].stderr.lower()
    assert told[1].returncode == 0 and "AES-256" in told[1].stdout
    reader = PdfReader(tmp_path / "paper.pdf")
    assert reader.is_encrypted and reader.decrypt(PASSWORD)
    assert "只有监护人看" in reader.pages[0].extract_text().replace("\0", "")


WRITER = """
import sys, time
from pathlib import Path
from secrets import token_hex
from kiosk.exports.locking import write_file
from kiosk.exports.columns import Column
from kiosk.exports.xlsx_file import write_xlsx
def rows():
    for number in range(20_000):
        yield (f"SECRET-ROW-{number}-{token_hex(20)}",)
    print("half", flush=True)
    time.sleep(600)
    yield ("never",)
write_file(
    Path(sys.argv[1]), 0, lambda file: write_xlsx(file, (Column("stem"),), rows(), "zh"), "xlsx", "12345678901234567890"
)
"""


def test_killed_half_way_no_plain_row_lies_on_a_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook is what other programs write through temporary files; ours goes through the lock as it is made."""
    home, temporary = tmp_path / "stick", tmp_path / "temporary"
    home.mkdir()
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    child = subprocess.Popen([sys.executable, "-c", WRITER, str(home / "log.zip")], stdout=subprocess.PIPE)
    assert child.stdout and child.stdout.readline() == b"half\n"
    deadline = time.monotonic() + 30
    while not any(one.stat().st_size > 50_000 for one in home.iterdir()):
        assert time.monotonic() < deadline
    child.kill()
    child.wait()
    child.stdout.close()
    assert list(temporary.iterdir()) == [] and not (home / "log.zip").exists()
    assert all(b"SECRET" not in one.read_bytes() and b"<row" not in one.read_bytes() for one in home.iterdir())


def test_our_passwords_are_long_and_never_the_same() -> None:
    made = {new_password() for _ in range(50)}
    assert len(made) == 50 and all(len(one) == DIGITS and one.isdigit() for one in made)
    assert grouped(PASSWORD) == "2026 4711 9320 4881 5532"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"short\n", "exports.password_weak"),
        ("密码密码密码密码密码密码密码".encode(), "exports.password_weak"),
        (b"\xff\xfe\x00broken", "exports.password_unread"),
        (b"", "exports.password_weak"),
    ],
)
def test_passwords_that_will_not_do(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "p").write_bytes(content)
    with pytest.raises(KioskError, match=code.replace(".", r"\.")):
        read_password(tmp_path / "p")


def test_a_password_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KioskError, match=r"exports\.password_unread"):
        read_password(tmp_path / "nowhere")


def test_the_first_line_is_the_password(tmp_path: Path) -> None:
    """As editors of Windows write it."""
    (tmp_path / "p").write_bytes(b"\xef\xbb\xbfa long password 1\r\nnever mind\r\n")
    assert read_password(tmp_path / "p") == "a long password 1" and LEAST <= 17


def test_the_command_line_locks(played: Played, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A zip must be called one, or programs open it as what it is not."""
    (tmp_path / "p").write_text(PASSWORD)
    given = ["export", "log", "--home", str(played.home), "--password-file", str(tmp_path / "p")]
    assert main([*given, str(tmp_path / "log.csv")]) == 2
    assert "log.zip" in capsys.readouterr().err and not (tmp_path / "log.csv").exists()
    assert main([*given, str(tmp_path / "log.zip")]) == 0
    with pyzipper.AESZipFile(tmp_path / "log.zip") as packed:
        assert STEM.encode() in packed.read("log.csv", pwd=PASSWORD.encode())


def test_the_audit_is_locked_in_every_format(played: Played, tmp_path: Path) -> None:
    (tmp_path / "p").write_text(PASSWORD)
    given = ["export", "audit", "--home", str(played.home), "--password-file", str(tmp_path / "p"), "--year", "2026"]
    for form, name in (("zip", "a.zip"), ("xlsx", "b.zip"), ("pdf", "c.pdf")):
        assert main([*given, "--format", form, str(tmp_path / name)]) == 0
    for name, count in (("a.zip", 8), ("b.zip", 1)):
        with pyzipper.AESZipFile(tmp_path / name) as packed:
            assert len(packed.infolist()) == count and all(one.wz_aes_strength == 3 for one in packed.infolist())
            packed.setpassword(PASSWORD.encode())
            assert packed.testzip() is None
    assert PdfReader(tmp_path / "c.pdf").is_encrypted
    assert main([*given, "--format", "xlsx", str(tmp_path / "b.xlsx")]) == 2
