"""The map on the screen: levels and bosses along the canal, what is open, what the visit has learned."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.stations.anti_fraud.experience import KEPT, standing
from kiosk.stations.anti_fraud.levels import LOCAL, Level, make_levels, opened, places, show_levels, with_bosses
from kiosk.stations.anti_fraud.trickster import FOX
from kiosk.stations.station import StationContext

QML_IMPORT_NAME = "kiosk.stations.anti_fraud"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class MapViewModel(QObject):
    """The base's own questions (`local`) stand beside the map, not on it."""

    levelsChanged = Signal()
    greetingChanged = Signal()

    def __init__(self, context: StationContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._say = context.say
        families = context.items.families()
        ours = make_levels([one for one in families if one.id != LOCAL], context.language)
        self._levels = with_bosses(ours, context.say)
        self._local = make_levels([one for one in families if one.id == LOCAL], context.language)
        self._all_met: set[str] = set()
        self._greeting: list[str] = []
        self.greet("map_hello")

    # What the station asks

    @property
    def shown(self) -> list[dict[str, Any]]:
        """The levels as QML shows them."""
        return show_levels(self._levels, self._context.kept, self._all_met, self._say)

    @property
    def said(self) -> str:
        """What the guide says."""
        return "".join(self._greeting)

    @property
    def local_name(self) -> str:
        """The name of the base's own questions while there are some to ask, else empty."""
        return self._local[0].name if self._local and LOCAL not in self._all_met else ""

    def enter(self, family: str) -> Level | None:
        """The level that was touched; `None` where it is not open yet, which the guide then explains."""
        level = next((one for one in (*self._levels, *self._local) if one.family.id == family), None)
        if level is None or family == LOCAL or family in opened(self._levels, self._context.kept, self._all_met):
            return level
        self._context.play("choose")
        self.greet("boss_locked" if level.boss else "locked")
        return None

    def all_met(self, level: Level) -> None:
        """This visit has met all items of `level`."""
        self._all_met.add(level.family.id)
        self.levelsChanged.emit()

    def level_of(self, family: str) -> Level:
        """The level of `family`, or any where there is none of it."""
        levels = (*make_levels([FOX], self._context.language), *self._levels, *self._local)
        return next((one for one in levels if one.family.id == family), levels[-1])

    def monster_before(self, level: Level) -> str:
        """The monster behind which `level` is played: its own, or of the last family that a boss mixes."""
        last = level.mixes[-1] if level.boss else level.family.id
        return next((one for one in self._levels if one.family.id == last), level).family.monster

    def greet(self, code: str = "map_hello") -> None:
        """Let the guide say this, and show what has changed."""
        self._greeting = [self._say(f"anti_fraud.{code}"), self._say(f"anti_fraud.{code}_strong")]
        self.greetingChanged.emit()
        self.levelsChanged.emit()

    # What QML shows

    @Property(list, notify=levelsChanged)
    def levels(self) -> list[dict[str, Any]]:
        return self.shown

    @Property(list, constant=True)
    def widePlaces(self) -> list[list[int]]:
        """Where the levels stand on the wide map, in its pixels."""
        return places("landscape", len(self._levels))

    @Property(list, constant=True)
    def tallPlaces(self) -> list[list[int]]:
        """Where the levels stand on the tall map, in its pixels."""
        return places("portrait", len(self._levels))

    @Property(list, notify=greetingChanged)
    def greeting(self) -> list[str]:
        return self._greeting

    @Property(dict, notify=levelsChanged)
    def experience(self) -> dict[str, Any]:
        """What this visit has learned to see: in words, and as a share of the way to the next step."""
        now = standing(self._context.kept.get(KEPT, 0))
        return {"text": self._say("anti_fraud.experience", number=now.number), "share": now.share}
