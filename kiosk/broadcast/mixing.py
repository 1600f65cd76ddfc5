"""Jingle, voice and music laid together: the music sinks under the voice and fades out behind it. NumPy."""

from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from kiosk.broadcast.dynamics import amplitude, drawn, glide, level, limit
from kiosk.broadcast.loudness import Sound, in_decibels, loudness, peaks
from kiosk.broadcast.voice import speaking
from kiosk.core.booth import RATE, SILENCE_DB

TARGET_LUFS = -16.0
CEILING_DBTP = -1.5
NEAR_LU = 0.2
GIVEN_BACK = 1.4
"""The limiter takes a part of what is given back to it: so much more is given."""
HEADROOM_DB = 0.3
"""Meters differ by a little, and 16 bits round: the limiter aims this much lower."""
VOICE_LUFS = -16.0
JINGLE_LUFS = -19.0
BED_LUFS = -25.0
PAUSE_DB, UNDER_DB = -6.0, -14.0
"""The music in the pauses and under words, beside where it stands alone."""
OVERLAP_S = 0.5
"""The music begins under the jingle's end."""
BEFORE_S, AFTER_S, FADE_S = 0.6, 1.6, 2.6
"""Music alone before the voice, after it, and fading out."""


@dataclass(frozen=True, slots=True)
class Music:
    """Our own jingle and a bed that can be looped."""

    jingle: Sound
    bed: Sound


@dataclass(frozen=True, slots=True)
class Mixed:
    """A broadcast; `loudness` in LUFS and `true_peak` in dBTP are measured on it."""

    sound: Sound
    loudness: float
    true_peak: float


def resampled(sound: Sound, rate: int) -> Sound:
    """`sound` of `rate` frames a second at 48 kHz; exact for a loop."""
    if rate == RATE:
        return sound
    size = round(len(sound) * RATE / rate)
    spectrum = numpy.fft.rfft(sound)
    return (numpy.fft.irfft(spectrum, size) * (size / len(sound))).astype(numpy.float32)


def set_to(sound: Sound, lufs: float) -> Sound:
    """`sound` at this loudness; silence stays as it is."""
    now = loudness(sound)
    return sound if now <= SILENCE_DB else (sound * amplitude(lufs - now)).astype(numpy.float32)


def broadcast(voice: Sound, music: Music) -> Mixed:
    """The whole broadcast: -16 LUFS, true peak not above -1.5 dBTP. `voice` is cleaned and trimmed."""
    spoken = set_to(level(set_to(voice, VOICE_LUFS)), VOICE_LUFS)
    jingle = set_to(music.jingle, JINGLE_LUFS)
    enters = len(jingle) - int(OVERLAP_S * RATE)
    starts = enters + int((OVERLAP_S + BEFORE_S) * RATE)
    total = starts + len(spoken) + int((AFTER_S + FADE_S) * RATE)
    mixed = numpy.zeros(total, dtype=numpy.float32)
    mixed[: len(jingle)] += jingle
    mixed[starts : starts + len(spoken)] += spoken
    bed = set_to(music.bed, BED_LUFS)
    length = total - enters
    looped = numpy.tile(bed, -(-length // len(bed)))[:length]
    mixed[enters:] += looped * drawn(_bed_gains(spoken, starts - enters, length), length)
    return finished(mixed)


def _bed_gains(voice: Sound, starts: int, length: int) -> NDArray[numpy.float64]:
    """The bed's gain in dB, one a hop: in, down under the voice, up behind it, out."""
    hops = length // (RATE // 100) + 1
    gains = numpy.zeros(hops)
    first = starts * 100 // RATE
    said = speaking(voice)
    # Begin to sink 300 ms before a word, and count pauses under 600 ms as words.
    held = numpy.convolve(said, numpy.ones(91), "full")[60 : 60 + len(said)] > 0
    gains[first : first + len(said)] = numpy.where(held, UNDER_DB, PAUSE_DB)
    gains[max(0, first - 30) : first] = UNDER_DB
    gains = glide(gains, 0.45, 0.12)
    fade_in, fade_out = int(OVERLAP_S * 100), int(FADE_S * 100)
    gains[:fade_in] += numpy.linspace(-50, 0, fade_in)
    # A fade that is straight in amplitude sounds even; the last hop is silence.
    gains[-fade_out:] += 20 * numpy.log10(numpy.maximum(numpy.linspace(1, 0, fade_out) ** 1.5, 1e-6))
    return gains


def finished(mixed: Sound) -> Mixed:
    """`mixed` at the target loudness under the ceiling: what the limiter takes away is given back, thrice at most."""
    height = peaks(mixed)
    out, gain, now = mixed, 1.0, loudness(mixed)
    for share in (1.0, GIVEN_BACK, GIVEN_BACK):
        gain *= amplitude((TARGET_LUFS - now) * share)
        factor = numpy.float32(gain)
        out = limit(mixed * factor, height * factor, CEILING_DBTP - HEADROOM_DB)
        now = loudness(out)
        if abs(TARGET_LUFS - now) < NEAR_LU:
            break
    peak = in_decibels(peaks(out))
    over = peak - (CEILING_DBTP - HEADROOM_DB / 3)
    if over > 0:
        out, now, peak = out * numpy.float32(amplitude(-over)), now - over, peak - over
    return Mixed(out, now, peak)
