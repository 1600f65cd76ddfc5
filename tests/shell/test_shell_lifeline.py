"""The screen's beats: from the event loop only, on a pipe of their own, and no life without a listener."""

import os
import subprocess
import sys

from kiosk.core.programs import BEAT, LEFT, SUPERVISED

SCREEN = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from kiosk.shell.lifeline import Lifeline
app = QCoreApplication([])
lifeline = Lifeline()
print("printed before", flush=True)
QTimer.singleShot(0, lambda: print("printed in the loop", flush=True))
sys.exit(app.exec())
"""


def start(**environment: str) -> "subprocess.Popen[str]":
    """A process with nothing but a lifeline."""
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-c", SCREEN], env={**os.environ, **environment}, stdout=pipe, stderr=pipe, text=True
    )


def test_only_beats_come_through_and_its_end_ends_the_screen() -> None:
    """What is printed goes to standard error; when the reader goes away the screen leaves."""
    screen = start(**{SUPERVISED: "1"})
    assert screen.stdout and screen.stderr
    assert [screen.stdout.readline() for _ in range(2)] == [f"{BEAT}\n"] * 2
    screen.stdout.close()
    assert screen.wait(10) == LEFT
    assert screen.stderr.read() == "printed before\nprinted in the loop\n"
    screen.stderr.close()


def test_without_a_supervisor_nothing_is_taken() -> None:
    """Started by hand, the screen prints where it always does."""
    screen = start()
    assert screen.stdout and screen.stderr
    assert screen.stdout.readline() == "printed before\n"
    screen.kill()
    screen.communicate()
