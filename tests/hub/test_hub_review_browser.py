"""The second review of a recording that a kiosk really sent: heard in a real browser, released, heard by a parent."""

from collections.abc import Iterator
from pathlib import Path

import numpy
import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser, Page, sync_playwright

from kiosk.broadcast.mp3 import as_mp3
from kiosk.core.booth import RATE
from kiosk.hub.store.people_tables import audit
from kiosk.privacy.page_token import page_token
from tests.hub.hub_help import Served, free_port
from tests.hub.pages_help import PASSWORD, person
from tests.hub.test_hub_browser import CHROMIUM, look
from tests.hub.test_hub_recordings import Base

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed")
SECONDS = 2.0
PLAY = "async a => { a.muted = true; await a.play(); return a.duration }"
HEARD = "() => document.querySelector('audio').currentTime > 0"


class SpeakingBase(Base):
    """A base whose takes are a tone that every browser plays."""

    def mp3(self, take: str) -> bytes:
        self.home.guardian.export(take, "hub")
        moments = numpy.arange(int(SECONDS * RATE)) / RATE
        return as_mp3((0.3 * numpy.sin(2 * numpy.pi * 440 * moments)).astype("float32"))


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    made = Served(tmp_path / "hub", "", free_port()).start()
    yield made
    made.stop()


@pytest.fixture
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        flags = ["--no-sandbox", "--autoplay-policy=no-user-gesture-required"]
        made = play.chromium.launch(executable_path=str(CHROMIUM), args=flags)
        yield made
        made.close()


def hear(page: Page) -> float:
    """Play what is on the page until something was heard; how long it is."""
    seconds = page.locator("audio").evaluate(PLAY)
    page.wait_for_function(HEARD)
    return float(seconds)


def acts(served: Served) -> list[tuple[str, str]]:
    """What was done with takes."""
    with served.opened() as hub, hub.database.read() as connection:
        query = sa.select(audit.c.act, audit.c.detail).where(audit.c.act.startswith("take_")).order_by(audit.c.number)
        return [(row.act, row.detail) for row in connection.execute(query)]


def told(base: Base) -> list[str]:
    """What the base's staff read of the hub's verdicts."""
    found = [str(one["act"]) for one in base.home.events("staff_acted")]
    return [act for act in found if act.startswith("hub_take")]


def test_sent_heard_released_and_heard_by_a_parent(served: Served, browser: Browser, tmp_path: Path) -> None:
    base = SpeakingBase(served, tmp_path / "home")
    take = base.approved()
    key = base.home.guardian.keys.find(take)
    assert key is not None
    with served.opened() as hub:
        person(hub, "shi", "base_admin", base.tie.base)
    with browser.new_context(viewport={"width": 390, "height": 844}, ignore_https_errors=True) as phone:
        parent = phone.new_page()
        card = f"{served.url}/t/{page_token(key)}"
        look(parent, card, 390)
        assert "路上" in parent.locator("h1").inner_text() or "way" in parent.locator("h1").inner_text()
        base.sync()
        look(parent, card, 390)
        assert parent.locator("audio").count() == 0, "it waits for its second review"
        review(served, browser, take)
        look(parent, card, 390)
        assert abs(hear(parent) - SECONDS) < 0.3
        parent.locator("summary").click()
        parent.get_by_role("button").click()
        assert parent.locator("audio").count() == 0
    base.sync()
    base.sync()
    assert told(base) == ["hub_take_released"], "once"
    base.home.close()


def review(served: Served, browser: Browser, take: str) -> None:
    """What a reviewer does."""
    with browser.new_context(viewport={"width": 1360, "height": 900}, ignore_https_errors=True) as context:
        page = context.new_page()
        page.goto(served.url + "/recordings")
        page.locator("[name=name]").fill("shi")
        page.locator("[name=password]").fill(PASSWORD)
        page.locator("form button").click()
        assert acts(served) == [], "nobody has listened by looking at the list"
        page.locator("form[action='/recordings/1'] button").click()
        assert abs(hear(page) - SECONDS) < 0.3
        heard = acts(served)
        assert heard[0] == ("take_heard", f"{take} · review")
        assert set(heard[1:]) == {("take_played", f"{take} · review")}
        page.locator("button[value=released]").click()
        assert page.locator("[role=status]").count() == 1
        assert acts(served)[-1] == ("take_reviewed", f"{take} released")
