"""Every picture is within what QtSvg draws and keeps to the tokens and to the rules of the characters."""

import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtSvg import QSvgRenderer

from tests.assets.drawing import ASSETS, ICONS, PICTURES, drawn, spill

CHARACTERS = [path for path in PICTURES if path.stem.startswith(("yingying", "monster-", "boss-", "pond-"))]
DRAWN = {"svg", "title", "defs", "g", "path", "rect", "circle", "ellipse", "linearGradient", "radialGradient", "stop"}
STATES = ("", "-hit", "-beaten")

INK = "#2B2A33"
# Contours that are another colour on purpose: an empty place is mist, a tick is white on its disc.
OTHER_STROKES = {
    "heart-empty": {"#AFC0DC"}, "star-empty": {"#AFC0DC"}, "check-disc": {"#FFFFFF"}, "turn-back-disc": {"#FFFFFF"},
    "heart-full": {"#FFFFFF"}, "star-full": {"#FFFFFF"}, "lie": {"#E9E3F6", "#5F4D99"}, "lantern-small": {"#C9482F"},
    "hand-left": {"#FFF6E6"}, "hand-right": {"#FFF6E6"}, "hand-tap": {"#FFF6E6"},
}  # fmt: skip
TOKENS = {
    INK, "#FFF6E6", "#FFD27A", "#F2A65A", "#E4573D", "#1F8A63", "#C9482F", "#8E7CC3", "#34507A", "#FFFFFF",
    "#DCF0E4", "#FBE1D8", "#DCEBF6", "#E9E3F6", "#FFE8C2", "#5F4D99", "#AFC0DC", "#46618C", "#FFE2AE",
    "#9CCBEC", "#FFB9A8", "#C5CBDD", "#9AD3B6",  # light sky, pink, stone and jade of the icons
}  # fmt: skip
# Each monster with the part of its idle picture that a screen moves.
MONSTERS = {
    "skin": "bait",
    "anti-addiction": "key",
    "fan-rebate": "glow-stick",
    "scare": "loudspeaker",
    "service": "mask",
    "rebate": "foam-hand",
    "fake-teacher": "pointer",
    "account-rental": "faces",
    "fake-shop": "parcel",
    "ai-face": "frame",
    "trickster": "rod",
}
BOSSES = {"free": ("gift", "wheel"), "hurry": ("hourglass", "loudspeaker"), "faces": ("mask", "frame")}
SENDERS = {"gift", "headset", "coin", "person", "teacher", "school", "police", "package", "game", "phone", "star",
           "shop", "robot", "mum", "dad", "friend", "bell"}  # fmt: skip


def name(path: Path) -> str:
    return path.stem


@pytest.fixture
def qt_messages() -> Iterator[list[str]]:
    heard: list[str] = []

    def hear(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        heard.append(text)

    before = qInstallMessageHandler(hear)
    yield heard
    qInstallMessageHandler(before)


@pytest.mark.parametrize("path", ICONS + PICTURES, ids=name)
def test_a_picture_is_within_what_qt_draws(path: Path, qt_messages: list[str]) -> None:
    root = ElementTree.parse(path).getroot()
    assert {element.tag.split("}")[1] for element in root.iter()} <= DRAWN
    attributes = {key for element in root.iter() for key in element.attrib}
    assert not attributes & {"style", "class", "filter", "mask", "clip-path"}
    text = path.read_text("utf-8")
    assert set(re.findall(r"url\(#([^)]+)\)", text)) <= set(re.findall(r'\bid="([^"]+)"', text))
    drawn(path, 0)
    assert qt_messages == []


@pytest.mark.parametrize("path", ICONS + CHARACTERS, ids=name)
def test_nothing_is_drawn_outside_the_box(path: Path) -> None:
    assert spill(path) == []


@pytest.mark.parametrize("path", CHARACTERS, ids=name)
def test_a_character_keeps_to_its_box_and_light(path: Path) -> None:
    root = ElementTree.parse(path).getroot()
    assert root.get("viewBox") == ("0 0 1000 1000" if path.stem.startswith("boss-") else "0 0 800 800")
    text = path.read_text("utf-8")
    assert all(found.startswith("paint-") for found in re.findall(r'Gradient id="([^"]+)"', text))
    assert {"shadow", "body", "face"} <= {element.get("id") for element in root.iter()}
    assert INK in text


def test_every_family_has_a_monster_in_three_states_and_a_backdrop() -> None:
    stems = {path.stem for path in PICTURES}
    wanted = {f"monster-{family}{state}" for family in MONSTERS for state in STATES}
    wanted |= {f"boss-{boss}{state}" for boss in BOSSES for state in STATES}
    assert wanted | {f"backdrop-{family}" for family in MONSTERS} <= stems


def test_moving_parts_can_be_drawn_alone() -> None:
    parts: dict[str, tuple[str, ...]] = {f"monster-{family}": (part,) for family, part in MONSTERS.items()}
    parts |= {f"boss-{boss}": pair for boss, pair in BOSSES.items()}
    for stem, names in parts.items():
        renderer = QSvgRenderer(str(ASSETS / "art" / f"{stem}.svg"))
        assert [part for part in names if not renderer.elementExists(part)] == [], stem


def test_every_sender_has_a_round_face() -> None:
    assert {path.stem.removeprefix("sender-") for path in ICONS if path.stem.startswith("sender-")} == SENDERS


def line_icons() -> list[Path]:
    return [path for path in ICONS if not path.stem.startswith(("sender-", "face-"))]


@pytest.mark.parametrize("path", line_icons(), ids=name)
def test_a_line_icon_is_ink_on_token_fills(path: Path) -> None:
    """The program recolours an icon for dark grounds by exchanging the literal ink colour: no other ink may hide."""
    root = ElementTree.parse(path).getroot()
    assert root.get("viewBox") == "0 0 64 64"
    assert (root.get("stroke"), root.get("stroke-linecap"), root.get("stroke-linejoin")) == (INK, "round", "round")
    strokes = {element.get("stroke") for element in root.iter() if element.get("stroke")} - {"none"}
    assert strokes <= {INK} | OTHER_STROKES.get(path.stem, set())
    fills = {element.get("fill") for element in root.iter() if element.get("fill")} - {"none"}
    assert fills <= TOKENS


def places(way: str) -> list[tuple[float, float]]:
    found = json.loads((ASSETS / "art" / "canal-map.json").read_text("utf-8"))[way]
    return [(float(x), float(y)) for x, y in found]


def reach(way: str) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of what a hand touches for each level: bosses (every fourth, the last) are wider."""
    plain, boss = (109, 128) if way == "landscape" else (93, 120)
    halves = [boss if index in {3, 7, 12} else plain for index in range(13)]
    return [(x - half, y - 182, x + half, y + 84) for (x, y), half in zip(places(way), halves, strict=True)]


@pytest.mark.parametrize(
    ("way", "wide", "top", "bottom"), [("landscape", 1920, 312, 904), ("portrait", 1080, 600, 1744)]
)
def test_the_thirteen_places_of_the_map_can_be_touched(way: str, wide: int, top: int, bottom: int) -> None:
    stages = reach(way)
    for a, b in itertools.combinations(stages, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], (a, b)
    assert all(left >= 12 and right <= wide - 12 for left, _, right, _ in stages)
    assert all(top <= upper and lower <= bottom for _, upper, _, lower in stages)
