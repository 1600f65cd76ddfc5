"""Every finger and mouse event on the window is noticed, also where an item takes it for itself."""

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.shell.touch import AnyTouch

QML = b"""
import QtQuick
Window {
    width: 300
    height: 300
    visible: true
    MouseArea { anchors.fill: parent }
}
"""


def test_fingers_and_mouse_are_noticed(qtbot: QtBot) -> None:
    """A press, a move and a release each; looking takes nothing away from the item."""
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(QML, QUrl())
    window = component.create()
    assert isinstance(window, QQuickWindow)
    with qtbot.waitExposed(window):
        window.show()
    seen: list[None] = []
    watch = AnyTouch(window)
    watch.touched.connect(lambda: seen.append(None))
    area = window.contentItem().childItems()[0]
    device = QTest.createTouchDevice()
    middle = QPoint(150, 150)
    QTest.touchEvent(window, device).press(0, middle, window).commit()
    assert len(seen) == 1 and area.property("pressed")
    QTest.touchEvent(window, device).move(0, QPoint(160, 150), window).commit()
    QTest.touchEvent(window, device).release(0, middle, window).commit()
    assert len(seen) == 3 and not area.property("pressed")
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert len(seen) >= 5
    window.close()
    window.deleteLater()
    qtbot.wait(0)
