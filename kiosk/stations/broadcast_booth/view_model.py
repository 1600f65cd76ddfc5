"""童声播报站 on the screen: shelf → script → level check → count-in → take → listening → what becomes of it → card."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.booth import LEAST_S, Armed, Heard, Kept, Played, Rendered, Rights, Started, TakeEnd, Told, Trouble
from kiosk.core.events import Event, StationOpened
from kiosk.stations.broadcast_booth import rules
from kiosk.stations.broadcast_booth.facts import STATION, finished, lit, recorded, result
from kiosk.stations.broadcast_booth.prompter_view_model import PrompterViewModel
from kiosk.stations.broadcast_booth.rules import Phase
from kiosk.stations.broadcast_booth.scripts import Piece, cast, read_pieces, sayings_piece
from kiosk.stations.broadcast_booth.shelf_view_model import ShelfViewModel
from kiosk.stations.broadcast_booth.shown import (
    opening_of,
    pages,
    reading,
    show_cover,
    show_hearing,
    show_piece,
    show_releases,
)
from kiosk.stations.broadcast_booth.sound_view_model import SoundViewModel
from kiosk.stations.broadcast_booth.studio import Studio
from kiosk.stations.station import StationContext

QML_IMPORT_NAME = "kiosk.stations.broadcast_booth"
QML_IMPORT_MAJOR_VERSION = 1
BEAT_S = 1 / rules.BEATS_A_SECOND


@QmlElement
class BroadcastBoothViewModel(QObject):
    """`phase` is one of `rules.Phase`. What the booth tells comes in by `told`, on the screen's thread."""

    phaseChanged = Signal()
    stateChanged = Signal()
    clockChanged = Signal()

    def __init__(self, context: StationContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._booth = context.booth()
        self._studio = Studio(self._booth, context.voices)
        self._sound = SoundViewModel(self)
        self._prompter = PrompterViewModel(context.say, self)
        pieces = read_pieces(context.content.brought("scripts"), context.language)
        if said := sayings_piece(context.sayings, self._say("sayings")):
            pieces.insert(0, said)
        self._shelf = ShelfViewModel(context, pieces, self._picked, self)
        self._piece = next((one for one in pieces if one.id == context.resumed.get("script")), None)
        self._duet = context.players == 2
        self._choice = self._kept = ""
        self._seed = context.random.randrange(2**31)
        self._made = 0
        self._practising = self._busy = self._closed = self._over = False
        self._booth.listener = self.told
        self._phase: Phase = "closed" if self._booth.opening() else "script" if self._piece else "shelf"
        context.record(StationOpened(STATION, context.players), None)

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

    @Property(str, notify=phaseChanged)
    def subtitle(self) -> str:
        return self._say("tonight", title=self._piece.title) if self._piece else self._say("subtitle")

    @Property(QObject, constant=True)
    def shelf(self) -> Any:
        return self._shelf

    @Property(QObject, constant=True)
    def sound(self) -> Any:
        return self._sound

    @Property(QObject, constant=True)
    def prompter(self) -> Any:
        return self._prompter

    @Property(dict, notify=phaseChanged)
    def piece(self) -> dict[str, Any]:
        return show_piece(self._piece, self._context.say) if self._piece else {}

    @Property(dict, notify=phaseChanged)
    def cover(self) -> dict[str, Any]:
        return show_cover(self._piece, self._seed, self._context.say) if self._piece else {}

    @Property(bool, notify=stateChanged)
    def duet(self) -> bool:
        """Whether two read by turns."""
        return self._voices == 2

    @Property(bool, notify=stateChanged)
    def duetOffered(self) -> bool:
        """Whether a second child may read along."""
        return self._may_duet

    @Property(str, constant=True)
    def sampleNote(self) -> str:
        """Whose voice the samples are."""
        return self._say("sample_read" if self._context.content.brought("voices") else "sample_synthetic")

    @Property(str, notify=stateChanged)
    def notice(self) -> str:
        """What the booth has to say now; empty when there is nothing."""
        studio, say = self._studio, self._context.say
        if self._phase == "closed":
            return say(self._booth.opening() or "booth.closed")
        if self._phase == "script":
            return "" if self._rights.record else say("booth.consent_needed")
        if self._phase == "check":
            return say(studio.trouble or studio.check)
        return say(rules.end_code(studio.end)) if studio.end else ""

    @Property(bool, notify=stateChanged)
    def armed(self) -> bool:
        """Whether the microphone is open."""
        return self._studio.armed

    @Property(bool, notify=stateChanged)
    def good(self) -> bool:
        """Whether the level is just right."""
        return self._studio.armed and self._studio.check == "booth.level_good"

    @Property(str, notify=phaseChanged)
    def keeping(self) -> str:
        """What becomes of a take, by the base's real setting."""
        return self._say(rules.keeping(self._booth.mode(), self._rights))

    @Property(int, notify=clockChanged)
    def count(self) -> int:
        """3, 2, 1."""
        return rules.counted(self._studio.beats)

    @Property(bool, notify=phaseChanged)
    def practising(self) -> bool:
        """Whether it is read aloud without being recorded."""
        return self._practising

    @Property(float, notify=clockChanged)
    def elapsed(self) -> float:
        """Seconds of the take, or of practising."""
        return self._studio.elapsed

    @Property(int, notify=clockChanged)
    def secondsLeft(self) -> int:
        return max(0, round(self._limit_s() - self._studio.elapsed))

    @Property(float, notify=clockChanged)
    def shareUsed(self) -> float:
        """How much of a take's time has passed, 0 to 1."""
        return min(1.0, self._studio.elapsed / self._limit_s())

    @Property(dict, notify=stateChanged)
    def hearing(self) -> dict[str, Any]:
        """The take to listen to, and tips for the next."""
        return show_hearing(self._studio, self._context.say)

    @Property(bool, notify=stateChanged)
    def longEnough(self) -> bool:
        """Whether the take is no shorter than a broadcast may be."""
        return self._studio.seconds >= LEAST_S

    @Property(list, notify=stateChanged)
    def releases(self) -> list[dict[str, Any]]:
        return self._choices()

    @Property(dict, notify=phaseChanged)
    def done(self) -> dict[str, Any]:
        """The last screen."""
        return self._last_words()

    @Property(str, notify=stateChanged)
    def primaryLabel(self) -> str:
        return self._say(f"primary_{self._act()}")

    @Property(bool, notify=stateChanged)
    def primaryUsable(self) -> bool:
        rendering = self._phase == "hear" and self._studio.render == "rendering"
        opening = self._phase == "check" and not (self._studio.armed or self._studio.trouble)
        return not (self._busy or rendering or opening or self._phase == "count")

    @Property(str, notify=phaseChanged)
    def readingText(self) -> str:
        """Empty while the microphone is open or a take is listened to: nothing of ours sounds into it."""
        match self._phase:
            case "shelf":
                return self._say("shelf_reading")
            case "script" if self._piece:
                return reading(self._piece)
            case "release":
                return "".join(f"{one['title']}。{one['detail']}" for one in self._choices())
            case "done":
                return "。".join(filter(None, self._last_words().values()))
            case "trouble":
                return str(self.notice)
        return ""

    # What QML asks

    @Slot()
    def primary(self) -> None:
        """The primary button."""
        if not self.primaryUsable:
            return
        acts: dict[str, Callable[[], None]] = {
            "leave": self._context.leave,
            "check": self._check,
            "practise": self._practise,
            "start": self._count,
            "next": lambda: self._prompter.step(1),
            "stop": self.stop,
            "again": self.again,
            "release": lambda: self._show("release"),
            "heard": lambda: self._made_it(self._say("gone")),
            "settle": self._settle,
            "card": self._finish,
        }
        acts[self._act()]()

    @Slot()
    def back(self) -> None:
        """A step back: to the shelf, to the script, to the level check."""
        if self._busy:
            return
        self._context.read_aloud.stop()
        if self._phase == "count":
            self._check()
        elif self._phase == "release":
            self._show("hear")
        else:
            self._booth.disarm()
            self._context.snapshot({})
            self._show("script" if self._phase == "check" else "shelf")

    @Slot(bool)
    def setDuet(self, duet: bool) -> None:
        """One reads, or two by turns."""
        self._context.play("choose")
        self._duet = duet
        self.stateChanged.emit()

    @Slot(str)
    def sample(self, what: str) -> None:
        """Read a sample, the `opening` or the `whole`; anything else is quiet."""
        if self._piece and what in ("opening", "whole"):
            self._context.read_aloud.read(opening_of(self._piece) if what == "opening" else reading(self._piece))
        else:
            self._context.read_aloud.stop()

    @Slot(bool, bool, bool, result=list)
    def pages(self, upright: bool, pinyin: bool, duet: bool) -> list[list[dict[str, Any]]]:
        """The script in pages that the paper holds."""
        return pages(cast(self._piece, 1 + duet), upright=upright, pinyin=pinyin) if self._piece else []

    @Slot()
    def stop(self) -> None:
        """End the take, or practising."""
        if self._busy:
            return
        if self._practising:
            self._made_it(self._say("practised"))
        elif self._studio.running:
            self._studio.running = False
            self._booth.stop()

    @Slot()
    def restart(self) -> None:
        """Begin anew; what was said so far is gone."""
        if self._busy:
            return
        if self._practising:
            self._practise()
        elif self._studio.running:
            self._studio.again = True
            self.stop()

    @Slot(str)
    def play(self, what: str) -> None:
        """Play `raw` or `broadcast`, or be quiet when something plays."""
        self._studio.play(what)
        self._context.stay(bool(self._studio.playing))
        self.stateChanged.emit()

    @Slot()
    def again(self) -> None:
        """Once more; the take is gone."""
        if self._busy:
            return
        self._studio.throw_away()
        self._check()

    @Slot()
    def throwAway(self) -> None:
        """The take is gone; the shelf is there again."""
        if self._busy:
            return
        self._studio.throw_away()
        self._context.play("close")
        self._show("shelf")

    @Slot(str)
    def choose(self, release: str) -> None:
        """What shall become of the take; empty: it goes."""
        self._context.play("choose")
        self._choice = release
        self.stateChanged.emit()

    @Slot()
    def worried(self) -> None:
        """The worry page opens: nothing is recorded or played behind it."""
        if self._phase == "take":
            self.stop()
        elif self._phase == "count":
            self._check()
        elif self._studio.playing:
            self.play("")

    @Slot()
    def tick(self) -> None:
        """A twentieth of a second of practising; a take goes by what the microphone gives."""
        if self._practising and self._phase == "take" and not self._busy:
            self._beat()

    def close(self) -> None:
        """The station goes off the screen: a take under way, and one that was not kept, is gone."""
        if not self._closed and not self._over and self._piece:
            self._context.record(finished(self._piece, self._made, done=False), None)
        self._closed = True
        self._context.stay(False)
        self._booth.leave()

    # What the booth tells

    def told(self, told: Told) -> None:
        """Something happened at the booth."""
        match told:
            case Heard():
                self._heard(told)
            case TakeEnd():
                self._ended(told)
            case Kept():
                self._made_it(self._say(f"kept_{told.release}"))
            case Trouble():
                self._trouble(told)
            case Armed() | Started() | Rendered() | Played():
                self._studio.told(told)
                self._context.stay(self._phase == "take" or bool(self._studio.playing))
                self.clockChanged.emit()
        if not isinstance(told, Heard):
            self.stateChanged.emit()

    def _heard(self, heard: Heard) -> None:
        taking = self._phase == "take" and self._studio.running
        self._sound.hear(heard.level, recording=taking)
        if self._phase == "check" and heard.check != self._studio.check:
            self._studio.check = heard.check
            self.stateChanged.emit()
        elif self._phase == "count" or taking:
            self._beat()
        if self._phase == "count" and not self.count:
            self._take()

    def _beat(self) -> None:
        before = int(self._studio.elapsed)
        self._studio.beats += 1
        if self._phase == "take":
            self._prompter.beat(BEAT_S)
        if int(self._studio.elapsed) != before:
            self.clockChanged.emit()

    def _ended(self, end: TakeEnd) -> None:
        piece = self._piece
        if self._phase != "take" or piece is None:
            return
        self._made += 1
        self._context.stay(False)
        self._context.record(recorded(piece, end, self._voices), None)
        if self._studio.ended(end):
            self._count()
        else:
            self._choice = ""
            self._show(rules.after_end(end))

    def _trouble(self, trouble: Trouble) -> None:
        studio = self._studio
        if self._phase in ("check", "count"):
            studio.armed, studio.trouble = False, trouble.code
            self._sound.clear()
            self._show("check")
        elif studio.render == "rendering":
            studio.render = "failed"
        elif self._busy:
            # The rights changed under the child's hand: then nothing is kept, and that is said.
            self._busy = False
            self._made_it(self._context.say(trouble.code))

    # What happens

    def _picked(self, piece: Piece) -> None:
        self._piece = piece
        self._context.snapshot({"script": piece.id})
        self._show("script")

    def _check(self) -> None:
        """The microphone opens; nothing of ours sounds from here to the end of the take."""
        self._context.read_aloud.stop()
        self._practising = False
        self._sound.clear()
        self._studio.arm()
        self._show("check")

    def _count(self) -> None:
        self._studio.beats = 0
        self._sound.clear()
        self._begin_prompter()
        self._show("count")

    def _take(self) -> None:
        assert self._piece
        self._context.stay(True)
        self._show("take")
        self._studio.record(self._piece.script, self._limit_s())

    def _practise(self) -> None:
        """Read aloud without a microphone, or without the consent to record."""
        self._context.read_aloud.stop()
        self._booth.disarm()
        self._practising, self._studio.beats = True, 0
        self._begin_prompter()
        self._context.stay(True)
        self._show("take")

    def _settle(self) -> None:
        """What was chosen for the take happens."""
        if not self._choice:
            self._made_it(self._say("gone"))
            return
        self._busy = True
        self._booth.keep(next(one for one in self._studio.releases if one == self._choice))
        self.stateChanged.emit()

    def _made_it(self, kept: str) -> None:
        """A broadcast was made, or practised: on disk first, then the lantern."""
        assert self._piece
        self._context.stay(False)
        self._booth.hush()
        self._kept, self._busy, self._over = kept, True, True
        self.stateChanged.emit()
        events: list[Event] = [lit(self._piece), finished(self._piece, self._made, done=True)]
        self._context.record(events[0], None)
        self._context.record(events[1], self._written)

    def _written(self, _on_disk: bool) -> None:
        if not self._closed:
            self._busy = False
            self._context.play("lantern")
            self._show("done")

    def _finish(self) -> None:
        assert self._piece
        self._context.snapshot({})
        seconds = 0.0 if self._practising else self._studio.seconds
        self._closed = True
        self._context.finish(result(self._piece, seconds, self._kept, self._context.say))

    def _act(self) -> str:
        """What the primary button does, which is also the name of its word."""
        match self._phase:
            case "closed":
                return "leave"
            case "script" | "trouble":
                return "check" if self._rights.record else "practise"
            case "check":
                return "practise" if self._studio.trouble else "start"
            case "take":
                return "stop" if self._prompter.last else "next"
            case "hear" if self._studio.seconds < LEAST_S:
                return "again"
            case "hear":
                return "release" if self._studio.releases else "heard"
            case "release":
                return "settle"
            case "done":
                return "card"
        return "start"

    def _last_words(self) -> dict[str, str]:
        """After a free talk it is told whom to go to with something sad."""
        free = bool(self._piece and self._piece.free)
        title = self._say("practised_title" if self._practising else "done_title")
        return {"title": title, "kept": self._kept, "disclosure": self._say("disclosure") if free else ""}

    def _choices(self) -> list[dict[str, Any]]:
        return show_releases(self._studio.releases, self._choice, self._context.say)

    def _begin_prompter(self) -> None:
        self._prompter.begin(self._cast(), self._voices)

    def _cast(self) -> Piece:
        assert self._piece
        return cast(self._piece, self._voices)

    @property
    def _may_duet(self) -> bool:
        may = rules.may_duet(self._booth.mode(), len(self._context.voices))
        return bool(self._piece and not self._piece.free and may)

    @property
    def _voices(self) -> int:
        return 2 if self._duet and self._may_duet else 1

    @property
    def _rights(self) -> Rights:
        return self._studio.rights

    def _limit_s(self) -> float:
        return rules.limit_s(len(self._piece.text) if self._piece else 0)

    def _show(self, phase: Phase) -> None:
        if phase in ("shelf", "script"):
            self._studio.look_up_rights()
        self._phase = phase
        self.phaseChanged.emit()
        self.stateChanged.emit()
        self.clockChanged.emit()

    def _say(self, name: str, **params: object) -> str:
        return self._context.say(f"{STATION}.{name}", **params)
