"""A screen that dies in the middle of a visit: the next one goes on where the station said it was."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.app import Kiosk
from kiosk.core.clock import ShiftedClock
from kiosk.rehearsal.finger import Finger
from kiosk.shell.snapshot import Snapshot, SnapshotFile

MakeKiosk = Callable[..., tuple[Kiosk, Finger]]
FILE = "visit.json"


def play_some(kiosk: Kiosk) -> Any:
    """Into 公约坊 and one game of words begun; its view model."""
    shell = kiosk.shell
    shell.enter()
    shell.switches.toggleCalm()
    shell.openStation("convention_puzzle")
    shell.who_now.pickNickname("小灯笼")
    shell.who_now.setPlayers(2)
    shell.start()
    station = shell.station_now
    station.hub_now.select("guard")
    station.open("order")
    return station


def kinds(kiosk: Kiosk) -> list[tuple[str, str]]:
    """Kind and visit of what the journal holds."""
    kiosk.store.write(lambda db: None).result()
    with kiosk.store.read() as connection:
        rows = connection.execute(
            "SELECT kind, hex(visit) AS visit FROM journal WHERE visit <> '' ORDER BY rowid"
        ).fetchall()
    return [(row["kind"], row["visit"]) for row in rows]


def died(kiosk: Kiosk, tmp_path: Path) -> Path:
    """A home as a killed screen leaves it: what is on disk now, without anything that closing does."""
    left = (kiosk.home / FILE).read_bytes()
    home = tmp_path / "after"
    home.mkdir()
    (home / FILE).write_bytes(left)
    return home


def test_the_visit_goes_on_where_it_was(make_kiosk: MakeKiosk, tmp_path: Path) -> None:
    kiosk, _ = make_kiosk()
    station = play_some(kiosk)
    board = station.board_now.play.board
    home = died(kiosk, tmp_path)
    later, finger = make_kiosk(home=home)
    assert later.shell.now == "station"
    again: Any = later.shell.station_now
    assert again.hub_now.line.id == "guard" and again.board_now.play.board == board
    assert later.shell.switches.now.calm
    finger.wait(lambda: finger.find("piece-0"), "the pieces")
    assert not (home / FILE).exists() or again.board_now, "read once; kept again with the next move"
    again.toHub()
    later.shell.goHome()
    assert json.loads((home / FILE).read_text("utf-8"))["station"] == ""
    later.shell.endVisit()
    assert not (home / FILE).exists()
    kept = kinds(later)
    assert [kind for kind, _ in kept if kind.startswith("visit")] == ["visit_ended"]
    assert len({visit for _, visit in kept}) == 1, "all of it belongs to the visit that was begun"


def test_nothing_of_a_person_is_in_the_file(make_kiosk: MakeKiosk) -> None:
    kiosk, _ = make_kiosk()
    play_some(kiosk)
    text = (kiosk.home / FILE).read_text("utf-8")
    assert "小灯笼" not in text and "class" not in text
    assert set(json.loads(text)) == {
        *("format", "visit", "origin", "players", "switches", "station", "state", "met", "kept", "utc_ms")
    }
    kiosk.shell.endVisit()
    assert not (kiosk.home / FILE).exists()


def test_a_visit_of_long_ago_is_ended_not_gone_on_with(
    make_kiosk: MakeKiosk, tmp_path: Path, clock: ShiftedClock
) -> None:
    kiosk, _ = make_kiosk()
    play_some(kiosk)
    home = died(kiosk, tmp_path)
    clock.step(3_600_000)
    later, _ = make_kiosk(home=home)
    assert later.shell.now == "attract" and not (home / FILE).exists()
    assert [kind for kind, _ in kinds(later)] == ["visit_ended"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 99}', '{"format": 1}', '{"format": 1, "met": 3}'])
def test_a_file_that_cannot_be_read_is_forgotten(text: str, tmp_path: Path, clock: ShiftedClock) -> None:
    file = SnapshotFile(tmp_path / FILE, clock)
    (tmp_path / FILE).write_text(text, "utf-8")
    assert file.take() is None and not (tmp_path / FILE).exists()


def test_a_snapshot_is_taken_once(tmp_path: Path, clock: ShiftedClock) -> None:
    """A state that kills the screen must not do so again and again."""
    file = SnapshotFile(tmp_path / FILE, clock)
    snapshot = Snapshot("v", "visitor", 2, {"language": "zh"}, "convention_puzzle", {"a": [1]}, ("h",), {"k": 1})
    file.write(snapshot)
    taken = file.take()
    assert taken is not None and taken.state == {"a": [1]} and taken.met == ("h",)
    assert file.age_ms(taken) < 5_000
    assert file.take() is None


def test_a_disk_that_takes_nothing_costs_only_the_way_back(tmp_path: Path, clock: ShiftedClock) -> None:
    file = SnapshotFile(tmp_path / "gone" / FILE, clock)
    file.write(Snapshot("v", "visitor", 1, {}))
    assert not file.kept and file.take() is None
