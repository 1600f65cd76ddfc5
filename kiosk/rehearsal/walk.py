"""One whole visit by synthetic touch through the real screens, taking pictures on the way."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

from kiosk.app import Kiosk
from kiosk.classroom import Asked
from kiosk.core.clock import ShiftedClock
from kiosk.rehearsal.finger import NotThereError, hurried, until
from kiosk.rehearsal.report import Report
from kiosk.stations.station import Move, StationCard

STILL_MS = 250
"""A screen that has drawn nothing for so long stands still."""
STILL_PATIENCE_MS = 2_500
"""The attract screen never stands still."""
MOST_MOVES = 260


class Walk:
    """Leads a finger through attract, home, every station, thanks, idle and the staff door."""

    def __init__(self, kiosk: Kiosk, clock: ShiftedClock, report: Report, out: Path, random: Random) -> None:
        self._kiosk, self._clock, self._report, self._out, self._random = kiosk, clock, report, out, random
        self._finger = hurried(kiosk.engine, kiosk.window)
        self._size = f"{kiosk.window.width()}x{kiosk.window.height()}"
        self._touched = time.perf_counter()
        self._seen: set[tuple[str, str]] = set()

    def run(self) -> None:
        """The whole walk. What cannot be reached is a fault, and the walk goes on with the next part."""
        parts: list[tuple[str, Callable[[], None]]] = [("shell", self._arrive)]
        parts += [(card.key, partial(self._station, card)) for card in self._kiosk.stations]
        parts += [("shell", self._leave), ("shell", self._idle), ("staff", self._staff)]
        parts += [("shell", self._class)]
        for name, part in parts:
            try:
                part()
            except NotThereError as error:
                self._report.faults.append(f"{name} not reached: {error}")
                self._kiosk.shell.goHome()
        self._report.touches_ms += self._finger.touch_to_frame_ms

    def _arrive(self) -> None:
        self._look("shell", "attract")
        self._touch("enter")
        self._at("home")
        self._look("shell", "home")
        self._switches()
        self._worry()

    def _at(self, screen: str) -> None:
        self._finger.wait(lambda: self._kiosk.shell.now == screen, f"screen {screen}")

    def _touch(self, name: str, hold_ms: int = 0) -> None:
        self._touched = time.perf_counter()
        self._finger.touch(name, hold_ms=hold_ms)

    def _look(self, station: str, name: str) -> None:
        """Wait until the screen stands still, which is when it draws no more frames, and take its picture."""
        window, drawn = self._kiosk.window, [time.perf_counter()]
        connection = window.frameSwapped.connect(lambda: drawn.append(time.perf_counter()))
        until(lambda: time.perf_counter() - drawn[-1] > STILL_MS / 1000, STILL_PATIENCE_MS)
        window.frameSwapped.disconnect(connection)
        picture = window.grabWindow()
        # A grab leaves the whole window to be drawn anew: let that frame pass before touches are measured.
        window.update()
        ms = (drawn[-1] - self._touched) * 1000
        self._report.look(self._out, picture, station, name, ms, self._size)

    def _switches(self) -> None:
        """Each switch of the home screen, there and back; pinyin and English get a picture. English has no pinyin."""
        for name, picture in (("pinyin", "home-pinyin"), ("language", "home-english"), ("hand", ""), ("calm", "")):
            if not self._finger.find(name):
                continue
            self._touch(name)
            if picture:
                self._look("shell", picture)
            self._touch(name)

    def _worry(self) -> None:
        self._touch("worry")
        self._finger.wait(lambda: self._finger.find("worry-close"), "the worry page")
        self._look("shell", "worry")
        self._touch("worry-close")

    def _station(self, card: StationCard) -> None:
        """Enter, say who plays if asked, play by the station's own rehearsal to the result card, back home."""
        self._touch(f"station-{card.key}")
        self._finger.wait(lambda: self._kiosk.shell.now in ("who", "station"), "who or station")
        if self._kiosk.shell.now == "who":
            self._touch("nickname-0")
            if card.max_players > 1:
                self._touch("players-2")
            self._look("shell", "who")
            self._touch("primary")
        self._at("station")
        for _ in range(MOST_MOVES):
            if self._kiosk.shell.now != "station":
                break
            self._step(card)
        self._at("result")
        self._look("shell", f"result-{card.key}")
        self._touch("primary")
        self._finger.wait(lambda: self._kiosk.shell.now in ("home", "lit"), "home or the lit canal")
        if self._kiosk.shell.now == "lit":
            self._look("shell", "lit")
            self._touch("leave")
            self._at("home")
            self._look("shell", "home-stamped")

    def _step(self, card: StationCard) -> None:
        """One move of the station's rehearsal."""
        moves: list[Move | None] = [None]

        def ready() -> bool:
            if self._kiosk.shell.now != "station":
                return True  # its last move came to an end only now
            names = self._finger.names()
            sight = next((one for one in card.sights if one in names and (card.key, one) not in self._seen), "")
            self._seen.add((card.key, sight))
            move = card.rehearse(self._kiosk.shell.station_now, names, self._random)
            moves[0] = Move(sight, move.picture if move else "") if sight else move
            return moves[0] is not None

        self._finger.wait(ready, f"a move at {card.key}")
        move = moves[0]
        if move is None:
            return
        if move.picture and (card.key, move.picture) not in self._seen:
            self._seen.add((card.key, move.picture))
            self._look(card.key, move.picture)
        self._touched = time.perf_counter()
        try:
            self._finger.touch_together([move.touch, *move.also], at=move.at, quick=move.quick)
        except NotThereError:
            # What ends by itself, such as a take, may end just before the finger comes: then another move is due.
            now = self._kiosk.shell.station_now
            following = card.rehearse(now, self._finger.names(), self._random) if now is not None else None
            if following is not None and following.touch == move.touch:
                raise
        self._finger.rest(10)

    def _leave(self) -> None:
        self._touch("leave")
        self._at("thanks")
        self._look("shell", "thanks")
        self._touch("my-certificate")
        self._at("certificate")
        self._look("shell", "certificate")
        self._touch("primary")
        self._at("thanks")
        self._touch("face-3")
        self._at("attract")

    def _idle(self) -> None:
        """A visitor walks away: the countdown by a stepped clock, then attract."""
        self._touch("enter")
        self._at("home")

        def asked() -> bool:
            self._clock.step(100)
            return self._finger.find("still-here") is not None

        self._finger.wait(asked, "the countdown")
        self._look("shell", "countdown")
        self._clock.step(60_000)
        self._at("attract")

    def _staff(self) -> None:
        self._touch("staff-door", hold_ms=3_300)
        self._at("staff")
        self._look("staff", "door")
        self._kiosk.shell.closeStaff()
        self._at("attract")

    def _class(self) -> None:
        """A class does a form: as many children as the screen bears, at the same moment."""
        self._kiosk.classroom.start(Asked("", "pre"), "teacher")
        self._at("class")
        self._finger.wait(lambda: self._finger.find("quarter-1-primary"), "the first place")
        self._look("shell", "class-ready")
        screen = self._kiosk.lesson.screen
        assert screen is not None
        numbers = range(1, len(screen.quarters) + 1)
        confirm = [f"quarter-{number}-primary" for number in numbers]
        self._finger.touch_together(confirm)
        self._finger.wait(lambda: all(one.settled for one in screen.quarters), "the first messages")
        while any(one.now == "question" for one in screen.quarters):
            chosen = [f"quarter-{number}-option-{self._random.randrange(3)}" for number in numbers]
            self._finger.touch_together(chosen, quick=True)
            if ("shell", "class-form") not in self._seen:
                self._seen.add(("shell", "class-form"))
                self._look("shell", "class-form")
            while turns := [f"quarter-{number}-message-turn" for number in numbers if self._unread(number)]:
                self._finger.touch_together(turns)
            self._finger.touch_together(confirm)
            self._finger.wait(lambda: all(one.settled for one in screen.quarters), "the next messages")
        self._look("shell", "class-done")
        self._kiosk.classroom.end()
        self._at("attract")

    def _unread(self, number: int) -> bool:
        """Whether the message at a place has pages that were not open yet."""
        turn = self._finger.find(f"quarter-{number}-message-turn")
        return turn is not None and not turn.property("seen")
