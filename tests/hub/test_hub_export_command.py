"""`kiosk-hub export` writes one base's rows and no other's, and the audit log knows."""

import csv
import json
from pathlib import Path
from random import Random

import pytest
import sqlalchemy as sa

from kiosk.core.clock import SystemClock
from kiosk.hub.commands import main
from kiosk.hub.hub import Hub
from kiosk.hub.store import people_tables
from tests.hub.town_help import Town, playground, visits

OURS, THEIRS = "石牛山基地", "运河边基地"


def test_one_bases_rows_and_no_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, out = tmp_path / "hub", tmp_path / "log.csv"
    hub = Hub.open(data, "")
    town = Town(hub)
    with playground(tmp_path / "home") as base:
        ours = visits(base, 3, Random(1), SystemClock().utc_ms())
        town.push(OURS, "k000000000001", ours)
        town.push(THEIRS, "k000000000002", visits(base, 5, Random(2), SystemClock().utc_ms()))
    hub.close()
    assert main(["export", "log", "--data", str(data), "--base", OURS, "--json", str(out)]) == 0
    answers = sum(fact.event.kind == "item_answered" for fact in ours)
    assert json.loads(capsys.readouterr().out)["rows"] == answers > 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == answers + 1
    again = Hub.open(data, "")
    with again.database.read() as connection:
        told = connection.execute(sa.select(people_tables.audit.c.act, people_tables.audit.c.detail)).all()
    again.close()
    assert ("exported", f"log csv {OURS}") in [tuple(row) for row in told]
    assert main(["export", "log", "--data", str(data), "--base", "没有的基地", str(out)]) == 2
