"""How the program starts another process of itself, from source and frozen alike, and how its processes end."""

import runpy
import sys

RUN_MODULE = "--run-module"
"""The hidden first argument by which the frozen executable runs one of its own modules."""

LEFT = 0
"""Exit code of the screen process when staff asked to leave: the supervisor ends, too."""
RESTART = 64
"""Exit code of a screen that asks for a fresh start; it does not count as a crash. 65 and above are crashes."""
FAULT = 70
"""Exit code of a screen that met a fault of ours and has logged it: a crash."""

BEAT = "beat"
"""What a living screen says every second on the pipe to its supervisor (see `shell.lifeline`)."""
SHOWN = "shown"
"""What it says when its first frame stands."""
SUPERVISED = "KIOSK_SUPERVISED"
"""Set in the environment of a process whose standard output is that pipe."""
TRIAL = "trial"
"""The file in the home that an update leaves: the version before, and how often the new one was started."""


def program(module: str, *arguments: str) -> list[str]:
    """The command line that runs `module` (its `__main__`) in a process of its own."""
    if getattr(sys, "frozen", False):
        return [sys.executable, RUN_MODULE, module, *arguments]
    return [sys.executable, "-m", module, *arguments]


def run_module(arguments: list[str]) -> None:
    """Become the module that `arguments` (without `RUN_MODULE`) name: what the frozen executable does with them."""
    sys.argv = list(arguments)
    runpy.run_module(arguments[0], run_name="__main__", alter_sys=True)
