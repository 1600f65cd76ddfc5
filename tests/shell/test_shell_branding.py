"""A brand dresses the whole screen at once and leaves nothing behind: seen in the pixels of a real window."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage

from kiosk.app import Kiosk
from kiosk.core.places import program_folder
from kiosk.packs.check import check_file
from kiosk.packs.families import load_families
from kiosk.packs.library import Library
from kiosk.packs.palette import palette
from kiosk.rehearsal.finger import Finger, items
from kiosk.store import Store, settings
from tests.conftest import MakeKiosk
from tests.packs.pack_help import as_json, crafted, number_file, png
from tests.packs.packs_help import TODAY

COLOURS = {"night": "#14352A", "dusk": "#2A5A48", "paper": "#F1FAF2", "light": "#BFE86B"}
BRAND: dict[str, Any] = {
    "format": 1,
    "name": {"zh": "某市素养基地", "en": "Example Base"},
    "mascot": {"zh": "小桥", "en": "Bridget"},
    "colours": COLOURS,
    "pictures": {"yingying": "bridge", "canal": "river"},
}
MEMBERS = {
    "branding/a.json": as_json(BRAND),
    "branding/bridge.png": png(3, 4, (255, 0, 0)),
    "branding/river.png": png(7, 2),
}
RIVER, BRIDGE = "#0080ff", "#ff0000"


def install(library: Library, store: Store, folder: Path, members: dict[str, bytes], **manifest: object) -> None:
    """Install a pack of these members."""
    settings.save(store, "allow_unsigned_packs", True).result()
    path = folder / "pack.glow"
    path.write_bytes(crafted(members, **manifest))
    library.install_checked(check_file(path, load_families(program_folder() / "quizzes"), TODAY))


def shown(kiosk: Kiosk) -> QImage:
    """What stands on the window."""
    return kiosk.window.grabWindow()


def pixel(kiosk: Kiosk, x: float, y: float) -> str:
    """The colour at this share of the window."""
    image = shown(kiosk)
    return image.pixelColor(int(image.width() * x), int(image.height() * y)).name()


def button(kiosk: Kiosk, finger: Finger, name: str) -> str:
    """The colour of a button's face, near its left edge."""
    item = finger.find(name)
    assert item is not None
    point = finger.point(name) - QPoint(int(item.width() * 0.47), 0)
    ratio = kiosk.window.devicePixelRatio()
    return shown(kiosk).pixelColor(int(point.x() * ratio), int(point.y() * ratio)).name()


def at_rest(kiosk: Kiosk, finger: Finger) -> QImage:
    """The screen once nothing on it moves any more."""
    seen: list[QImage] = []

    def same() -> bool:
        finger.rest(400)
        seen.append(shown(kiosk))
        return len(seen) > 1 and seen[-1] == seen[-2]

    finger.wait(same, "a screen at rest")
    return seen[-1]


def alike(image: QImage, other: QImage) -> bool:
    """Whether the two are one picture. Qt may fit a large word anew, a hair wider or narrower: so much may differ."""
    places = [(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)]
    different = sum(image.pixel(x, y) != other.pixel(x, y) for x, y in places)
    return image.size() == other.size() and different < len(places) * 0.005


def named(kiosk: Kiosk) -> tuple[str, str]:
    """The base's and the mascot's name."""
    return kiosk.shell.base_facts.property("name"), kiosk.shell.base_facts.property("mascot")


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_a_brand_comes_and_goes(size: tuple[int, int], make_kiosk: MakeKiosk, tmp_path: Path) -> None:
    """Colours, scene, mascot, names: at once, without leaving the screen; removed, all is as before."""
    kiosk, finger = make_kiosk(size)
    finger.wait(lambda: finger.find("enter"), "the attract screen")
    finger.touch("enter")
    finger.wait(lambda: finger.find("worry"), "home")
    before = at_rest(kiosk, finger)
    install(kiosk.library, kiosk.store, tmp_path, MEMBERS)
    finger.wait(lambda: pixel(kiosk, 0.02, 0.6) == RIVER, "the brand's scene")
    finger.wait(lambda: button(kiosk, finger, "leave") == COLOURS["paper"].lower(), "the brand's paper")
    assert named(kiosk) == ("某市素养基地", "小桥")
    image = shown(kiosk)
    reds = sum(image.pixelColor(x, y).name() == BRIDGE for x in range(0, size[0], 20) for y in range(0, size[1], 20))
    assert reds > 100, "the mascot"
    kiosk.library.remove("school.first")
    finger.wait(lambda: named(kiosk) == ("", "萤萤"), "our own names")
    finger.wait(lambda: alike(shown(kiosk), before), "the screen as it was")
    install(kiosk.library, kiosk.store, tmp_path, MEMBERS)
    finger.touch("language")
    finger.wait(lambda: named(kiosk) == ("Example Base", "Bridget"), "English names")


def test_versions_and_other_processes(make_kiosk: MakeKiosk, tmp_path: Path) -> None:
    """A newer version replaces the whole brand; a roll-back brings the first one; what the command line does shows
    with the next screen; staff see the same colours.
    """
    kiosk, finger = make_kiosk((1280, 720))
    finger.wait(lambda: finger.find("enter"), "the attract screen")
    install(kiosk.library, kiosk.store, tmp_path, MEMBERS)
    finger.wait(lambda: pixel(kiosk, 0.02, 0.9) == RIVER, "the brand's scene")
    newer = {"branding/a.json": as_json({"format": 1, "colours": {"light": "#FFAACC"}})}
    install(kiosk.library, kiosk.store, tmp_path, newer, version="1.1.0")
    finger.wait(lambda: button(kiosk, finger, "enter") == "#ffaacc", "the newer brand's colour")
    assert pixel(kiosk, 0.02, 0.9) != RIVER
    assert named(kiosk) == ("", "萤萤")
    kiosk.library.rollback("school.first")
    finger.wait(lambda: pixel(kiosk, 0.02, 0.9) == RIVER, "the first brand's scene")
    finger.wait(lambda: button(kiosk, finger, "enter") == COLOURS["light"].lower(), "the first brand's colour")
    kiosk.shell.openStaff()
    ground = palette(COLOURS)["staffGround"].lower()
    finger.wait(lambda: pixel(kiosk, 0.005, 0.5) == ground, f"the staff pages' ground {ground}")
    # Another program, as `kiosk pack remove` is one: this kiosk's own library is told nothing.
    Library(kiosk.store, kiosk.quizzes, kiosk.clock).remove("school.first")
    kiosk.shell.closeStaff()
    finger.wait(lambda: button(kiosk, finger, "enter") == "#ffd27a", "our own colour")
    assert pixel(kiosk, 0.02, 0.9) != RIVER


def test_pictures_and_numbers_of_packs(make_kiosk: MakeKiosk, tmp_path: Path) -> None:
    """A picture without a brand; the newest number on the worry page, else the base's own; gone with their pack."""
    kiosk, finger = make_kiosk((1280, 720))
    listed = {"format": 1, "pictures": [{"file": "river", "stands_for": "canal", "credit": "本校"}]}
    members = {"pictures/a.json": as_json(listed), "pictures/river.png": png(5, 5)}
    install(kiosk.library, kiosk.store, tmp_path, members, id="our.pictures")
    finger.wait(lambda: pixel(kiosk, 0.02, 0.9) == RIVER, "the picture")
    facts = kiosk.shell.base_facts

    def people() -> list[str]:
        return [one.get("number", "") for one in facts.property("worryPeople")]

    assert people() == ["", "", "", ""]
    kiosk._setting_changed("service_number", "1234")
    assert people() == ["", "", "", "", "1234"]
    install(kiosk.library, kiosk.store, tmp_path, {"numbers/a.json": as_json(number_file("0123-4567"))})
    assert people()[4:] == ["0123-4567"]
    assert facts.property("local")["who"] == "某市反诈中心"
    finger.touch("enter")
    finger.touch("worry")
    finger.wait(lambda: finger.find("worry-close"), "the worry page")
    texts = {one.property("text") for one in items(kiosk.window.contentItem())}
    assert {"0123-4567", "某市反诈中心"} <= texts
    kiosk.library.remove("school.first")
    assert people()[4:] == ["1234"]
    kiosk.library.remove("our.pictures")
    finger.touch("worry-close")
    finger.wait(lambda: pixel(kiosk, 0.02, 0.9) != RIVER, "our own picture")
