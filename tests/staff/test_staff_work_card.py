"""The card of a published work: its code leads to the work's page and nowhere else, and only where there is one."""

import base64
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy
import pytest
import zxingcpp
from PySide6.QtGui import QImage

from kiosk.core.clock import SteppedClock
from kiosk.privacy.page_token import page_hash, page_token
from kiosk.staff.codes_papers import CodesPapers
from kiosk.staff.door import Door
from kiosk.staff.parts import StaffParts
from kiosk.store import settings
from kiosk.store.store import Store
from kiosk.takeaway.code import token_hash

from .booth_parts import BoothHome
from .conftest import Screen

HUB = "https://hub.example"


@pytest.fixture
def booth(home: Path, store: Store, clock: SteppedClock) -> BoothHome:
    """One work for parents, one for the base only."""
    one = BoothHome(home, store, clock)
    voice = one.form("2026001")
    one.approved(voice, title="公约第一条", theme="convention", release="publish", days=40)
    one.approved(voice, title="只在基地", theme="convention", release="play", days=350)
    return one


@pytest.fixture
def parts(parts: StaffParts, booth: BoothHome) -> StaffParts:
    """All that the staff pages are handed, a booth among it."""
    return replace(parts, keeper=booth.keeper)


def read(url: str) -> str:
    """What a phone reads from the picture."""
    image = QImage.fromData(base64.b64decode(url.partition(",")[2])).convertToFormat(QImage.Format.Format_Grayscale8)
    lines = numpy.frombuffer(image.constBits(), numpy.uint8).reshape(image.height(), image.bytesPerLine())
    found = zxingcpp.read_barcodes(lines[:, : image.width()])
    return "|".join(one.text for one in found)


def works(screen: Screen) -> None:
    screen.touch("page-booth")
    screen.touch("door-works")
    screen.wait(lambda: len(screen.of_page("works")) == 2)


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)], ids=["wide", "upright"])
def test_a_parent_is_led_to_the_works_page(
    make_screen: Callable[..., Screen], door: Door, booth: BoothHome, store: Store, size: tuple[int, int]
) -> None:
    screen = make_screen(*size)
    screen.enter("admin")
    works(screen)
    assert not screen.of_page("linked"), "without a hub no code leads anywhere"
    screen.touch("back")
    screen.settle()
    settings.save(store, "take_home_url", HUB).result()
    works(screen)
    screen.wait(lambda: screen.of_page("linked"))
    keys = [one["key"] for one in screen.of_page("works")]
    published = next(one["key"] for one in screen.of_page("works") if one["publish"])
    screen.grab("works-linked")
    screen.touch(f"card-{keys.index(published)}")
    papers: CodesPapers = screen.of_page("card")

    def preview() -> str:
        return str(papers.property("preview"))

    screen.wait(lambda: preview() != "")
    screen.wait(lambda: screen.find("paper-preview") is not None)
    screen.settle()
    screen.frame()
    screen.grab("work-card")
    key = booth.guardian.takes.files(published).key
    assert read(preview()) == f"{HUB}/t/{page_token(key)}"
    assert page_hash(key) == token_hash(page_token(key))
    screen.touch("card-away")
    assert (screen.of_page("carding"), preview()) == (False, "")
