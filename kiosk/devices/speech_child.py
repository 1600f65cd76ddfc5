"""Renders one text to one WAV and ends: pyttsx3 hangs, drops texts and overwrites files when it is used for longer.

One JSON object on standard input: `{"text", "language", "folder", "manner"}`; one on standard output: `{"code",
"voice", "name", "file", "detail"}`, `code` a words code. An empty text only asks for the voice. The file's name is the
cache's.
"""

import json
import os
import sys
import wave
from pathlib import Path
from threading import Event
from typing import Any

from kiosk.devices.speech_cache import cache_name
from kiosk.devices.voices import MANNERS, Voice, choose_voice, rate_of

READY = "devices.speech_ready"
SYNTHESIS_S = 8.0
HEADER_BYTES = 44


def render(text: str, language: str, folder: Path, manner: str = "") -> dict[str, str]:
    """Have `text` in the cache `folder`, read in that manner (`voices.MANNERS`); the answer as sent to the parent."""
    try:
        import pyttsx3  # type: ignore[import-untyped]

        engine = pyttsx3.init()
        listed = engine.getProperty("voices")
    except Exception as error:  # noqa: BLE001 (the library raises whatever its driver meets)
        return {"code": "devices.speech_no_engine", "detail": repr(error)}
    voice = choose_voice(
        (Voice(one.id, tuple(str(name) for name in one.languages), str(one.name)) for one in listed), language
    )
    if voice is None:
        return {"code": f"devices.speech_no_voice_{language}"}
    answer = {"code": READY, "voice": voice.id, "name": voice.name or voice.id}
    if not text:
        return answer
    target = folder / cache_name(text, voice.id, rate_of(language, manner))
    part = target.with_suffix(f".{os.getpid()}.part")
    try:
        engine.setProperty("voice", voice.id)
        engine.setProperty("rate", rate_of(language, manner))
        engine.setProperty("pitch", MANNERS[manner][1])
        synthesise(engine, text, part)
        if not whole(part):
            return {**answer, "code": "devices.speech_failed", "detail": "no whole file"}
        part.replace(target)
    except OSError as error:
        return {**answer, "code": "devices.speech_no_room", "detail": repr(error)}
    except Exception as error:  # noqa: BLE001
        return {**answer, "code": "devices.speech_failed", "detail": repr(error)}
    return {**answer, "file": target.name}


def synthesise(engine: Any, text: str, path: Path) -> None:
    """Have `text` in the file at `path`.

    `runAndWait` of pyttsx3 2.99 may return before espeak's own thread has written the file (one time in five), so
    the end of the utterance is waited for; drivers that do not tell it have written the file by then.
    """
    finished = Event()
    engine.connect("finished-utterance", lambda **_: finished.set())
    engine.save_to_file(text, str(path))
    engine.runAndWait()
    if not whole(path):
        finished.wait(SYNTHESIS_S)


def whole(path: Path) -> bool:
    """True when `path` is a WAV with sound in it and nothing cut off."""
    try:
        with wave.open(str(path), "rb") as sound:
            bytes_of_sound = sound.getnframes() * sound.getnchannels() * sound.getsampwidth()
        return 0 < bytes_of_sound <= path.stat().st_size - HEADER_BYTES
    except (EOFError, wave.Error, FileNotFoundError):
        return False


def main() -> None:
    """Answer the one request on standard input."""
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # pyttsx3 prints to standard output
    asked = json.load(sys.stdin)
    json.dump(render(asked["text"], asked["language"], Path(asked["folder"]), asked["manner"]), out)
    out.flush()
    os._exit(0)  # espeak asserts when Python takes it down


if __name__ == "__main__":
    main()
