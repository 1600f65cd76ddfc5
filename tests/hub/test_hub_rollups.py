"""Roll-ups say what the events say, whatever the order of the batches, and come out the same when made anew."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
import sqlalchemy as sa

from kiosk.core.events import (
    ConsentGiven,
    FormStarted,
    ItemAnswered,
    SatisfactionGiven,
    StationOpened,
    TakeHomeGiven,
    TakesErased,
    VisitStarted,
)
from kiosk.core.ids import uuid7
from kiosk.core.visit import Visit
from kiosk.hub.hub import Hub
from kiosk.hub.rollups import rolling
from kiosk.hub.rollups.days import begin_ms, date_of, day_of, week_of
from kiosk.hub.rollups.items import Sheets
from kiosk.hub.store import rollup_tables as kept
from kiosk.learning.item_analysis import Response, analyse
from kiosk.rehearsal.simulated_visit import Fact
from tests.hub.town_help import Town, lesson, playground, roll_all, visits
from tests.hub.wire_help import Speaker, rows

NOW = 1_795_000_000_000
A, B = "石牛山基地", "码头村基地"


def all_rows(hub: Hub, table: sa.Table) -> list[dict[str, Any]]:
    with hub.database.read() as connection:
        found = connection.execute(sa.select(table).order_by(*table.primary_key))
        return [dict(row._mapping) for row in found]


def answer(nature: str, chosen: str, *, mode: str = "practice", item: str = "skin-1", hash: str = "a1") -> ItemAnswered:
    verdict = "right" if nature == chosen else "wrong"
    told = ("pack", "00", (chosen,), (nature,), verdict, 4_000)
    return ItemAnswered("anti_fraud", "game_skin", item, hash, *told, mode=mode)


def test_days_are_those_of_china() -> None:
    assert day_of(begin_ms(date_of(20261120))) == 20261120
    assert day_of(begin_ms(date_of(20261120)) - 1) == 20261119
    assert week_of(20261122) == 20261116
    assert day_of(1 << 48) == 99991231


def test_they_are_what_was_played(hub: Hub, tmp_path: Path) -> None:
    """Two bases, a class, visits; counted beside the events themselves."""
    town, chance = Town(hub), Random(4)
    with playground(tmp_path / "home") as base:
        first = visits(base, 30, chance, NOW)
        second = lesson(base, chance, NOW)
    town.push(A, "k000000000001", first)
    town.push(B, "k000000000002", second)
    town.push(B, "k000000000002", first[:40], origin="simulated")
    roll_all(hub)
    answers = [fact.event for fact in first + second if isinstance(fact.event, ItemAnswered)]
    whole = [row for row in all_rows(hub, kept.base_day) if row["base"] == 0 and row["origin"] == 0]
    assert sum(row["answers"] for row in whole) == len(answers)
    assert sum(row["rights"] for row in whole) == sum(one.verdict == "right" for one in answers)
    assert sum(row["visits"] for row in whole) == sum(isinstance(fact.event, VisitStarted) for fact in first + second)
    items = [row for row in all_rows(hub, kept.item_figure) if row["base"] == 0 and row["origin"] == 0]
    assert sum(row["answers"] for row in items) == len(answers)
    assert sum(row["forms"] for row in whole) >= 20
    moments = {row["moment"]: row for row in all_rows(hub, kept.moment_week) if row["base"] == 0}
    assert set(moments) == {"pre", "post"}
    assert moments["pre"]["scams"] == 5 * moments["pre"]["children"]


def test_made_anew_they_are_the_same(hub: Hub, tmp_path: Path) -> None:
    town, chance = Town(hub), Random(5)
    with playground(tmp_path / "home") as base:
        facts = lesson(base, chance, NOW)
    for start in range(0, len(facts), 150):  # forms and visits come in parts
        town.push(A, "k000000000001", facts[start : start + 150])
        rolling.roll(hub)
    before = {table.name: all_rows(hub, table) for table in kept.TABLES}
    assert rolling.rebuild(hub) > 3
    after = {table.name: all_rows(hub, table) for table in kept.TABLES}
    for row in (*before["item_figure"], *after["item_figure"]):
        row.update({name: round(row[name], 6) for name in ("strength", "strength2", "strength_rights")})
    assert after == before


def test_a_child_is_counted_once_in_a_topic(hub: Hub) -> None:
    town, visit = Town(hub), Visit(uuid7(NOW))
    for _ in range(3):
        town.push(A, "k000000000001", [Fact(NOW, answer("scam", "genuine"), visit)])
        rolling.roll(hub)
    mine, whole = (row for row in sorted(all_rows(hub, kept.topic_week), key=lambda row: -row["base"]))
    assert (mine["children"], mine["scams"], mine["hits"]) == (1, 3, 0)
    assert {**mine, "base": 0} == whole


def test_a_form_whose_answers_come_first(hub: Hub) -> None:
    town, visit = Town(hub), Visit(uuid7(NOW))
    answers = [answer("scam", "scam", mode="form")] * 5 + [answer("genuine", "scam", mode="form")] * 5
    town.push(A, "k000000000001", [Fact(NOW, one, visit) for one in answers])
    rolling.roll(hub)
    assert all_rows(hub, kept.moment_week) == []
    town.push(A, "k000000000001", [Fact(NOW, FormStarted("s1", "A", "pre", "quarter"), visit)])
    rolling.roll(hub)
    row = all_rows(hub, kept.moment_week)[0]
    assert (row["children"], row["hits"], row["scams"], row["alarms"], row["genuine"]) == (1, 5, 5, 5, 5)


def test_single_acts(hub: Hub) -> None:
    town = Town(hub)
    events = (
        ConsentGiven("base_admin", ("record", "keep"), "1"), TakesErased("r1", "withdrawn", 3), SatisfactionGiven(3),
        TakeHomeGiven("anti_fraud", "ab" * 32, "en"), StationOpened("pledge", 10**12),
    )  # fmt: skip
    town.tell(A, "k000000000001", *events)
    roll_all(hub)
    acts = {row["act"]: row["times"] for row in all_rows(hub, kept.act_day)}
    assert acts == {"consent_given:record": 1, "consent_given:keep": 1, "takes_erased": 3}
    assert all_rows(hub, kept.base_day)[0]["glad"] == 1
    assert all_rows(hub, kept.station_day)[0]["players"] == 4
    assert all_rows(hub, kept.take_home)[0]["language"] == "en"


def test_senseless_bodies_stop_nothing(hub: Hub) -> None:
    town = Town(hub)
    town.tell(A, "k000000000001", SatisfactionGiven(77), StationOpened("nul\0name" * 60, -3), SatisfactionGiven(1))
    roll_all(hub)
    assert all_rows(hub, kept.base_day)[0]["sad"] == 1
    assert "\0" not in all_rows(hub, kept.station_day)[0]["station"]


def test_poison_in_a_field_that_nobody_knows_stops_nothing(hub: Hub) -> None:
    """JSON that is fine to skip and cannot be read: the figures go on with what comes after it."""
    poison, sound = ('{"face":3,"x":1e999}', '{"face":3}')
    told = SatisfactionGiven.kind, SatisfactionGiven.version
    pushed = [
        row._replace(kind=told[0], version=told[1], body=body)
        for row, body in zip(rows(2), (poison, sound), strict=True)
    ]
    assert Speaker(hub).push(pushed)["stored"] == 2
    assert rolling.roll(hub) == 1
    assert all_rows(hub, kept.base_day)[0]["glad"] == 1


def test_discrimination_is_that_of_the_analysis() -> None:
    """Beside `item_analysis`, which has the sheets themselves."""
    chance, sheets, sums = Random(6), [], Sheets()
    for child in range(60):
        skill, sheet = chance.random(), {}
        for item in "abcdef":
            right = chance.random() < skill
            verdict = "right" if right else "wrong"
            sheet[item] = Response(("A",) if right else ("B",), verdict)
            told = {"item_hash": item, "item": item, "pack": "p", "chosen": sheet[item].chosen, "verdict": verdict}
            sums.take(1, child.to_bytes(2, "big"), (1, 0), told | {"reading_ms": 5})
        sheets.append(sheet)
    with_items = {key: _item(key) for key in "abcdef"}
    found = {hash: one for (base, _, hash), one in sums.sums().items() if base == 1}
    for figures in analyse(with_items, sheets):
        assert found[figures.key].discrimination == pytest.approx(figures.discrimination)
        assert found[figures.key].difficulty == pytest.approx(figures.difficulty)


def _item(key: str) -> Any:
    from kiosk.core.item import Item

    return Item(key, "choice", "?", ("A",))
