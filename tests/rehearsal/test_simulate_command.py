"""`kiosk simulate`: exactly as many answers as asked for, plausible, marked, on top of what is there."""

import csv
import json
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.commands import main
from kiosk.core.clock import SystemClock
from kiosk.core.events import ItemAnswered
from kiosk.core.visit import Visit
from kiosk.exports.class_report import Names, Wanted, class_report
from kiosk.exports.class_report_rows import sessions
from kiosk.store import Store

Rows = list[tuple[str, dict[str, Any]]]


def simulate(home: Path, answers: int, *more: str) -> None:
    """Run the command as the console script does."""
    assert main(["simulate", "--answers", str(answers), "--home", str(home), *more]) == 0


def journal(home: Path) -> list[sqlite3.Row]:
    """The journal in the order of writing, read without the store."""
    with closing(sqlite3.connect(home / "kiosk.db")) as connection:
        connection.row_factory = sqlite3.Row
        return connection.execute("SELECT * FROM journal ORDER BY position").fetchall()


def simulated(home: Path) -> Rows:
    """Kind and body of every simulated event."""
    return [(row["kind"], json.loads(row["body"])) for row in journal(home) if row["origin"] == "simulated"]


def answers(home: Path) -> list[dict[str, Any]]:
    return [body for kind, body in simulated(home) if kind == "item_answered"]


@pytest.mark.parametrize("count", [1, 7, 333])
def test_exactly_so_many_are_added_each_time(tmp_path: Path, count: int) -> None:
    simulate(tmp_path, count)
    assert len(answers(tmp_path)) == count
    simulate(tmp_path, 5)
    assert len(answers(tmp_path)) == count + 5


def test_the_same_seed_adds_the_same(tmp_path: Path) -> None:
    for name, seed in (("one", "4"), ("two", "4"), ("three", "5")):
        simulate(tmp_path / name, 120, "--seed", seed)
    assert simulated(tmp_path / "one") == simulated(tmp_path / "two")
    assert simulated(tmp_path / "one") != simulated(tmp_path / "three")


def test_visits_are_whole_and_lie_in_the_past(tmp_path: Path) -> None:
    simulate(tmp_path, 400, "--seed", "1")
    rows = [row for row in journal(tmp_path) if row["origin"] == "simulated"]
    visits: dict[str, list[str]] = {}
    for row in rows:
        visits.setdefault(row["visit"], []).append(row["kind"])
    for kinds in visits.values():
        assert kinds[0] == "visit_started"
        assert kinds[-1] == "visit_ended"
        assert kinds.count("station_opened") == 1
        assert "station_finished" in kinds
    times = [row["utc_ms"] for row in rows]
    assert times == sorted(times)
    assert times[-1] < SystemClock().utc_ms()
    days = {datetime.fromtimestamp(ms / 1000).date() for ms in times}
    assert len(days) >= 10
    assert all(8 < datetime.fromtimestamp(ms / 1000).hour < 20 for ms in times)
    assert len({row["visit"] for row in rows}) == len(visits)


def test_figures_are_plausible(tmp_path: Path) -> None:
    simulate(tmp_path, 3_000, "--seed", "2")
    given = answers(tmp_path)
    verdicts = Counter(one["verdict"] for one in given)
    assert 0.5 < verdicts["right"] / 3_000 < 0.8
    assert 0.02 < verdicts["ask_ok"] / 3_000 < 0.2
    assert 6_000 < sorted(one["reading_ms"] for one in given)[1_500] < 30_000
    assert len({one["item"] for one in given}) > 60
    assert 0.03 < sum(one["changes"] > 0 for one in given) / 3_000 < 0.3
    played = [one for one in given if one["mode"] != "form"]
    lit = [body["reason"] for kind, body in simulated(tmp_path) if kind == "lantern_lit"]
    assert Counter(lit) == Counter(one["item"] for one in played if one["verdict"] == "right")
    runs = [body for kind, body in simulated(tmp_path) if kind == "station_finished"]
    assert sum(run["answered"] for run in runs) == len(played)
    assert sum(run["right"] for run in runs) == sum(one["verdict"] == "right" for one in played)
    assert {body["players"] for kind, body in simulated(tmp_path) if kind == "station_opened"} == {1, 2, 3, 4}


def test_all_kinds_and_ways_to_play_are_there(tmp_path: Path) -> None:
    """Also 小骗子模式 with its baits, bosses, shared screens, and what was said in chats."""
    simulate(tmp_path, 4_000, "--seed", "5")
    given = answers(tmp_path)
    with closing(sqlite3.connect(tmp_path / "kiosk.db")) as connection:
        texts = connection.execute("SELECT hash, json_extract(body, '$.kind') FROM item_text")
        kinds = {name: str(kind) for name, kind in texts}
    shares = Counter(kinds[one["item_hash"]] for one in given)
    assert set(shares) == {"choice", "multi", "true_false", "judge", "cues", "order", "chat"}
    assert all(count > 100 for count in shares.values()), shares
    assert set(Counter(one["mode"] for one in given)) == {"practice", "trickster", "together", "versus", "form"}
    assert any(one["level"].startswith("boss_") for one in given)
    for one in given:
        assert bool(one["said"]) == (kinds[one["item_hash"]] == "chat")
    baits = [body for kind, body in simulated(tmp_path) if kind == "bait_cast"]
    assert baits and {bait["bait"] for bait in baits} >= {"A", "B", "C"}


def test_classes_come_and_can_be_reported_on(tmp_path: Path) -> None:
    """Both forms, matched by code for most; only where simulated rows are asked for."""
    simulate(tmp_path, 2_500, "--seed", "6")
    assert len(answers(tmp_path)) == 2_500
    store = Store.open(tmp_path, SystemClock())
    with store.read() as db:
        (session,) = sessions(db, every_origin=True)
        report = class_report(db, Wanted(session.id, every_origin=True), Names())
        assert sessions(db) == [] and class_report(db, Wanted(session.id), Names()).forms.moments == ()
    store.close()
    (change,) = report.forms.changes
    assert change.matched >= 12 and change.gain.high > 0
    assert session.ended and session.class_label and report.station("anti_fraud")


def test_the_report_says_what_was_added(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    simulate(tmp_path, 60, "--seed", "9", "--json")
    told = json.loads(capfd.readouterr().out)
    rows = simulated(tmp_path)
    assert told["answers"] == 60
    assert told["seed"] == 9
    assert told["rows"] == len(rows)
    assert told["visits"] == sum(kind == "visit_started" for kind, _ in rows)
    assert told["right"] == sum(one["verdict"] == "right" for one in answers(tmp_path))


@pytest.mark.parametrize("text", ["0", "-3", "many", "1.5", "²"])
def test_what_is_no_number_is_refused(tmp_path: Path, text: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["simulate", f"--answers={text}", "--home", str(tmp_path)])
    assert ended.value.code == 2
    assert text in capfd.readouterr().err
    assert not (tmp_path / "kiosk.db").exists()


def test_it_works_while_the_home_is_in_use(tmp_path: Path) -> None:
    """What the open kiosk records meanwhile is kept as well, under an epoch of its own."""
    store = Store.open(tmp_path, SystemClock())
    answer = ItemAnswered("anti_fraud", "l", "i", "h", "p", "ph", ("A",), ("A",), "right", 1)
    store.append(answer, Visit("0192a1b2-0000-7000-8000-000000000001"))
    simulate(tmp_path, 250)
    store.append(answer, Visit("0192a1b2-0000-7000-8000-000000000001"))
    assert store.flush(5)
    store.close()
    origins = Counter(row["origin"] for row in journal(tmp_path) if row["kind"] == "item_answered")
    assert origins == {"simulated": 250, "visitor": 2}


def test_the_log_has_them_with_their_column_and_items_leave_them_out(tmp_path: Path) -> None:
    simulate(tmp_path, 40)
    log, items = tmp_path / "log.csv", tmp_path / "items.csv"
    for table, out in (("log", log), ("items", items)):
        assert main(["export", table, "--home", str(tmp_path), str(out)]) == 0
    with log.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 40
    assert {row["来源"] for row in rows} == {"模拟"}
    assert all(row["题目"] for row in rows)
    with items.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.DictReader(file)) == []
