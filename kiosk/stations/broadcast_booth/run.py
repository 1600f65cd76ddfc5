"""A child's way through the booth: what each touch and everything the booth tells leads to. No Qt of its own."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.core.booth import Armed, Heard, Kept, Played, Rendered, Rights, Started, TakeEnd, Told, Trouble
from kiosk.core.events import Event, StationOpened
from kiosk.stations.broadcast_booth import rules
from kiosk.stations.broadcast_booth.facts import STATION, finished, lit, recorded, result
from kiosk.stations.broadcast_booth.prompter_view_model import PrompterViewModel
from kiosk.stations.broadcast_booth.rules import Phase
from kiosk.stations.broadcast_booth.scripts import Piece, cast
from kiosk.stations.broadcast_booth.sound_view_model import SoundViewModel
from kiosk.stations.broadcast_booth.studio import Studio
from kiosk.stations.station import StationContext, record_all

BEAT_S = 1 / rules.BEATS_A_SECOND


@dataclass(frozen=True, slots=True)
class Notices:
    """Whom to tell: another `phase` stands, the `state` of this one changed, the `clock` went on."""

    phase: Callable[[], None]
    state: Callable[[], None]
    clock: Callable[[], None]


class Run:
    """`phase` is one of `rules.Phase`. What the booth tells comes in by `told`, on the screen's thread.

    `choice` is what shall become of the take, `kept` the sentence that tells what became of it; `busy` while something
    is on its way to the disk.
    """

    def __init__(
        self, context: StationContext, sound: SoundViewModel, prompter: PrompterViewModel, notices: Notices
    ) -> None:
        self.context = context
        self.booth = context.booth()
        self.studio = Studio(self.booth, context.voices)
        self.sound, self.prompter = sound, prompter
        self.piece: Piece | None = None
        self.duet = context.players == 2
        self.choice = self.kept = ""
        self.practising = self.busy = False
        self._made = 0
        self._closed = self._over = False
        self._notices = notices
        self.booth.listener = self.told
        self.phase: Phase = "closed" if self.booth.opening() else "shelf"
        context.record(StationOpened(STATION, context.players), None)

    def come_back(self, piece: Piece) -> None:
        """A screen before this one died with that script in hand."""
        self.piece = piece
        if self.phase == "shelf":
            self.phase = "script"

    @property
    def rights(self) -> Rights:
        """What may be done with a take."""
        return self.studio.rights

    @property
    def may_duet(self) -> bool:
        """Whether a second child may read along."""
        may = rules.may_duet(self.booth.mode(), len(self.context.voices))
        return bool(self.piece and not self.piece.free and may)

    @property
    def voices(self) -> int:
        """How many read by turns."""
        return 2 if self.duet and self.may_duet else 1

    @property
    def limit_s(self) -> float:
        """How long a take of this script may be."""
        return rules.limit_s(len(self.piece.text) if self.piece else 0)

    @property
    def count(self) -> int:
        """3, 2, 1; 0 when it is over."""
        return rules.counted(self.studio.beats)

    # What a child asks

    def back(self) -> None:
        """A step back: to the shelf, to the script, to the level check."""
        self.context.read_aloud.stop()
        if self.phase == "count":
            self.check()
        elif self.phase == "release":
            self.show("hear")
        else:
            self.booth.disarm()
            self.context.snapshot({})
            self.show("script" if self.phase == "check" else "shelf")

    def picked(self, piece: Piece) -> None:
        """A script was taken off the shelf."""
        self.piece = piece
        self.context.snapshot({"script": piece.id})
        self.show("script")

    def check(self) -> None:
        """The microphone opens; nothing of ours sounds from here to the end of the take."""
        self.context.read_aloud.stop()
        self.practising = False
        self.sound.clear()
        self.studio.arm()
        self.show("check")

    def count_in(self) -> None:
        """Three seconds to take a breath."""
        self.studio.beats = 0
        self.sound.clear()
        self._begin_prompter()
        self.show("count")

    def take(self) -> None:
        """The take begins."""
        assert self.piece
        self.context.stay(True)
        self.show("take")
        self.studio.record(self.piece.script, self.limit_s)

    def practise(self) -> None:
        """Read aloud without a microphone, or without the consent to record."""
        self.context.read_aloud.stop()
        self.booth.disarm()
        self.practising, self.studio.beats = True, 0
        self._begin_prompter()
        self.context.stay(True)
        self.show("take")

    def stop(self) -> None:
        """End the take, or practising."""
        if self.practising:
            self.made_it(self.say("practised"))
        elif self.studio.running:
            self.studio.running = False
            self.booth.stop()

    def restart(self) -> None:
        """Begin anew; what was said so far is gone."""
        if self.practising:
            self.practise()
        elif self.studio.running:
            self.studio.again = True
            self.stop()

    def play(self, what: str) -> None:
        """Play `raw` or `broadcast`, or be quiet when something plays."""
        self.studio.play(what)
        self.context.stay(bool(self.studio.playing))
        self._notices.state()

    def settle(self) -> None:
        """What was chosen for the take happens."""
        if not self.choice:
            self.made_it(self.say("gone"))
            return
        self.busy = True
        self.booth.keep(next(one for one in self.studio.releases if one == self.choice))
        self._notices.state()

    def made_it(self, kept: str) -> None:
        """A broadcast was made, or practised: on disk first, then the lantern."""
        assert self.piece
        self.context.stay(False)
        self.booth.hush()
        self.kept, self.busy, self._over = kept, True, True
        self._notices.state()
        events: list[Event] = [lit(self.piece), finished(self.piece, self._made, done=True)]
        record_all(self.context.record, events, self._written)

    def finish(self) -> None:
        """On to the result card."""
        assert self.piece
        self.context.snapshot({})
        seconds = 0.0 if self.practising else self.studio.seconds
        self._closed = True
        self.context.finish(result(self.piece, seconds, self.kept, self.context.say))

    def worried(self) -> None:
        """The worry page opens: nothing is recorded or played behind it."""
        if self.phase == "take":
            self.stop()
        elif self.phase == "count":
            self.check()
        elif self.studio.playing:
            self.play("")

    def tick(self) -> None:
        """A twentieth of a second of practising; a take goes by what the microphone gives."""
        if self.practising and self.phase == "take" and not self.busy:
            self._beat()

    def close(self) -> None:
        """The station goes off the screen: a take under way, and one that was not kept, is gone."""
        if not self._closed and not self._over and self.piece:
            self.context.record(finished(self.piece, self._made, done=False), None)
        self._closed = True
        self.context.stay(False)
        self.booth.leave()

    def show(self, phase: Phase) -> None:
        """Go to that phase."""
        if phase in ("shelf", "script"):
            self.studio.look_up_rights()
        self.phase = phase
        self._notices.phase()
        self._notices.state()
        self._notices.clock()

    def say(self, name: str, **params: object) -> str:
        """A sentence of this station."""
        return self.context.say(f"{STATION}.{name}", **params)

    # What the booth tells

    def told(self, told: Told) -> None:
        """Something happened at the booth."""
        match told:
            case Heard():
                self._heard(told)
            case TakeEnd():
                self._ended(told)
            case Kept():
                self.made_it(self.say(f"kept_{told.release}"))
            case Trouble():
                self._trouble(told)
            case Armed() | Started() | Rendered() | Played():
                self.studio.told(told)
                self.context.stay(self.phase == "take" or bool(self.studio.playing))
                self._notices.clock()
        if not isinstance(told, Heard):
            self._notices.state()

    def _heard(self, heard: Heard) -> None:
        taking = self.phase == "take" and self.studio.running
        self.sound.hear(heard.level, recording=taking)
        if self.phase == "check" and heard.check != self.studio.check:
            self.studio.check = heard.check
            self._notices.state()
        elif self.phase == "count" or taking:
            self._beat()
        if self.phase == "count" and not self.count:
            self.take()

    def _beat(self) -> None:
        before = int(self.studio.elapsed)
        self.studio.beats += 1
        if self.phase == "take":
            self.prompter.beat(BEAT_S)
        if int(self.studio.elapsed) != before:
            self._notices.clock()

    def _ended(self, end: TakeEnd) -> None:
        piece = self.piece
        if self.phase != "take" or piece is None:
            return
        self._made += 1
        self.context.stay(False)
        self.context.record(recorded(piece, end, self.voices), None)
        if self.studio.ended(end):
            self.count_in()
        else:
            self.choice = ""
            self.show(rules.after_end(end))

    def _trouble(self, trouble: Trouble) -> None:
        studio = self.studio
        if self.phase in ("check", "count"):
            studio.armed, studio.trouble = False, trouble.code
            self.sound.clear()
            self.show("check")
        elif studio.render == "rendering":
            studio.render = "failed"
        elif self.busy:
            # The rights changed under the child's hand: then nothing is kept, and that is said.
            self.busy = False
            self.made_it(self.context.say(trouble.code))

    def _written(self) -> None:
        if not self._closed:
            self.busy = False
            self.context.play("lantern")
            self.show("done")

    def _begin_prompter(self) -> None:
        assert self.piece
        self.prompter.begin(cast(self.piece, self.voices), self.voices)
