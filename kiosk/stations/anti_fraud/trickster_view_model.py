"""小骗子模式 on the screen, up to the ratings: bait → what it pulls → … → the turn. Rules decide; QML shows."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.events import BaitCast, StationFinished
from kiosk.stations.anti_fraud import trickster_shown as shown
from kiosk.stations.anti_fraud.facts import STATION, shown_ability
from kiosk.stations.anti_fraud.levels import MARK
from kiosk.stations.anti_fraud.trickster import (
    RATED,
    TRICKSTER,
    Fishing,
    begin_fishing,
    cast_bait,
    draw_ratings,
    go_on,
    load_ponds,
    take_bait,
)
from kiosk.stations.station import BankItem, StationContext

QML_IMPORT_NAME = "kiosk.stations.anti_fraud"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TricksterViewModel(QObject):
    """`stage` is bait, pulled or turn. After the turn `rate(messages)` is called, and nothing else leads on."""

    changed = Signal()
    doorChanged = Signal()

    def __init__(
        self, context: StationContext, rate: Callable[[Sequence[BankItem]], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._rate = rate
        self._fishing: Fishing | None = None
        self._messages: list[BankItem] = []
        self._all_met = self._busy = False

    # What the station asks

    def begin(self) -> bool:
        """Begin with the first bait, unless this visit has met too many messages for the ratings."""
        context = self._context
        self._messages = draw_ratings(context.items, context.met, context.random, shown_ability(context.abilities))
        if len(self._messages) < len(RATED):
            self._all_met = True
            self.doorChanged.emit()
            return False
        self._fishing = begin_fishing(load_ponds(context.language), self._won(), context.players, context.random)
        context.play("open")
        self.changed.emit()
        return True

    def close(self) -> None:
        """The mode was left among its baits: it is recorded as unfinished."""
        if self._fishing is not None:
            self._context.record(StationFinished(STATION, TRICKSTER, 0, 0, 0, False), None)
            self._fishing = None

    # What QML shows

    @Property(str, notify=doorChanged)
    def door(self) -> str:
        """What the way in is called; empty before a level was won, and when too few messages are left."""
        return self._context.say("trickster.door") if self._won() and not self._all_met else ""

    @Property(str, constant=True)
    def ages(self) -> str:
        return self._context.say("trickster.door_ages")

    @Property(str, constant=True)
    def title(self) -> str:
        return self._context.say("trickster.name")

    @Property(str, notify=changed)
    def stage(self) -> str:
        return shown.stage(self._fishing)

    @Property(str, notify=changed)
    def chosen(self) -> str:
        """The key of the bait that is chosen, or looked at."""
        return self._fishing.chosen if self._fishing else ""

    @Property(dict, notify=changed)
    def pond(self) -> dict[str, Any]:
        return shown.show_pond(self._fishing, self._context.say) if self._fishing else {"baits": []}

    @Property(dict, notify=changed)
    def pulled(self) -> dict[str, Any]:
        return shown.show_pulled(self._fishing, self._context.say) if self._fishing else {}

    @Property(dict, notify=changed)
    def turn(self) -> dict[str, Any]:
        return shown.show_turn(self._fishing, self._context.say) if self._fishing else {}

    @Property(str, notify=changed)
    def primaryLabel(self) -> str:
        return shown.primary_label(self._fishing, self._context.say) if self._fishing else ""

    @Property(bool, notify=changed)
    def primaryUsable(self) -> bool:
        return self._usable()

    @Property(str, notify=changed)
    def readingText(self) -> str:
        return shown.reading(self._fishing, self._context.say) if self._fishing else ""

    # What QML asks

    @Slot(str)
    def choose(self, key: str) -> None:
        """A bait was touched."""
        if self._fishing and not self._busy:
            self._fishing = take_bait(self._fishing, key)
            self._context.play("choose")
            self.changed.emit()

    @Slot()
    def primary(self) -> None:
        """Cast the bait, go on to the next pond, or turn to the messages."""
        fishing = self._fishing
        if fishing is None or not self._usable():
            return
        if fishing.finished:
            messages, self._messages, self._fishing = self._messages, [], None
            self._context.play("open")
            self._rate(messages)
        elif fishing.showing:
            self._context.play("open")
            self._fishing = go_on(fishing)
        else:
            self._cast(fishing)
        self.changed.emit()

    # What happens

    def _cast(self, fishing: Fishing) -> None:
        """What the bait pulls is shown once the cast is on disk, or only in memory and staff know of it."""
        self._busy = True

        def written(_on_disk: bool) -> None:
            self._busy = False
            if self._fishing is fishing:
                self._fishing = cast_bait(fishing)
                self._context.play("lantern")
                self.changed.emit()

        self._context.record(BaitCast(STATION, fishing.pond.id, fishing.chosen, fishing.player), written)

    def _usable(self) -> bool:
        fishing = self._fishing
        return not self._busy and fishing is not None and (shown.stage(fishing) != "bait" or bool(fishing.chosen))

    def _won(self) -> set[str]:
        """The levels that this visit has come through."""
        kept = self._context.kept
        return {mark.removeprefix(MARK) for mark, stars in kept.items() if mark.startswith(MARK) and stars}
