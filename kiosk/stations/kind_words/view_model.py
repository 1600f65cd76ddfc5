"""理性表达 on the screen: scene by scene, put together → said → taken back and mended; then all that was said."""

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.events import Event, StationOpened
from kiosk.stations.kind_words import rules
from kiosk.stations.kind_words.facts import STATION, answered, finished, lit, result
from kiosk.stations.kind_words.rules import Talk
from kiosk.stations.kind_words.run import LENGTHS, Run, draw, keep, moved, onward, restore, start
from kiosk.stations.kind_words.run import answered as counted
from kiosk.stations.kind_words.scene import Scene, read_scenes
from kiosk.stations.kind_words.shown import reading, show_won
from kiosk.stations.kind_words.talk_view_model import TalkViewModel
from kiosk.stations.station import StationContext, record_all

QML_IMPORT_NAME = "kiosk.stations.kind_words"
QML_IMPORT_MAJOR_VERSION = 1
log = logging.getLogger(__name__)


@QmlElement
class KindWordsViewModel(QObject):
    """`phase` is talk (putting together, then what it was worth) or won."""

    phaseChanged = Signal()
    barChanged = Signal()
    readingChanged = Signal()

    def __init__(self, context: StationContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        scenes = read_scenes(context.content.brought("scenes"))
        self._run = self._came_back(scenes) or self._fresh(scenes)
        self._board = TalkViewModel(context, self._run.talk, self._hand_moved, self)
        self._phase = "talk"
        self._busy = self._closed = self._over = False
        self._appeared_ms = context.clock.monotonic_ms()
        context.record(StationOpened(STATION, context.players), None)

    # What a rehearsal and tests ask

    @property
    def now(self) -> str:
        """The phase."""
        return self._phase

    @property
    def run_now(self) -> Run:
        """The run as it stands."""
        return self._run

    @property
    def talk_now(self) -> Talk:
        """The scene at play as it stands."""
        return self._run.talk

    @property
    def hanging(self) -> bool:
        """Whether something is on its way to the disk."""
        return self._busy

    # What QML shows

    @Property(str, notify=phaseChanged)
    def phase(self) -> str:
        return self._phase

    @Property(str, constant=True)
    def title(self) -> str:
        return self._say("name")

    @Property(str, notify=barChanged)
    def subtitle(self) -> str:
        """What the scene is about: 对事不对人, 会道歉 or 会撤回."""
        return self._say("tagline" if self._phase == "won" else f"theme_{self._run.talk.scene.theme}")

    @Property(QObject, constant=True)
    def board(self) -> Any:
        return self._board

    @Property(dict, notify=phaseChanged)
    def won(self) -> dict[str, Any]:
        return show_won(self._run, self._context.say) if self._phase == "won" else {}

    @Property(int, notify=barChanged)
    def done(self) -> int:
        return len(self._run.solved)

    @Property(int, constant=True)
    def total(self) -> int:
        return len(self._run.talks)

    @Property(int, notify=barChanged)
    def player(self) -> int:
        """Whose turn it is, where several play; else 0."""
        return self._run.talk.player if self._run.players > 1 else 0

    @Property(str, notify=barChanged)
    def playerText(self) -> str:
        return self._say("turn", player=self.player) if self.player else ""

    @Property(bool, notify=barChanged)
    def composing(self) -> bool:
        """Whether a sentence is being put together."""
        return self._phase == "talk" and not self._run.talk.sent

    @Property(bool, notify=barChanged)
    def asking(self) -> bool:
        """Whether the present scene still waits for a good sentence."""
        return self._phase == "talk" and not self._run.talk.solved

    @Property(bool, notify=barChanged)
    def hinted(self) -> bool:
        """Whether the places tell what they may say."""
        return self._run.talk.hinted

    @Property(str, notify=barChanged)
    def primaryLabel(self) -> str:
        talk = self._run.talk
        if self._phase == "won":
            return self._say("to_card")
        if not talk.sent:
            return self._say("say_it")
        if not talk.solved:
            return self._say("take_back")
        return self._say("to_end" if self._run.last else "next")

    @Property(bool, notify=barChanged)
    def primaryUsable(self) -> bool:
        return not self._busy and (not self.composing or self._run.talk.ready)

    @Property(str, notify=barChanged)
    def primaryHint(self) -> str:
        return self._say("pick_first") if self.composing and not self._run.talk.ready else ""

    @Property(str, notify=readingChanged)
    def readingText(self) -> str:
        if self._phase == "won":
            shown = show_won(self._run, self._context.say)
            return f"{shown['title']}。{''.join(one['text'] for one in shown['said'])}{shown['booth']}"
        return reading(self._run.talk, self._context.say)

    # What QML asks

    @Slot()
    def primary(self) -> None:
        """The primary button: say it, take it back, go on, finish."""
        if not self.primaryUsable:
            return
        if self._phase == "won":
            self._closed = True
            self._context.snapshot({})
            self._context.finish(result(self._run, self._context.say))
        elif not self._run.talk.sent:
            self._send()
        elif not self._run.talk.solved:
            self._context.play("close")
            self._set(moved(self._run, rules.take_back(self._run.talk)))
        elif self._run.last:
            self._end()
        else:
            self._context.play("open")
            self._appeared_ms = self._context.clock.monotonic_ms()
            self._set(onward(self._run))

    @Slot()
    def hint(self) -> None:
        """Let the places tell what they may say."""
        if self.composing:
            self._context.play("choose")
            self._set(moved(self._run, rules.hint(self._run.talk)))

    def close(self) -> None:
        """The station goes off the screen; a run that did not come to its end is recorded as such."""
        if not self._closed and not self._over and self._run.firsts:
            self._context.record(finished(self._run), None)
        self._closed = True

    # What happens

    def _hand_moved(self) -> None:
        self._run = moved(self._run, self._board.talk)
        self._tell()

    def _send(self) -> None:
        """The sentence is said: facts first, then the other child's answer."""
        run = counted(moved(self._run, rules.send(self._run.talk)))
        talk = run.talk
        events: list[Event] = []
        if talk.tries == 1:
            hash = self._context.keep_text(talk.scene.item)
            self._context.met.add(hash)
            events.append(answered(talk, hash, self._context.clock.monotonic_ms() - self._appeared_ms))
        if talk.solved:
            events.append(lit(talk))
        self._hang(events, lambda: self._sent(run))

    def _sent(self, run: Run) -> None:
        if run.talk.solved:
            self._context.sayings.append(run.talk.text)
        self._context.play("right" if run.talk.solved else "try-again")
        self._set(run)

    def _end(self) -> None:
        """The run is over: recorded first, then all that was said is shown."""
        self._over = True
        self._hang([finished(self._run)], self._show_won)

    def _show_won(self) -> None:
        self._context.play("lantern")
        self._phase = "won"
        self.phaseChanged.emit()
        self._tell()

    def _set(self, run: Run) -> None:
        self._run = run
        self._board.set(run.talk)
        self._tell()

    def _tell(self) -> None:
        self._context.snapshot(keep(self._run))
        self.barChanged.emit()
        self.readingChanged.emit()

    def _hang(self, events: Sequence[Event], then: Callable[[], None]) -> None:
        """Hand `events` to the journal; `then` once the last is on disk, or only in memory and staff know of it."""
        if not events:
            then()
            return
        self._busy = True
        self.barChanged.emit()

        def kept() -> None:
            if not self._closed:
                self._busy = False
                then()

        record_all(self._context.record, events, kept)

    def _fresh(self, scenes: Sequence[Scene]) -> Run:
        context = self._context
        picked = draw(scenes, LENGTHS[context.players], context.met, context.random, context.ages)
        return start(picked, context.players, context.random.randrange(2**31))

    def _came_back(self, scenes: Sequence[Scene]) -> Run | None:
        """Where the last screen stood before it died; what does not fit any more begins anew."""
        state: Mapping[str, Any] = self._context.resumed
        if not state:
            return None
        try:
            return restore(state, scenes)
        except (KeyError, TypeError, ValueError, IndexError) as error:
            log.warning("the way back does not fit: %r", error)
            return None

    def _say(self, name: str, **params: object) -> str:
        return self._context.say(f"{STATION}.{name}", **params)
