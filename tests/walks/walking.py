"""What the walks are made of: a mounted stick, the command line, a screen process that plays."""

import json
import os
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

OFFSCREEN = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


@contextmanager
def stick(folder: Path) -> Iterator[Path]:
    """A mounted file system at `folder`, as a USB stick is one; pulled out at the end of the block.

    Only root may mount: for others it is a plain folder that is taken away.
    """
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "stick", folder], check=False, capture_output=True)
    if mounted.returncode:
        warnings.warn(f"no right to mount: {folder} is a plain folder, not a mounted one", stacklevel=3)
    try:
        yield folder
    finally:
        if mounted.returncode:
            folder.rename(folder.with_suffix(".away"))
        else:
            subprocess.run(["umount", "--lazy", folder], check=True)


def kiosk(home: Path, *arguments: object) -> "subprocess.CompletedProcess[str]":
    """One call of the console script."""
    program = Path(sys.executable).with_name("kiosk")
    command = [str(program), *map(str, arguments), "--home", str(home)]
    return subprocess.run(command, check=False, capture_output=True, text=True, env=OFFSCREEN, timeout=120)


def report(home: Path, *arguments: object) -> dict[str, Any]:
    """What a call with `--json` reports."""
    done = kiosk(home, *arguments, "--json")
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


class PlayingScreen:
    """A real screen process that plays the local bank by touch. `praised` grows as it is listened to."""

    def __init__(self, home: Path, *options: str) -> None:
        command = [sys.executable, "-m", "kiosk.rehearsal.playing_screen", "--home", str(home)]
        command += ["--origin", "visitor", "--level", "local", *options]
        self._process = subprocess.Popen(command, env=OFFSCREEN, stdout=subprocess.PIPE, text=True)
        self.praised: list[tuple[str, str, str]] = []

    def play(self, answers: int) -> None:
        """Let it play until that many answers of its were praised."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            match line.split():
                case ["praised", visit, item, verdict]:
                    self.praised.append((visit, item, verdict))
            if len(self.praised) >= answers:
                return
        raise AssertionError(f"it ended with {self._process.wait()} after {len(self.praised)} answers")

    def kill(self) -> None:
        """SIGKILL, at once."""
        self._process.kill()
        assert self._process.wait() == -9
        assert self._process.stdout is not None
        self._process.stdout.close()
