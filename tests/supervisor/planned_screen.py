"""A screen process that behaves as the next line of `plan` in its home says; each life writes its pid to `lives`."""

import argparse
import os
import signal
import subprocess
import sys
from pathlib import Path
from time import sleep

from kiosk.core.programs import BEAT, FAULT, LEFT, RESTART


def beat_for_ever() -> None:
    """What a healthy screen does; it ends when nobody listens."""
    while True:
        try:
            os.write(1, f"{BEAT}\n".encode())
        except BrokenPipeError:
            os._exit(1)
        sleep(0.05)


def behave(word: str) -> None:
    """One way to live."""
    match word:
        case "play":
            signal.signal(signal.SIGTERM, lambda *_: sys.exit(LEFT))
            beat_for_ever()
        case "stubborn":
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            beat_for_ever()
        case "leave":
            sys.exit(LEFT)
        case "restart":
            sys.exit(RESTART)
        case "fault":
            sys.stderr.write('Traceback…\nValueError: 小明 has 13800001111 at "/x"\n')
            sys.exit(FAULT)
        case "incomplete":
            import kiosk_part_that_is_missing  # type: ignore[import-not-found]

            sys.exit(kiosk_part_that_is_missing)
        case "segfault":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "hang":
            os.write(1, f"{BEAT}\n".encode())
            signal.pause()
        case "mute":
            signal.pause()
        case "family":
            child = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"])
            (home / "grandchild").write_text(str(child.pid))
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--home", type=Path)
    given, rest = parser.parse_known_args()
    home: Path = given.home
    lives = home / "lives"
    with lives.open("a") as file:
        file.write(f"{os.getpid()} {' '.join(rest)}\n")
    plan = (home / "plan").read_text().split()
    life = len(lives.read_text().splitlines()) - 1
    behave(plan[min(life, len(plan) - 1)])
