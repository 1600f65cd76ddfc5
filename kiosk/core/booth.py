"""The words that capture, rendering, privacy and the booth's screens share: plain values, no behaviour."""

from dataclasses import dataclass
from typing import Literal

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
