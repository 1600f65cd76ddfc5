"""The rendering process: one request on standard input, one answer on standard output, both a JSON object.

`{"do": "render", "take", "key", "out", "jingle", "bed"}` → `{"seconds", "loudness", "true_peak", "figures"}`: a take
becomes a broadcast, FLAC, sealed with the same key. `{"do": "export", "broadcast", "key", "out"}` → `{"seconds"}`: a
broadcast as a plain MP3; without `out` → `{"mp3"}`: the same in base64, and on no disk. `{"do": "clip", "take", "key",
"out"}` → `{"seconds"}`: a teacher's reading as Ogg Vorbis. What cannot be done is `{"code", "detail"}`, a words code.
NumPy lives and dies in here.
"""

import base64
import io
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy
import soundfile

from kiosk.broadcast.dynamics import level
from kiosk.broadcast.loudness import Sound
from kiosk.broadcast.measure import figures
from kiosk.broadcast.mixing import VOICE_LUFS, Music, broadcast, finished, resampled, set_to
from kiosk.broadcast.mp3 import as_mp3
from kiosk.broadcast.voice import cleaned, trimmed
from kiosk.core.booth import RATE
from kiosk.privacy.sealed import NotOurs, SealedReader, seal

SHORTEST_S = 0.4


def take_sound(path: Path, key: bytes) -> Sound:
    """A raw take. Raises OSError or NotOurs."""
    data = SealedReader(path, key).read()
    return numpy.frombuffer(data[: len(data) // 2 * 2], "<i2").astype(numpy.float32) / numpy.float32(32_768)


def asset(path: str) -> Sound:
    """A sound of our own, one channel at 48 kHz."""
    sound, rate = soundfile.read(path, dtype="float32", always_2d=True)
    return resampled(sound[:, 0], rate)


def render(asked: dict[str, Any]) -> dict[str, Any]:
    """A take as a broadcast."""
    key = bytes.fromhex(asked["key"])
    raw = take_sound(Path(asked["take"]), key)
    if len(raw) < SHORTEST_S * RATE:
        return {"code": "booth.too_short", "detail": f"{len(raw)} frames"}
    made = broadcast(trimmed(cleaned(raw)), Music(asset(asked["jingle"]), asset(asked["bed"])))
    file = io.BytesIO()
    soundfile.write(file, made.sound, RATE, format="FLAC", subtype="PCM_16")
    seconds = len(made.sound) / RATE
    seal(Path(asked["out"]), key, file.getvalue(), {"kind": "flac", "rate": RATE, "channels": 1, "seconds": seconds})
    return {
        "seconds": seconds, "loudness": made.loudness, "true_peak": made.true_peak, "figures": asdict(figures(raw)),
    }  # fmt: skip


def export(asked: dict[str, Any]) -> dict[str, Any]:
    """A broadcast as a file that phones play."""
    flac = SealedReader(Path(asked["broadcast"]), bytes.fromhex(asked["key"])).read()
    sound, _ = soundfile.read(io.BytesIO(flac), dtype="float32")
    if "out" not in asked:
        return {"mp3": base64.b64encode(as_mp3(sound)).decode()}
    out = Path(asked["out"])
    part = out.with_name(f".{out.name}.part")
    try:
        part.write_bytes(as_mp3(sound))
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
    return {"seconds": len(sound) / RATE}


def clip(asked: dict[str, Any]) -> dict[str, Any]:
    """A teacher's reading as a clip of a voice pack: cleaned, trimmed, at the loudness of a broadcast; Ogg Vorbis."""
    raw = take_sound(Path(asked["take"]), bytes.fromhex(asked["key"]))
    if len(raw) < SHORTEST_S * RATE:
        return {"code": "booth.too_short", "detail": f"{len(raw)} frames"}
    made = finished(level(set_to(trimmed(cleaned(raw)), VOICE_LUFS)))
    soundfile.write(asked["out"], made.sound, RATE, format="OGG", subtype="VORBIS")
    return {"seconds": len(made.sound) / RATE}


def main() -> None:
    """Answer the one request."""
    asked = json.load(sys.stdin)
    try:
        answer = {"render": render, "export": export, "clip": clip}[asked["do"]](asked)
    except (OSError, NotOurs, soundfile.SoundFileError, ValueError) as error:
        answer = {"code": "booth.render_failed", "detail": repr(error)}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
