"""Painting the lantern on the screen: shape, paper and pattern, each row showing what the lantern would become."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.bridge import lantern_art
from kiosk.stations.pledge.rules import PATTERNS, SHAPES, Lantern
from kiosk.stations.station import StationContext

QML_IMPORT_NAME = "kiosk.stations.pledge"
QML_IMPORT_MAJOR_VERSION = 1
ROWS = ("shape", "paper", "pattern")


@QmlElement
class PaintViewModel(QObject):
    """The lantern of the child whose turn it is, before it hangs."""

    changed = Signal()

    def __init__(self, context: StationContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lantern, self._icon = Lantern(), ""

    # What Python asks

    @property
    def lantern(self) -> Lantern:
        """The lantern as it is painted."""
        return self._lantern

    def begin(self, icon: str) -> None:
        """A new lantern, with the icon of the first promise."""
        self._lantern, self._icon = Lantern(), icon
        self.changed.emit()

    def tie(self, place: int) -> None:
        """Hang it at a place of the bridge."""
        self._lantern = replace(self._lantern, place=place)
        self.changed.emit()

    @property
    def read(self) -> str:
        """What stands on the screen to be read."""
        rows = "，".join(self._context.say(f"pledge.paint_{row}") for row in ROWS)
        return f"{self._context.say('pledge.paint_title')}。{self._context.say('pledge.paint_words')}{rows}。"

    # What QML shows

    @Property(str, notify=changed)
    def icon(self) -> str:
        return self._icon

    @Property(str, notify=changed)
    def picture(self) -> str:
        return lantern_art(self._lantern.shape, self._lantern.paper)

    @Property(int, notify=changed)
    def pattern(self) -> int:
        return self._lantern.pattern

    @Property(str, constant=True)
    def words(self) -> str:
        return self._context.say("pledge.paint_words")

    @Property(list, notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        """Three rows of lanterns: this one in every shape, every paper, every pattern."""
        one = self._lantern
        made = (
            [(number, replace(one, shape=number), number == one.shape) for number in range(1, SHAPES + 1)],
            [(number, replace(one, paper=number), number == one.color) for number in range(1, SHAPES + 1)],
            [(number, replace(one, pattern=number), number == one.pattern) for number in range(PATTERNS + 1)],
        )
        return [
            {
                "title": self._context.say(f"pledge.paint_{row}"),
                "tiles": [
                    {
                        "name": f"{row}-{number}", "row": row, "number": number, "chosen": chosen,
                        "picture": lantern_art(lantern.shape, lantern.paper), "pattern": lantern.pattern,
                    }
                    for number, lantern, chosen in tiles
                ],
            }
            for row, tiles in zip(ROWS, made, strict=True)
        ]  # fmt: skip

    # What QML asks

    @Slot(str, int)
    def paint(self, row: str, number: int) -> None:
        """A tile of one of the rows was touched."""
        most, least = (PATTERNS, 0) if row == "pattern" else (SHAPES, 1)
        if row in ROWS and least <= number <= most:
            self._context.play("choose")
            self._lantern = replace(self._lantern, **{row: number})
            self.changed.emit()
