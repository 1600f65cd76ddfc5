"""A sealed take or broadcast as a WAV in memory: it is heard without ever lying on the disk in the clear."""

import io
import wave
from pathlib import Path

from kiosk.privacy.sealed import NotOurs, SealedReader


class Unplayable(Exception):
    """The file cannot be opened with that key, or holds no sound that we know."""


def sealed_wav(path: Path, key: bytes) -> io.BytesIO:
    """The sound in the sealed file as a 16-bit WAV. Raises Unplayable."""
    try:
        reader = SealedReader(path, key)
        content = reader.read()
        rate, channels = int(reader.about["rate"]), int(reader.about["channels"])
        if reader.about["kind"] == "flac":
            import soundfile  # here for its cost: it loads NumPy

            sound, rate = soundfile.read(io.BytesIO(content), dtype="int16")
            content = sound.tobytes()
    except (OSError, NotOurs, KeyError, ValueError, RuntimeError) as error:
        raise Unplayable(repr(error)) from error
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setparams((channels, 2, rate, 0, "NONE", ""))
        out.writeframes(content[: len(content) // 2 * 2])
    file.seek(0)
    return file
