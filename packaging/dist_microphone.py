"""One second from a microphone by the frozen program: a sound system in the bare Debian, a tone spoken into it."""

import array
import json
import math
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any

import numpy
from bare_debian import BARE, command

from kiosk.core.booth import RATE
from kiosk.privacy.sealed import SealedReader, new_key

TONE_HZ = 440.0
BLOCK = RATE // 50
PATIENCE_S = 60.0
SOUND = {"HOME": "/tmp", "XDG_RUNTIME_DIR": "/tmp"}


def record() -> list[str]:
    """What was wrong with a take of one second, which the program ends by itself; empty when the tone is in it."""
    print("one second from a virtual microphone", flush=True)
    key, sealed = new_key(), BARE / "tmp" / "take.sealed"
    order = {"path": "/tmp/take.sealed", "key": key.hex(), "limit_s": 1.0, "floor_bytes": 0, "preroll_ms": 0}
    with microphone():
        ended = _take({"do": "arm", "microphone": "mic"}, {"do": "start", **order})
    if ended.get("code") != "booth.time_over" or ended.get("seconds") != 1.0 or not ended.get("whole"):
        return [f"no second was recorded: {ended}"]
    samples = numpy.frombuffer(SealedReader(sealed, key).read(), "<i2").astype(float)
    heard = float(numpy.argmax(numpy.abs(numpy.fft.rfft(samples)))) * RATE / max(1, len(samples))
    if len(samples) != RATE or abs(heard - TONE_HZ) > 2:
        return [f"{len(samples)} samples were recorded, the loudest tone at {heard:.0f} Hz"]
    return []


@contextmanager
def microphone() -> Iterator[None]:
    """A sound system in there whose only microphone hears a tone, a block every 20 ms."""
    pipe, done = BARE / "tmp" / "mic.pipe", Event()
    source = f"module-pipe-source source_name=mic file=/tmp/mic.pipe format=s16le rate={RATE} channels=1"
    loads = ["module-native-protocol-unix auth-anonymous=1 socket=/tmp/sound", source]
    options = ["--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
    words = ["pulseaudio", "-n", *options, *(word for load in loads for word in ("-L", load))]
    silent = subprocess.DEVNULL
    daemon = subprocess.Popen(command(*words, **SOUND), stdout=silent, stderr=silent)
    feeding = Thread(target=_feed, args=(pipe, done))
    try:
        until = time.monotonic() + PATIENCE_S
        while not (pipe.exists() and (BARE / "tmp" / "sound").exists()):
            if daemon.poll() is not None or time.monotonic() > until:
                raise RuntimeError("the sound system in the bare Debian does not start")
            time.sleep(0.05)  # another process's files: there is nothing else to wait for
        feeding.start()
        yield
    finally:
        done.set()
        if feeding.ident:
            feeding.join()
        daemon.terminate()
        daemon.wait()


def _feed(pipe: Any, done: Event) -> None:
    """Speak the tone in real time until `done`."""
    cycle = array.array("h", [int(9000 * math.sin(2 * math.pi * TONE_HZ * n / RATE)) for n in range(RATE)]).tobytes()
    handle, place, due = os.open(pipe, os.O_RDWR | os.O_NONBLOCK), 0, time.monotonic()
    while not done.wait(max(0.0, due - time.monotonic())):
        due += 0.02
        try:
            place = (place + os.write(handle, cycle[place : place + 2 * BLOCK])) % len(cycle)
        except BlockingIOError:  # nobody empties the pipe at the moment
            continue
    os.close(handle)


def _take(*orders: dict[str, object]) -> dict[str, Any]:
    """Give the orders, each once the one before was obeyed; how the take ended."""
    words = ("/opt/kiosk/kiosk", "--run-module", "kiosk.devices.record_child", "pulse")
    pipe = subprocess.PIPE
    child = subprocess.Popen(
        command(*words, PULSE_SERVER="unix:/tmp/sound", **SOUND), stdin=pipe, stdout=pipe, text=True
    )
    assert child.stdin
    assert child.stdout
    todo, ended = list(orders), {}
    try:
        child.stdin.write(json.dumps(todo.pop(0)) + "\n")
        child.stdin.flush()
        for line in child.stdout:
            told = json.loads(line)
            if told["is"] == "armed":
                child.stdin.write(json.dumps(todo.pop(0)) + "\n")
                child.stdin.flush()
            elif told["is"] in ("ended", "trouble"):
                ended = told
                break
    finally:
        child.stdin.close()
        child.wait(PATIENCE_S)
    return ended
