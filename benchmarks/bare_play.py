"""The floor of play: a bare PySide6 scene of the same size, on the software renderer.

`bare_play open|fight SIZE`: `settled MS` from a finger's lifting to the last frame of a page with one full picture,
twelve cards and their words; or `gap MS` between frames while a square as large as a monster flinches each second, and
`hit MS` of those in which it moves.
"""

import os
import sys
from itertools import pairwise

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface
from PySide6.QtTest import QTest

from benchmarks.children import ROOT
from benchmarks.play_window import FLINCH_MS, now, settle
from kiosk.app import parse_size
from kiosk.rehearsal.finger import until

PAGES, FLINCHES = 15, 12
QML = """
import QtQuick
Window {
    id: window
    property bool page: false
    visible: true
    width: %d
    height: %d
    color: "navy"
    TapHandler { onTapped: window.page = !window.page }
    Loader {
        active: window.page
        anchors.fill: parent
        sourceComponent: Item {
            Image {
                anchors.fill: parent
                source: "%s"
                sourceSize: Qt.size(window.width, window.height)
                cache: false
            }
            Grid {
                columns: 3
                spacing: 20
                Repeater {
                    model: 12
                    Rectangle {
                        width: window.width / 3 - 20
                        height: window.height / 4 - 20
                        radius: 28
                        color: "white"
                        Text {
                            anchors.fill: parent
                            wrapMode: Text.Wrap
                            font.pixelSize: 40
                            text: "先看完，再选。这条消息是什么？"
                        }
                    }
                }
            }
        }
    }
    onTitleChanged: moves.restart()
    Rectangle {
        id: square
        visible: !window.page
        anchors.centerIn: parent
        width: 500
        height: 500
        radius: 60
        color: "orange"
    }
    SequentialAnimation {
        id: moves
        NumberAnimation { target: square; property: "rotation"; to: -3; duration: 90 }
        NumberAnimation { target: square; property: "rotation"; to: 0; duration: 260 }
    }
}
"""


def main() -> None:
    """Do what is asked, then live until input ends."""
    what, (width, height) = sys.argv[1], parse_size(sys.argv[2])
    QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    QGuiApplication([])
    engine = QQmlApplicationEngine()
    picture = (ROOT / "assets" / "art" / "backdrop-skin.svg").as_uri()
    engine.loadData((QML % (width, height, picture)).encode())
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    shown: list[float] = []
    window.frameSwapped.connect(lambda: shown.append(now()))
    until(lambda: shown, 5_000)
    {"open": pages, "fight": flinches}[what](window, shown)
    print("done", flush=True)
    sys.stdin.read()
    os._exit(0)


def pages(window: QQuickWindow, shown: list[float]) -> None:
    """Open the page and close it again."""
    device = QTest.createTouchDevice()
    middle = window.contentItem().boundingRect().center().toPoint()
    for number in range(2 * PAGES):
        QTest.touchEvent(window, device, False).press(0, middle, window).commit()
        QTest.qWait(40)
        lifted = now()
        QTest.touchEvent(window, device, False).release(0, middle, window).commit()
        settle(shown, lifted)
        if number % 2 == 0:
            print("settled", shown[-1] - lifted, flush=True)


def flinches(window: QQuickWindow, shown: list[float]) -> None:
    """Let the square flinch while every frame asks for the next."""
    window.frameSwapped.connect(window.update)
    window.update()
    shown.clear()
    hits = []
    for number in range(FLINCHES):
        hits.append(now())
        window.setTitle(f"flinch {number}")
        QTest.qWait(1_000)
    for before, after in pairwise(shown):
        hit = any(at <= after <= at + FLINCH_MS for at in hits)
        print("hit" if hit else "gap", after - before, flush=True)


if __name__ == "__main__":
    main()
