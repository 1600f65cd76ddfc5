"""A station on a real window."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickView
from shiboken6 import delete

from kiosk.core.places import program_folder
from kiosk.rehearsal.finger import hurried
from kiosk.shell.translator import TsTranslator
from kiosk.ui import ruby_text
from kiosk.ui.art import ArtProvider
from tests.stations.anti_fraud_screen import Screen
from tests.stations.stage import Stage

QML_TYPES = (ruby_text,)
DEFERRED_DELETE = 52
"""QEvent.DeferredDelete: what a Repeater let go of goes now, not when Python ends."""
ShowStation = Callable[..., Screen]


@pytest.fixture
def english(qapp: QCoreApplication) -> Iterator[Callable[[], None]]:
    """`english()`: QML's own words in English, too, until the test is over."""
    translator = TsTranslator(program_folder() / "assets/i18n/en.ts")

    def speak() -> None:
        qapp.installTranslator(translator)

    yield speak
    qapp.removeTranslator(translator)


@pytest.fixture
def show(qapp: QCoreApplication) -> Iterator[ShowStation]:
    """`show(world, size, calm=…, pinyin=…, leftHanded=…)`: the station alone on a window of its own."""
    views: list[tuple[QQuickView, Any]] = []

    def showing(world: Stage, size: tuple[int, int] = (1920, 1080), **switches: bool) -> Screen:
        view = QQuickView()
        view_model = world.card.make_view_model(world.context())
        views.append((view, view_model))
        view.engine().addImportPath(str(program_folder()))
        view.engine().addImageProvider("art", ArtProvider())
        theme: Any = view.engine().singletonInstance("kiosk.ui", "Theme")
        for name, value in {"windowWidth": size[0], "windowHeight": size[1], **switches}.items():
            theme.setProperty(name, value)
        QQmlEngine.setObjectOwnership(view_model, QQmlEngine.ObjectOwnership.CppOwnership)
        view.setInitialProperties({"viewModel": view_model})
        view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        view.resize(*size)
        view.setSource(QUrl.fromLocalFile(str(world.card.qml)))
        view.show()
        finger = hurried(view.engine(), view)
        finger.wait(view.isExposed, "the window")
        return Screen(view, view_model, finger)

    yield showing
    for view, view_model in views:
        view_model.close()
        view.close()
        # The screen goes before the view model that its bindings read.
        view.setSource(QUrl())
        QCoreApplication.sendPostedEvents(None, DEFERRED_DELETE)
        delete(view)
