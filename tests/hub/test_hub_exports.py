"""Exports of the hub: from disk, a few at a time, with nothing in them that runs, and no sum of fewer than five."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from kiosk.core.ids import uuid7
from kiosk.core.visit import Visit
from kiosk.core.words import say
from kiosk.hub import app
from kiosk.hub.exporting import sweep
from kiosk.hub.hub import Hub
from kiosk.hub.pages import exports
from kiosk.rehearsal.simulated_visit import Fact
from tests.hub.pages_help import Visitor, person
from tests.hub.test_hub_pages import strange
from tests.hub.town_help import Town, roll_all

BASE = "石牛山基地"
EVER = {"first": "2020-01-01", "last": "2199-12-31", "form": "csv"}


@pytest.fixture
def visitor(hub: Hub) -> Visitor:
    town, now, chance = Town(hub), hub.clock.utc_ms(), Random(1)
    for name, times in (("often", 9), ("seldom", 4)):
        for number in range(times):
            chosen = ("A",) if number else ("B",)
            answer = replace(strange(name, f"{name}00"), chosen=chosen)
            town.push(BASE, "k000000000001", [Fact(now - chance.randrange(9_999), answer, Visit(uuid7(now)))])
    evil = replace(strange("evil", "ee00"), station='=cmd|"/c calc"!A1', mode="@SUM(1)")
    town.push(BASE, "k000000000001", [Fact(now, evil, Visit(uuid7(now)))])
    roll_all(hub)
    person(hub, "shi", "base_admin", BASE)
    made = Visitor(app.make(hub))
    made.login("shi")
    return made


def table(visitor: Visitor, what: str) -> list[list[str]]:
    answer = visitor.send("/exports", what=what, **EVER)
    assert answer.status_code == 200, answer.text
    assert int(answer.headers["content-length"]) == len(answer.content)
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_nothing_of_a_kiosk_runs(visitor: Visitor) -> None:
    """Not even where its own program would only have written a code."""
    cells = [cell for row in table(visitor, "log") for cell in row]
    assert [cell for cell in cells if cell.startswith("'=cmd")]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "-", "\t"))]


def test_few_are_not_told_of_in_sums(visitor: Visitor) -> None:
    told = "\n".join("|".join(row) for row in table(visitor, "items"))
    assert "often" in told
    assert "seldom" not in told, "four have answered it"
    assert "× 8" in told
    assert "× <5" in told and "× 1" not in told


def test_nothing_is_left_on_the_disk(hub: Hub, visitor: Visitor) -> None:
    with visitor.client.stream(
        "POST", "/exports", data={"csrf": visitor.csrf, "what": "visits", **EVER, "form": "xlsx"}
    ) as answer:
        assert answer.status_code == 200
        assert list(hub.data.glob("export-*")) == [], "gone before the first byte is sent"
        assert b"".join(answer.iter_bytes()).startswith(b"PK")


def test_what_a_killed_hub_left_is_swept(tmp_path: Path) -> None:
    left, kept = tmp_path / "export-abc" / "journal.db", tmp_path / "hub.db"
    left.parent.mkdir()
    left.touch()
    kept.touch()
    sweep(tmp_path)
    assert list(tmp_path.iterdir()) == [kept]


def test_a_few_at_a_time(visitor: Visitor) -> None:
    with exports._AT_ONCE, exports._AT_ONCE:
        answer = visitor.send("/exports", what="log", **EVER)
        assert (answer.status_code, say("hub_pages.exports_busy", "zh") in answer.text) == (429, True)
    assert len(table(visitor, "log")) == 15
