"""What is measured of an untouched take: `Figures`. Nothing of it tells who spoke. NumPy."""

import numpy

from kiosk.broadcast.dynamics import hop_levels
from kiosk.broadcast.loudness import Sound, loudness
from kiosk.broadcast.voice import speaking, words
from kiosk.core.booth import SILENCE_DB, Figures

RAIL = 32_700 / 32_768
PAUSE_HOPS = 70
"""Shorter silences are breath."""


def figures(sound: Sound) -> Figures:
    """The figures of `sound`."""
    clipped = float(numpy.mean(numpy.abs(sound) >= RAIL)) if len(sound) else 0.0
    first, last = words(sound)
    if last == 0:
        return Figures(loudness(sound), clipped, 0, 0.0, 0.0, _noise(sound))
    gaps = [length for length in _silences(speaking(sound)[first:last].tolist()) if length >= PAUSE_HOPS]
    longest = max(gaps, default=0) / 100
    return Figures(loudness(sound), clipped, len(gaps), longest, (last - first) / 100, _noise(sound))


def _silences(said: list[bool]) -> list[int]:
    """The lengths of all runs of silence."""
    lengths, run = [], 0
    for one in [*said, True]:
        if one and run:
            lengths.append(run)
        run = 0 if one else run + 1
    return lengths


def _noise(sound: Sound) -> float:
    """The level of the quiet tenth."""
    levels = hop_levels(sound)
    return float(numpy.percentile(levels, 10)) if len(levels) else SILENCE_DB
