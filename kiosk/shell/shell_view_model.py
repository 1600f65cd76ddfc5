"""The shell: which screen is shown, whose visit it is, and how both end."""

import gc
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.ages import band_of
from kiosk.core.events import (
    Event,
    LanternLit,
    SatisfactionGiven,
    VisitEnded,
    VisitorNamed,
    VisitStarted,
)
from kiosk.core.ids import uuid7
from kiosk.core.visit import Visit
from kiosk.core.words import say
from kiosk.shell.aloud import Aloud
from kiosk.shell.base_facts import BaseFacts
from kiosk.shell.idle import Idle, IdleWatch
from kiosk.shell.parts import ShellParts
from kiosk.shell.preferences import Preferences, Switches
from kiosk.shell.resting import Resting
from kiosk.shell.snapshot import Snapshot
from kiosk.shell.taking import Taking
from kiosk.shell.wall_show import WallShow
from kiosk.shell.who import WhoViewModel
from kiosk.stations.station import StationCard, StationContext, StationResult

QML_IMPORT_NAME = "kiosk.shell"
QML_IMPORT_MAJOR_VERSION = 1
TICK_MS = 250
WAITING = ("attract", "class", "closed")
"""The screens while nobody is in a visit."""


class _Aloud:
    """The station's ReadAloud: goes through the shell, which knows language and mute."""

    def __init__(self, shell: "ShellViewModel") -> None:
        self._shell = shell

    def read(self, text: str, manner: str = "") -> None:
        self._shell.aloud_now.read(text, manner)

    def stop(self) -> None:
        self._shell.stopReading()


def _let_go(gone: list[QObject | None]) -> None:
    """Drop view models whose screens are gone, and the cycles that their signals make."""
    gone.clear()
    gc.collect()


@QmlElement
class ShellViewModel(QObject):
    """`screen` is one of attract, home, who, station, result, lit, certificate, thanks, staff, class, closed.

    Worry and countdown lie above it. In the place of attract: `class`, a class's forms; `closed`, the hours of rest.
    """

    screenChanged = Signal()
    textsChanged = Signal()
    lanternsChanged = Signal()
    idleChanged = Signal()
    readingChanged = Signal()
    worryChanged = Signal()

    def __init__(self, parts: ShellParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self.switches = Preferences(self._defaults(), self)
        self.base_facts = BaseFacts(parts, lambda: self.switches.now.language, self)
        self.taking_now = Taking(parts, self.base_facts, lambda: self.switches.now.language, self)
        self.wall_show = WallShow(parts, self.switches, self)
        self._who = WhoViewModel(parts.random, self)
        self.switches.changed.connect(lambda: parts.silence(self.switches.now.muted))
        self.switches.languageChanged.connect(self.base_facts.changed)
        self.switches.languageChanged.connect(self._greet)
        self.switches.languageChanged.connect(self.taking_now.refresh)
        self._idle = IdleWatch(parts.clock, *self._idle_times())
        self.resting = Resting(parts, self._is_free, lambda: self.switches.now.language, self)
        self.resting.changed.connect(self._rest_changed)
        self._screen = "closed" if self.resting.is_closed else "attract"
        self._lanterns = parts.lanterns_today()
        self._visit: Visit | None = None
        self._card: StationCard | None = None
        self._station: Any = None
        self._staff: Any = None
        self._result: StationResult | None = None
        self._greeting = self._goodbye = ""
        self._countdown = -1
        self._worry = self._reading = self._named = False
        self._met: set[str] = set()
        self._kept: dict[str, int] = {}
        self._sayings: list[str] = []
        self._abilities: dict[int, Any] = {}
        self._resumed: Mapping[str, Any] = {}
        self._heard: Callable[[str], None] | None = None
        parts.lesson.changed = self._lesson_changed
        self.aloud_now = Aloud(parts.speech, parts.thread.post, lambda: self.switches.now.muted, self)
        self.aloud_now.changed.connect(self._look_at_reading)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)

    # What Python asks: Qt's properties are no plain values for a type checker

    @property
    def now(self) -> str:
        """The present screen."""
        return self._screen

    @property
    def station_now(self) -> Any:
        """The present station's view model, or `None`."""
        return self._station

    @property
    def who_now(self) -> WhoViewModel:
        """What was picked before the first station."""
        return self._who

    # What QML shows

    @Property(str, notify=screenChanged)
    def screen(self) -> str:
        return self._screen

    @Property(QObject, constant=True)
    def preferences(self) -> QObject:
        return self.switches

    @Property(int, notify=lanternsChanged)
    def lanterns(self) -> int:
        return self._lanterns

    @Property(QObject, constant=True)
    def base(self) -> QObject:
        return self.base_facts

    @Property(QObject, constant=True)
    def taking(self) -> QObject:
        return self.taking_now

    @Property(QObject, constant=True)
    def aloud(self) -> QObject:
        return self.aloud_now

    @Property(QObject, constant=True)
    def wallShow(self) -> QObject:
        return self.wall_show

    @Property(QObject, constant=True)
    def rest(self) -> QObject:
        return self.resting

    @Property(str, notify=textsChanged)
    def greeting(self) -> str:
        return self._greeting

    @Property(list, notify=textsChanged)
    def stations(self) -> list[dict[str, Any]]:
        return [
            {"key": one.key, "name": self._say(one.name), "tagline": self._say(one.tagline), "building": one.building}
            for one in self._parts.stations
        ]

    @Property(QObject, notify=screenChanged)
    def station(self) -> Any:
        return self._station

    @Property(QUrl, notify=screenChanged)
    def stationQml(self) -> QUrl:
        return QUrl.fromLocalFile(str(self._card.qml)) if self._card and self._station else QUrl()

    @Property(str, notify=screenChanged)
    def goodbye(self) -> str:
        return self._goodbye

    @Property(QUrl, constant=True)
    def staffQml(self) -> QUrl:
        return QUrl.fromLocalFile(str(self._parts.staff_qml))

    @Property(QObject, notify=screenChanged)
    def staff(self) -> Any:
        return self._staff

    @Property(QObject, notify=screenChanged)
    def lesson(self) -> Any:
        """The forms of the class that is here, or `None`."""
        return self._parts.lesson.screen

    @Property(QUrl, constant=True)
    def lessonQml(self) -> QUrl:
        return QUrl.fromLocalFile(str(self._parts.lesson.qml))

    @Property(dict, notify=screenChanged)
    def result(self) -> dict[str, Any]:
        one = self._result
        if one is None:
            return {}
        return {
            "title": one.title, "answered": one.answered, "right": one.right, "stars": one.stars,
            "lanterns": one.lanterns, "picture": one.picture, "learned": list(one.learned), "tally": one.tally,
        }  # fmt: skip

    @Property(str, notify=screenChanged)
    def resultStation(self) -> str:
        return self._result.station if self._result else ""

    @Property(int, notify=idleChanged)
    def countdown(self) -> int:
        """Seconds until the visit ends for want of anybody; -1 while somebody is there."""
        return self._countdown

    @Property(bool, notify=readingChanged)
    def reading(self) -> bool:
        return self._reading

    @Property(bool, notify=worryChanged)
    def worryOpen(self) -> bool:
        return self._worry

    @Property(dict, notify=worryChanged)
    def worryTexts(self) -> dict[str, Any]:
        return self._parts.texts.worry[self.switches.now.language]

    @Property(QObject, constant=True)
    def who(self) -> QObject:
        return self._who

    # What QML asks

    @Slot()
    def touched(self) -> None:
        """Any finger anywhere. The countdown goes with the next tick: it must catch this very touch itself."""
        self._idle.touched()
        self.resting.touched()
        if self.wall_show.showing:
            self.look_at_wall()

    @Slot(str)
    def scanned(self, text: str) -> None:
        """A scanner typed: for staff, or the station that asks for a card; what nobody asks for is dropped."""
        if self._staff is not None:
            self._staff.scanned(text)
        elif self._heard is not None:
            self.touched()
            self._heard(text)

    @Slot(str)
    def readingTextShown(self, text: str) -> None:
        """A text to be read stands on the screen."""
        self._idle.allow_reading(text)

    @Slot()
    def enter(self) -> None:
        """The attract screen was touched: a visit begins."""
        if self._visit is not None:
            return
        self._visit = Visit(uuid7(self._parts.clock.utc_ms()), self._parts.origin)
        self._begin_taking()
        label = self._parts.lesson.class_label
        self._who.class_picked = label if label in self._parts.setting("classes") else ""
        self._record(VisitStarted(self.switches.now.language), None)
        self._parts.play("open")
        self._idle.touched()
        self._timer.start()
        self.goHome()

    @Slot()
    def goHome(self) -> None:
        self._greet()
        self._show("lit" if self._newly_lit() else "home")

    @Slot()
    def openCertificate(self) -> None:
        self._show("certificate")

    @Slot(str)
    def openStation(self, key: str) -> None:
        """A station was touched; who plays is asked once a visit."""
        self._card = next(one for one in self._parts.stations if one.key == key)
        if self._named:
            self.start()
        else:
            language = self.switches.now.language
            names = [one[language] for one in self._parts.texts.nicknames]
            self._who.ask(self._card.max_players, list(self._parts.setting("classes")), names)
            self._show("who")

    @Slot()
    def start(self) -> None:
        """Open the chosen station for the players that were chosen."""
        assert self._card is not None and self._visit is not None
        if not self._named:
            self._named = True
            if self._who.class_picked or self._who.nickname_picked:
                self._record(VisitorNamed(self._who.class_picked, self._who.nickname_picked), None)
        self._station = self._card.make_view_model(self._context())
        self._show("station")

    @Slot()
    def leave(self) -> None:
        """The leave button of the present screen."""
        self.stopReading()
        self._parts.play("close")
        if self._screen == "home":
            self.showThanks()
        else:
            self.goHome()

    @Slot()
    def showThanks(self) -> None:
        self._goodbye = self._parts.random.choice(self._parts.texts.goodbyes[self.switches.now.language])
        self._show("lit" if self._newly_lit() else "thanks")

    @Slot(int)
    def rate(self, face: int) -> None:
        """One of the three faces; the visit ends."""
        self._record(SatisfactionGiven(face), None)
        self._parts.play("thanks")
        self.endVisit()

    @Slot()
    def endVisit(self) -> None:
        self._end("left")

    @Slot()
    def openWorry(self) -> None:
        self.stopReading()
        self._worry = True
        self.worryChanged.emit()

    @Slot()
    def closeWorry(self) -> None:
        self.stopReading()
        self._worry = False
        self.worryChanged.emit()

    @Slot(str)
    def readAloud(self, text: str) -> None:
        """Read `text`, or be quiet when something is being read."""
        if self._reading:
            self.stopReading()
        else:
            self.aloud_now.read(text)

    @Slot()
    def stopReading(self) -> None:
        self.aloud_now.stop()

    @Slot(str)
    def play(self, sound: str) -> None:
        self._parts.play(sound)

    @Slot()
    def openStaff(self) -> None:
        """The hidden corner was held."""
        if self._visit is not None:
            self._end("left")
        self._staff = self._parts.make_staff(self.closeStaff)
        self._show("staff")

    @Slot()
    def closeStaff(self) -> None:
        """Staff are done; what they set holds from now on."""
        self.switches.reset(self._defaults())
        self._lanterns = self._parts.lanterns_today()
        self.lanternsChanged.emit()
        self._show("attract")

    # What happens

    def come_back(self) -> None:
        """A screen before this one died in the middle of a visit: go on with it, if somebody can still be there."""
        left = self._parts.snapshot.take()
        if left is None:
            return
        visit = Visit(left.visit, self._parts.origin)
        known = {one.key: one for one in self._parts.stations}
        stale = self._parts.snapshot.age_ms(left) > self._idle.reset_ms
        if stale or left.origin != visit.origin or left.station not in ("", *known):
            self._parts.record(VisitEnded("restarted"), replace(visit, origin=left.origin), None)
            return
        self._visit, self._named = visit, True
        self._who.count = left.players
        self._met, self._kept, self._resumed = set(left.met), dict(left.kept), left.state
        self._begin_taking()
        self.switches.restore(Switches(**left.switches))
        self._idle.touched()
        self._timer.start()
        self._card = known.get(left.station)
        if self._card:
            self.start()
        else:
            self.goHome()

    def _remember(self, station: str, state: Mapping[str, Any]) -> None:
        """Keep where the visit stands, for `come_back`."""
        if self._visit is None:
            return
        self._parts.snapshot.write(
            Snapshot(
                visit=self._visit.id,
                origin=self._visit.origin,
                players=self._who.count,
                switches=asdict(self.switches.now),
                station=station,
                state=state,
                met=tuple(self._met),
                kept=self._kept,
            )
        )

    def shut(self) -> None:
        """The program ends: nothing of the shell may act any more."""
        self._timer.stop()
        self.resting.end()
        self.wall_show.end()
        if self._station is not None:
            self._station.close()
        if self._staff is not None:
            self._staff.close(wait=True)

    def tick(self) -> None:
        """Look whether anybody is still there."""
        state, left = self._idle.look()
        if state is Idle.GONE:
            self._end("idle")
        else:
            self._set_countdown(left if state is Idle.COUNTDOWN else -1)
            self.taking_now.look()

    def look_at_wall(self) -> None:
        """Works of the wall come in turn with the demo while nobody is there; from the demo on after every touch."""
        self.wall_show.end()
        if self._screen == "attract" and not self.resting.is_asleep:
            self.wall_show.begin()

    def _greet(self) -> None:
        """Another line of the guide, in the present language; the stations' names follow."""
        line = self._parts.random.choice(self._parts.texts.greetings[self.switches.now.language])
        self._greeting = self.base_facts.named(line)
        self.textsChanged.emit()

    def _newly_lit(self) -> bool:
        """Whether the last station's result is left: thanks for all of them come first, once."""
        return self._screen == "result" and self.taking_now.newly_lit()

    def _begin_taking(self) -> None:
        assert self._visit is not None
        self.taking_now.begin(self._visit.id, self._kept, self._nickname)

    def _nickname(self) -> str:
        """Of the one child of this visit; several share a certificate with a line to write on."""
        return self._who.nickname_picked if self._who.count == 1 else ""

    def _finish(self, result: StationResult) -> None:
        self._result = result
        self.taking_now.finished(result)
        self._parts.play("level-won" if result.stars else "lantern")
        self._show("result")

    def _end(self, why: str) -> None:
        """The visit is over; nothing of the child stays in the screen or in memory."""
        self.stopReading()
        self._timer.stop()
        # A station that was left says so as it goes off the screen: while the visit still lasts.
        self._show("attract")
        if self._visit is not None:
            self._record(VisitEnded(why), None)
        self._visit = None
        self._parts.snapshot.erase()
        self._named = self._worry = False
        self._who.forget()
        self.taking_now.forget()
        self._met, self._kept, self._abilities, self._sayings = set(), {}, {}, []
        self.switches.reset(self._defaults())
        self._idle.countdown_ms, self._idle.reset_ms = self._idle_times()
        self._set_countdown(-1)
        self.worryChanged.emit()

    def _show(self, screen: str) -> None:
        """Change the screen; what belonged to the old one goes once QML has let go of it."""
        if screen == "attract":
            screen = self._waiting()
        gone = [self._station if screen != "station" else None, self._staff if screen != "staff" else None]
        if screen != "station" and self._station is not None:
            self._station.close()
            self._station = None
            self._listen(None)
            if self._parts.snapshot.kept:
                self._remember("", {})
        if screen != "staff" and self._staff is not None:
            self._staff.close()  # it lives on for a moment, and may do nothing more
            self._staff = None
        if screen not in ("result", "station"):
            self._result = None
        self._screen = screen
        self._parts.lesson.stands(screen == "class")
        self.look_at_wall()
        self.taking_now.turn_page()
        self._idle.allow_reading("")
        self.screenChanged.emit()
        # The Loader deletes its item in a later turn of the event loop; the view model must outlive it.
        QTimer.singleShot(200, lambda: _let_go(gone))

    def _lesson_changed(self) -> None:
        """A class's forms begin or are over: they, or attract, stand where nobody is in a visit."""
        if self._screen in WAITING:
            self.stopReading()
            self._show("attract")
        QTimer.singleShot(200, self._parts.lesson.let_go)

    def _waiting(self) -> str:
        """What stands where nobody is in a visit."""
        if self._parts.lesson.screen is not None:
            return "class"
        return "closed" if self.resting.is_closed else "attract"

    def _is_free(self) -> bool:
        """Whether nobody is in a visit, a class or behind the PIN."""
        return self._screen in ("attract", "closed")

    def _rest_changed(self) -> None:
        """The base opens or closes, or the screen sleeps or wakes."""
        if self._screen in WAITING and self._screen != self._waiting():
            self._show("attract")
        elif self._is_free():
            self.look_at_wall()

    def _context(self) -> StationContext:
        visit = self._visit
        assert visit is not None and self._card is not None
        resumed, self._resumed = self._resumed, {}
        return StationContext(
            visit=visit,
            players=self._who.count,
            language=self.switches.now.language,
            record=self._record,
            items=self._parts.items(band_of(self._who.class_picked)),
            say=self._say,
            read_aloud=_Aloud(self),
            play=self._parts.play,
            clock=self._parts.clock,
            random=self._parts.random,
            finish=self._finish,
            leave=self.goHome,
            content=self._parts.content,
            keep_text=self._parts.keep_text,
            booth=self._parts.booth,
            wall=self._parts.wall,
            voices=self._parts.voices(),
            returns=self._parts.returns(self._who.class_picked, visit.id),
            listen=self._listen,
            ages=band_of(self._who.class_picked),
            bridge=self._parts.bridge,
            met=self._met,
            kept=self._kept,
            sayings=self._sayings,
            abilities=self._abilities,
            snapshot=partial(self._remember, self._card.key),
            stay=self._stay,
            resumed=resumed,
        )

    def _listen(self, heard: Callable[[str], None] | None) -> None:
        """Who hears the scanner from now on."""
        self._heard = heard

    def _stay(self, busy: bool) -> None:
        """Something goes on at the station without a touch: the idle clock stands as long."""
        (self._idle.hold if busy else self._idle.release)("station")

    def _record(self, event: Event, then: Callable[[bool], None] | None) -> None:
        """Hand an event of this visit on; a lantern is counted once it is kept."""
        assert self._visit is not None
        self._parts.record(event, self._visit, partial(self._lit, then) if isinstance(event, LanternLit) else then)

    def _lit(self, then: Callable[[bool], None] | None, kept: bool) -> None:
        self._lanterns += 1
        self.lanternsChanged.emit()
        if then:
            then(kept)

    def _defaults(self) -> Switches:
        setting = self._parts.setting
        return Switches(
            language=setting("language"),
            pinyin=setting("pinyin_default"),
            calm=setting("calm_default"),
            left_handed=setting("hand") == "left",
        )

    def _idle_times(self) -> tuple[int, int]:
        setting = self._parts.setting
        return setting("idle_countdown_s") * 1000, setting("idle_reset_s") * 1000

    def _say(self, code: str, **params: object) -> str:
        return say(code, self.switches.now.language, **params)

    def _look_at_reading(self) -> None:
        """Whether something is being read: the idle clock stands as long."""
        reading = self.aloud_now.on
        if reading != self._reading:
            self._reading = reading
            (self._idle.hold if reading else self._idle.release)("reading")
            self.readingChanged.emit()

    def _set_countdown(self, seconds: int) -> None:
        if seconds != self._countdown:
            self._countdown = seconds
            self.idleChanged.emit()
