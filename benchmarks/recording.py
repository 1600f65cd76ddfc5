"""The booth: arming, tap to recording, what capture costs, rendering, and the price of sealing. PulseAudio of its own.

Floors: Qt's QAudioSource in the same capture process (the library that was not taken), and a plain file for the
sealed one. Usage: python -m benchmarks.recording
"""

import os
import resource
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks.children import together_kb
from benchmarks.figures import Figure, run
from kiosk.broadcast.rendering import Renderer
from kiosk.core.booth import RATE, Armed, Level, Started, TakeEnd
from kiosk.core.places import program_folder
from kiosk.devices.record import TakeOrder
from kiosk.devices.record_take import TakeFile
from kiosk.devices.recorder import ChildRecorder
from kiosk.privacy.sealed import SealedWriter, new_key
from tests.devices.microphone import SPEECH, Notes, VirtualMicrophone, heard, speak
from tests.devices.sound_daemon import Daemon

TIMES = 7
RECORD_S = 10.0
RENDER_S = 60
BLOCK = bytes(RATE // 20 * 2)


def main() -> Sequence[Figure]:
    """All figures of the booth."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (folder / "pulse").mkdir()
        daemon = Daemon(folder / "pulse")
        stack.callback(daemon.kill)
        os.environ["PULSE_SERVER"] = f"unix:{daemon.socket}"
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        microphone = VirtualMicrophone(daemon, folder)
        stack.callback(microphone.close)
        ours, qt = capture("pulse", folder), capture("qt", folder)
        return [
            Figure("booth: arming the microphone", ours["arm"], "ms", qt["arm"], note="floor: QAudioSource"),
            Figure("booth: tap to recording", ours["tap"], "ms", qt["tap"], aim=100, note="pre-roll 400 ms"),
            Figure("booth: processor while recording", ours["cpu"], "% core", qt["cpu"]),
            Figure("booth: memory of the capture process", ours["memory"], "MB", qt["memory"]),
            *rendering(folder),
            sealing(folder),
        ]


def capture(library: str, folder: Path) -> dict[str, float]:
    """Figures of one capture library: medians in ms, % of a core, MB."""
    arms, taps = [], []
    for number in range(TIMES):
        recorder, notes = ChildRecorder(library), Notes()
        recorder.listener = notes
        begun = time.perf_counter()
        recorder.arm()
        heard(notes, Armed)
        arms.append((time.perf_counter() - begun) * 1000)
        heard(notes, Level)
        begun = time.perf_counter()
        recorder.start(order(folder / f"{library}{number}.sealed"))
        heard(notes, Started)
        taps.append((time.perf_counter() - begun) * 1000)
        last = number == TIMES - 1
        cost = while_recording(recorder, notes) if last else {}
        recorder.close()
    return {"arm": statistics.median(arms), "tap": statistics.median(taps), **cost}


def while_recording(recorder: ChildRecorder, notes: Notes) -> dict[str, float]:
    """What the capture process costs until the take ends by itself."""
    pid = recorder.child_pid
    assert pid
    begun, before = time.perf_counter(), processor_s(pid)
    heard(notes, Level, lambda _: time.perf_counter() - begun > RECORD_S - 2, seconds=RECORD_S)
    share = (processor_s(pid) - before) / (time.perf_counter() - begun)
    memory = together_kb([pid]) / 1024
    heard(notes, TakeEnd, seconds=RECORD_S)
    return {"cpu": share * 100, "memory": memory}


def processor_s(pid: int) -> float:
    """Processor time of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def order(path: Path) -> TakeOrder:
    """A take to measure."""
    return TakeOrder(path, new_key(), RECORD_S, floor_bytes=0)


def rendering(folder: Path) -> list[Figure]:
    """Speech of one minute made a broadcast, in wall time and in processor time."""
    once = speak(SPEECH, folder / "speech.wav")
    take = (once * (RENDER_S * RATE * 2 // len(once) + 1))[: RENDER_S * RATE * 2]
    key, path = new_key(), folder / "minute.sealed"
    writer = SealedWriter(path, key, {"kind": "pcm", "rate": RATE, "channels": 1})
    for start in range(0, len(take), len(BLOCK)):
        writer.write(take[start : start + len(BLOCK)])
    writer.close()
    renderer = Renderer(program_folder() / "assets" / "sounds")
    walls, processors, export = [], [], 0.0
    for _ in range(TIMES):
        begun, before = time.perf_counter(), children_s()
        renderer.render(path, key, folder / "broadcast.sealed")
        walls.append(time.perf_counter() - begun)
        processors.append(children_s() - before)
    begun = time.perf_counter()
    renderer.export(folder / "broadcast.sealed", key, folder / "broadcast.mp3")
    export = time.perf_counter() - begun
    return [
        Figure("booth: rendering 60 s", statistics.median(walls), "s", aim=1.5),
        Figure("booth: rendering 60 s, processor", statistics.median(processors), "s"),
        Figure("booth: 60 s as MP3", export, "s"),
    ]


def children_s() -> float:
    """Processor time of all processes that have ended under this one."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def sealing(folder: Path) -> Figure:
    """One second of sound to the disk, sealed, with its journal, forced out; beside a plain file."""
    take = TakeFile(TakeOrder(folder / "sealed.sealed", new_key(), 10_000, floor_bytes=0))
    sealed, plain = [], []
    with (folder / "plain").open("wb", buffering=0) as file:
        for _ in range(30):
            begun = time.perf_counter()
            for _ in range(20):
                take.write(BLOCK)
            sealed.append((time.perf_counter() - begun) * 1000)
            begun = time.perf_counter()
            for _ in range(20):
                file.write(BLOCK)
            os.fdatasync(file.fileno())
            plain.append((time.perf_counter() - begun) * 1000)
    take.close("booth.stopped")
    note = "sealed, with journal, on the disk; floor: a plain file"
    return Figure("booth: one second of sound", statistics.median(sealed), "ms", statistics.median(plain), note=note)


if __name__ == "__main__":
    run("recording", main)
