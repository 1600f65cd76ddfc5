"""The page of a published work: on its way, heard by ranges once it is released, over, taken back, erased; no name."""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import replace

import pytest
import sqlalchemy as sa

from kiosk.core.clock import SteppedClock
from kiosk.core.errors import KioskError
from kiosk.core.words import say
from kiosk.hub import app, tus
from kiosk.hub.down import erasures, reviews
from kiosk.hub.hub import Hub
from kiosk.hub.people import settings
from kiosk.hub.store import tables
from kiosk.hub.store.down_tables import recording
from kiosk.hub.store.people_tables import audit
from kiosk.privacy.page_token import page_hash, page_token
from kiosk.takeaway.code import token_hash
from tests.hub.pages_help import Visitor, person
from tests.hub.test_hub_recordings import metadata
from tests.hub.town_help import Town

BASE = "石牛山基地"
KEY = bytes(range(32))
TOKEN = page_token(KEY)
SOUND = b"ID3\x04" + bytes(range(256)) * 40
DAY_MS = 86_400_000


class Works:
    """A hub to which a base's kiosk sends works, on a clock that is stepped."""

    def __init__(self, hub: Hub) -> None:
        self.clock = SteppedClock(1_795_000_000_000)
        self.hub = replace(hub, clock=self.clock)
        self.kiosk = Town(self.hub).kiosk(BASE, "k000000000001")
        person(self.hub, "shi", "base_admin", BASE)
        self.visitor = Visitor(app.make(self.hub))
        self.visitor.login("shi")
        self.parent = Visitor(self.visitor.app)

    def upload(self, take: str = "twork1", content: bytes = SOUND, page: str = "") -> None:
        """A work comes, whole."""
        told = metadata(take, content) + f",page {_base64(page or page_hash(KEY))}"
        made = tus.create(self.hub, self.kiosk, len(content), told)
        tus.append(self.hub, self.kiosk, made.name, 0, content, "")

    def decide(self, verdict: str, **ticked: str) -> None:
        with self.hub.database.read() as connection:
            number = connection.execute(sa.select(sa.func.max(recording.c.number))).scalar_one()
        answer = self.visitor.send(f"/recordings/{number}/verdict", verdict=verdict, **ticked)
        assert 'role="status"' in answer.text

    def seen(self) -> str:
        """What a parent's phone shows."""
        answer = self.parent.get(f"/t/{TOKEN}")
        assert answer.status_code == 200
        assert answer.headers["x-robots-tag"] == "noindex, nofollow"
        assert BASE not in answer.text
        return str(answer.text)

    def shows(self, state: str) -> bool:
        return say(f"hub_pages.card_{state}", "zh") in self.seen()

    def heard(self) -> int:
        return self.parent.get(f"/t/{TOKEN}/sound").status_code


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


@pytest.fixture
def works(hub: Hub) -> Iterator[Works]:
    yield Works(hub)


def test_the_token_is_nobodys_to_guess() -> None:
    assert len(TOKEN) == 22
    assert page_hash(KEY) == token_hash(TOKEN)
    assert page_token(bytes(32)) != TOKEN


def test_from_its_way_to_being_heard(works: Works) -> None:
    assert works.shows("waiting"), "nobody has heard of it"
    assert works.heard() == 404
    works.upload()
    assert works.shows("reviewing")
    assert works.heard() == 404, "not before the second review"
    works.decide("released")
    page = works.seen()
    assert f'<audio controls preload="metadata" src="/t/{TOKEN}/sound">' in page
    assert "公约第一条" in page
    whole = works.parent.get(f"/t/{TOKEN}/sound")
    assert (whole.content, whole.headers["content-type"]) == (SOUND, "audio/mpeg")
    asked = {"Range": "bytes=10-19"}
    part = works.parent.client.get(f"/t/{TOKEN}/sound", headers=asked)
    assert (part.status_code, part.content) == (206, SOUND[10:20])
    assert part.headers["content-range"] == f"bytes 10-19/{len(SOUND)}"
    beyond = works.parent.client.get(f"/t/{TOKEN}/sound", headers={"Range": "bytes=99999999-"})
    assert beyond.status_code == 416


def test_refused_is_told_kindly_and_never_heard(works: Works) -> None:
    works.upload()
    works.decide("released", name="1")
    assert works.shows("kept_in")
    assert works.heard() == 404
    works.decide("released", danger="1", name="1")
    assert works.shows("reviewing"), "held, whatever else was ticked"


def test_it_is_over_after_its_days(works: Works) -> None:
    works.upload()
    works.decide("released")
    works.clock.step(90 * DAY_MS)
    assert works.heard() == 200
    with works.hub.database.write() as connection:
        settings.change(connection, "take_home_days", "30")
    assert works.shows("expired")
    assert works.heard() == 410


def test_whoever_has_the_token_takes_it_back(works: Works) -> None:
    works.upload()
    assert works.parent.client.post("/t/other/withdraw").status_code == 200, "of a token that never was, nothing"
    works.decide("released")
    for _ in range(2):
        gone = works.parent.client.post(f"/t/{TOKEN}/withdraw")
        assert say("hub_pages.card_withdrawn", "zh") in gone.text
    assert works.heard() == 410
    works.decide("released")
    assert works.heard() == 410, "no review brings it back"
    with works.hub.database.read() as connection:
        acts = connection.execute(sa.select(audit.c.base).where(audit.c.act == "take_home_withdrawn")).scalars().all()
    assert len(acts) == 1


def test_a_consent_taken_back_erases_it_everywhere(works: Works) -> None:
    """By an order to the base from the hub's own page; uploaded again, it is refused."""
    works.upload()
    works.decide("released")
    assert works.visitor.send("/recordings/1/erase").status_code == 200
    assert works.shows("withdrawn")
    assert works.heard() == 410
    assert not list((works.hub.data / "recordings").iterdir())
    with works.hub.database.write() as connection:
        kiosk = connection.execute(sa.select(tables.kiosk)).one()
        orders, _ = erasures.exchange(connection, kiosk, [], [], works.clock.utc_ms())
    assert [one.takes for one in orders] == [["twork1"]]
    with pytest.raises(KioskError, match="recording_erased"):
        works.upload()
    assert works.visitor.get("/recordings/1/sound?reason=review").status_code == 404


def test_all_pages_of_a_day_are_taken_back(works: Works) -> None:
    works.upload()
    works.decide("released")
    with works.hub.database.write() as connection:
        connection.execute(recording.update().values(made_ms=works.clock.utc_ms()))
    assert "<b>1</b>" in works.visitor.get("/privacy").text
    works.visitor.send("/privacy/take-home", base="1", day="2026-11-18")
    assert works.shows("withdrawn")


def test_the_kiosk_learns_what_became_of_it(works: Works) -> None:
    works.upload()
    with works.hub.database.read() as connection:
        assert reviews.news(connection, works.kiosk, {}) == []
    works.decide("released")
    with works.hub.database.read() as connection:
        assert reviews.news(connection, works.kiosk, {}) == [("twork1", "released")]
        assert reviews.news(connection, works.kiosk, {"twork1": "released"}) == []
        assert reviews.news(connection, works.kiosk + 1, {}) == [], "nobody else's"
    works.decide("rejected")
    with works.hub.database.read() as connection:
        assert reviews.news(connection, works.kiosk, {"twork1": "released"}) == [("twork1", "rejected")]


@pytest.mark.parametrize("page", ["zz", "00", "g" * 64])
def test_what_is_no_hash_is_refused(works: Works, page: str) -> None:
    with pytest.raises(KioskError, match="unreadable"):
        works.upload(page=page)


def test_a_file_is_played_as_what_it_is(works: Works) -> None:
    frame = bytes((0xFF, 0xFB, 0x90, 0x00)) + bytes(500)
    works.upload(content=frame)
    works.decide("released")
    answer = works.parent.get(f"/t/{TOKEN}/sound")
    assert answer.headers["content-type"] == "audio/mpeg"
    assert hashlib.sha256(answer.content).digest() == hashlib.sha256(frame).digest()
