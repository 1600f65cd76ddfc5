"""The pictures of the stations: complete, within their boxes, distinct where a child must tell them apart."""

import itertools
import json
import math

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.core.bridge import lantern_art
from tests.assets.drawing import ART, ICONS, spill

PUZZLES = ("puzzle-1-learn", "puzzle-2-friendly", "puzzle-3-protect", "puzzle-4-safety", "puzzle-5-healthy")
STREETS = {"school", "market", "square", "game-hall", "wharf"}
MOODS = ("calm", "upset", "glad")
STATIONS = ("anti_fraud", "convention_puzzle", "broadcast_booth", "little_supervisor", "rumour_desk", "kind_words",
            "pledge")  # fmt: skip
CODES = ("fish", "boat", "lantern", "bridge", "moon", "lotus", "kite", "umbrella", "drum", "fan", "crane", "bamboo",
         "teapot", "bell", "leaf", "star")  # fmt: skip
SCENES = ("pledge-bridge", "canal-lit", "rumour-desk", "boat-inside", "booth-desk", "lookout-inside")
COVERS = ("boat", "lantern", "bridge", "moon", "lotus", "fish", "shield", "microphone")
SPINES = ("lantern", "shield", "book", "heart", "phone", "boat", "bubble", "moon")
# Every picture of a set with its box, width and height in the picture's own units.
BOXES = {
    **dict.fromkeys(PUZZLES, (1600, 1200)),
    "town-map": (1600, 900),
    "town-map-tall": (900, 1200),
    **{f"weather-{sky}": (300, 300) for sky in ("sunny", "fair", "cloudy", "rain")},
    **{f"face-kid-{kid}-{mood}": (400, 400) for kid in range(1, 9) for mood in MOODS},
    **dict.fromkeys(SCENES, (1920, 1080)),
    **{f"{scene}-tall": (1080, 1920) for scene in SCENES},
    "notice-board": (1200, 760),
    "magnifier": (400, 400),
    "newspaper": (480, 360),
    **{f"voice-{shape}{end}": (400, 400) for shape in ("round", "diamond") for end in ("", "-speak")},
    "on-air-on": (400, 240),
    "on-air-off": (400, 240),
    **{f"cover-{motif}": (300, 300) for motif in COVERS},
    "theme-shelf": (1600, 420),
    **{f"spine-{motif}": (160, 330) for motif in SPINES},
    **{lantern_art(shape, paper): (200, 260) for shape in range(1, 7) for paper in range(1, 7)},
    **{f"pledge-pattern-{number}": (200, 260) for number in range(1, 5)},
    "certificate": (840, 1188),
    "result-card": (1200, 800),
    **{f"stamp-{station}": (300, 300) for station in (*STATIONS, "empty")},
    **{f"code-{thing}": (100, 100) for thing in CODES},
}
POSTS = sorted(path.stem for path in ART.glob("post-*.svg"))
WHOLE = [name for name, (wide, _) in BOXES.items() if wide <= 480 or name in {"notice-board", "theme-shelf"}]


def picture(name: str, wide: int, high: int, ground: str = "#FFFFFF") -> QImage:
    renderer = QSvgRenderer(str(ART / f"{name}.svg"))
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, wide, high))
    painter.end()
    return image


def pixels(image: QImage) -> bytes:
    return bytes(image.convertToFormat(QImage.Format.Format_RGB888).constBits())


def distance(first: bytes, second: bytes) -> float:
    """Mean difference of two pictures of one size, in steps of 255."""
    return sum(abs(a - b) for a, b in zip(first, second, strict=True)) / len(first)


@pytest.mark.parametrize("name", BOXES)
def test_a_picture_of_a_station_has_its_box(name: str) -> None:
    box = QSvgRenderer(str(ART / f"{name}.svg")).viewBox()
    assert (box.x(), box.y(), box.width(), box.height()) == (0, 0, *BOXES[name])


@pytest.mark.parametrize("name", WHOLE)
def test_a_single_thing_stays_inside_its_box(name: str) -> None:
    assert spill(ART / f"{name}.svg") == []


def test_every_post_is_a_full_picture_and_crops_have_their_whole() -> None:
    assert len(POSTS) >= 24
    crops = [name for name in POSTS if name.endswith("-crop")]
    assert len(crops) >= 6
    assert {name.removesuffix("-crop") for name in crops} <= set(POSTS)
    for name in POSTS:
        box = QSvgRenderer(str(ART / f"{name}.svg")).viewBox()
        assert (box.width(), box.height()) == (600, 400), name
        ground = {picture(name, 60, 40, ground).pixelColor(3, 3).name() for ground in ("#FF0000", "#0000FF")}
        assert len(ground) == 1, f"{name} does not cover its box"


def test_a_crop_tells_another_story_than_the_whole() -> None:
    for name in (name for name in POSTS if name.endswith("-crop")):
        whole = name.removesuffix("-crop")
        assert distance(pixels(picture(name, 60, 40)), pixels(picture(whole, 60, 40))) > 20, name


def puzzle_pieces(name: str) -> list[bytes]:
    """The 8 × 6 pieces of a jigsaw picture, each 12 px square."""
    whole = picture(name, 8 * 12, 6 * 12)
    return [pixels(whole.copy(12 * column, 12 * row, 12, 12)) for row in range(6) for column in range(8)]


@pytest.mark.parametrize("name", PUZZLES)
def test_each_of_48_pieces_can_be_told_from_the_others(name: str) -> None:
    pieces = puzzle_pieces(name)
    nearest = min(distance(a, b) for a, b in itertools.combinations(pieces, 2))
    assert nearest > 6, f"two pieces look alike: they differ by {nearest:.1f}"


def test_the_streets_of_the_town_lie_apart_and_inside_the_map() -> None:
    places = json.loads((ART / "town-map.json").read_text("utf-8"))
    for way, (wide, high) in {"landscape": (1600, 900), "portrait": (900, 1200)}.items():
        streets = places[way]
        assert set(streets) == STREETS
        assert min(math.dist(a, b) for a, b in itertools.combinations(streets.values(), 2)) >= 300
        assert all(150 <= x <= wide - 150 and 240 <= y <= high - 80 for x, y in streets.values())
        renderer = QSvgRenderer(str(ART / ("town-map.svg" if way == "landscape" else "town-map-tall.svg")))
        assert all(renderer.elementExists(street) for street in STREETS)


@pytest.mark.parametrize(
    ("way", "wide", "top", "bottom"), [("landscape", 1920, 136, 850), ("portrait", 1080, 300, 1600)]
)
def test_the_pledge_bridge_has_a_place_for_every_lantern(way: str, wide: int, top: int, bottom: int) -> None:
    """A lantern 88 px wide and 114 high hangs from each point without touching its neighbours."""
    points = json.loads((ART / "pledge-bridge.json").read_text("utf-8"))[way]
    assert len(points) >= 60
    for (ax, ay), (bx, by) in itertools.combinations(points, 2):
        assert abs(ax - bx) >= 88 or abs(ay - by) >= 114
    assert all(45 <= x <= wide - 45 and top <= y and y + 114 <= bottom for x, y in points)


def test_codes_are_told_apart_at_12_mm_in_black_and_white() -> None:
    """12 mm on a 203 dpi receipt printer are 96 dots, each black or white."""
    printed = {}
    for thing in CODES:
        mono = picture(f"code-{thing}", 96, 96).convertToFormat(
            QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither
        )
        printed[thing] = pixels(mono)
        black = 1 - sum(printed[thing]) / 255 / len(printed[thing])
        assert 0.12 <= black <= 0.55, thing
    nearest = min((distance(printed[a], printed[b]), a, b) for a, b in itertools.combinations(CODES, 2))
    assert nearest[0] >= 0.12 * 255, nearest


def test_there_are_promises_enough() -> None:
    assert len([path for path in ICONS if path.stem.startswith("promise-")]) >= 20


def test_moods_of_a_child_differ() -> None:
    for kid in range(1, 9):
        faces = [pixels(picture(f"face-kid-{kid}-{mood}", 48, 48)) for mood in MOODS]
        assert min(distance(a, b) for a, b in itertools.combinations(faces, 2)) > 5, kid


def test_every_station_picture_is_on_this_list() -> None:
    """A new picture of these families must be added above, or its box is never checked."""
    families = {name.split("-")[0] for name in BOXES} - {"canal"}
    found = {path.stem for path in ART.glob("*.svg") if path.stem.split("-")[0] in families}
    assert found - {"picture-prop"} == set(BOXES) - {"canal-lit", "canal-lit-tall"}
