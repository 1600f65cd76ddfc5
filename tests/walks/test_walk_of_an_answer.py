"""The whole walk with real parts: a workbook on a stick becomes a bank, is played by touch through `kill -9`, and
comes out as a log that still says what was asked, whatever became of the bank since.
"""

import csv
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl

from kiosk.core.clock import SystemClock
from kiosk.core.words import say
from kiosk.shell.snapshot import SnapshotFile
from tests.walks.walking import PlayingScreen, kiosk, report, stick

WORKBOOK = Path(__file__).parents[1] / "packs" / "files" / "考试宝-反诈题库.xlsx"
LETTERS = "ABCDEFGH"
REVISED = "（2027年修订）"
Question = tuple[str, str]
"""Text and right answer."""


def sheet_rows(workbook: Path) -> list[tuple[Any, ...]]:
    """The rows below the header, as a spreadsheet program shows them."""
    sheet = openpyxl.load_workbook(workbook).worksheets[0]
    return [row for row in sheet.iter_rows(min_row=2, values_only=True) if row[0]]


def questions(workbook: Path) -> set[Question]:
    """What the teacher has written: each question with the text of its right answer."""
    found = set()
    for row in sheet_rows(workbook):
        options = dict(zip(LETTERS, row[2:10], strict=True))
        right = {"正确": "对", "错误": "错"}.get(row[10]) or "；".join(str(options[key]) for key in row[10])
        found.add((row[0], right))
    return found


def revise(workbook: Path) -> None:
    """The teacher changes every question and saves the file under its old name."""
    book = openpyxl.load_workbook(workbook)
    for row in book.worksheets[0].iter_rows(min_row=2):
        if row[0].value:
            row[0].value = str(row[0].value) + REVISED
    book.save(workbook)


def log(home: Path, form: str) -> dict[tuple[str, str], dict[str, Any]]:
    """Export the log and read the file back: its rows by visit and item."""
    out = home.parent / f"log-{datetime.now():%H%M%S%f}.{form}"
    told = report(home, "export", "log", "--format", form, out)
    rows = read_csv(out) if form == "csv" else read_xlsx(out)
    assert told["rows"] == len(rows)
    by_answer = {(row[say("exports.visit")], row[say("exports.item")]): row for row in rows}
    assert len(by_answer) == len(rows), "an answer is there twice"
    return by_answer


def read_csv(file: Path) -> list[dict[str, Any]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def read_xlsx(file: Path) -> list[dict[str, Any]]:
    rows = list(openpyxl.load_workbook(file).worksheets[0].values)
    return [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]]


def asked(row: dict[str, Any]) -> Question:
    return row[say("exports.stem")], row[say("exports.right")]


def install(home: Path, workbook: Path) -> str:
    """Install the workbook from a mounted stick, which is pulled out afterwards; the bank's id."""
    with stick(home.parent / f"stick-{datetime.now():%H%M%S%f}") as folder:
        copy = folder / "考试宝-反诈题库.xlsx"
        copy.write_bytes(workbook.read_bytes())
        told = report(home, "pack", "install", copy)
    assert (told["mend"], told["refused"]) == (0, None)
    assert told["installed"]["playable"] == told["good"] == 10
    return str(told["installed"]["id"])


def test_an_answer_walks_from_the_stick_to_the_log(tmp_path: Path) -> None:
    home, workbook = tmp_path / "home", tmp_path / "题库.xlsx"
    workbook.write_bytes(WORKBOOK.read_bytes())
    bank = install(home, workbook)

    # A child plays, every touch a real one; the process dies right after a praised answer.
    first = PlayingScreen(home)
    first.play(answers=2)
    first.kill()

    # It is started again, plays on, and is still open while staff export.
    second = PlayingScreen(home, "--seed", "2", "--quick")
    second.play(answers=2)
    praised = first.praised + second.praised
    for form in ("csv", "xlsx"):
        exported = log(home, form)
        for visit, item, verdict in praised:
            row = exported[visit, item]
            assert asked(row) in questions(workbook)
            assert row[say("exports.verdict")] == say(f"exports.verdict_{verdict}")
            assert row[say("exports.pack")] == bank
            assert row[say("exports.origin")] == say("exports.origin_visitor")
    second.kill()

    # The visit that was cut off is over: it would have gone on with what it was asked. The teacher changes every
    # question, and the next visit plays the changed version.
    SnapshotFile(home / "visit.json", SystemClock()).erase()
    before = {answer: asked(row) for answer, row in log(home, "csv").items()}
    revise(workbook)
    assert install(home, workbook) == bank
    third = PlayingScreen(home, "--seed", "3", "--quick")
    third.play(answers=1)
    third.kill()
    exported = log(home, "xlsx")
    for visit, item, _ in third.praised:
        assert asked(exported[visit, item]) in questions(workbook)
        assert REVISED in exported[visit, item][say("exports.stem")]

    # The bank is taken away. What was asked stays what it was.
    assert kiosk(home, "pack", "remove", bank).returncode == 0
    for form in ("csv", "xlsx"):
        exported = log(home, form)
        assert {answer: asked(exported[answer]) for answer in before} == before
        assert {(visit, item) for visit, item, _ in praised + third.praised} <= set(exported)
