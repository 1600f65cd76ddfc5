"""The pages: nobody sees another base by any route, few children are not told of, texts of packs stay texts."""

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import pytest
import sqlalchemy as sa
from starlette.routing import Route

from kiosk.core.events import ItemAnswered, TakeHomeGiven, VisitorNamed, VisitStarted
from kiosk.core.ids import uuid7
from kiosk.core.item import Item, item_hash, to_json
from kiosk.core.visit import Visit
from kiosk.hub import app, texts
from kiosk.hub.hub import Hub
from kiosk.hub.incidents import note
from kiosk.hub.people import persons
from kiosk.hub.rollups.days import day_of
from kiosk.hub.routes import gather
from kiosk.hub.store import tables
from kiosk.hub.store.down_tables import recording
from kiosk.hub.store.people_tables import audit as audit_table
from kiosk.hub.store.people_tables import person as person_table
from kiosk.hub.store.people_tables import place
from kiosk.rehearsal.simulated_visit import Fact
from kiosk.takeaway.code import token_hash
from tests.hub.pages_help import Visitor, person
from tests.hub.town_help import CLASSES, Town, bring_texts, lesson, playground, roll_all, visits

MINE, OTHERS = "石牛山基地", "码头村基地"
SECRET = ("码头村", "k000000000002", "别人的班", "别人的题", "别人的录音", "erasure-other", "别人的管理员", "锡山区")
"""What only the other base's people may ever read."""


@pytest.fixture
def town(hub: Hub, tmp_path: Path) -> Town:
    """Two bases with everything that pages show; the other one's is marked as such."""
    made, chance, now = Town(hub), Random(2), hub.clock.utc_ms()
    with playground(tmp_path / "home") as base:
        made.push(MINE, "k000000000001", visits(base, 12, chance, now) + lesson(base, chance, now - 9_000_000))
        made.push(OTHERS, "k000000000002", visits(base, 12, chance, now))
        bring_texts(hub, base)
    visit = Visit(uuid7(now))
    theirs = [VisitStarted(), VisitorNamed("别人的班", "小锦鲤"), *[strange("别人的题", "ff00")] * 8]
    made.push(OTHERS, "k000000000002", [Fact(now, event, visit) for event in theirs])
    roll_all(hub)
    person(hub, "mine", "base_admin", MINE)
    person(hub, "teacher", "teacher", MINE)
    person(hub, "auditor", "auditor", MINE)
    person(hub, "city", "region")
    person(hub, "district", "region", district="惠山区")
    person(hub, "others.admin", "base_admin", OTHERS)
    _add_others(hub)
    return made


def strange(name: str, hash: str) -> ItemAnswered:
    """An answer to an item of that name."""
    return ItemAnswered("rumour_desk", name, name, hash, "p", "00", ("A",), ("A",), "right", 5_000)


def _add_others(hub: Hub) -> None:
    """What lists show, of the other base."""
    now = hub.clock.utc_ms()
    with hub.database.write() as connection:
        base, mine = (persons.base_number(connection, name) for name in (OTHERS, MINE))
        kiosk = connection.execute(sa.select(tables.kiosk.c.number).where(tables.kiosk.c.base == base)).scalar_one()
        connection.execute(place.insert(), [{"base": base, "district": "锡山区"}, {"base": mine, "district": "惠山区"}])
        note(connection, now, "hub.incident_cloned", kiosk, old="别人的班", new="k9")
        erased = {"id": "erasure-other", "base": base, "utc_ms": now, "why": "x", "subjects": "[]"}
        connection.execute(tables.erasure.insert().values(erased))
        take = {
            "upload": "u", "base": base, "kiosk": kiosk, "take": "t", "sha256": "00", "bytes": 1, "received": 1,
            "script": "s", "theme": "", "title": "别人的录音", "seconds": 3.0, "made_ms": now, "begun_ms": now,
            "whole_ms": now,
        }  # fmt: skip
        connection.execute(recording.insert().values(take))
        release = {
            "pack": "p", "version": "1", "title": "别人的题包", "hash": "0", "sha256": "0", "bytes": 1, "base": base,
            "made_ms": now,
        }  # fmt: skip
        connection.execute(tables.pack_release.insert().values(release))


@pytest.fixture
def visitor(hub: Hub, town: Town) -> Visitor:
    return Visitor(app.make(hub))


def numbers(hub: Hub, base: str) -> dict[str, list[int]]:
    """Numbers of everything that belongs to `base`, by the name that paths give them."""
    with hub.database.read() as connection:
        number = persons.base_number(connection, base)

        def of(table: sa.Table) -> list[int]:
            return list(connection.execute(sa.select(table.c.number).where(table.c.base == number)).scalars())

        found = {"kiosk": tables.kiosk, "release": tables.pack_release, "take": recording, "user": person_table}
        return {"base": [number], **{name: of(table) for name, table in found.items()}}


def paths(hub: Hub, base: str, method: str) -> Iterator[str]:
    """Every path of the route table that people use, filled with what belongs to `base`."""
    theirs = numbers(hub, base)
    for route in gather(hub):
        assert isinstance(route, Route)
        if not str(route.name).startswith(("page", "act")) or method not in (route.methods or ()):
            continue
        wanted = re.findall(r"{(\w+)(?::int)?}", route.path)
        if not wanted:
            yield route.path
            continue
        given: dict[str, Sequence[object]] = {**theirs, "hash": ["ff00"], "id": ["erasure-other"]}
        for one in given[wanted[0]]:
            yield re.sub(r"{\w+(:int)?}", str(one), route.path)


@pytest.mark.parametrize("who", ["mine", "teacher", "auditor", "district"])
def test_no_page_shows_another_base(hub: Hub, visitor: Visitor, who: str) -> None:
    """By the route table itself: a page that is added tomorrow is tried, too."""
    visitor.login(who)
    seen = 0
    for path in paths(hub, OTHERS, "GET"):
        for query in ("", "?days=365", "?origin=simulated", "?like=码头", "?who=others.admin", "?state=released"):
            answer = visitor.get(path + query)
            assert answer.status_code in (200, 403, 404), path
            told = answer.text.replace("who=others.admin", "").replace('value="others.admin"', "")
            leaks = [secret for secret in SECRET if secret in told.replace('value="码头"', "")]
            assert not leaks, f"{who} reads {leaks} at {path}{query}"
            if "{" not in path and re.search(r"/\d|/ff00|/erasure", path):
                assert answer.status_code in (403, 404), path
        seen += 1
    assert seen >= 15


@pytest.mark.parametrize("who", ["mine", "teacher", "district"])
def test_no_form_changes_another_base(hub: Hub, visitor: Visitor, who: str) -> None:
    visitor.login(who)
    csrf = visitor.csrf
    theirs = numbers(hub, OTHERS)
    before = _everything(hub)
    fields = {
        "csrf": csrf, "base": str(theirs["base"][0]), "kiosk": str(theirs["kiosk"][0]), "name": "mine2",
        "role": "teacher", "reason": "review", "verdict": "released", "day": "2026-11-20", "district": "偷区",
        "what": "log", "form": "csv", "relays": "1", "audit_days": "200", "first": "2026-01-01", "last": "2026-12-31",
    }  # fmt: skip
    for path in paths(hub, OTHERS, "POST"):
        if path.startswith(("/me", "/logout")):
            continue
        answer = visitor.client.post(path, data=fields)
        assert answer.status_code in (200, 400, 403, 404), path
        assert not any(secret in answer.text for secret in SECRET), path
    assert _everything(hub) == before


def _everything(hub: Hub) -> list[object]:
    """All that forms could change of the other base."""
    with hub.database.read() as connection:
        base = persons.base_number(connection, OTHERS)
        kept: list[object] = []
        theirs = (tables.kiosk, tables.pack_release, tables.pack_base, tables.erasure, recording, person_table, place)
        for table in theirs:
            query = sa.select(table).where(table.c.base == base).order_by(*table.primary_key)
            kept.append([tuple(row) for row in connection.execute(query)])
        for table in (tables.pack_stage, tables.credential):
            query = sa.select(table).order_by(*table.primary_key)
            kept.append([tuple(row) for row in connection.execute(query)])
        return kept


def test_who_may_see_all_does(hub: Hub, visitor: Visitor) -> None:
    visitor.login("city")
    for path in paths(hub, OTHERS, "GET"):
        assert visitor.get(path).status_code in (200, 404), path
    assert "码头村" in visitor.get("/").text


def test_rows_are_for_the_bases_own_people(hub: Hub, visitor: Visitor) -> None:
    asked = {"what": "log", "form": "csv", "first": "2020-01-01", "last": "2199-12-31"}
    visitor.login("city")
    assert visitor.send("/exports", **asked).status_code == 400
    visitor.login("teacher")
    answer = visitor.send("/exports", **asked)
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    with hub.database.read() as connection:
        base = persons.base_number(connection, MINE)
        kind = hub.kinds.number(connection, "item_answered")
        held = sa.select(sa.func.count()).where(tables.event.c.base == base, tables.event.c.kind == kind)
        assert len(rows) - 1 == connection.execute(held).scalar_one()
        last = connection.execute(sa.select(audit_table).order_by(sa.desc("number")).limit(1)).one()
    assert (last.who, last.act) == ("teacher", "exported")
    assert "别人的题" not in answer.text
    for what, form, begins in (
        ("log", "xapi", b"["), ("visits", "xlsx", b"PK"), ("items", "csv", b""), ("ledger", "xlsx", b"PK"),
        ("ledger", "pdf", b"%PDF"),
    ):  # fmt: skip
        made = visitor.send("/exports", **{**asked, "what": what, "form": form, "first": "2026-01-01"})
        assert made.status_code == 200, made.text
        assert made.content.lstrip()[: len(begins)] == begins or form == "xapi"


def test_texts_of_packs_stay_texts(hub: Hub, visitor: Visitor, town: Town) -> None:
    """HTML and formulas out of a pack, a class's name and a kiosk's name are shown, not obeyed."""
    evil = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
    item = Item("evil.1", "choice", evil, ("A",), explanation='=HYPERLINK("http://evil.example")')
    hash = item_hash(item)
    body = json.dumps(to_json(item), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert texts.keep(hub, {hash: body}) == 1
    now = hub.clock.utc_ms()
    events = [VisitorNamed('=cmd|"/c calc"!A1', ""), *[strange(evil, hash)] * 6]
    for number in range(6):
        visit = Visit(uuid7(now - number))
        town.push(MINE, "k000000000001", [Fact(now - number, event, visit) for event in events])
    roll_all(hub)
    visitor.login("mine")
    kiosk = numbers(hub, MINE)["kiosk"][0]
    visitor.send(f"/kiosks/{kiosk}/name", name=evil)
    for path in ("/", "/kiosks", f"/kiosks/{kiosk}", "/items", f"/items/{hash}", "/learning", "/audit", "/bases"):
        page = visitor.get(path)
        assert page.status_code == 200, path
        assert "<script" not in page.text, path
        assert "<img" not in page.text, path
    assert "&lt;script&gt;" in visitor.get(f"/items/{hash}").text
    asked = {"what": "log", "form": "csv", "first": "2020-01-01", "last": "2199-12-31"}
    table = csv.reader(io.StringIO(visitor.send("/exports", **asked).content.decode("utf-8-sig")))
    assert not [cell for row in table for cell in row if cell.startswith(("=", "+", "@"))]


def test_headers_of_every_page(hub: Hub, visitor: Visitor) -> None:
    visitor.login("mine")
    for path in [*paths(hub, MINE, "GET"), "/login", "/t/x", "/hub.css"]:
        headers = visitor.get(path).headers
        policy = headers["content-security-policy"]
        assert "script-src" not in policy and "default-src 'none'" in policy, path
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert "frame-ancestors 'none'" in policy
    for path in paths(hub, MINE, "GET"):
        page = visitor.get(path).text
        assert not re.search(r"<script|\son\w+=|style=|https?://(?!www\.w3\.org|hub\.example)", page), path
    cookie = next(one for one in visitor.client.cookies.jar if one.name == "hub_session")
    assert cookie.secure and cookie.has_nonstandard_attr("HttpOnly")


def test_few_children_are_not_told_of(hub: Hub, tmp_path: Path) -> None:
    town, now = Town(hub), hub.clock.utc_ms()
    for number in range(3):
        visit = Visit(uuid7(now + number))
        events = [VisitStarted(), *[strange("x", "aa")] * 2]
        town.push(MINE, "k000000000001", [Fact(now, event, visit) for event in events])
    roll_all(hub)
    person(hub, "city", "region")
    visitor = Visitor(app.make(hub))
    visitor.login("city")
    assert day_of(now)
    facts = re.findall(r"<b>([^<]*)</b><span>到访", visitor.get("/").text)
    assert facts == ["少于 5"]
    assert "少于 5" in visitor.get("/bases").text


def test_a_take_home_page(hub: Hub, town: Town, visitor: Visitor) -> None:
    token = "A" * 22
    waiting = visitor.get(f"/t/{token}")
    assert (waiting.status_code, "还在路上" in waiting.text) == (200, True)
    town.tell(MINE, "k000000000001", TakeHomeGiven("anti_fraud", token_hash(token), "zh"))
    roll_all(hub)
    here = visitor.get(f"/t/{token}").text
    assert "96110" in here
    assert "石牛山" not in here
    assert visitor.get(f"/t/{token}?language=en").text.count("96110")
    gone = visitor.client.post(f"/t/{token}/withdraw")
    assert "已经收回" in gone.text
    assert "96110" not in gone.text
    town.tell(MINE, "k000000000001", TakeHomeGiven("pledge", token_hash("B" * 22)), utc_ms=hub.clock.utc_ms() - 10**10)
    roll_all(hub)
    assert "已经过期" in visitor.get(f"/t/{'B' * 22}").text


def test_a_recording_is_heard_on_record(hub: Hub, visitor: Visitor) -> None:
    (hub.data / "recordings").mkdir()
    (hub.data / "recordings" / "00").write_bytes(b"OggS" + bytes(50))
    take = numbers(hub, OTHERS)["take"][0]
    visitor.login("others.admin")
    assert "别人的录音" in visitor.get("/recordings").text
    assert visitor.send(f"/recordings/{take}").status_code == 400, "a reason is needed"
    assert "/sound" in visitor.send(f"/recordings/{take}", reason="review").text
    assert visitor.get(f"/recordings/{take}/sound").status_code == 404, "nor without one"
    assert visitor.get(f"/recordings/{take}/sound?reason=review").headers["content-type"] == "audio/ogg"
    visitor.send(f"/recordings/{take}/verdict", verdict="released", phone="1")
    with hub.database.read() as connection:
        acts = audit_table.c.act.in_(("take_heard", "take_played"))
        heard = connection.execute(sa.select(audit_table.c.detail).where(acts))
        assert list(heard.scalars()) == ["t · review"] * 2
        assert connection.execute(sa.select(recording.c.review)).scalar_one() == "rejected", "a tick rejects"


def test_metrics_are_not_for_everybody(hub: Hub, visitor: Visitor) -> None:
    assert visitor.get("/metrics").status_code == 403
    token = (hub.data / "metrics-token").read_text().strip()
    told = visitor.client.get("/metrics", headers={"Authorization": f"Bearer {token}"})
    assert f"fingertip_glow_hub_kiosks {2.0}" in told.text
    assert CLASSES[0] not in told.text
