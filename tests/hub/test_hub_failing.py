"""When there is no page: people read a page of ours in their language, machines read JSON; and the hub's settings."""

import json
from dataclasses import replace

import httpx
import pytest
import sqlalchemy as sa

from kiosk.core.clock import SteppedClock
from kiosk.core.words import say
from kiosk.hub import app
from kiosk.hub.hub import Hub
from kiosk.hub.pages import failing
from kiosk.hub.people import audit, pace, settings
from kiosk.hub.store.people_tables import audit as audit_table
from kiosk.sync import wire
from tests.hub.pages_help import Visitor, person
from tests.hub.town_help import Town

BROWSER = {"Accept": "text/html,application/xhtml+xml", "Accept-Language": "zh-CN,zh;q=0.9"}
HOUR_MS = 3_600_000


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock(1_795_000_000_000)


@pytest.fixture
def visitor(hub: Hub, clock: SteppedClock) -> Visitor:
    stepped = replace(hub, clock=clock)
    Town(stepped).kiosk("石牛山基地", "k000000000001")
    person(stepped, "shi", "base_admin", "石牛山基地")
    person(stepped, "city", "region")
    person(stepped, "district", "region", district="惠山区")
    return Visitor(app.make(stepped))


def told(answer: httpx.Response, status: int) -> None:
    """It is a page of the house that says this."""
    assert answer.status_code == status
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert say(f"hub_pages.failed_{status}", "zh") in answer.text
    assert 'href="/hub.css"' in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_people_are_told_on_a_page_machines_in_json(visitor: Visitor) -> None:
    client = visitor.client
    told(client.get("/nowhere", headers=BROWSER), 404)
    told(client.get("/<script>alert(1)</script>", headers=BROWSER), 404)
    wrong = client.put("/bases", headers=BROWSER)
    told(wrong, 405)
    assert "GET" in wrong.headers["allow"] or "POST" in wrong.headers["allow"]
    large = client.post("/login", headers=BROWSER, content=bytes(1 << 20))
    told(large, 413)
    assert large.headers["connection"] == "close"
    english = client.get("/nowhere", headers={**BROWSER, "Accept-Language": "en-GB"})
    assert say("hub_pages.failed_404", "en") in english.text
    for path, headers in (("/nowhere", {}), (wire.EVENTS, BROWSER), ("/sync/nowhere", BROWSER)):
        answer = client.get(path, headers=headers)
        assert answer.headers["content-type"] == "application/json", path
        assert set(answer.json()) == {"code", "what"}


def test_what_nobody_expected_is_told_kindly(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret detail")

    def away(*_: object) -> None:
        raise sa.exc.OperationalError("SELECT secret", {}, OSError("disk"))

    for fault, status in ((broken, 500), (away, 503)):
        monkeypatch.setattr("kiosk.hub.people.sessions.Sessions.find", fault)
        page = visitor.client.get("/", headers=BROWSER)
        told(page, status)
        assert "secret" not in page.text
        assert visitor.client.get("/").json()["code"] in ("hub.fault", "sync.busy")


def test_every_status_has_its_words() -> None:
    for status in failing.TOLD:
        for language in ("zh", "en"):
            assert say(f"hub_pages.failed_{status}", language) != say(f"hub_pages.failed_about_{status}", language)


def test_within_a_session_the_page_keeps_its_head(visitor: Visitor) -> None:
    visitor.login("shi")
    for path, status in (("/bases/99", 404), ("/kiosks/99", 404), ("/settings", 403)):
        answer = visitor.get(path)
        assert answer.status_code == status, path
        assert 'class="main"' in answer.text, "one may go elsewhere"


def test_a_session_that_is_over_is_told_of(visitor: Visitor, clock: SteppedClock) -> None:
    visitor.login("shi")
    csrf = visitor.csrf
    clock.step(HOUR_MS + 1)
    page = visitor.get("/learning")
    assert say("hub_pages.over_page", "zh") in page.text
    assert 'name="next" value="/learning"' in page.text
    form = visitor.client.post("/users", data={"csrf": csrf, "name": "laoshi", "role": "teacher"})
    assert say("hub_pages.over_form", "zh") in form.text
    assert say("hub_pages.over_page", "zh") not in Visitor(visitor.app).get("/learning").text, "who never had one"


def test_guessing_at_many_accounts_is_slowed(visitor: Visitor, clock: SteppedClock) -> None:
    for number in range(pace.TRIES):
        assert visitor.login(f"somebody{number}", "wrong-guess-x").status_code == 403
    answer = visitor.login("shi")
    assert (answer.status_code, say("hub_pages.login_paced", "zh") in answer.text) == (429, True)
    clock.step(pace.WITHIN_MS + 1)
    assert visitor.login("shi").status_code == 303


def test_addresses_are_not_remembered_for_ever(clock: SteppedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "MOST", 3)
    counted = pace.Pace(clock)
    for number in range(50):
        counted.count(f"192.0.2.{number}")
    assert len(counted._wrong) == 3


def test_the_hubs_settings(hub: Hub, visitor: Visitor, clock: SteppedClock) -> None:
    """For who sees the whole; between limits, all or none; on record with what was before."""
    visitor.login("district")
    assert "/settings" not in visitor.get("/").text
    for who in ("district", "shi"):
        visitor.login(who)
        assert visitor.send("/settings", audit_days="200").status_code == 403
    visitor.login("city")
    assert 'href="/settings"' in visitor.get("/").text
    page = visitor.get("/settings").text
    assert 'name="audit_days" value="365" min="180"' in page
    fine = {"audit_days": "200", "take_home_days": "30", "session_minutes": "15"}
    for name, wrong in (("audit_days", "179"), ("take_home_days", "0"), ("session_minutes", "x"), ("audit_days", "")):
        assert visitor.send("/settings", **{**fine, name: wrong}).status_code == 400, wrong
    with hub.database.read() as connection:
        assert settings.read(connection, "take_home_days") == "90", "all or none"
    assert visitor.send("/settings", **fine).status_code == 200
    assert visitor.send("/settings", **fine).status_code == 200
    with hub.database.read() as connection:
        query = sa.select(audit_table.c.who, audit_table.c.detail).where(audit_table.c.act == "setting_changed")
        assert [tuple(row) for row in connection.execute(query.order_by(audit_table.c.number))] == [
            ("city", "audit_days 365 → 200"), ("city", "take_home_days 90 → 30"), ("city", "session_minutes 60 → 15"),
        ]  # fmt: skip
        assert audit.broken(connection) is None
    clock.step(15 * 60_000 + 1)
    assert visitor.client.get("/", follow_redirects=False).status_code == 303, "and they are in force"


def test_what_is_told_is_json_that_kiosks_read(visitor: Visitor) -> None:
    answer = visitor.client.post(wire.EVENTS, content=b"{", headers=BROWSER)
    assert answer.headers[wire.HEADER].startswith("h")
    assert json.loads(answer.content)["code"] == "sync.unknown_credential"
