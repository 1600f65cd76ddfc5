"""Loudness and true peak by ITU-R BS.1770-5, for one channel at 48 kHz. NumPy; the rendering process only."""

from functools import lru_cache

import numpy
from numpy.typing import NDArray

from kiosk.core.booth import RATE, SILENCE_DB

Sound = NDArray[numpy.float32]
"""One channel, 1.0 is full scale."""

SHELF = ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585))
HIGH_PASS = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))
"""The two filters of Annex 1, numerator and denominator at 48 kHz."""
STEP, BLOCK_STEPS = RATE // 10, 4
"""Blocks of 400 ms, one every 100 ms."""
FRAME = 1 << 15
AT_ONCE, SPANS_AT_ONCE = 4, 4096
TAIL = FRAME // 4
"""The filters have died away by 250 dB after these 170 ms."""
ABSOLUTE_GATE = -70.0
RELATIVE_GATE = -10.0
OFFSET = -0.691
PHASES, TAPS, SPAN = 4, 12, 16


@lru_cache(maxsize=1)
def _weights() -> NDArray[numpy.complex64]:
    """The frequency response of both filters at the bins of a frame."""
    turn = numpy.exp(-2j * numpy.pi * numpy.arange(FRAME // 2 + 1) / FRAME)
    response = numpy.ones_like(turn)
    for above, below in (SHELF, HIGH_PASS):
        response *= (above[0] + turn * (above[1] + turn * above[2])) / (below[0] + turn * (below[1] + turn * below[2]))
    return numpy.asarray(response, dtype=numpy.complex64)


def weighted(sound: Sound) -> Sound:
    """`sound` as the ear weighs it (K-weighting): frames that overlap by the filters' tail, of which the end counts."""
    step = FRAME - TAIL
    count = -(-len(sound) // step)
    padded = numpy.zeros(count * step + TAIL, dtype=numpy.float32)
    padded[TAIL : TAIL + len(sound)] = sound
    frames = numpy.lib.stride_tricks.sliding_window_view(padded, FRAME)[::step]
    out = numpy.empty((count, step), dtype=numpy.float32)
    for start in range(0, count, AT_ONCE):  # as much as the processor's cache holds: three times as fast as at once
        spectra = numpy.fft.rfft(frames[start : start + AT_ONCE], axis=1)
        spectra *= _weights()
        out[start : start + AT_ONCE] = numpy.fft.irfft(spectra, FRAME, axis=1)[:, TAIL:]
    return out.ravel()[: len(sound)]


def loudness(sound: Sound) -> float:
    """Integrated loudness in LUFS, gated; `SILENCE_DB` for silence and for less than 400 ms."""
    steps = len(sound) // STEP
    if steps < BLOCK_STEPS:
        return SILENCE_DB
    energy = numpy.square(weighted(sound)[: steps * STEP]).reshape(steps, STEP).mean(axis=1, dtype=numpy.float64)
    power = numpy.convolve(energy, numpy.full(BLOCK_STEPS, 1 / BLOCK_STEPS), "valid")
    loud = power[power > 10 ** ((ABSOLUTE_GATE - OFFSET) / 10)]
    if not len(loud):
        return SILENCE_DB
    loud = loud[loud > loud.mean() * 10 ** (RELATIVE_GATE / 10)]
    return float(OFFSET + 10 * numpy.log10(loud.mean()))


@lru_cache(maxsize=1)
def _between() -> Sound:
    """A matrix that turns `SPAN + TAPS` samples into the three values behind each of `SPAN` of them.

    Each comes of a sinc of 12 taps under a Kaiser window.
    """
    matrix = numpy.zeros((SPAN + TAPS, PHASES - 1, SPAN), dtype=numpy.float32)
    for phase in range(1, PHASES):
        places = numpy.arange(TAPS) - TAPS / 2 + 1 - phase / PHASES
        window = numpy.i0(6.0 * numpy.sqrt(numpy.clip(1 - (places / (TAPS / 2)) ** 2, 0, 1))) / numpy.i0(6.0)
        taps = numpy.sinc(places) * window
        for sample in range(SPAN):
            matrix[sample : sample + TAPS, phase - 1, sample] = taps / taps.sum()
    return matrix.reshape(SPAN + TAPS, -1)


def peaks(sound: Sound) -> Sound:
    """For each sample the highest point of the wave between it and the next, four times oversampled."""
    count = -(-len(sound) // SPAN)
    padded = numpy.zeros(count * SPAN + TAPS, dtype=numpy.float32)
    padded[TAPS // 2 - 1 : TAPS // 2 - 1 + len(sound)] = sound
    spans = numpy.lib.stride_tricks.sliding_window_view(padded, SPAN + TAPS)[::SPAN]
    highest = numpy.zeros((count, SPAN), dtype=numpy.float32)
    for start in range(0, count, SPANS_AT_ONCE):
        between = numpy.abs(numpy.ascontiguousarray(spans[start : start + SPANS_AT_ONCE]) @ _between())
        part = highest[start : start + SPANS_AT_ONCE]
        for phase in range(PHASES - 1):
            numpy.maximum(part, between[:, phase * SPAN : (phase + 1) * SPAN], out=part)
    return numpy.maximum(highest.ravel()[: len(sound)], numpy.abs(sound))


def in_decibels(height: Sound) -> float:
    """The highest of what `peaks` found, in dBTP."""
    highest = float(height.max(initial=0.0))
    return max(SILENCE_DB, float(20 * numpy.log10(highest))) if highest > 0 else SILENCE_DB


def true_peak(sound: Sound) -> float:
    """The highest point of the wave in dBTP."""
    return in_decibels(peaks(sound))
