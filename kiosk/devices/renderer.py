"""Text to a WAV in the cache, by a process of its own for every new text."""

import json
import logging
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from kiosk.core.programs import program
from kiosk.devices.speech import FindRecorded, nothing_recorded
from kiosk.devices.speech_cache import SpeechCache, cache_name
from kiosk.devices.speech_parts import parts
from kiosk.devices.state import DeviceState
from kiosk.devices.voices import language_of, rate_of

TIMEOUT_S = 10.0
RECORDED = "devices.speech_recorded"
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rendered:
    """`path` is `None` when nothing can be heard; `state` says why, or which voice speaks."""

    path: Path | None
    state: DeviceState


class Renderer:
    """Renders one text at a time; `cancel` may be called from any thread, everything else from one."""

    def __init__(self, folder: Path, module: str = "kiosk.devices.speech_child", timeout_s: float = TIMEOUT_S) -> None:
        self._cache = SpeechCache(folder)
        self.recorded: FindRecorded = nothing_recorded
        self._command = program(module)
        self._decoder = program("kiosk.devices.clip_child")
        self._timeout_s = timeout_s
        self._voices: dict[str, tuple[str, str]] = {}
        self._child: subprocess.Popen[str] | None = None
        self._lock = Lock()
        self._opened = False
        self._temporary: Path | None = None

    def parts(self, text: str, manner: str = "") -> list[str]:
        """`text` in the parts to `render` one after the other: a person's recordings apart from what the engine says.

        A `manner` (`voices.MANNERS`) other than the house's own is the engine's alone.
        """
        if manner:
            return [text]
        return parts(text, lambda one: self.recorded(one, language_of(one)) is not None)

    def render(self, text: str, wanted: Callable[[], bool], manner: str = "") -> Rendered:
        """Have `text` as a WAV; an empty text only finds out the Chinese voice. Waits for the engine.

        What a person has read goes before the engine; where it cannot be decoded the engine reads.

        Nothing is started when `wanted()` is false; who makes it false calls `cancel` afterwards.
        """
        language = language_of(text) if text else "zh"
        try:
            self._open()
        except OSError as error:
            return Rendered(None, DeviceState("devices.speech_no_room", False, detail=repr(error)))
        if text and not manner and (recorded := self._recorded(text, language, wanted)):
            return recorded
        if text and language in self._voices:
            voice, name = self._voices[language]
            if path := self._cache.find(text, voice, rate_of(language, manner)):
                return Rendered(path, _speaks(name))
        asked = {"text": text, "language": language, "folder": str(self._cache.folder), "manner": manner}
        answer = self._ask(self._command, asked, wanted)
        if "voice" in answer:
            self._voices[language] = (answer["voice"], answer["name"])
        if answer["code"] != "devices.speech_ready":
            return Rendered(None, DeviceState(answer["code"], False, detail=answer.get("detail", "")))
        if not text:
            return Rendered(None, _speaks(answer["name"]))
        self._cache.trim()
        return Rendered(self._cache.folder / answer["file"], _speaks(answer["name"]))

    def cancel(self) -> None:
        """End the rendering that is under way, if any."""
        with self._lock:
            if self._child:
                self._child.kill()

    def close(self) -> None:
        """Remove the folder that stood in for an unusable one."""
        if self._temporary:
            shutil.rmtree(self._temporary, ignore_errors=True)

    def _open(self) -> None:
        """Use the cache's folder, or one that dies with this program when the home cannot be written."""
        if self._opened:
            return
        try:
            self._cache.open()
            tempfile.TemporaryFile(dir=self._cache.folder).close()
        except OSError:
            self._temporary = Path(tempfile.mkdtemp(prefix="fingertip-glow-"))
            self._cache = SpeechCache(self._temporary)
        self._opened = True

    def _recorded(self, text: str, language: str, wanted: Callable[[], bool]) -> Rendered | None:
        """`text` as a person has read it, if anybody has."""
        clip = self.recorded(text, language)
        if clip is None:
            return None
        state = DeviceState(RECORDED, True, {"voice": clip.voice})
        if path := self._cache.find(text, clip.id, 0):
            return Rendered(path, state)
        target = self._cache.folder / cache_name(text, clip.id, 0)
        sound = target.with_suffix(".sound.part")
        try:
            sound.write_bytes(clip.sound)
            answer = self._ask(self._decoder, {"sound": str(sound), "target": str(target)}, wanted)
        except OSError as error:
            return Rendered(None, DeviceState("devices.speech_no_room", False, detail=repr(error)))
        finally:
            sound.unlink(missing_ok=True)
        if answer["code"] != RECORDED:
            log.warning("the recording %s cannot be played: %s", clip.id, answer.get("detail"))
            return None
        self._cache.trim()
        return Rendered(target, state)

    def _ask(self, command: list[str], request: dict[str, str], wanted: Callable[[], bool]) -> dict[str, str]:
        try:
            with self._lock:
                if not wanted():
                    return {"code": "devices.speech_failed", "detail": "cancelled"}
                self._child = subprocess.Popen(
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
                )
            out, _ = self._child.communicate(json.dumps(request), timeout=self._timeout_s)
            answer: dict[str, str] = json.loads(out)
        except subprocess.TimeoutExpired:
            return {"code": "devices.speech_slow"}
        except (OSError, ValueError) as error:  # not started, killed by `cancel`, or died: no answer to read
            return {"code": "devices.speech_failed", "detail": repr(error)}
        finally:
            self._end_child()
        return answer

    def _end_child(self) -> None:
        with self._lock:
            child, self._child = self._child, None
            if child:
                child.kill()
                child.wait()


def _speaks(name: str) -> DeviceState:
    return DeviceState("devices.speech_ready", True, {"voice": name})
