"""Who comes in, who does not, and that what people do is on record and stays so."""

from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from kiosk.core.clock import SteppedClock
from kiosk.core.errors import KioskError
from kiosk.hub import app
from kiosk.hub.hub import Hub
from kiosk.hub.pages.site import COOKIE, own_path
from kiosk.hub.people import audit, persons
from kiosk.hub.people.audit import Act
from kiosk.hub.people.persons import LOCKED_MS, TRIES, New
from kiosk.hub.store.people_tables import audit as audit_table
from kiosk.hub.store.people_tables import person as person_table
from kiosk.hub.store.people_tables import session as session_table
from tests.hub.hub_help import program
from tests.hub.pages_help import PASSWORD, Visitor, person
from tests.hub.town_help import Town

DAY_MS = 86_400_000
IDLE_MS = 60 * 60_000
"""A session of which nothing is heard, where nobody has set another time."""


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock(1_795_000_000_000)


@pytest.fixture
def visitor(hub: Hub, clock: SteppedClock) -> Visitor:
    stepped = replace(hub, clock=clock)
    Town(stepped).kiosk("石牛山基地", "k000000000001")
    person(stepped, "shi", "base_admin", "石牛山基地")
    person(stepped, "city", "region")
    return Visitor(app.make(stepped))


def acts(hub: Hub) -> list[tuple[str, str]]:
    with hub.database.read() as connection:
        return [(row.who, row.act) for row in connection.execute(sa.select(audit_table).order_by("number"))]


def test_a_new_hub_has_an_admin_once(hub: Hub) -> None:
    password = persons.first(hub)
    assert len(password) == 19
    assert persons.first(hub) == ""
    assert Visitor(app.make(hub)).login("admin", password).status_code == 303


def test_in_and_out(hub: Hub, visitor: Visitor) -> None:
    assert visitor.client.get("/bases", follow_redirects=False).headers["location"] == "/login?next=/bases"
    assert visitor.login("shi").status_code == 303
    page = visitor.get("/")
    assert page.status_code == 200
    assert "基地管理员" in page.text
    cookie = visitor.client.cookies[COOKIE]
    visitor.send("/logout")
    visitor.client.cookies.set(COOKIE, cookie, domain="hub.example")
    assert visitor.client.get("/", follow_redirects=False).status_code == 303, "the old cookie opens nothing"
    assert acts(hub)[-2:] == [("shi", "login"), ("shi", "logout")]


def test_passwords_and_sessions_are_kept_as_hashes(hub: Hub, visitor: Visitor) -> None:
    visitor.login("shi")
    with hub.database.read() as connection:
        kept = connection.execute(sa.select(person_table.c.password)).scalars().all()
        sessions = connection.execute(sa.select(session_table.c.hash)).scalars().all()
    assert all(one.startswith("$argon2id$") for one in kept)
    assert bytes(sessions[0]).hex() not in visitor.client.cookies[COOKIE]
    assert len(sessions) == 1


def test_a_session_is_new_at_every_login(visitor: Visitor) -> None:
    """Fixation: a cookie that somebody planted, or had before, is not the one that is let in."""
    visitor.client.cookies.set(COOKIE, "planted", domain="hub.example")
    visitor.login("shi")
    first = visitor.client.cookies.get(COOKIE, domain="hub.example", path="/")
    assert first not in (None, "planted")
    other = Visitor(visitor.app)
    other.client.cookies.set(COOKIE, first or "", domain="hub.example")
    assert other.login("city").status_code == 303
    thief = Visitor(visitor.app)
    thief.client.cookies.set(COOKIE, first or "", domain="hub.example")
    assert thief.client.get("/", follow_redirects=False).status_code == 303, "the session before the login has ended"


def test_a_changed_cookie_opens_nothing(visitor: Visitor) -> None:
    visitor.login("shi")
    cookie = visitor.client.cookies[COOKIE]
    for wrong in (cookie[:-1], "x" + cookie, cookie.split(".")[0], "", "a.b", "é.x"):
        other = Visitor(visitor.app)
        answer = other.client.get("/", headers={"Cookie": f"{COOKIE}={wrong}".encode()}, follow_redirects=False)
        assert answer.status_code == 303, wrong


def test_sessions_end_by_themselves(visitor: Visitor, clock: SteppedClock) -> None:
    visitor.login("shi")
    for _ in range(3):
        clock.step(IDLE_MS - 60_000)
        assert visitor.client.get("/", follow_redirects=False).status_code == 200
    clock.step(IDLE_MS + 1)
    assert visitor.client.get("/", follow_redirects=False).status_code == 303


def test_wrong_passwords_lock(hub: Hub, visitor: Visitor, clock: SteppedClock) -> None:
    for _ in range(TRIES):
        assert visitor.login("shi", "wrong-guess-x").status_code == 403
    answer = visitor.login("shi")
    assert answer.status_code == 403
    assert "锁" in answer.text
    assert visitor.login("city").status_code == 303, "nobody else is locked"
    clock.step(LOCKED_MS + 1)
    assert Visitor(visitor.app).login("shi").status_code == 303
    assert acts(hub).count(("shi", "login_failed")) == TRIES
    nobody = Visitor(visitor.app).login("nobody", PASSWORD)
    assert "用户名或密码不对" in nobody.text, "who exists is not told"


def test_forms_need_their_token(hub: Hub, visitor: Visitor) -> None:
    visitor.login("city")
    for fields in ({}, {"csrf": ""}, {"csrf": "wrong"}):
        answer = visitor.client.post("/bases", data={"name": "偷来的", **fields})
        assert answer.status_code == 403
    stolen = {"csrf": visitor.csrf, "name": "偷来的"}
    assert visitor.client.post("/bases", data=stolen, headers={"Origin": "https://evil.example"}).status_code == 403
    assert "偷来的" not in visitor.get("/bases").text
    assert visitor.send("/bases", name="新基地").status_code == 200
    assert "新基地" in visitor.get("/bases").text


def test_a_login_needs_its_ticket(visitor: Visitor) -> None:
    other = Visitor(visitor.app)
    form = {"name": "shi", "password": PASSWORD, "ticket": other.ticket()}
    assert visitor.client.post("/login", data=form).status_code == 403, "another browser's ticket"


@pytest.mark.parametrize("path", ["//evil.example", "https://evil.example", "/\\evil.example", "/\nx", "javascript:x"])
def test_a_login_leads_nowhere_else(path: str) -> None:
    assert own_path(path) == "/"
    assert own_path("/bases/3?days=7") == "/bases/3?days=7"


def test_a_new_password_ends_other_sessions(visitor: Visitor) -> None:
    other = Visitor(visitor.app)
    other.login("shi")
    visitor.login("shi")
    assert visitor.send("/me/password", old="wrong-guess-x", new="moon-over-canal").status_code == 400
    assert visitor.send("/me/password", old=PASSWORD, new="short").status_code == 400
    answer = visitor.send("/me/password", old=PASSWORD, new="moon-over-canal")
    assert "密码已更换" in answer.text
    assert other.client.get("/", follow_redirects=False).status_code == 303
    assert Visitor(visitor.app).login("shi", "moon-over-canal").status_code == 303


def test_admins_look_after_their_own(visitor: Visitor) -> None:
    visitor.login("shi")
    page = visitor.send("/users", name="laoshi", role="teacher")
    assert "laoshi" in page.text
    assert visitor.send("/users", name="boss", role="region").status_code == 400, "nobody above themselves"
    city = [line for line in visitor.get("/users").text.splitlines() if "city" in line]
    assert city == [], "who is not of the base is out of sight"


def test_persons_are_checked(hub: Hub) -> None:
    wrong = (New("A b", "region"), New("x", "region"), New("ok.name", "king"), New("ok.name", "teacher"))
    for new in wrong:
        with pytest.raises(KioskError, match=r"hub_people\."):
            persons.add(hub, new)
    persons.add(hub, New("ok.name", "auditor"))
    with pytest.raises(KioskError, match=r"hub_people\.name_taken"):
        persons.add(hub, New("ok.name", "auditor"))


def test_the_audit_log_holds(hub: Hub) -> None:
    with hub.database.write() as connection:
        for number in range(5):
            audit.note(connection, number, Act("shi", "exported", f"第 {number} 次"))
        assert audit.broken(connection) is None


@pytest.mark.parametrize("what", ["changed", "taken_out", "moved"])
def test_a_changed_audit_log_shows(hub: Hub, what: str) -> None:
    table = audit_table.c
    with hub.database.write() as connection:
        for number in range(5):
            audit.note(connection, number, Act("shi", "exported", str(number)))
        if what == "changed":
            connection.execute(audit_table.update().where(table.number == 3).values(detail="nothing"))
        elif what == "taken_out":
            connection.execute(audit_table.delete().where(table.number == 3))
        else:
            connection.execute(audit_table.update().where(table.number == 3).values(who="city"))
        assert audit.broken(connection) == 3


def test_old_entries_go_and_the_chain_holds(hub: Hub) -> None:
    with hub.database.write() as connection:
        for day in (0, 100, 200, 300):
            audit.note(connection, day * DAY_MS, Act("shi", "login"))
        assert audit.prune(connection, 300 * DAY_MS, days=1) == 2, "180 days are the least"
        assert audit.broken(connection) is None
        audit.note(connection, 301 * DAY_MS, Act("shi", "logout"))
        assert audit.broken(connection) is None
        assert audit.prune(connection, 900 * DAY_MS, days=180) == 3
        audit.note(connection, 900 * DAY_MS, Act("shi", "login"))
        assert audit.broken(connection) is None


def test_the_command_line(tmp_path: Path) -> None:
    import os
    import subprocess

    def run(*words: str) -> "subprocess.CompletedProcess[str]":
        command = program("kiosk.hub.commands", "user", "--data", str(tmp_path), *words)
        environment = {**os.environ, "LANG": "zh_CN.UTF-8"}
        return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)

    assert "wang" in run("add", "wang", "--role", "region", "--district", "惠山区").stdout
    wrong = run("add", "li", "--role", "teacher")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "--base" in wrong.stderr
    assert "惠山区" in run("list").stdout
    assert run("close", "nobody").returncode == 2
