"""How the program starts another process of itself, from source and frozen alike. This is the only place that knows."""

import runpy
import sys

RUN_MODULE = "--run-module"
"""The hidden first argument by which the frozen executable runs one of its own modules."""


def program(module: str, *arguments: str) -> list[str]:
    """The command line that runs `module` (its `__main__`) in a process of its own."""
    if getattr(sys, "frozen", False):
        return [sys.executable, RUN_MODULE, module, *arguments]
    return [sys.executable, "-m", module, *arguments]


def run_module(arguments: list[str]) -> None:
    """Become the module that `arguments` (without `RUN_MODULE`) name: what the frozen executable does with them."""
    sys.argv = list(arguments)
    runpy.run_module(arguments[0], run_name="__main__", alter_sys=True)
