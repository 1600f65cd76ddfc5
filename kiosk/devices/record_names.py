"""Tells the names of the machine's microphones and ends: a sound system that hangs or aborts takes only this along.

One JSON list of texts on standard output; empty when there is none, or no sound system answers.
"""

import json
import subprocess
import sys

from kiosk.core.programs import program
from kiosk.devices.record_source import Found, MicrophoneTrouble

PATIENCE_S = 8.0


def microphones() -> list[str]:
    """The names that `Recorder.arm` knows, as people read them; blocks for a moment, so call it from a thread."""
    try:
        done = subprocess.run(
            program("kiosk.devices.record_names"),
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=PATIENCE_S, check=True, text=True,
        )  # fmt: skip
        names: list[str] = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return []
    return names


def names(found: list[Found]) -> list[str]:
    """What they are called, each once; what hears a speaker is nobody's microphone."""
    return list(dict.fromkeys(one.description or one.name for one in found if not one.monitor))


def main() -> None:
    """Look for them with the system's own library."""
    try:
        if sys.platform == "linux":
            from kiosk.devices.record_pulse import PulseMicrophone

            found = PulseMicrophone.inputs()
        else:
            from kiosk.devices.qt_record import inputs

            found = inputs()
    except MicrophoneTrouble:
        found = []
    json.dump(names(found), sys.stdout, ensure_ascii=True)


if __name__ == "__main__":
    main()
