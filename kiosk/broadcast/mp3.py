"""MP3, the one format that every phone and every chat plays; by libsndfile, and looked at before it is trusted.

(Qt's encoder of the wheel, asked for MP3, silently writes something else.)
"""

import io

import numpy
import soundfile

from kiosk.broadcast.loudness import Sound
from kiosk.core.booth import RATE

PADDING_S = 0.2
"""An encoder adds some silence at both ends."""
KBITS = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)


def as_mp3(sound: Sound) -> bytes:
    """`sound` as an MP3 of constant rate. Raises ValueError when what came out is no MP3 of that sound."""
    file = io.BytesIO()
    soundfile.write(
        file, sound, RATE, format="MP3", subtype="MPEG_LAYER_III", bitrate_mode="CONSTANT", compression_level=0.6
    )
    data = file.getvalue()
    if not is_mp3(data):
        raise ValueError(f"the encoder wrote no MP3: {data[:4].hex()}")
    back, rate = soundfile.read(io.BytesIO(data), dtype="float32")
    if rate != RATE or abs(len(back) - len(sound)) > PADDING_S * RATE:
        raise ValueError(f"the MP3 holds {len(back)} frames at {rate} Hz instead of {len(sound)} at {RATE}")
    if numpy.abs(back).max(initial=0.0) < numpy.abs(sound).max(initial=0.0) / 2:
        raise ValueError("the MP3 is silent")
    return data


def is_mp3(data: bytes) -> bool:
    """Whether `data` begins with two frames of MPEG 1 layer III at 48 kHz, one behind the other."""
    size = frame_bytes(data)
    return size > 0 and frame_bytes(data[size:]) > 0


def frame_bytes(data: bytes) -> int:
    """The length of the MPEG 1 layer III frame at 48 kHz that `data` begins with; 0 when there is none."""
    if len(data) < 4 or data[0] != 0xFF or data[1] & 0xFE != 0xFA or data[2] & 0x0C != 0x04:
        return 0
    kbits = data[2] >> 4
    return 144_000 * KBITS[kbits] // RATE + (data[2] >> 1 & 1) if 0 < kbits < len(KBITS) else 0
