"""The state of one take and of the microphone: what `Booth` has told. No Qt."""

from collections.abc import Sequence
from typing import Literal

from kiosk.core.booth import Armed, Booth, Played, Release, Rendered, Script, Started, TakeEnd
from kiosk.stations.broadcast_booth import rules

Render = Literal["", "rendering", "ready", "failed"]


class Studio:
    """`check` is the level check's code, `trouble` why there is no microphone, `end` how the last take ended;
    `tips` come with the broadcast; `again` asks for a new count-in once the take under way has ended."""

    def __init__(self, booth: Booth, voices: Sequence[str]) -> None:
        self.booth, self.voices = booth, voices
        self.check, self.trouble = "booth.level_waiting", ""
        self.armed = self.running = self.again = False
        self.beats = 0
        self.end: TakeEnd | None = None
        self.tips: tuple[str, ...] = ()
        self.render: Render = ""
        self.playing = ""
        self.look_up_rights()

    def look_up_rights(self) -> None:
        """What the setting and the consents allow now; from the take on that is what counts."""
        self.rights = self.booth.rights(self.voices)

    def arm(self) -> None:
        """Open the microphone, for the level check."""
        self.check, self.trouble, self.armed, self.beats = "booth.level_waiting", "", False, 0
        self.booth.arm()

    def record(self, script: Script, limit_s: float) -> None:
        """Begin a take; nothing of the one before is left."""
        self.end, self.tips, self.render, self.playing = None, (), "", ""
        self.running, self.again, self.beats = False, False, 0
        self.booth.record(script, self.voices, limit_s)

    def told(self, told: Armed | Started | Rendered | Played) -> None:
        """What changes nothing but this."""
        match told:
            case Armed():
                self.armed, self.trouble = True, ""
            case Started():
                self.running, self.beats = True, 0
            case Rendered():
                self.render, self.tips = "ready", told.tips
            case Played():
                self.playing = ""

    def ended(self, end: TakeEnd) -> bool:
        """The take is over. Whether a new one shall begin at once; else the microphone is let go of and the
        broadcast is made."""
        self.running = False
        if self.again and end.whole:
            self.booth.throw_away()
            return True
        self.end, self.armed = end, False
        self.booth.disarm()
        if rules.after_end(end) == "hear":
            self.render = "rendering"
            self.booth.render()
        return False

    def play(self, what: str) -> None:
        """Play `raw` or `broadcast`, or be quiet when something plays."""
        if self.playing:
            self.booth.hush()
        elif what in ("raw", "broadcast"):
            self.playing = what
            self.booth.play("raw" if what == "raw" else "broadcast")

    def throw_away(self) -> None:
        """The take is gone."""
        self.booth.throw_away()
        self.end, self.playing, self.render = None, "", ""

    @property
    def seconds(self) -> float:
        """Of the last take."""
        return self.end.seconds if self.end else 0.0

    @property
    def releases(self) -> tuple[Release, ...]:
        """What the child may choose among."""
        return rules.releases(self.rights, self.seconds)

    @property
    def elapsed(self) -> float:
        """Seconds since the take began, by what was heard."""
        return self.beats / rules.BEATS_A_SECOND
