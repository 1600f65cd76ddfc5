"""The booth as its screens see it: plain values, and `Booth`, which a station is handed.

The way of a take, each step a method of `Booth`, everything that happens told to `Booth.listener` on the screen's
thread: `opening` (may children come in?) → `arm` → `Armed`, then a `Heard` 20 times a second (the meter, and the level
check's code) → the count-in → `record` → `Started` → `Heard` … → `stop`, or its time, or a fault → `TakeEnd` (`code` is
said to the child; while `seconds` > 0 there is something to hear) → `render` → `Rendered` (with tips) → `play`, `hush`
→ `Played` → `keep` → `Kept`, or `throw_away`, or `record` again. `leave` ends it all: what was not kept is gone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

Mode = Literal["closed", "once", "consent"]
"""The base's setting `booth_mode`: 关闭 / 只听一次 (nothing is kept) / 须同意."""
MODES: tuple[Mode, ...] = ("closed", "once", "consent")

ConsentKind = Literal["record", "keep", "play", "publish"]
"""The four separate consents for a voice: record and hear / keep at the base / play at the base / publish."""
CONSENT_KINDS: tuple[ConsentKind, ...] = ("record", "keep", "play", "publish")

Release = Literal["keep", "play", "publish"]
"""How far a child lets a take go; each includes those before it."""
RELEASES: tuple[Release, ...] = ("keep", "play", "publish")

RATE = 48_000
"""Frames a second of everything that is recorded and rendered, always one channel of 16-bit samples."""
LEAST_S = 20.0
MOST_S = 180.0
"""How long a take may be."""
SILENCE_DB = -120.0
"""The level, in dB below full scale, that stands for silence."""


@dataclass(frozen=True, slots=True)
class Level:
    """What the microphone hears, about 20 times a second. All in dB below full scale, `SILENCE_DB` to 0.

    `noise_db` is the level of the quiet moments of the last three seconds; `clipped` tells that the loudest samples
    were cut off; `digital_silence` that not one bit has moved for a second: switched off, or the wrong input.
    """

    peak_db: float
    rms_db: float
    noise_db: float
    clipped: bool = False
    digital_silence: bool = False


@dataclass(frozen=True, slots=True)
class TakeEnd:
    """How a recording ended: `code` says so to the child (words `booth.*`); `seconds` is what is in the take.

    `whole` is true when it was stopped or ran to its time; otherwise a fault ended it, and the take so far can
    still be heard while `seconds` is above zero. `detail` is for the log.
    """

    code: str
    seconds: float
    whole: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of a take. It lives as long as the visit, is never stored and says nothing of who spoke.

    `loudness` in LUFS (BS.1770) of the untouched take; `clipped` is the share of samples at the rails, 0 to 1;
    `pauses` counts silences of 0.7 s and more between first and last word, `longest_pause` in seconds; `speech` is
    seconds from first to last word; `noise` is the level between the words in dB.
    """

    loudness: float
    clipped: float
    pauses: int
    longest_pause: float
    speech: float
    noise: float

    def pace(self, characters: int) -> float:
        """Characters a minute; 0 when there is no script or nothing was said."""
        return characters * 60.0 / self.speech if self.speech > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Rights:
    """What the base's setting and the consents of every voice in a take allow."""

    record: bool = False
    keep: bool = False
    play: bool = False
    publish: bool = False

    def releases(self) -> tuple[Release, ...]:
        """What the child may choose among, beside throwing the take away."""
        return tuple(kind for kind in RELEASES if getattr(self, kind))


@dataclass(frozen=True, slots=True)
class Broadcast:
    """A rendered take: `seconds` long; `loudness` in LUFS and `true_peak` in dBTP as measured on what was written."""

    seconds: float
    loudness: float
    true_peak: float
    figures: Figures


@dataclass(frozen=True, slots=True)
class Armed:
    """The microphone `name` is open; `fallback` when it is not the one that staff chose by name."""

    name: str
    fallback: bool = False


@dataclass(frozen=True, slots=True)
class Started:
    """The take began: its first sample is older than this by the pre-roll."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something cannot be done now; `code` says so to the child (words), `detail` is for the log.

    While the booth is armed a microphone that is missing is looked for every second: `Armed` tells that it is back.
    """

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """The level now and what the level check makes of the last seconds (`booth.level_…`; good: `booth.level_good`)."""

    level: Level
    check: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """The broadcast is ready; `tips` are at most two words codes."""

    broadcast: Broadcast
    tips: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Played:
    """What was played has ended: to its end, hushed, or because it could not be heard."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The base keeps the take as far as `release`; it waits for review."""

    release: Release


@dataclass(frozen=True, slots=True)
class Saved:
    """A teacher's reading of so many seconds is on the disk as a clip."""

    seconds: float


Told = Armed | Started | Trouble | Heard | TakeEnd | Rendered | Played | Kept | Saved


@dataclass(frozen=True, slots=True)
class Script:
    """What is read: `id`, `theme` and `title` go with a kept take; `text` counts for the pace, empty in free talk."""

    id: str = ""
    theme: str = ""
    title: str = ""
    text: str = ""


class Booth(Protocol):
    """What a station may do with microphone and takes. No method blocks or raises."""

    listener: Callable[[Told], None]

    def opening(self) -> str:
        """Empty when children may come in, else the words code of why not (`booth.closed`, `booth.closed_disk`)."""
        ...

    def mode(self) -> Mode:
        """The base's setting, which the wording follows."""
        ...

    def rights(self, voices: Sequence[str]) -> Rights:
        """What may be done with a take in which these voices of the consent register speak; none: nobody known."""
        ...

    def arm(self) -> None:
        """Open the microphone that staff chose; before the count-in, so that nothing of the first word is lost."""
        ...

    def disarm(self) -> None:
        """Let go of it."""
        ...

    def record(
        self, script: Script, voices: Sequence[str] = (), limit_s: float = MOST_S, *, staff: bool = False
    ) -> None:
        """Begin a take of at most `limit_s` seconds; the one before it is gone unless it was kept.

        `voices` are all who speak in it; `staff` is a grown-up behind the PIN (录示范), whose take is never kept as
        one: see `save_clip`. One `TakeEnd` comes for every call.
        """
        ...

    def stop(self) -> None:
        """End the take."""
        ...

    def render(self) -> None:
        """Make the broadcast of the last take: `Rendered`, or `Trouble`; the raw take can be played in any case."""
        ...

    def play(self, what: Literal["raw", "broadcast"] = "broadcast") -> None:
        """Play the take or its broadcast; one `Played` comes."""
        ...

    def hush(self) -> None:
        """Silence it within 100 ms."""
        ...

    def keep(self, release: Release) -> None:
        """Let the base keep the take: `Kept`, or `Trouble` when the rights do not reach that far."""
        ...

    def save_clip(self, out: Path) -> None:
        """Write a staff's take, cleaned and levelled, as Ogg Vorbis for a voice pack: `Saved` or `Trouble`."""
        ...

    def throw_away(self) -> None:
        """The take is gone."""
        ...

    def leave(self) -> None:
        """The child has gone, or the station closes: let go of the microphone; what was not kept is gone.

        Nothing is told any more: who comes in next sets `listener` anew.
        """
        ...


def nobody(told: Told) -> None:
    """The listener of a booth that nobody listens to."""


class ClosedBooth:
    """A booth for machines and tests without one: it never opens."""

    def __init__(self) -> None:
        self.listener: Callable[[Told], None] = nobody

    def opening(self) -> str:
        """Closed."""
        return "booth.closed"

    def mode(self) -> Mode:
        """Closed."""
        return "closed"

    def rights(self, voices: Sequence[str]) -> Rights:
        """None."""
        return Rights()

    def arm(self) -> None:
        """There is no microphone, and that is told."""
        self.listener(Trouble("booth.no_microphone"))

    def disarm(self) -> None:
        """Nothing is open."""

    def record(
        self, script: Script, voices: Sequence[str] = (), limit_s: float = MOST_S, *, staff: bool = False
    ) -> None:
        """Ends at once."""
        self.listener(TakeEnd("booth.closed", 0.0, whole=False))

    def stop(self) -> None:
        """Nothing is recorded."""

    def render(self) -> None:
        """There is nothing to render."""
        self.listener(Trouble("booth.render_failed"))

    def play(self, what: Literal["raw", "broadcast"] = "broadcast") -> None:
        """Over at once."""
        self.listener(Played())

    def hush(self) -> None:
        """Nothing plays."""

    def keep(self, release: Release) -> None:
        """Nothing is kept."""
        self.listener(Trouble("booth.closed"))

    def save_clip(self, out: Path) -> None:
        """There is nothing to save."""
        self.listener(Trouble("booth.closed"))

    def throw_away(self) -> None:
        """There is nothing."""

    def leave(self) -> None:
        """Nobody was here."""
