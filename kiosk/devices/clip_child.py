"""Makes a WAV of one recorded sound (FLAC, WAV, Ogg) and ends: files from outside are decoded in a process of its own.

One JSON object on standard input: `{"sound": path, "target": path}`; one on standard output: `{"code", "detail"}`.
"""

import json
import sys
import wave
from pathlib import Path

import soundfile

READY = "devices.speech_recorded"
LONGEST_S = 180


def decode(sound: Path, target: Path) -> dict[str, str]:
    """Have `sound` at `target` as 16-bit mono WAV; the answer as sent to the parent."""
    part = target.with_suffix(".clip.part")
    try:
        with soundfile.SoundFile(sound) as source:
            frames = source.read(LONGEST_S * source.samplerate, dtype="int16", always_2d=True)
            rate = source.samplerate
        with wave.open(str(part), "wb") as out:
            out.setparams((1, 2, rate, 0, "NONE", ""))
            out.writeframes(frames.mean(axis=1).astype("<i2").tobytes())
        part.replace(target)
    except OSError as error:
        return {"code": "devices.speech_no_room", "detail": repr(error)}
    except (RuntimeError, ValueError, EOFError) as error:  # libsndfile's own are RuntimeErrors
        return {"code": "devices.speech_failed", "detail": repr(error)}
    return {"code": READY if len(frames) else "devices.speech_failed", "detail": f"{len(frames)} frames"}


def main() -> None:
    """Answer the one request on standard input."""
    asked = json.load(sys.stdin)
    json.dump(decode(Path(asked["sound"]), Path(asked["target"])), sys.stdout)


if __name__ == "__main__":
    main()
