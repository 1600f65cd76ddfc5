"""Asking the rendering process. Each call blocks for as long as the work takes: call it from a thread of one's own."""

import base64
import json
import os
import subprocess
from pathlib import Path
from threading import Lock
from typing import Any

from kiosk.core.booth import Broadcast, Figures
from kiosk.core.errors import KioskError
from kiosk.core.programs import program

TIMEOUT_S = 60.0
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1"}
"""Our matrices are small: on a busy machine two threads wait for each other and take nine times as long."""


class Renderer:
    """Starts one process for each piece of work. `sounds` holds our jingle and bed."""

    def __init__(self, sounds: Path, timeout_s: float = TIMEOUT_S) -> None:
        self._sounds = sounds
        self._timeout_s = timeout_s
        self._lock = Lock()
        self._child: subprocess.Popen[str] | None = None
        self._closed = False

    def render(self, take: Path, key: bytes, out: Path) -> Broadcast:
        """Make a broadcast of the sealed `take`, sealed with the same `key` at `out`.

        Raises KioskError `booth.too_short` or `booth.render_failed`; the take is as it was in any case.
        """
        answer = self._ask(
            do="render", take=str(take), key=key.hex(), out=str(out),
            jingle=str(self._sounds / "booth-jingle.wav"), bed=str(self._sounds / "booth-bed.wav"),
        )  # fmt: skip
        return Broadcast(**{**answer, "figures": Figures(**answer["figures"])})

    def export(self, broadcast: Path, key: bytes, out: Path) -> float:
        """Write the sealed `broadcast` as a plain MP3 at `out`; its length in seconds. Raises KioskError as above."""
        return float(self._ask(do="export", broadcast=str(broadcast), key=key.hex(), out=str(out))["seconds"])

    def mp3(self, broadcast: Path, key: bytes) -> bytes:
        """The sealed `broadcast` as an MP3, which is on no disk. Raises KioskError as above."""
        return base64.b64decode(self._ask(do="export", broadcast=str(broadcast), key=key.hex())["mp3"])

    def clip(self, take: Path, key: bytes, out: Path) -> float:
        """Write the sealed `take`, a teacher's reading, as a clip for a voice pack; its length. Raises KioskError."""
        return float(self._ask(do="clip", take=str(take), key=key.hex(), out=str(out))["seconds"])

    def cancel(self) -> None:
        """End the work under way, if any: it then fails."""
        with self._lock:
            if self._child:
                self._child.kill()

    def close(self) -> None:
        """Start nothing any more, and end the work under way."""
        self._closed = True
        self.cancel()

    def _ask(self, **asked: object) -> dict[str, Any]:
        child = self._start()
        try:
            out, detail = child.communicate(json.dumps(asked), timeout=self._timeout_s)
            answer: dict[str, Any] = json.loads(out)
        except subprocess.TimeoutExpired as error:
            raise KioskError("booth.render_failed", "too slow") from error
        except ValueError as error:  # killed or died: there is no answer to read
            raise KioskError("booth.render_failed", f"exit {child.poll()}: {detail[-500:]}") from error
        finally:
            with self._lock:
                self._child = None
                child.kill()
                child.wait()
        if "code" in answer:
            raise KioskError(answer["code"], answer["detail"])
        return answer

    def _start(self) -> "subprocess.Popen[str]":
        with self._lock:
            if self._closed:
                raise KioskError("booth.render_failed", "closed")
            try:
                self._child = subprocess.Popen(
                    program("kiosk.broadcast.render"),
                    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                    env={**os.environ, **ONE_THREAD},
                )  # fmt: skip
            except OSError as error:
                raise KioskError("booth.render_failed", repr(error)) from error
            return self._child
