"""An independent loudness meter: libebur128, the reference implementation in C, from Debian."""

import ctypes
import math
from dataclasses import dataclass

GLOBAL, TRUE_PEAK = 1 << 2 | 1 << 0, 1 << 5 | 1 << 4 | 1 << 0


@dataclass(frozen=True, slots=True)
class Measured:
    """Loudness in LUFS and true peak in dBTP."""

    loudness: float
    true_peak: float


def measure(samples: bytes, rate: int = 48_000) -> Measured:
    """What the referee says of 16-bit mono `samples`."""
    library = ctypes.CDLL("libebur128.so.1")
    library.ebur128_init.restype = ctypes.c_void_p
    state = ctypes.c_void_p(library.ebur128_init(1, ctypes.c_ulong(rate), GLOBAL | TRUE_PEAK))
    assert library.ebur128_add_frames_short(state, samples, ctypes.c_size_t(len(samples) // 2)) == 0
    loudness, peak = ctypes.c_double(), ctypes.c_double()
    assert library.ebur128_loudness_global(state, ctypes.byref(loudness)) == 0
    assert library.ebur128_true_peak(state, ctypes.c_uint(0), ctypes.byref(peak)) == 0
    library.ebur128_destroy(ctypes.byref(state))
    return Measured(loudness.value, 20 * math.log10(peak.value) if peak.value else -120.0)
