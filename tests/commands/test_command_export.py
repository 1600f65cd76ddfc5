"""`kiosk export`: what it writes and prints."""

import csv
import hashlib
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import openpyxl
import pytest

from kiosk.core.clock import SteppedClock
from kiosk.core.events import ItemAnswered, VisitorNamed
from kiosk.core.ids import uuid7
from kiosk.core.places import program_folder
from kiosk.core.visit import Visit
from kiosk.packs.library import Library
from kiosk.store import Store
from tests.commands.commands_help import kiosk


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with four answers of class 03, one a day."""
    clock = SteppedClock()
    store = Store.open(tmp_path / "home", clock)
    library = Library(store, program_folder() / "quizzes", clock)
    for found in library.pick("game_skin", 4, kinds={"choice"}, random=Random(1)):
        visit = Visit(uuid7(clock.utc_ms()))
        item = found.item
        where = ("anti_fraud", "game_skin", item.id, found.hash, found.pack, found.pack_hash)
        store.append(VisitorNamed("03", "小海豚"), visit)
        store.append(ItemAnswered(*where, item.right, item.right, "right", 1_500), visit)
        clock.step(86_400_000)
    store.close()
    return tmp_path / "home"


def day(number: int) -> str:
    """The local day of the answer of that number."""
    first = datetime.fromtimestamp(SteppedClock().utc_ms() / 1000).date()
    return (first + timedelta(days=number)).isoformat()


def test_log_is_written_and_told(home: Path, tmp_path: Path) -> None:
    """Rows, bytes and digest are true; the level has its name."""
    out = tmp_path / "log.csv"
    done = kiosk("export", "log", "--json", "--home", home, out)
    assert (done.code, done.err) == (0, "")
    data = out.read_bytes()
    assert done.json == {
        "file": str(out),
        "rows": 4,
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines(keepends=True)))
    assert {(row["班级"], row["关卡"], row["判定"]) for row in rows} == {("03", "游戏皮肤", "答对")}
    assert hashlib.sha256(data).hexdigest() in kiosk("export", "log", "--home", home, out).out


@pytest.mark.parametrize(
    ("limits", "rows"),
    [
        (("--from", day(1)), 3),
        (("--to", day(1)), 2),
        (("--from", day(1), "--to", day(1)), 1),
        (("--class", "03"), 4),
        (("--class", "04"), 0),
        (("--station", "anti_fraud"), 4),
    ],
)
def test_limits_of_days_class_and_station(limits: tuple[str, ...], rows: int, home: Path, tmp_path: Path) -> None:
    """`--to` is included."""
    assert kiosk("export", "log", "--json", *limits, "--home", home, tmp_path / "log.csv").json["rows"] == rows


def test_xlsx_visits_and_items(home: Path, tmp_path: Path) -> None:
    """The other tables in the other format."""
    for table in ("log", "visits", "items"):
        out = tmp_path / f"{table}.xlsx"
        assert kiosk("export", table, "--format", "xlsx", "--json", "--home", home, out).json["rows"] == 4
        assert openpyxl.load_workbook(out)["记录"].max_row == 5


def test_failures_are_one_sentence(home: Path, tmp_path: Path) -> None:
    """What and what to do, without a traceback; detail goes to the home's log."""
    done = kiosk("export", "log", "--home", home, tmp_path / "nowhere" / "log.csv")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith("找不到文件夹")
    assert "exports.no_folder" in (home / "logs" / "command.log").read_text("utf-8")
    assert "no_folder" not in done.err
    wrong = kiosk("export", "log", "--from", "gestern", "--home", home, tmp_path / "log.csv")
    assert wrong.code == 2
    assert "“gestern”不是日期" in wrong.err


def test_statements_and_old_encodings(home: Path, tmp_path: Path) -> None:
    """xAPI as json lines, GB18030 on request; a sentence where the two do not go together."""
    done = kiosk("export", "log", "--format", "xapi", "--json", "--home", home, tmp_path / "log.jsonl")
    assert done.code == 0 and done.json["rows"] == 4 == len((tmp_path / "log.jsonl").read_text("utf-8").splitlines())
    assert kiosk("export", "log", "--encoding", "gb18030", "--home", home, tmp_path / "log.csv").code == 0
    assert (tmp_path / "log.csv").read_bytes().decode("gb18030").startswith("时间,")
    done = kiosk("export", "log", "--format", "xapi", "--encoding", "gb18030", "--home", home, tmp_path / "no.jsonl")
    assert done.code == 2 and "--encoding" in done.err and not (tmp_path / "no.jsonl").exists()


def test_the_ledger_of_each_kind_of_period(home: Path, tmp_path: Path) -> None:
    """A month, a quarter, a year, a project; whole files, and a sentence for what is no period."""
    first, last = day(0), day(3)
    for form, begins in (("xlsx", b"PK"), ("pdf", b"%PDF")):
        for period in (
            ("--month", first[:7]),
            ("--quarter", f"{first[:4]}Q{(int(first[5:7]) + 2) // 3}"),
            ("--year", first[:4]),
            ("--from", first, "--to", last, "--title", "反诈进校园"),
        ):
            out = tmp_path / f"ledger.{form}"
            done = kiosk("export", "ledger", "--format", form, *period, "--json", "--home", home, out)
            assert (done.code, done.err) == (0, ""), period
            assert out.read_bytes().startswith(begins)
            assert done.json["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    for wrong in (("--month", "2026-13"), (), ("--from", first), ("--from", last, "--to", first)):
        done = kiosk("export", "ledger", *wrong, "--home", home, tmp_path / "no.xlsx")
        assert done.code == 2 and "Traceback" not in done.err and not (tmp_path / "no.xlsx").exists()
