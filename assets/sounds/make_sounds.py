"""Make the sound set: run `python assets/sounds/make_sounds.py`, standard library only.

Writes 16-bit mono WAVs at 44.1 kHz beside this file. Every pitch is of one pentatonic scale (D E F# A B), so that any
two sounds that overlap in a full hall still agree. Starts and ends are faded: a WAV that begins off zero clicks.
"""

import math
import random
import struct
import sys
import wave
from collections.abc import Callable, Iterable
from pathlib import Path

RATE = 44_100
SCALE = {"D": 293.66, "E": 329.63, "F#": 369.99, "A": 440.00, "B": 493.88}
EDGE_SECONDS = 0.004
Samples = list[float]


def pitch(name: str) -> float:
    """Frequency in Hz of a scale note with its octave, as in "F#5"; octave 4 holds A = 440 Hz."""
    return SCALE[name[:-1]] * 2.0 ** (int(name[-1]) - 4)


def bell(hz: float, seconds: float, *, attack: float = 0.006, partials: Iterable[tuple[float, float]]) -> Samples:
    """A struck tone: `partials` are (multiple of hz, strength); higher partials die away faster."""
    total = int(seconds * RATE)
    out = [0.0] * total
    for multiple, strength in partials:
        decay = 5.0 * (1.0 + 0.45 * (multiple - 1.0)) / seconds
        step = 2.0 * math.pi * hz * multiple / RATE
        for n in range(total):
            t = n / RATE
            rise = min(1.0, t / attack)
            out[n] += strength * rise * rise * math.exp(-decay * t) * math.sin(step * n)
    return out


WOOD = ((1.0, 1.0), (3.0, 0.22), (5.0, 0.06))
GLASS = ((1.0, 1.0), (2.0, 0.30), (3.01, 0.12), (4.02, 0.05))
WARM = ((1.0, 1.0), (2.0, 0.42), (3.0, 0.14))


def marimba(note: str, seconds: float) -> Samples:
    return bell(pitch(note), seconds, attack=0.005, partials=WOOD)


def chime(note: str, seconds: float) -> Samples:
    return bell(pitch(note), seconds, attack=0.009, partials=GLASS)


def hum(note: str, seconds: float) -> Samples:
    return bell(pitch(note), seconds, attack=0.045, partials=WARM)


def glide(start: str, end: str, seconds: float) -> Samples:
    """One soft tone sliding from a note to another under a half-sine envelope."""
    total = int(seconds * RATE)
    low, ratio = pitch(start), pitch(end) / pitch(start)
    phase = 0.0
    out = []
    for n in range(total):
        x = n / total
        phase += 2.0 * math.pi * low * ratio ** (x * x * (3.0 - 2.0 * x)) / RATE
        out.append(math.sin(math.pi * x) * (math.sin(phase) + 0.18 * math.sin(2.0 * phase)))
    return out


def breath(seconds: float, seed: int, *, softness: float) -> Samples:
    """Paper or air: seeded noise through a one-pole low-pass; `softness` 0..1, more is darker."""
    noise = random.Random(seed)
    total = int(seconds * RATE)
    last = 0.0
    out = []
    for n in range(total):
        last = softness * last + (1.0 - softness) * noise.uniform(-1.0, 1.0)
        out.append(last * math.sin(math.pi * n / total) ** 2)
    return out


def mix(*parts: tuple[float, float, Samples]) -> Samples:
    """Lay `(start in seconds, gain, samples)` over each other."""
    end = max(int(start * RATE) + len(samples) for start, _, samples in parts)
    out = [0.0] * end
    for start, gain, samples in parts:
        offset = int(start * RATE)
        for n, value in enumerate(samples):
            out[offset + n] += gain * value
    return out


def tune(notes: str, gap: float, seconds: float, voice: Callable[[str, float], Samples]) -> Samples:
    """Notes parted by spaces, `gap` seconds from one start to the next."""
    return mix(*((i * gap, 1.0, voice(note, seconds)) for i, note in enumerate(notes.split())))


def level_won() -> Samples:
    run = tune("D5 F#5 A5 B5 D6", 0.13, 0.9, chime)
    chord = mix(*((0.0, 0.55, chime(note, 1.8)) for note in ("D5", "A5", "D6", "F#6")))
    return mix((0.0, 0.8, run), (0.72, 1.0, chord), (0.72, 0.5, hum("D4", 1.7)))


LOOP_SECONDS = 19.2


def notes(line: str) -> list[str]:
    """Notes parted by spaces; a dot is a rest."""
    return line.split()


def booth_jingle() -> Samples:
    """童声播报站: four bells up, a chord to come home to."""
    run = tune("D5 F#5 A5 D6", 0.16, 0.8, chime)
    answer = mix(*((i * 0.24, 0.8, marimba(note, 0.7)) for i, note in enumerate(notes("B5 A5 F#5 A5"))))
    home = mix(*((0.0, gain, chime(note, 1.7)) for note, gain in (("D5", 0.7), ("A5", 0.5), ("D6", 0.5), ("F#6", 0.2))))
    return mix((0.0, 0.8, run), (0.76, 0.6, answer), (1.76, 1.0, home), (1.76, 0.4, hum("D4", 1.7)))


def booth_bed() -> Samples:
    """Music that can go round for ever: what rings past the end rings on at the beginning."""
    beat = LOOP_SECONDS / 32
    low = notes("D3 D3 A3 A3 B3 B3 A3 A3 D3 D3 F#3 F#3 E3 E3 A3 A3")
    high = notes("A4 . F#4 . E4 . D4 F#4 . A4 . B4 . A4 F#4 . D4 . E4 . F#4 . A4 . B4 . A4 . E4 . F#4 .")
    parts = [(i * 2 * beat, 0.9, hum(note, 2.6)) for i, note in enumerate(low)]
    parts += [(i * beat, 0.5, marimba(note, 1.1)) for i, note in enumerate(high) if note != "."]
    parts += [(i * 8 * beat + beat / 2, 0.16, chime(note, 2.4)) for i, note in enumerate(notes("D6 B5 A5 F#5"))]
    return wrapped(mix(*parts), int(LOOP_SECONDS * RATE))


def wrapped(samples: Samples, length: int) -> Samples:
    """`samples` bent to a ring of `length`."""
    out = [0.0] * length
    for n, value in enumerate(samples):
        out[n % length] += value
    return out


def self_test() -> Samples:
    """A clear tone that the booth's microphone is to hear; `kiosk.broadcast.self_test` looks for its pitch."""
    step = 2.0 * math.pi * pitch("B5") / RATE
    total, rise = int(0.9 * RATE), int(0.05 * RATE)
    return [math.sin(step * n) * min(1.0, n / rise, (total - n) / rise) for n in range(total)]


LOOPS = {"booth-bed": (-6.0, booth_bed)}
"""What goes round: its edges are not faded."""


def sounds() -> dict[str, tuple[float, Samples]]:
    """Name to (peak in dBFS, samples); the softer ones are the ones that are heard most."""
    return {
        "tap": (-15.0, marimba("A5", 0.16)),
        "choose": (-12.0, tune("A4 D5", 0.07, 0.26, marimba)),
        "right": (-8.0, tune("D5 A5 D6", 0.10, 0.62, chime)),
        "try-again": (-9.0, tune("A4 F#4 E4", 0.17, 0.62, hum)),
        "lie-falls": (-11.0, mix((0.0, 0.5, glide("A5", "D5", 0.42)), (0.0, 2.0, breath(0.5, 7, softness=0.88)),
                                 (0.38, 0.9, marimba("D5", 0.3)))),
        "heart": (-9.0, tune("F#4 D4", 0.15, 0.55, hum)),
        "lantern": (-9.0, mix((0.0, 0.35, glide("D5", "D6", 0.40)), (0.22, 0.9, chime("A5", 0.9)),
                              (0.34, 0.7, chime("F#6", 0.9)))),
        "level-won": (-7.0, level_won()),
        "open": (-13.0, tune("D5 E5 A5", 0.06, 0.34, marimba)),
        "close": (-13.0, tune("A5 E5 D5", 0.06, 0.34, marimba)),
        "piece-home": (-14.0, mix((0.0, 1.6, breath(0.05, 3, softness=0.6)), (0.012, 0.9, marimba("D5", 0.2)),
                                  (0.05, 0.3, chime("A5", 0.4)))),
        "piece-back": (-18.0, mix((0.0, 1.0, breath(0.22, 5, softness=0.92)), (0.1, 0.5, marimba("D4", 0.2)))),
        "countdown-tick": (-16.0, marimba("E5", 0.22)),
        "booth-jingle": (-7.0, booth_jingle()),
        "booth-count": (-13.0, marimba("A5", 0.26)),
        "booth-on-air": (-12.0, tune("D5 A5", 0.08, 0.34, chime)),
        "booth-level-good": (-13.0, tune("A5 D6", 0.09, 0.42, chime)),
        "booth-self-test": (-9.0, self_test()),
        "thanks": (-8.0, tune("A4 D5 E5 A5", 0.15, 0.85, chime)),
    }  # fmt: skip


def levelled(peak_dbfs: float, samples: Samples) -> list[int]:
    """Centre, fade both edges to zero and set the highest sample to `peak_dbfs`."""
    mean = sum(samples) / len(samples)
    edge = int(EDGE_SECONDS * RATE)
    last = len(samples) - 1
    tail = int(0.12 * len(samples))
    faded = [(value - mean) * min(1.0, n / edge) * min(1.0, (last - n) / tail) for n, value in enumerate(samples)]
    loudest = max(abs(value) for value in faded)
    gain = 32_767.0 * 10.0 ** (peak_dbfs / 20.0) / loudest
    return [round(value * gain) for value in faded]


def looped(peak_dbfs: float, samples: Samples) -> list[int]:
    """Centre and set the highest sample to `peak_dbfs`."""
    mean = sum(samples) / len(samples)
    gain = 32_767.0 * 10.0 ** (peak_dbfs / 20.0) / max(abs(value - mean) for value in samples)
    return [round((value - mean) * gain) for value in samples]


def write(folder: Path) -> list[Path]:
    """Write every sound into `folder`; the same bytes on every run."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    made = {name: levelled(peak, samples) for name, (peak, samples) in sounds().items()}
    made |= {name: looped(peak, loop()) for name, (peak, loop) in LOOPS.items()}
    for name, frames in made.items():
        path = folder / f"{name}.wav"
        with wave.open(str(path), "wb") as out:
            out.setparams((1, 2, RATE, len(frames), "NONE", "not compressed"))
            out.writeframes(struct.pack(f"<{len(frames)}h", *frames))
        paths.append(path)
    return paths


if __name__ == "__main__":
    for written in write(Path(__file__).parent):
        sys.stdout.write(f"{written.name}\n")
