"""The microphone of a rehearsal: the machine's own, else a sound file that stands in for one, and says so."""

from pathlib import Path
from queue import Empty, SimpleQueue

from kiosk.core.booth import Armed, Trouble
from kiosk.core.words import say
from kiosk.devices.record import Told
from kiosk.devices.recorder import ChildRecorder

PATIENCE_S = 5.0
SPEED = 4
"""How much faster than in life the file speaks: nobody waits for a rehearsal's words."""


def rehearsal_microphone(sounds: Path) -> tuple[str, str]:
    """The `library` for a `ChildRecorder` that hears something, and what it hears. `sounds` holds our tones."""
    recorder = ChildRecorder()
    told: SimpleQueue[Told] = SimpleQueue()
    recorder.listener = told.put
    recorder.arm()
    name = _opened(told)
    recorder.close()
    if name:
        return "", say("tour.microphone", name=name)
    return f"file:{SPEED}:{sounds / 'booth-jingle.wav'}", say("tour.no_microphone")


def _opened(told: "SimpleQueue[Told]") -> str:
    """The microphone's name; empty when there is none."""
    try:
        while not isinstance(one := told.get(timeout=PATIENCE_S), Armed | Trouble):
            pass
    except Empty:
        return ""
    return one.name if isinstance(one, Armed) else ""
