"""From blocks of samples to `Level`s. Standard library only: the capture process must stay small."""

import array
import math
import operator
from collections import deque

from kiosk.core.booth import SILENCE_DB, Level

FULL = 32_768.0
CLIP = 32_700
CLIP_RUN = 3
"""So many samples at the rails in a block are no accident."""
NOISE_WINDOW = 60
"""Blocks of 50 ms whose quiet tenth is the noise floor: three seconds."""
DEAD_BLOCKS = 20
"""After so many blocks in which not a bit moves (one second) the input counts as digital silence."""


def decibels(amplitude: float) -> float:
    """`amplitude` (1.0 is full scale) in dB, not below `SILENCE_DB`."""
    return max(SILENCE_DB, 20.0 * math.log10(amplitude)) if amplitude > 0 else SILENCE_DB


class LevelMeter:
    """Takes blocks of 50 ms of 16-bit samples."""

    def __init__(self) -> None:
        self._recent: deque[float] = deque(maxlen=NOISE_WINDOW)
        self._dead = 0

    def hear(self, block: bytes) -> Level:
        """The level of `block`, whose length is a whole number of samples above zero."""
        samples = array.array("h", block)
        low, high = min(samples), max(samples)
        mean = sum(samples) / len(samples)
        power = sum(map(operator.mul, samples, samples)) / len(samples) - mean * mean
        rms = decibels(math.sqrt(max(0.0, power)) / FULL)
        self._recent.append(rms)
        self._dead = self._dead + 1 if low == high else 0
        peak = max(high, -low)
        clipped = peak >= CLIP and sum(1 for one in samples if one >= CLIP or one <= -CLIP) >= CLIP_RUN
        quiet = sorted(self._recent)[len(self._recent) // 10]
        return Level(decibels(peak / FULL), rms, quiet, clipped, self._dead >= DEAD_BLOCKS)
