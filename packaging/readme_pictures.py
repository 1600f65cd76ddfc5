"""The README's pictures, of a tour in Chinese at 1920x1080 and of the staff page that the tests take.

Usage: kiosk tour --out build/tour && pytest tests/staff/test_staff_pictures.py && python packaging/readme_pictures.py
"""

import math
import sys
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

ROOT = Path(__file__).parents[1]
OUT = ROOT / "assets" / "screens"
SIZE = 960, 540
COLOURS = 256
SHOWN = {
    "home": "shell-home",
    "judge": "anti_fraud-judge",
    "after": "anti_fraud-after-cues",
    "map": "anti_fraud-map",
    "versus": "anti_fraud-versus-judge",
    "puzzle": "convention_puzzle-jigsaw-held",
    "booth": "broadcast_booth-take",
    "supervisor": "little_supervisor-town-later",
    "rumour": "rumour_desk-looked-source",
    "kind-words": "kind_words-placed",
    "pledge": "pledge-hung",
    "lit": "shell-lit",
}
"""What stands in the README, and its name in the tour."""
STAFF = ROOT / "build" / "screens" / "staff-today-zh-1920x1080.png"


def main() -> int:
    """0; 1 with the name of what is not there."""
    tour = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "tour"
    found = {name: next(tour.glob(f"1920x1080-*[0-9]-{shown}.png"), None) for name, shown in SHOWN.items()}
    found["staff"] = STAFF if STAFF.is_file() else None
    for name, path in found.items():
        if path is None:
            print(f"{name}: its screen is not in {tour} or {STAFF.parent}", file=sys.stderr)
            return 1
        small(QImage(str(path))).save(str(OUT / f"{name}.png"))
    return 0


def small(picture: QImage) -> QImage:
    """The picture at `SIZE` in at most `COLOURS` colours: a third of the bytes."""
    scaled = picture.scaled(*SIZE, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    pixels = np.frombuffer(scaled.convertToFormat(QImage.Format.Format_RGB32).constBits(), np.uint8)
    found, which, counts = np.unique(pixels.reshape(-1, 4)[:, 2::-1], axis=0, return_inverse=True, return_counts=True)
    boxes = cut(found, counts)
    places = np.empty(len(found), np.uint8)
    colours = []
    for number, box in enumerate(boxes):
        places[box] = number
        red, green, blue = np.average(found[box], axis=0, weights=counts[box]).round().astype(int).tolist()
        colours.append(0xFF000000 | red << 16 | green << 8 | blue)
    image = QImage(places[which.ravel()].tobytes(), *SIZE, SIZE[0], QImage.Format.Format_Indexed8)
    image.setColorTable(colours)
    return image.copy()


def cut(colours: np.ndarray, counts: np.ndarray) -> list[np.ndarray]:
    """The numbers of `colours` (n, 3) in at most `COLOURS` boxes, the widest and fullest always halved (median cut)."""
    boxes = [np.arange(len(colours))]
    weights = [weight(colours, counts, boxes[0])]
    while len(boxes) < COLOURS and max(weights) > 0:
        at = int(np.argmax(weights))
        box = boxes.pop(at)
        weights.pop(at)
        channel = int(np.argmax(np.ptp(colours[box].astype(int), axis=0)))
        box = box[np.argsort(colours[box, channel], kind="stable")]
        before = np.cumsum(counts[box])
        middle = min(max(1, int(np.searchsorted(before, before[-1] / 2))), len(box) - 1)
        for half in (box[:middle], box[middle:]):
            boxes.append(half)
            weights.append(weight(colours, counts, half))
    return boxes


def weight(colours: np.ndarray, counts: np.ndarray, box: np.ndarray) -> float:
    """How much is lost while `box` is one colour; 0 where it is one."""
    if len(box) < 2:
        return 0.0
    widest = int(np.ptp(colours[box].astype(int), axis=0).max())
    return widest * math.sqrt(int(counts[box].sum()))


if __name__ == "__main__":
    sys.exit(main())
