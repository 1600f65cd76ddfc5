"""A raw take made fit to be broadcast: hum and hiss turned down gently, silence at both ends cut off. NumPy."""

import numpy
from numpy.typing import NDArray

from kiosk.broadcast.dynamics import HOP, hop_levels
from kiosk.broadcast.loudness import Sound
from kiosk.core.booth import RATE

FRAME = 1024
STEP = FRAME // 2
LEAST_GAIN = 0.4
"""Noise is turned down by 8 dB at most: more would be heard as gurgling."""
OVER = 1.6
"""How far above the quiet moments a sound must be to pass untouched."""
ABOVE_NOISE_DB = 12.0
LEAST_SPEECH_DB = -50.0
MARGIN_HOPS = 20
"""200 ms stay before the first and after the last word: breath and the end of a sound belong to it."""


def cleaned(sound: Sound) -> Sound:
    """`sound` without what is below 60 Hz and with its steady noise turned down, in frames of 21 ms."""
    if len(sound) < 4 * FRAME:
        return sound
    window = numpy.sqrt(numpy.hanning(FRAME + 1)[:-1]).astype(numpy.float32)
    padded = numpy.pad(sound, (STEP, FRAME + STEP))
    count = (len(padded) - FRAME) // STEP
    frames = numpy.lib.stride_tricks.sliding_window_view(padded, FRAME)[: count * STEP : STEP]
    spectra = numpy.fft.rfft(frames * window, axis=1)
    back = numpy.fft.irfft(spectra * _gains(numpy.abs(spectra)), FRAME, axis=1).astype(numpy.float32) * window
    out = numpy.zeros((count + 1, STEP), dtype=numpy.float32)
    out[:-1] += back[:, :STEP]
    out[1:] += back[:, STEP:]
    return out.ravel()[STEP : STEP + len(sound)]


def _gains(strength: NDArray[numpy.float32]) -> NDArray[numpy.float32]:
    """How much of each bin of each frame stays."""
    some = strength[:: max(1, len(strength) // 1500)]
    noise = numpy.partition(some, len(some) // 8, axis=0)[len(some) // 8]
    ratio = OVER * noise / numpy.maximum(strength, 1e-9)
    gains = numpy.clip(1 - ratio * ratio, LEAST_GAIN, 1).astype(numpy.float32)
    # The neighbours in time have a say, so that nothing flickers.
    gains[1:-1] = (gains[:-2] + 2 * gains[1:-1] + gains[2:]) / 4
    gains[:, :3] *= numpy.array([0.0, 0.3, 0.9], dtype=numpy.float32)
    return numpy.asarray(gains)


def speaking(sound: Sound) -> NDArray[numpy.bool_]:
    """For every 10 ms whether something is said: 12 dB above the quiet moments, and above -50 dB."""
    levels = hop_levels(sound)
    if not len(levels):
        return numpy.zeros(0, dtype=bool)
    loud = numpy.percentile(levels, 95)
    quiet = numpy.percentile(levels, 10)
    # Where hardly anybody pauses the quiet moments are words: then the loud ones give the measure.
    threshold = max(LEAST_SPEECH_DB, min(quiet + ABOVE_NOISE_DB, loud - 20.0))
    return numpy.asarray(levels > threshold)


def words(sound: Sound) -> tuple[int, int]:
    """From which hop to which (excluded) there is speech; (0, 0) when nobody spoke. Clicks under 50 ms do not count."""
    said = speaking(sound)
    steady = numpy.convolve(said, numpy.ones(5), "same") >= 4
    found = numpy.flatnonzero(steady)
    return (int(found[0]), int(found[-1]) + 1) if len(found) else (0, 0)


def trimmed(sound: Sound) -> Sound:
    """`sound` from just before the first word to just after the last; all of it when nobody spoke."""
    first, last = words(sound)
    if last == 0:
        return sound
    start = max(0, first - MARGIN_HOPS) * HOP
    out = sound[start : (last + MARGIN_HOPS) * HOP].copy()
    edge = min(len(out), RATE // 50)
    ramp = numpy.linspace(0, 1, edge, dtype=numpy.float32)
    out[:edge] *= ramp
    out[-edge:] *= ramp[::-1]
    return out
