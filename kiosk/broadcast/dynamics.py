"""Gain that moves: levelling a voice, ducking music under it, and a limiter that keeps the true peak. NumPy."""

import numpy
from numpy.typing import NDArray

from kiosk.broadcast.loudness import Sound
from kiosk.core.booth import RATE, SILENCE_DB

HOP = RATE // 100
"""Gains are worked out every 10 ms and drawn as a line in between."""
BLOCK = 16
"""The limiter looks at so many samples together."""
LOOK = RATE // 200 // BLOCK
"""So many blocks, 5 ms, before a peak it begins to turn down."""
THRESHOLD_DB, RATIO = -22.0, 2.5
"""The leveller: what lies above the threshold (for a voice at -16 LUFS) grows this much more slowly."""


def amplitude(decibels: float) -> float:
    """`decibels` as a factor."""
    return float(10 ** (decibels / 20))


def hop_levels(sound: Sound) -> NDArray[numpy.float64]:
    """RMS in dB of every 10 ms."""
    whole = len(sound) // HOP * HOP
    power = numpy.square(sound[:whole], dtype=numpy.float64).reshape(-1, HOP).mean(axis=1)
    return numpy.asarray(10 * numpy.log10(numpy.maximum(power, 10 ** (SILENCE_DB / 10))))


def glide(values: NDArray[numpy.float64], rise_s: float, fall_s: float) -> NDArray[numpy.float64]:
    """`values` (one a hop) following themselves with these time constants upwards and downwards."""
    up, down = (1 - numpy.exp(-0.01 / max(seconds, 1e-4)) for seconds in (rise_s, fall_s))
    now = float(values[0]) if len(values) else 0.0
    out = []
    for value in values.tolist():
        now += (value - now) * (up if value > now else down)
        out.append(now)
    return numpy.array(out)


def drawn(gains_db: NDArray[numpy.float64], length: int) -> Sound:
    """One gain a hop, in dB, as a factor a sample."""
    factors = (10 ** (gains_db / 20)).astype(numpy.float32)
    places = numpy.arange(length, dtype=numpy.float32) / HOP - 0.5
    return numpy.interp(places, numpy.arange(len(factors), dtype=numpy.float32), factors).astype(numpy.float32)


def level(voice: Sound) -> Sound:
    """A voice at about -16 LUFS whose loud words come nearer to its soft ones."""
    if len(voice) < HOP:
        return voice
    over = numpy.maximum(0.0, glide(hop_levels(voice), 0.015, 0.15) - THRESHOLD_DB)
    return voice * drawn(-over * (1 - 1 / RATIO), len(voice))


def least_nearby(values: Sound, reach: int) -> Sound:
    """For each value the least within `reach` on both sides (van Herk: two passes, whatever the reach)."""
    width = 2 * reach + 1
    size = len(values)
    padded = numpy.ones(-(-(size + 2 * reach) // width) * width, dtype=numpy.float32)
    padded[reach : reach + size] = values
    blocks = padded.reshape(-1, width)
    ahead = numpy.minimum.accumulate(blocks, axis=1).ravel()
    behind = numpy.minimum.accumulate(blocks[:, ::-1], axis=1)[:, ::-1].ravel()
    return numpy.minimum(behind[:size], ahead[2 * reach : 2 * reach + size])


def limit(sound: Sound, height: Sound, ceiling_db: float) -> Sound:
    """`sound`, whose `loudness.peaks` are `height`, with none above `ceiling_db`: turned down over 5 ms, no step."""
    ceiling = amplitude(ceiling_db)
    highest = _block_heights(height)
    if highest.max(initial=0.0) <= ceiling:
        return sound
    need = (ceiling / numpy.maximum(highest, ceiling)).astype(numpy.float32)
    # A mean over a reach that is shorter by one is never above the least within it, nor is a line between two of them:
    # each peak is met in full.
    least = least_nearby(need, LOOK + 1)
    total = numpy.cumsum(numpy.pad(least, (LOOK + 1, LOOK), mode="edge"), dtype=numpy.float64)
    gains = (total[2 * LOOK + 1 :] - total[: -2 * LOOK - 1]) / (2 * LOOK + 1)
    return sound * _lines(gains.astype(numpy.float32))[: len(sound)]


def _block_heights(height: Sound) -> Sound:
    """The highest of each `BLOCK` samples."""
    highest = numpy.pad(height, (0, -len(height) % BLOCK))
    while len(highest) * BLOCK > len(height) + BLOCK:
        highest = numpy.maximum(highest[::2], highest[1::2])
    return highest


def _lines(gains: Sound) -> Sound:
    """One gain for each block, at its middle, drawn as lines from one to the next."""
    ends = numpy.pad(gains, 1, mode="edge")
    rise = ((numpy.arange(BLOCK) + 0.5) / BLOCK).astype(numpy.float32)
    between = ends[:-1, None] + (ends[1:] - ends[:-1])[:, None] * rise
    return between.ravel()[BLOCK // 2 :]
