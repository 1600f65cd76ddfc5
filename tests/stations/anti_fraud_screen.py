"""The station's screen as a child meets it: quick fingers, and eyes that see a clipped text."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem, QQuickView

from kiosk.rehearsal.finger import Finger, items

SCREENS = Path(__file__).parents[2] / "build" / "screens"
SLACK = 3
"""Pixels by which a text may reach over its place: glyphs lean out of their boxes."""


@dataclass
class Screen:
    """A window with the station, its view model and a finger."""

    view: QQuickView
    view_model: Any
    finger: Finger

    def tap(self, name: str) -> None:
        """A quick touch on `name`, as in the middle of a game."""
        self.finger.touch_at(self.finger.point(name))

    def act(self) -> None:
        """Touch the primary button as soon as it can be touched, and see that it was taken."""
        self.ready()
        before = self._state()
        self.finger.rest(310)
        self.tap("primary")
        self.finger.wait(
            lambda: before != self._state(),
            f"what follows {before}",
        )

    def ready(self) -> None:
        """Wait until the primary button is usable."""
        self.finger.wait(lambda: (one := self.finger.find("primary")) and one.property("usable"), "a usable primary")

    def answer(self, *keys: str) -> None:
        """Touch the answers with `keys` and confirm."""
        shown = [option["key"] for option in self.view_model.question["options"]]
        for key in keys:
            self.find_option(shown.index(key))
            self.tap(f"option-{shown.index(key)}")
        self.finger.wait(lambda: set(self.view_model.chosen) == set(keys), f"the choice of {keys}")
        self.act()

    def find_option(self, index: int) -> None:
        """Turn pages until answer `index` is on the screen."""
        for _ in range(9):
            self.view.grabWindow()
            if self.finger.find(f"option-{index}"):
                return
            self.finger.rest(410)
            self.tap("options-turn")

    def go_on(self) -> None:
        """Read all reasons, to the next question or the end."""
        while self.view_model.phase == "after":
            self.act()

    def save(self, name: str) -> None:
        """Keep a picture of what stands on the screen."""
        SCREENS.mkdir(parents=True, exist_ok=True)
        image = self.view.grabWindow()
        assert image.save(str(SCREENS / f"anti-fraud-{image.width()}x{image.height()}-{name}.png"))

    def clipped(self) -> list[str]:
        """What is written on the screen but cannot be read whole, with the reason."""
        self.view.grabWindow()
        return [fault for one in items(self.view.contentItem()) if _written(one) for fault in _faults(one)]

    def _state(self) -> tuple[Any, ...]:
        """What the primary button changes; a reply in a chat leaves the question and leads it on."""
        question = self.view_model.question
        said = len(question.get("chat", {}).get("bubbles", ()))
        return self.view_model.phase, question.get("number"), self._page(), said

    def _page(self) -> Any:
        return self.view.rootObject().property("page")


def _written(item: QQuickItem) -> bool:
    """Whether it is one of our texts with something written."""
    return "Txt_" in str(item.metaObject().className()) and bool(str(item.property("text")))


def _faults(text: QQuickItem) -> Iterator[str]:
    said = str(text.property("text"))[:24]
    height = max(text.height(), float(text.property("contentHeight")))
    if height > text.height() + SLACK:
        yield f"{said}: {height:.0f} px of words in {text.height():.0f}"
    if not text.property("wrap") and not text.property("fit") and text.implicitWidth() > text.width() + SLACK:
        yield f"{said}: {text.implicitWidth():.0f} px wide in {text.width():.0f}"
    box = text.mapRectToScene(QRectF(0, 0, text.width(), text.height()))
    place = text.parentItem()
    while place is not None:
        if (place.property("pages") or 0) > 1 and place.property("textSize"):
            return  # The rest of it stands on the next page.
        if place.property("innerHeight") is not None or place.parentItem() is None:
            room = place.mapRectToScene(QRectF(0, 0, place.width(), place.height()))
            if not room.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(box):
                yield f"{said}: {_numbers(box)} reaches out of {_numbers(room)}"
        place = place.parentItem()


def _numbers(box: QRectF) -> str:
    return f"{box.x():.0f},{box.y():.0f} {box.width():.0f}x{box.height():.0f}"
