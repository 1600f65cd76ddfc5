"""The log goes to a stick, is read back, and can be given up."""

import csv
import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest
import pyzipper

from kiosk.core.clock import SteppedClock
from kiosk.core.events import ItemAnswered, VisitStarted
from kiosk.core.visit import Visit
from kiosk.devices.qt_drives import DriveWatch
from kiosk.packs.library import Library
from kiosk.staff.door import Door
from kiosk.staff.export_choices import limits
from kiosk.store.store import Store

from .conftest import Screen

DAY_MS = 86_400_000


def answers(store: Store, library: Library, count: int) -> None:
    """Answers to a real item."""
    with store.read() as connection:
        pack_hash, item_hash = connection.execute("SELECT pack_hash, item_hash FROM pack_item LIMIT 1").fetchone()
    event = ItemAnswered("anti_fraud", "game_skin", "i", item_hash, "p", pack_hash, ("scam",), ("scam",), "right", 4000)
    visit = Visit("v1")
    store.append_many([(VisitStarted(), visit), *((event, visit) for _ in range(count))])
    assert store.flush(30)


def on_export(screen: Screen) -> None:
    """The auditor's export page."""
    screen.enter("auditor")
    screen.touch("page-export")
    screen.settle()


def test_the_log_is_written_to_the_stick_and_read_back(
    screen: Screen, door: Door, store: Store, library: Library, stick: Path, drives: DriveWatch
) -> None:
    """As csv: as many rows as answers, and the digest on the screen is the file's."""
    answers(store, library, 7)
    stick.mkdir()
    drives.look()
    on_export(screen)
    assert screen.of_page("count") == 7
    screen.touch("form-csv")
    screen.settle()
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "done")
    screen.grab("staff-exported-zh")
    (file,) = stick.iterdir()
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.reader(opened))
    assert len(rows) == 8
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    assert digest in screen.text("hash").replace(" ", "")
    assert "7 行" in screen.text("result")
    screen.touch("primary")
    assert screen.of_page("stage") == "ask"


def test_without_a_stick_the_kiosk_keeps_it(
    screen: Screen, door: Door, store: Store, library: Library, home: Path
) -> None:
    """In its own folder, as a workbook."""
    answers(store, library, 3)
    on_export(screen)
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "done")
    (file,) = (home / "exports").iterdir()
    assert file.suffix == ".xlsx" and file.read_bytes().startswith(b"PK")


def test_a_stopped_export_leaves_nothing(
    screen: Screen, door: Door, store: Store, library: Library, stick: Path, drives: DriveWatch
) -> None:
    """Progress with a count, a stop, no half file."""
    answers(store, library, 30_000)
    stick.mkdir()
    drives.look()
    on_export(screen)
    assert screen.of_page("count") == 30_000
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("done") > 0)
    screen.grab("staff-exporting-zh")
    screen.touch("stop")
    screen.wait(lambda: screen.of_page("stage") == "ask", 30_000)
    assert "没有留下半个文件" in screen.text("message")
    assert list(stick.iterdir()) == []


def test_a_stick_pulled_before_the_export(
    screen: Screen, door: Door, store: Store, library: Library, stick: Path, drives: DriveWatch
) -> None:
    """A sentence that says what to do."""
    answers(store, library, 1)
    stick.mkdir()
    drives.look()
    on_export(screen)
    stick.rmdir()
    screen.touch("primary")
    screen.wait(lambda: screen.text("message") != "" and screen.of_page("stage") == "ask")
    assert "找不到文件夹" in screen.text("message")


def test_spans_are_local_days(clock: SteppedClock) -> None:
    """Today, seven days, the month, everything."""
    now = clock.utc
    start, end = limits("today", now)
    assert start <= now < end and end - start == DAY_MS
    assert limits("week", now) == (start - 6 * DAY_MS, end)
    assert limits("month", now) == (start - 19 * DAY_MS, end)
    assert limits("all", now)[0] == 0


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (3840, 2160)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_form_that_a_table_has(make_screen: Callable[..., Screen], door: Door, size: tuple[int, int]) -> None:
    """Old software's encoding and statements too; items, which are no acts, have no statements."""
    screen = make_screen(*size)
    screen.begin()
    on_export(screen)
    screen.touch("form-xapi")
    screen.grab("staff-export-forms")
    screen.touch("table-items")
    screen.settle()
    assert screen.find("form-xapi") is None
    assert [one["key"] for one in screen.of_page("forms") if one["chosen"]] == ["xlsx"]


@pytest.mark.parametrize(("form", "begins"), [("gb18030", "时间,".encode("gb18030")), ("xapi", b'{"id":"')])
def test_other_forms_reach_the_stick(
    screen: Screen,
    door: Door,
    store: Store,
    library: Library,
    stick: Path,
    drives: DriveWatch,
    form: str,
    begins: bytes,
) -> None:
    answers(store, library, 2)
    stick.mkdir()
    drives.look()
    on_export(screen)
    screen.touch(f"form-{form}")
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "done")
    (file,) = stick.iterdir()
    assert file.read_bytes().startswith(begins)
    assert file.suffix == (".csv" if form == "gb18030" else ".jsonl")


def test_a_locked_log_opens_by_what_was_written_down(
    screen: Screen, door: Door, store: Store, library: Library, stick: Path, drives: DriveWatch
) -> None:
    """The password is shown before there is a file, once; whoever goes back leaves none behind."""
    answers(store, library, 7)
    stick.mkdir()
    drives.look()
    on_export(screen)
    screen.touch("form-csv")
    screen.touch("lock")
    screen.settle()
    screen.touch("primary")
    refused = screen.text("lock-code")
    screen.touch("lock-cancel")
    assert list(stick.iterdir()) == [] and screen.of_page("stage") == "ask"
    screen.settle()
    screen.touch("primary")
    shown = screen.text("lock-code")
    assert shown != refused and len(shown.replace(" ", "")) == 20
    screen.grab("staff-export-lock-zh")
    screen.touch("lock-go-on")
    screen.wait(lambda: screen.of_page("stage") == "done")
    assert screen.model.property("model").lock.code == ""
    (file,) = stick.iterdir()
    with pyzipper.AESZipFile(file) as packed:
        (member,) = packed.infolist()
        text = packed.read(member, pwd=shown.replace(" ", "").encode()).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert file.suffix == ".zip" and member.filename == f"{file.stem}.csv" and len(rows) == 8
