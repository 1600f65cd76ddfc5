"""童声播报站 on the screen: shelf → script → level check → count-in → take → listening → what becomes of it → card."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.booth import LEAST_S
from kiosk.stations.broadcast_booth import rules, wording
from kiosk.stations.broadcast_booth.prompter_view_model import PrompterViewModel
from kiosk.stations.broadcast_booth.run import Notices, Run
from kiosk.stations.broadcast_booth.samples import MANNERS, read_by_person, recorded_texts, show_samples
from kiosk.stations.broadcast_booth.scripts import cast, read_pieces, sayings_piece
from kiosk.stations.broadcast_booth.shelf_view_model import ShelfViewModel
from kiosk.stations.broadcast_booth.shown import pages, reading, show_cover, show_hearing, show_piece
from kiosk.stations.broadcast_booth.sound_view_model import SoundViewModel
from kiosk.stations.broadcast_booth.wall_view_model import WallViewModel
from kiosk.stations.station import StationContext

QML_IMPORT_NAME = "kiosk.stations.broadcast_booth"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class BroadcastBoothViewModel(QObject):
    """The face of a `Run`: what it is at, and what a child asks of it. `phase` is one of `rules.Phase`."""

    phaseChanged = Signal()
    stateChanged = Signal()
    clockChanged = Signal()

    def __init__(self, context: StationContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._sound = SoundViewModel(self)
        self._prompter = PrompterViewModel(context.say, self)
        notices = Notices(self.phaseChanged.emit, self.stateChanged.emit, self.clockChanged.emit)
        self.run = run = Run(context, self._sound, self._prompter, notices)
        pieces = read_pieces(context.content.brought("scripts"), context.language)
        if said := sayings_piece(context.sayings, run.say("sayings")):
            pieces.insert(0, said)
        self._shelf = ShelfViewModel(context, pieces, run.picked, self)
        if left := next((one for one in pieces if one.id == context.resumed.get("script")), None):
            run.come_back(left)
        self._recorded = recorded_texts(context.content.brought("voices"))
        self._sampling = ""
        self._wall = WallViewModel(context, self)
        self._wall.changed.connect(self.stateChanged)
        self._seed = context.random.randrange(2**31)

    @property
    def hanging(self) -> bool:
        """Whether something is on its way to the disk."""
        return self.run.busy

    def close(self) -> None:
        """The station goes off the screen: a take under way, and one that was not kept, is gone."""
        self._wall.close()
        self.run.close()

    # What QML shows

    @Property(str, notify=phaseChanged)
    def phase(self) -> str:
        return self.run.phase

    @Property(str, constant=True)
    def title(self) -> str:
        return self.run.say("name")

    @Property(str, notify=phaseChanged)
    def subtitle(self) -> str:
        piece = self.run.piece
        if self.run.phase == "wall":
            return self.run.say("wall_subtitle")
        return self.run.say("tonight", title=piece.title) if piece else self.run.say("subtitle")

    @Property(QObject, constant=True)
    def shelf(self) -> Any:
        return self._shelf

    @Property(QObject, constant=True)
    def wall(self) -> Any:
        return self._wall

    @Property(QObject, constant=True)
    def sound(self) -> Any:
        return self._sound

    @Property(QObject, constant=True)
    def prompter(self) -> Any:
        return self._prompter

    @Property(dict, notify=phaseChanged)
    def piece(self) -> dict[str, Any]:
        return show_piece(self.run.piece, self._context.say) if self.run.piece else {}

    @Property(dict, notify=phaseChanged)
    def cover(self) -> dict[str, Any]:
        return show_cover(self.run.piece, self._seed, self._context.say) if self.run.piece else {}

    @Property(bool, notify=stateChanged)
    def duet(self) -> bool:
        """Whether two read by turns."""
        return self.run.voices == 2

    @Property(bool, notify=stateChanged)
    def duetOffered(self) -> bool:
        """Whether a second child may read along."""
        return self.run.may_duet

    @Property(list, notify=stateChanged)
    def samples(self) -> list[dict[str, Any]]:
        """Two readings of the script: a teacher's where there is one, else how differently it can sound."""
        piece = self.run.piece
        return show_samples(piece, self._recorded, self._sampling, self._context.say) if piece else []

    @Property(str, notify=stateChanged)
    def sampleNote(self) -> str:
        """Whose voices the samples are."""
        piece = self.run.piece
        return self.run.say("sample_read" if piece and read_by_person(piece, self._recorded) else "sample_synthetic")

    @Property(str, notify=stateChanged)
    def notice(self) -> str:
        """What the booth has to say now; empty when there is nothing."""
        return wording.notice(self.run)

    @Property(bool, notify=stateChanged)
    def armed(self) -> bool:
        """Whether the microphone is open."""
        return self.run.studio.armed

    @Property(bool, notify=stateChanged)
    def good(self) -> bool:
        """Whether the level is just right."""
        return self.run.studio.armed and self.run.studio.check == "booth.level_good"

    @Property(str, notify=phaseChanged)
    def keeping(self) -> str:
        """What becomes of a take, by the base's real setting."""
        return self.run.say(rules.keeping(self.run.booth.mode(), self.run.rights))

    @Property(int, notify=clockChanged)
    def count(self) -> int:
        """3, 2, 1."""
        return self.run.count

    @Property(bool, notify=phaseChanged)
    def practising(self) -> bool:
        """Whether it is read aloud without being recorded."""
        return self.run.practising

    @Property(float, notify=clockChanged)
    def elapsed(self) -> float:
        """Seconds of the take, or of practising."""
        return self.run.studio.elapsed

    @Property(int, notify=clockChanged)
    def secondsLeft(self) -> int:
        return max(0, round(self.run.limit_s - self.run.studio.elapsed))

    @Property(float, notify=clockChanged)
    def shareUsed(self) -> float:
        """How much of a take's time has passed, 0 to 1."""
        return min(1.0, self.run.studio.elapsed / self.run.limit_s)

    @Property(dict, notify=stateChanged)
    def hearing(self) -> dict[str, Any]:
        """The take to listen to, and tips for the next."""
        return show_hearing(self.run.studio, self._context.say)

    @Property(bool, notify=stateChanged)
    def longEnough(self) -> bool:
        """Whether the take is no shorter than a broadcast may be."""
        return self.run.studio.seconds >= LEAST_S

    @Property(list, notify=stateChanged)
    def releases(self) -> list[dict[str, Any]]:
        return wording.choices(self.run)

    @Property(dict, notify=phaseChanged)
    def done(self) -> dict[str, Any]:
        """The last screen."""
        return wording.last_words(self.run)

    @Property(str, notify=stateChanged)
    def primaryLabel(self) -> str:
        return self.run.say(f"primary_{wording.act(self.run)}")

    @Property(bool, notify=stateChanged)
    def primaryUsable(self) -> bool:
        return wording.usable(self.run)

    @Property(str, notify=stateChanged)
    def readingText(self) -> str:
        return "" if self._wall.playing else wording.reading_text(self.run, empty_wall=self._wall.bare)

    # What QML asks

    @Slot()
    def primary(self) -> None:
        """The primary button."""
        if not wording.usable(self.run):
            return
        run = self.run
        acts: dict[str, Callable[[], None]] = {
            "leave": self._context.leave,
            "check": run.check,
            "practise": run.practise,
            "start": run.count_in,
            "next": lambda: self._prompter.step(1),
            "stop": self.stop,
            "again": self.again,
            "release": lambda: run.show("release"),
            "heard": lambda: run.made_it(run.say("gone")),
            "settle": run.settle,
            "card": run.finish,
        }
        acts[wording.act(run)]()

    @Slot()
    def back(self) -> None:
        """A step back: to the shelf, to the script, to the level check."""
        if self.run.busy:
            return
        self._wall.close()
        self.run.back()

    @Slot()
    def openWall(self) -> None:
        """To the works that others let be heard here."""
        self._context.play("open")
        self._context.read_aloud.stop()
        self.run.show("wall")
        self._wall.open()

    @Slot(bool)
    def setDuet(self, duet: bool) -> None:
        """One reads, or two by turns."""
        self._context.play("choose")
        self.run.duet = duet
        self.stateChanged.emit()

    @Slot(str)
    def sample(self, manner: str) -> None:
        """Read a sample: `teacher`, `calm` or `lively`; the one that is being read, or anything else, is quiet."""
        piece = self.run.piece
        if piece and manner in MANNERS and manner != self._sampling:
            self._context.read_aloud.read(reading(piece), MANNERS[manner])
            self._sampling = manner
        else:
            self._context.read_aloud.stop()
            self._sampling = ""
        self.stateChanged.emit()

    @Slot()
    def readingOver(self) -> None:
        """Nothing is read any more."""
        if self._sampling:
            self._sampling = ""
            self.stateChanged.emit()

    @Slot(bool, bool, bool, result=list)
    def pages(self, upright: bool, pinyin: bool, duet: bool) -> list[list[dict[str, Any]]]:
        """The script in pages that the paper holds."""
        piece = self.run.piece
        return pages(cast(piece, 1 + duet), upright=upright, pinyin=pinyin) if piece else []

    @Slot()
    def stop(self) -> None:
        """End the take, or practising."""
        if not self.run.busy:
            self.run.stop()

    @Slot()
    def restart(self) -> None:
        """Begin anew; what was said so far is gone."""
        if not self.run.busy:
            self.run.restart()

    @Slot(str)
    def play(self, what: str) -> None:
        """Play `raw` or `broadcast`, or be quiet when something plays."""
        self.run.play(what)

    @Slot()
    def again(self) -> None:
        """Once more; the take is gone."""
        if not self.run.busy:
            self.run.studio.throw_away()
            self.run.check()

    @Slot()
    def throwAway(self) -> None:
        """The take is gone; the shelf is there again."""
        if not self.run.busy:
            self.run.studio.throw_away()
            self._context.play("close")
            self.run.show("shelf")

    @Slot(str)
    def choose(self, release: str) -> None:
        """What shall become of the take; empty: it goes."""
        self._context.play("choose")
        self.run.choice = release
        self.stateChanged.emit()

    @Slot()
    def worried(self) -> None:
        """The worry page opens: nothing is recorded or played behind it."""
        if self._wall.playing:
            self._wall.hush()
        self.run.worried()

    @Slot()
    def tick(self) -> None:
        """A twentieth of a second of practising."""
        self.run.tick()
