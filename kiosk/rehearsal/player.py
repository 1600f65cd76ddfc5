"""A child who plays on and on: by touch, the way each station rehearses itself."""

from collections.abc import Callable
from functools import partial
from random import Random

from kiosk.app import Kiosk
from kiosk.core.events import Event, ItemAnswered
from kiosk.core.visit import Visit
from kiosk.rehearsal.finger import Finger, NotThereError
from kiosk.stations.station import Move, StationCard


class WatchedKiosk(Kiosk):
    """A kiosk that tells `on_praise` of each answer on disk, and its visit, when a frame shows what it was worth."""

    on_praise: Callable[[ItemAnswered, Visit], None] | None = None
    _given: tuple[ItemAnswered, Visit] | None = None

    def watch(self, on_praise: Callable[[ItemAnswered, Visit], None]) -> None:
        """Begin to tell."""
        self.on_praise = on_praise
        self.window.frameSwapped.connect(self._look)

    def _record(self, event: Event, visit: Visit, then: Callable[[bool], None] | None) -> None:
        super()._record(event, visit, then and partial(self._heard, event, visit, then))

    def _heard(self, event: Event, visit: Visit, then: Callable[[bool], None], on_disk: bool) -> None:
        """What a slow disk has not taken yet is in memory, and staff are told: no answer of which that holds counts."""
        if not on_disk:
            self._given = None
        elif isinstance(event, ItemAnswered):
            self._given = event, visit
        then(on_disk)

    def _look(self) -> None:
        station = self.shell.station_now
        if self._given and self.on_praise and station is not None and station.phase == "after":
            self.on_praise(*self._given)
            self._given = None


class Player:
    """Leads `finger` through `kiosk`. `before` is told of each touch just before the finger goes down."""

    def __init__(
        self, kiosk: Kiosk, finger: Finger, random: Random, before: Callable[[Move], None] = lambda move: None
    ) -> None:
        self._kiosk = kiosk
        self._finger = finger
        self._random = random
        self._before = before

    def come_in(self, card: StationCard) -> None:
        """From attract to the station by touch, with a nickname."""
        self._touch(Move("enter"))
        self._at("home")
        self._touch(Move(f"station-{card.key}"))
        self._at("who")
        self._touch(Move("nickname-1"))
        self._touch(Move("primary"))
        self._at("station")

    def be_in(self, card: StationCard) -> None:
        """At the station at once, without touching anything on the way."""
        shell = self._kiosk.shell
        shell.enter()
        shell.openStation(card.key)
        shell.start()
        self._at("station")

    def play(self, card: StationCard, level: str = "") -> None:
        """Play until the result card, a first run in `level` (its own choice when empty); then leave the visit."""
        shell = self._kiosk.shell
        if level:
            name = "primary" if level == "local" else f"level-{level}"
            self._finger.wait(lambda: self._leave_map(name), f"level {level}")
        while shell.now == "station":
            self.step(card)
        self._at("result")
        shell.endVisit()
        self._at("attract")

    def step(self, card: StationCard) -> None:
        """The next touch of the station's own rehearsal."""
        self._touch(self._next(card))

    def _leave_map(self, name: str) -> bool:
        """Touch `name` while the map is there; whether it is left."""
        station = self._kiosk.shell.station_now
        if station.phase == "map" and self._finger.find(name):
            self._touch(Move(name))
        return bool(station.phase != "map")

    def _next(self, card: StationCard) -> Move:
        """What the station's rehearsal does next. Waits while it is busy."""
        moves: list[Move | None] = [None]

        def ready() -> bool:
            shell = self._kiosk.shell
            if shell.station_now is None:  # nobody touched for too long, where the clock runs fast
                raise NotThereError(f"{card.key} was left")
            moves[0] = card.rehearse(shell.station_now, self._finger.names(), self._random)
            return moves[0] is not None

        self._finger.wait(ready, f"a move at {card.key}")
        move = moves[0]
        assert move is not None
        return move

    def _touch(self, move: Move) -> None:
        self._finger.wait(lambda: self._finger.find(move.touch), f"“{move.touch}”")
        self._before(move)
        self._finger.touch_together([move.touch, *move.also], at=move.at, quick=move.quick)

    def _at(self, screen: str) -> None:
        self._finger.wait(lambda: self._kiosk.shell.now == screen, f"screen {screen}")
