"""A jigsaw on a window of 1920x1080 with the software renderer, beside a bare item: what `benchmarks.puzzle` measures.

`puzzle_window cut N plain|loose`, `open N`, `drag N FINGERS`, `bare`: say the figures, then live until input ends.
"""

import os
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QPoint, QSize, QUrl
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickView, QQuickWindow
from PySide6.QtTest import QTest

from benchmarks.children import SIZE, pss_kb
from kiosk.app import make_application
from kiosk.core.clock import SystemClock
from kiosk.core.places import program_folder
from kiosk.core.words import say
from kiosk.stations.convention_puzzle.jigsaw_cut import cut
from kiosk.stations.convention_puzzle.jigsaw_layout import grid
from kiosk.stations.convention_puzzle.jigsaw_paint import HOME, LOOSE, Look, PieceMaker
from kiosk.stations.convention_puzzle.jigsaw_view_model import JigsawViewModel
from kiosk.ui import ruby_text
from kiosk.ui.art import ArtProvider

QML_TYPES = (ruby_text,)
PICTURE = "puzzle-1-learn"
ROUNDS = 7
SECONDS = 5.0
CORNER = QPoint(48, 136)
"""Where the table begins on the screen of a station."""
JIGSAW = """
import QtQuick
import kiosk.ui
import kiosk.stations.convention_puzzle
StationScreen {
    id: screen
    property JigsawViewModel jigsaw: null
    Loader {
        anchors.fill: parent
        active: screen.jigsaw !== null
        sourceComponent: JigsawTable { viewModel: screen.jigsaw }
    }
}
"""
BARE = """
import QtQuick
Rectangle {
    color: "navy"
    Rectangle {
        id: bare
        objectName: "bare"
        width: 100
        height: 100
        color: "orange"
    }
    MultiPointTouchArea {
        anchors.fill: parent
        onUpdated: points => { bare.x = points[0].x; bare.y = points[0].y; }
    }
}
"""


def tell(word: str, value: float) -> None:
    print(word, value, flush=True)


def main() -> None:
    """Measure what the arguments say."""
    app = make_application()
    kinds: dict[str, Callable[..., None]] = {"cut": cutting, "open": opening, "drag": dragging, "bare": bare}
    kinds[sys.argv[1]](*sys.argv[2:])
    assert app
    print("done", flush=True)
    sys.stdin.read()
    os._exit(0)


def cutting(count: str, kind: str) -> None:
    """Milliseconds to cut a picture of 1920x1080 and paint every piece; `copied`: the same in rectangles."""
    provider = ArtProvider()
    picture = provider.requestImage(PICTURE, QSize(), QSize(*SIZE)).convertToFormat(QImage.Format.Format_RGB32)
    columns, rows = grid(int(count), SIZE[0] / SIZE[1])
    wide, high = SIZE[0] // columns, SIZE[1] // rows
    look = Look(0, 0, LOOSE if kind == "loose" else HOME)
    for seed in range(ROUNDS):
        begun = time.perf_counter()
        maker = PieceMaker(cut(seed, columns, rows, *SIZE), picture, 1)
        made = [maker.image(piece, look) for piece in range(columns * rows)]
        tell("cut", (time.perf_counter() - begun) * 1000)
        del made
    print("cut-all", flush=True)
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        made = [picture.copy(n % columns * wide, n // columns * high, wide, high) for n in range(columns * rows)]
        tell("copied", (time.perf_counter() - begun) * 1000)
        del made


def scattered(count: int) -> dict[str, Any]:
    """So many pieces, each lying somewhere for itself."""
    random = Random(1)
    columns, rows = grid(count, 4 / 3)
    places = [[random.uniform(0, columns * 1.6) - n % columns, random.uniform(0, rows - 1) - n // columns]
              for n in range(columns * rows)]  # fmt: skip
    groups = [{"home": False, "at": at, "turn": 0, "tray": 0, "pieces": [piece]} for piece, at in enumerate(places)]
    return {"version": 1, "seed": 1, "grid": [columns, rows], "trays": [[]], "groups": groups}


def window(qml: str) -> tuple[QQuickView, list[float]]:
    """A window that shows `qml`, and the times of its frames in milliseconds."""
    view = QQuickView()
    view.engine().addImportPath(str(program_folder()))
    view.engine().addImageProvider("art", ArtProvider())
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    view.resize(*SIZE)
    source = Path(os.environ.get("TMPDIR", "/tmp")) / f"puzzle-bench-{os.getpid()}.qml"
    source.write_text(qml, "utf-8")
    view.setSource(QUrl.fromLocalFile(str(source)))
    source.unlink()
    shown: list[float] = []
    view.frameSwapped.connect(lambda: shown.append(time.perf_counter() * 1000))
    view.show()
    wait(lambda: bool(shown))
    QTest.qWait(500)
    return view, shown


def wait(condition: Callable[[], bool]) -> None:
    while not condition():
        QTest.qWait(1)


def jigsaw(view: QQuickView, count: int) -> JigsawViewModel:
    """A jigsaw of scattered pieces on the window."""
    made = JigsawViewModel(
        f"image://art/{PICTURE}", count, 1, Random(1), _ignore, _ignore, clock=SystemClock(), say=say,
        resume=scattered(count),
    )  # fmt: skip
    QQmlEngine.setObjectOwnership(made, QQmlEngine.ObjectOwnership.CppOwnership)
    view.rootObject().setProperty("jigsaw", made)
    return made


def opening(count: str) -> None:
    """Milliseconds from asking for a jigsaw to the frame with its pieces; megabytes that it takes."""
    view, shown = window(JIGSAW)
    before = pss_kb(os.getpid())
    shown.clear()
    begun = time.perf_counter() * 1000
    made = jigsaw(view, int(count))
    laid: list[float] = []
    made.laidOut.connect(lambda: laid.append(time.perf_counter() * 1000))
    wait(lambda: bool(laid and shown) and shown[-1] > laid[0])
    tell("opened", next(one for one in shown if one > laid[0]) - begun)
    QTest.qWait(500)
    tell("memory", (pss_kb(os.getpid()) - before) / 1024)


def dragging(count: str, fingers: str) -> None:
    """Milliseconds from frame to frame while fingers drag a piece each; every frame asks for the next."""
    view, shown = window(JIGSAW)
    made = jigsaw(view, int(count))
    wait(lambda: made.table is not None)
    QTest.qWait(300)
    table = made.table
    assert table is not None
    starts = []
    for piece in range(int(fingers)):
        x, y = table.shown(piece * 7)
        starts.append(QPoint(round(x) + CORNER.x(), round(y) + CORNER.y()))
    before = table.shown(0)
    carry(view, shown, starts)
    assert table.shown(0) != before


def bare(*_: str) -> None:
    """The floor: one bare item that follows a finger."""
    view, shown = window(BARE)
    carry(view, shown, [QPoint(200, 200)])


def carry(view: QQuickWindow, shown: list[float], starts: list[QPoint]) -> None:
    """Move fingers over the table for some seconds and tell the gaps between frames."""
    device = QTest.createTouchDevice()
    touch = QTest.touchEvent(view, device, False)
    for finger, start in enumerate(starts):
        touch.press(finger, start, view)
    touch.commit()
    QTest.qWait(50)
    shown.clear()
    end, step = time.perf_counter() + SECONDS, 0
    while time.perf_counter() < end:
        step += 1
        touch = QTest.touchEvent(view, device, False)
        for finger in range(len(starts)):
            across = 300 + (step * 9 + finger * 310) % 1300
            touch.move(finger, QPoint(across, 320 + (across * 3 + finger * 97) % 480), view)
        seen = len(shown)
        touch.commit()
        view.update()
        wait(lambda seen=seen: len(shown) > seen)  # type: ignore[misc]
    for before, after in pairwise(shown):
        tell("gap", after - before)


def _ignore(*_: object) -> None:
    """Neither sounds nor ends are heard here."""


if __name__ == "__main__":
    main()
