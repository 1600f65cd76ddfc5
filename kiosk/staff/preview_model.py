"""The items of a checked bank on a station's own screen, before anything is installed. Nothing is recorded."""

from collections.abc import Callable, Collection, Sequence
from random import Random

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.events import Event
from kiosk.core.family import Family
from kiosk.core.item import Item
from kiosk.core.visit import Visit
from kiosk.packs.families import LOCAL, load_families
from kiosk.staff.parts import StaffParts
from kiosk.stations.station import BankItem, Brought, StationContext, StationPreview

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1


class NoItems:
    """All families and no items: only what staff look at is asked. An `ItemSource`."""

    def __init__(self, families: Sequence[Family]) -> None:
        self._families = (*families, LOCAL)

    def families(self) -> Sequence[Family]:
        """All of them, that of local items last."""
        return self._families

    def pick(
        self,
        family: str,
        count: int,
        *,
        kinds: Collection[str] = (),
        avoid: Collection[str] = (),
        random: Random,
        natures: Collection[str] = (),
        ability: float | None = None,
    ) -> list[BankItem]:
        """None."""
        return []

    def another(
        self, trick: str, *, avoid: Collection[str], random: Random, kinds: Collection[str] = ()
    ) -> BankItem | None:
        """None."""
        return None


class NoContent:
    """Nothing besides items. A `Content`."""

    def brought(self, kind: str) -> Sequence[Brought]:
        """Nothing."""
        return ()


class Silence:
    """A `ReadAloud` that reads nothing."""

    def read(self, text: str, manner: str = "") -> None:
        """Nothing."""

    def stop(self) -> None:
        """Nothing."""


@QmlElement
class PreviewModel(QObject):
    """`station` is the view model of the screen in `qml`, `null` while nothing is shown."""

    changed = Signal()
    shownChanged = Signal()

    def __init__(self, parts: StaffParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._card = next((card for card in parts.stations if card.make_preview), None)
        self._items: Sequence[Item] = ()
        self._place = 0
        self._station: StationPreview | None = None

    def begin(self, items: Sequence[Item]) -> None:
        """Show the first of `items`, at least one."""
        assert self._card is not None and self._card.make_preview is not None
        self.end()
        self._items, self._place = items, 0
        station = self._card.make_preview(self._context())
        station.setParent(self)
        self._station = station
        self._ask()
        self.changed.emit()

    def end(self) -> None:
        """Take the screen away."""
        station, self._station = self._station, None
        self.changed.emit()
        if station is not None:
            station.close()
            assert isinstance(station, QObject)
            station.deleteLater()

    @property
    def possible(self) -> bool:
        """Whether there is a station that shows items."""
        return self._card is not None

    @Property(QObject, notify=changed)
    def station(self) -> QObject | None:
        return self._station if isinstance(self._station, QObject) else None

    @Property(QUrl, notify=changed)
    def qml(self) -> QUrl:
        return QUrl.fromLocalFile(str(self._card.qml)) if self._card else QUrl()

    @Property(int, notify=shownChanged)
    def number(self) -> int:
        """Which item is shown, from 1."""
        return self._place + 1

    @Property(int, notify=changed)
    def count(self) -> int:
        return len(self._items)

    @Slot(int)
    def turn(self, by: int) -> None:
        """Go `by` items on, or back; from the last to the first."""
        self._place = (self._place + by) % len(self._items)
        self._ask()

    def _ask(self) -> None:
        assert self._station is not None
        item = self._items[self._place]
        self._station.show(BankItem(item, item.id, "preview", "preview"))
        self.shownChanged.emit()

    def _context(self) -> StationContext:
        """Everything a station may touch, and nothing that keeps anything."""

        def record(event: Event, then: Callable[[bool], None] | None) -> None:
            if then:
                then(True)

        return StationContext(
            visit=Visit("preview"),
            players=1,
            language=self._parts.language(),
            record=record,
            items=NoItems(load_families(self._parts.quizzes)),
            say=self._parts.say,
            read_aloud=Silence(),
            play=lambda sound: None,
            clock=self._parts.clock,
            random=Random(),
            finish=lambda result: None,
            leave=lambda: None,
            content=NoContent(),
            keep_text=lambda item: item.id,
        )
