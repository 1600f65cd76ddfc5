"""Running the command line as people do: in a process of its own."""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.commands import build_parser

FILES = Path(__file__).parents[1] / "packs" / "files"


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left: exit code, and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its output as JSON."""
        return json.loads(self.out)


def kiosk(*arguments: str | Path, lang: str = "zh_CN.UTF-8", **environment: str) -> Done:
    """Run `kiosk …`."""
    given = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from kiosk.commands import main; sys.exit(main())", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env={**given, "LANG": lang, "PYTHONUTF8": "1", **environment},
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def leaves(parser: argparse.ArgumentParser, name: str) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Each command that does something, with its full name."""
    inner = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not inner:
        yield name, parser
    for action in inner:
        for word, one in action.choices.items():
            yield from leaves(one, f"{name} {word}")


COMMANDS = dict(leaves(build_parser(), "kiosk"))
