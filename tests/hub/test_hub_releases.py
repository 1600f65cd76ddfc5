"""Packs at the hub: looked through, signed, given to some kiosks, taken back; what is unsound never becomes one."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from kiosk.hub import app, releases
from kiosk.hub.down import packs as down
from kiosk.hub.hub import Hub
from kiosk.hub.store import tables
from kiosk.packs.pack_file import read_pack
from tests.hub.pages_help import Visitor, person
from tests.hub.town_help import Town
from tests.packs.pack_help import bank_text, crafted, pack_bytes
from tests.packs.packs_help import choice

BASE, OTHER = "石牛山基地", "码头村基地"


@pytest.fixture
def visitor(hub: Hub) -> Visitor:
    town = Town(hub)
    for base, id in ((BASE, "k000000000001"), (BASE, "k000000000002"), (OTHER, "k000000000003")):
        town.kiosk(base, id)
    person(hub, "shi", "base_admin", BASE)
    person(hub, "city", "region")
    made = Visitor(app.make(hub))
    made.login("shi")
    return made


def upload(visitor: Visitor, content: bytes, name: str = "school.fgpack") -> str:
    """Send a file; the page that follows."""
    answer = visitor.client.post("/packs", data={"csrf": visitor.csrf}, files={"file": (name, content)})
    assert answer.status_code in (200, 400), answer.text
    return str(answer.text)


def released(hub: Hub) -> list[tuple[int, str, str]]:
    table = tables.pack_release.c
    with hub.database.read() as connection:
        rows = connection.execute(sa.select(table.number, table.version, table.sha256).order_by(table.number))
        return [(row.number, row.version, row.sha256) for row in rows]


def wanted(hub: Hub, kiosk: int) -> list[str]:
    with hub.database.write() as connection:
        return [one.get("version", "") for one in down.wanted(connection, kiosk, [], hub.clock.utc_ms())]


def test_given_out_and_taken_back(hub: Hub, visitor: Visitor, tmp_path: Path) -> None:
    for version in ("1.0.0", "1.1.0"):
        items = (choice("a"), choice(f"b-{version[2]}"))
        assert "已检查、签名" in upload(visitor, pack_bytes(tmp_path / version, *items, version=version))
    (first, _, digest), (second, *_) = released(hub)
    assert read_pack(releases.file_of(hub, digest).read_bytes()).signer == releases.signer(hub)
    assert [wanted(hub, kiosk) for kiosk in (1, 2, 3)] == [[], [], []]
    visitor.client.post(f"/packs/{first}/stage", data={"csrf": visitor.csrf, "kiosk": ["1", "2", "3"]})
    assert [wanted(hub, kiosk) for kiosk in (1, 2, 3)] == [["1.0.0"], ["1.0.0"], []], "no other base's kiosk"
    visitor.send(f"/packs/{second}/stage", kiosk="1")
    assert [wanted(hub, kiosk) for kiosk in (1, 2)] == [["1.1.0"], ["1.0.0"]]
    visitor.send(f"/packs/{second}/back")
    assert [wanted(hub, kiosk) for kiosk in (1, 2)] == [["1.0.0"], ["1.0.0"]]
    visitor.send(f"/packs/{second}/withdraw")
    assert visitor.send(f"/packs/{second}/stage", kiosk="1").status_code == 400
    assert wanted(hub, 1) == ["1.0.0"]


def test_a_whole_base_has_it_and_who_comes_later(hub: Hub, visitor: Visitor, tmp_path: Path) -> None:
    for version in ("1.0.0", "1.1.0"):
        upload(visitor, pack_bytes(tmp_path / version, choice("a"), choice(f"b-{version[2]}"), version=version))
    (first, *_), (second, *_) = released(hub)
    visitor.send(f"/packs/{first}/stage", base="1")
    visitor.send(f"/packs/{first}/stage", base="2")
    Town(hub).kiosk(BASE, "k000000000004")
    Town(hub).kiosk(OTHER, "k000000000005")
    assert [wanted(hub, kiosk) for kiosk in (1, 2, 3, 4, 5)] == [["1.0.0"], ["1.0.0"], [], ["1.0.0"], []]
    visitor.send(f"/packs/{second}/stage", base="1")
    visitor.send(f"/packs/{second}/withdraw")
    Town(hub).kiosk(BASE, "k000000000006")
    assert [wanted(hub, kiosk) for kiosk in (1, 4, 6)] == [["1.0.0"]] * 3, "what was taken back comes to nobody"
    visitor.send(f"/packs/{first}/back")
    Town(hub).kiosk(BASE, "k000000000007")
    assert wanted(hub, 7) == []


def test_what_is_unsound_is_told_of(hub: Hub, visitor: Visitor, tmp_path: Path) -> None:
    sound = pack_bytes(tmp_path / "a")
    broken = crafted({"banks/one.json": bank_text(choice("a"), choice("", explanation=""))})
    cut = sound[:-40]
    for content in (broken, cut, b"PK\x03\x04nonsense", b"<script>alert(1)</script>", b""):
        page = upload(visitor, content)
        assert "say wrong" in page
        assert "<script" not in page
    assert "kiosk pack build" in upload(visitor, bank_text(choice("a")), "bank.json")
    assert released(hub) == []
    assert not list((hub.data).glob("pack-*/"))
    upload(visitor, sound)
    assert "已经上传过" in upload(visitor, sound)
    assert len(released(hub)) == 1


def test_a_pack_for_everybody(hub: Hub, visitor: Visitor, tmp_path: Path) -> None:
    city = Visitor(app.make(hub))
    city.login("city")
    upload(city, pack_bytes(tmp_path / "a"))
    number = released(hub)[0][0]
    assert visitor.send(f"/packs/{number}/withdraw").status_code == 400, "it is not the base's own"
    visitor.send(f"/packs/{number}/stage", kiosk="3")
    assert wanted(hub, 3) == []
    city.send(f"/packs/{number}/stage", kiosk="3")
    assert wanted(hub, 3) == ["1.0.0"]


def test_a_body_without_a_length_is_refused(visitor: Visitor) -> None:
    answer = visitor.client.post("/bases", content=iter([b"x" * 100]))
    assert answer.status_code == 413
    assert visitor.client.post("/bases", content=b"x" * (1 << 20)).status_code == 413
