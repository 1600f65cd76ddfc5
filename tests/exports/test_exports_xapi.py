"""xAPI 1.0.3 as json lines: every statement keeps the rules of the specification and says what the journal says."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from kiosk.core.errors import KioskError
from kiosk.exports.asked import Asked
from kiosk.exports.export import export
from tests.exports.exports_help import FORMULA, Played

RULES = Draft202012Validator(json.loads(Path(__file__).with_name("xapi.schema.json").read_text("utf-8")))
OURS = "https://fingertip-glow.example/xapi"


def statements(played: Played, out: Path, what: str = "log", asked: Asked | None = None) -> list[dict[str, Any]]:
    """What was written, each line by itself, each within the rules."""
    with played.store.read() as db:
        written = export(db, what, "xapi", asked or Asked(levels={"game_skin": "游戏皮肤"}), out)
    lines = out.read_text("utf-8").splitlines()
    assert written.rows == len(lines) and not out.read_bytes().startswith(b"\xef\xbb\xbf")
    found = [json.loads(line) for line in lines]
    for one in found:
        assert [fault.message for fault in RULES.iter_errors(one)] == []
    return found


def test_the_rules_refuse_what_is_wrong(played: Played, tmp_path: Path) -> None:
    """The referee is awake: spoilt statements do not pass."""
    whole = statements(played, tmp_path / "log.jsonl")[0]
    for spoil in (
        {"id": "7"},
        {"timestamp": "2026-11-20 08:00"},
        {"version": "2.0"},
        {"extra": 1},
        {"result": {"duration": "2.5"}},
        {"result": {"duration": "PT2.500S"}},
        {"actor": {"account": {"name": "x"}}},
        {"context": {"extensions": {"class": "03"}}},
        {"verb": {"id": "answered"}},
    ):
        assert not RULES.is_valid(whole | spoil), spoil
    assert not RULES.is_valid({key: value for key, value in whole.items() if key != "verb"})


def test_an_answer_is_a_statement(played: Played, tmp_path: Path) -> None:
    """Id, moment and visit are the journal's; texts are as they were."""
    found = statements(played, tmp_path / "log.jsonl")
    with played.store.read() as db:
        rows = db.execute("SELECT id, visit FROM journal WHERE kind = 'item_answered' ORDER BY position").fetchall()
    assert [(one["id"], one["actor"]["account"]["name"]) for one in found] == [tuple(row) for row in rows]
    assert all(UUID(one["id"]).version == 7 for one in found)
    first, multi, asking = found[:3]
    assert first["verb"]["id"] == "http://adlnet.gov/expapi/verbs/answered"
    assert first["result"] == {"response": "C", "duration": "PT2.50S", "success": False}
    definition = first["object"]["definition"]
    assert definition["name"] == {"zh-CN": "=1+1 等于几？"}
    assert definition["correctResponsesPattern"] == ["B"]
    assert definition["choices"][2] == {"id": "C", "description": {"zh-CN": FORMULA}}
    assert (multi["result"]["response"], multi["result"]["success"]) == ("A[,]B", True)
    assert asking["object"]["definition"]["description"]["zh-CN"].startswith("某人：\n先交钱")
    assert "success" not in asking["result"]
    about = first["context"]
    assert about["registration"] == first["actor"]["account"]["name"]
    assert about["contextActivities"]["parent"][0]["id"] == f"{OURS}/stations/anti_fraud"
    told = about["extensions"]
    assert (told[f"{OURS}/extensions/class_label"], told[f"{OURS}/extensions/level"]) == ("03", "游戏皮肤")
    assert told[f"{OURS}/extensions/pack_version"] == "1.2.0"
    origins = [one["context"]["extensions"][f"{OURS}/extensions/origin"] for one in found]
    assert origins == ["visitor"] * 3 + ["rehearsal", "simulated"]


def test_nothing_says_who_it_was(played: Played, tmp_path: Path) -> None:
    """Not even the nickname from the list."""
    statements(played, tmp_path / "log.jsonl")
    statements(played, tmp_path / "visits.jsonl", "visits")
    for name in ("log", "visits"):
        assert "小海豚" not in (tmp_path / f"{name}.jsonl").read_text("utf-8")


def test_a_visit_begins_and_ends(played: Played, tmp_path: Path) -> None:
    """Two statements with the ids of their journal rows."""
    found = statements(played, tmp_path / "visits.jsonl", "visits")
    assert [one["verb"]["id"].rpartition("/")[2] for one in found] == ["initialized", "terminated"] * 3
    with played.store.read() as db:
        rows = db.execute(
            "SELECT id FROM journal WHERE kind IN ('visit_started', 'visit_ended') ORDER BY position"
        ).fetchall()
    assert [one["id"] for one in found] == [row[0] for row in rows]
    result = found[1]["result"]
    assert result["completion"] is True and result["duration"] == "PT8.00S"
    assert result["extensions"][f"{OURS}/extensions/answers"] == 3
    assert result["extensions"][f"{OURS}/extensions/stations"] == ["anti_fraud"]


def test_limits_hold(played: Played, tmp_path: Path) -> None:
    assert len(statements(played, tmp_path / "log.jsonl", asked=Asked(class_label="03"))) == 3
    assert len(statements(played, tmp_path / "visits.jsonl", "visits", Asked(class_label="04"))) == 2


def test_items_have_no_statements(played: Played, tmp_path: Path) -> None:
    """They are figures over many acts; no file is left."""
    with played.store.read() as db, pytest.raises(KioskError, match=r"exports\.no_statements"):
        export(db, "items", "xapi", Asked(), tmp_path / "items.jsonl")
    assert list(tmp_path.glob("*items*")) == []
