"""A base admin at a real browser, on a desk and on a phone, before a real hub: every page opens, fits and works."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kiosk.core.clock import SystemClock
from kiosk.core.events import ConsentGiven
from kiosk.hub.hub import Hub
from kiosk.hub.incidents import note
from tests.hub.hub_help import Served, free_port
from tests.hub.pages_help import PASSWORD, person
from tests.hub.town_help import Town, bring_texts, lesson, playground, roll_all, visits

CHROMIUM = Path("/usr/bin/chromium")
SIZES = {"desk": (1360, 900), "phone": (390, 844)}
PAGES = (
    "/", "/bases", "/bases/1", "/kiosks", "/kiosks/1", "/learning", "/items", "/packs", "/recordings", "/exports",
    "/privacy", "/audit", "/users", "/me",
)  # fmt: skip
BASE = "石牛山基地"

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A hub as a process of its own, with TLS, that has seen a base."""
    folder = tmp_path_factory.mktemp("browser")
    hub = Hub.open(folder / "hub", "", SystemClock())
    town, chance, now = Town(hub), Random(7), hub.clock.utc_ms()
    with playground(folder / "home") as base:
        town.push(BASE, "k000000000001", visits(base, 30, chance, now))
        town.push(BASE, "k000000000001", lesson(base, chance, now - 9_000_000))
        bring_texts(hub, base)
    town.tell(BASE, "k000000000001", ConsentGiven("base_admin", ("record", "keep"), "1"))
    roll_all(hub)
    with hub.database.write() as connection:
        note(connection, now, "hub.incident_kiosk_set_back", 1, events=30)
    person(hub, "shi", "base_admin", BASE)
    hub.close()
    made = Served(folder / "hub", "", free_port()).start()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        made = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield made
        made.close()


@pytest.mark.parametrize("size", list(SIZES))
def test_a_base_admins_walk(served: Served, browser: Browser, size: str, tmp_path: Path) -> None:
    width, height = SIZES[size]
    with browser.new_context(viewport={"width": width, "height": height}, ignore_https_errors=True) as context:
        page, said = context.new_page(), []
        page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(served.url + "/learning")
        page.get_by_label("用户名").or_(page.get_by_label("Name")).fill("shi")
        page.locator("[name=password]").fill(PASSWORD)
        page.locator("form button").click()
        assert page.url.endswith("/learning"), "where one wanted to go"
        for path in PAGES:
            look(page, served.url + path, width)
            page.screenshot(path=tmp_path / f"{size}{path.replace('/', '_')}.png", full_page=True)
        walk(page, served.url)
        page.goto(served.url + "/me")
        page.get_by_label("English").check()
        page.locator("form[action='/me/language'] button").click()
        for path in PAGES:
            look(page, served.url + path, width)
        assert page.locator("h1").inner_text() == "shi"
        page.get_by_label("中文").check()
        page.locator("form[action='/me/language'] button").click()
        page.get_by_role("button", name="退出").click()
        assert page.url.endswith("/login")
        assert said == []


def look(page: Page, url: str, width: int) -> None:
    """The page is there, whole, and no wider than its screen; nothing that a finger should hit is too small."""
    answer = page.goto(url)
    assert answer is not None
    assert answer.status == 200, url
    assert page.locator("h1").count() == 1, url
    assert page.evaluate("document.documentElement.scrollWidth") <= width, url
    small = page.evaluate(
        "[...document.querySelectorAll('main button')].filter(b => b.offsetHeight && b.offsetHeight < 40).length"
    )
    assert small == 0, url
    off = page.evaluate(
        "[...document.querySelectorAll('main .card, main .fact')].filter(c => c.scrollWidth > c.clientWidth + 1"
        " && getComputedStyle(c).overflowX === 'visible').map(c => c.textContent.slice(0, 40))"
    )
    assert off == [], f"{url}: {off}"


def walk(page: Page, url: str) -> None:
    """What a base admin does: names a kiosk, lets another in, exports, adds a teacher, checks the log."""
    page.goto(url + "/kiosks/1")
    page.locator("form[action='/kiosks/1/name'] input[name=name]").fill("一楼大厅")
    page.locator("form[action='/kiosks/1/name'] button").click()
    assert "一楼大厅" in page.locator("h1").inner_text()
    page.goto(url + "/bases/1")
    page.get_by_role("button", name="开一个接入码").click()
    assert [len(found) for found in page.locator(".secret").all_inner_texts()] == [55, 19], "letters and digits"
    page.goto(url + "/exports")
    with page.expect_download() as download:
        page.locator("form:has(input[value=ledger]) button").click()
    assert download.value.suggested_filename.endswith(".xlsx")
    page.goto(url + "/users")
    page.locator("form[action='/users'] input[name=name]").fill(f"teacher{page.viewport_size['width']}")  # type: ignore[index]
    page.locator("form[action='/users'] select[name=role]").select_option("teacher")
    page.locator("form[action='/users'] button").click()
    assert len(page.locator(".secret").inner_text()) == 19
    page.goto(url + "/audit")
    page.get_by_role("button", name="检查是否完整").click()
    assert "完整" in page.locator("[role=status]").inner_text()
