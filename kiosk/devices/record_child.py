"""The capture process: opens the microphone, tells levels, writes takes. It ends when its input ends.

It is a process of its own so that no fault of the sound system can reach the screen. One JSON object a line.
To it: `{"do": "arm", "microphone"}`, `{"do": "start", "path", "key", "limit_s", "floor_bytes", "preroll_ms"}`,
`{"do": "stop"}`. From it: `{"is": "armed" | "level" | "started" | "ended" | "trouble", …}` with the fields of the
dataclasses in `record`. Blocks of 50 ms; what was heard last is kept in memory for the pre-roll.
"""

import os
import sys
from collections import deque
from dataclasses import asdict
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TextIO

from kiosk.core.booth import RATE
from kiosk.devices.record import TakeOrder
from kiosk.devices.record_level import LevelMeter
from kiosk.devices.record_source import Microphone, MicrophoneTrouble
from kiosk.devices.record_take import FRAME_BYTES, TakeFile
from kiosk.devices.sound_lines import read_line, write_line

BLOCK = RATE // 20 * FRAME_BYTES
NO_DATA_S = 0.5
PREROLL_BLOCKS = 20
STOP_TURN_S = 0.02
"""How soon a command is obeyed while the microphone gives nothing."""


def open_microphone(library: str, wanted: str) -> Microphone:
    """The microphone called `wanted` by `library`: `pulse`, `qt` or `file:<speed>:<path>`. Raises MicrophoneTrouble."""
    if library.startswith("file:"):
        from kiosk.devices.record_file import FileMicrophone

        _, speed, path = library.split(":", 2)
        return FileMicrophone(Path(path), RATE, float(speed))
    if library == "qt":
        from kiosk.devices.qt_record import QtMicrophone

        return QtMicrophone(wanted, RATE)
    from kiosk.devices.record_pulse import PulseMicrophone

    return PulseMicrophone(wanted, RATE)


class RecordChild:
    """Obeys the lines in `lines` (`None` is the end) and hears in between."""

    def __init__(self, library: str, lines: "SimpleQueue[dict[str, Any] | None]", out: TextIO) -> None:
        self._library = library
        self._lines = lines
        self._out = out
        self._microphone: Microphone | None = None
        self._meter = LevelMeter()
        self._recent: deque[bytes] = deque(maxlen=PREROLL_BLOCKS)
        self._rest = b""
        self._quiet_s = 0.0
        self._take: TakeFile | None = None

    def run(self) -> None:
        """Until the input ends."""
        while True:
            try:
                fields = self._lines.get_nowait() if self._microphone else self._lines.get()
            except Empty:
                self._hear()
                continue
            if fields is None:
                self._end("booth.stopped")
                return
            self._obey(fields)

    def _obey(self, fields: dict[str, Any]) -> None:
        match fields.get("do"):
            case "arm":
                self._arm(str(fields["microphone"]))
            case "start":
                order = TakeOrder(
                    Path(fields["path"]), bytes.fromhex(fields["key"]),
                    float(fields["limit_s"]), int(fields["floor_bytes"]), int(fields["preroll_ms"]),
                )  # fmt: skip
                self._start(order)
            case "stop":
                self._end("booth.stopped")

    def _arm(self, wanted: str) -> None:
        try:
            self._microphone = open_microphone(self._library, wanted)
        except MicrophoneTrouble as trouble:
            self._trouble(trouble.code, trouble.detail)
            return
        self._tell("armed", name=self._microphone.name, fallback=self._microphone.fallback)

    def _start(self, order: TakeOrder) -> None:
        self._finish("booth.stopped")
        if self._microphone is None:
            self._tell("ended", code="booth.no_microphone", seconds=0.0, whole=False, detail="")
            return
        try:
            self._take = TakeFile(order)
        except OSError as error:
            self._tell("ended", code="booth.disk_failed", seconds=0.0, whole=False, detail=repr(error))
            return
        before = b"".join(self._recent)[-order.preroll_ms * RATE // 1000 * FRAME_BYTES :]
        self._tell("started")
        if before and order.preroll_ms:
            self._write(before)

    def _hear(self) -> None:
        """One turn of listening; returns early so that commands are obeyed soon."""
        assert self._microphone
        try:
            data = self._microphone.read(STOP_TURN_S)
        except MicrophoneTrouble as trouble:
            self._lose(trouble.code, trouble.detail)
            return
        self._quiet_s = 0.0 if data else self._quiet_s + STOP_TURN_S
        if self._quiet_s >= NO_DATA_S:
            self._lose("booth.no_data", "")
            return
        self._rest += data
        while len(self._rest) >= BLOCK:
            block, self._rest = self._rest[:BLOCK], self._rest[BLOCK:]
            self._tell("level", **asdict(self._meter.hear(block)))
            self._recent.append(block)
            self._write(block)

    def _write(self, block: bytes) -> None:
        if self._take and (code := self._take.write(block)):
            self._finish(code)

    def _lose(self, code: str, detail: str) -> None:
        """The microphone is gone: what it gave last still belongs to the take."""
        assert self._microphone
        self._flush_rest()
        if self._take:
            self._take.detail = detail
            self._finish(code)
        self._microphone.close()
        self._microphone = None
        self._recent.clear()
        self._quiet_s = 0.0
        self._trouble(code, detail)

    def _trouble(self, code: str, detail: str) -> None:
        self._tell("trouble", code=code, detail=detail)
        if self._library == "qt":
            os._exit(0)  # Qt does not look for the sound system again; a new process does

    def _end(self, code: str) -> None:
        self._flush_rest()
        if self._take:
            self._finish(code)

    def _flush_rest(self) -> None:
        whole = len(self._rest) // FRAME_BYTES * FRAME_BYTES
        rest, self._rest = self._rest[:whole], self._rest[whole:]
        if rest:
            self._write(rest)

    def _finish(self, code: str) -> None:
        take, self._take = self._take, None
        if take:
            code = take.close(code)
            whole = code in ("booth.stopped", "booth.time_over")
            self._tell("ended", code=code, seconds=take.seconds, whole=whole, detail=take.detail)

    def _tell(self, what: str, **fields: object) -> None:
        try:
            write_line(self._out, **{"is": what}, **fields)
        except OSError:  # the screen is gone: the take ends where it stands, and the next start finds it
            if self._take:
                self._take.close("booth.stopped")
            os._exit(0)


def _read(lines: "SimpleQueue[dict[str, Any] | None]") -> None:
    for line in sys.stdin:
        lines.put(read_line(line))
    lines.put(None)


def main() -> None:
    """Obey standard input until it ends."""
    library = sys.argv[1] if len(sys.argv) > 1 else "pulse"
    lines: SimpleQueue[dict[str, Any] | None] = SimpleQueue()
    Thread(target=_read, args=(lines,), daemon=True).start()
    RecordChild(library, lines, sys.stdout).run()
    sys.stdout.flush()
    os._exit(0)  # the thread that reads must not delay the end


if __name__ == "__main__":
    main()
