"""The whole screen while forms are done: as many places as the panel bears, and what stands between them."""

from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forms.parts import FormParts
from kiosk.forms.quarter_view_model import QuarterViewModel
from kiosk.stations.anti_fraud import paged_column
from kiosk.stations.anti_fraud.sides import Panel, Shares, share

QML_IMPORT_NAME = "kiosk.forms"
QML_IMPORT_MAJOR_VERSION = 1
QML_TYPES = (paged_column,)
"""Modules that only have to be imported so that their QML types exist."""
TICK_MS = 1_000
MOST = 4


def places_of(panel: Panel) -> tuple[int, Shares]:
    """How many children stand at `panel`, and how they share it: four, two, or one."""
    for count in (MOST, 2):
        found = share(panel, count)
        if found:
            return count, found
    return 1, Shares(1, 1, 1.0, turn=False)


@QmlElement
class ClassViewModel(QObject):
    """Made when a part with forms begins, gone with it; staff may come and go meanwhile."""

    placesChanged = Signal()
    changed = Signal()

    def __init__(self, parts: FormParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        session = parts.room.now
        assert session is not None and session.testing
        self._session = session
        self._shares = Shares(1, 1, 1.0, turn=False)
        self._places: list[QuarterViewModel] = []
        self._left = {one.place: one for one in parts.room.half_done()}
        self._done = self._read_done()
        self._on_screen = False
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    @property
    def quarters(self) -> list[QuarterViewModel]:
        """The places, as the screen shows them."""
        return self._places

    def tick(self) -> None:
        """Look after children who went away, and a session that nobody ended."""
        if self._on_screen:
            for place in self._places:
                place.look()
        self._parts.room.look()

    def stands(self, on_screen: bool) -> None:
        """Whether children see it: while staff stand before it nobody has gone away."""
        self._on_screen = on_screen
        for place in self._places:
            place.touched()

    def scanned(self, text: str) -> None:
        """A card lay under the scanner: the child who asked last for it, or touched last, has laid it there."""
        asking = [place for place in self._places if place.now == "code"]
        if asking and self._on_screen:
            max(asking, key=lambda place: place.touched_ms).scan(text)

    def close(self) -> None:
        """The part is over; forms in the middle are broken off."""
        self.halt()
        for place in self._places:
            place.close()

    def halt(self) -> None:
        """The program ends: forms stay as they are."""
        self._timer.stop()

    @Property(list, notify=placesChanged)
    def places(self) -> list[QuarterViewModel]:
        return self._places

    @Property(dict, notify=placesChanged)
    def shares(self) -> dict[str, Any]:
        one = self._shares
        return {"columns": one.columns, "rows": one.rows, "scale": one.scale, "turn": one.turn}

    @Property(str, constant=True)
    def moment(self) -> str:
        return self._parts.say(f"classroom.moment_{self._session.moment}")

    @Property(str, constant=True)
    def classLabel(self) -> str:
        return self._session.asked.class_label

    @Property(str, notify=changed)
    def done(self) -> str:
        """How many have done the form. No clock: nobody is to hurry."""
        return self._parts.say("classroom.done_count", count=self._done)

    @Slot(float, float, float)
    def screenIs(self, width: float, height: float, per_mm: float) -> None:
        """The window in pixels, and pixels a millimetre of the panel (0: it does not say)."""
        if min(width, height) <= 0:
            return
        count, shares = places_of(Panel(width, height, per_mm))
        if shares == self._shares and len(self._places) == count:
            return
        self._shares = shares
        for place in self._places[count:]:
            place.close()
        self._places = self._places[:count]
        while len(self._places) < count:
            self._places.append(self._place(len(self._places) + 1))
        self.placesChanged.emit()

    def _place(self, number: int) -> QuarterViewModel:
        made = QuarterViewModel(self._parts, number, self)
        made.finishedForm.connect(self._count)
        if number in self._left:
            made.go_on(self._left.pop(number))
        return made

    def _read_done(self) -> int:
        return self._parts.room.done_here(self._session)

    @Slot()
    def _count(self) -> None:
        self._done = self._read_done()
        self.changed.emit()
