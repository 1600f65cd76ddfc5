"""Writing onto sticks: an installed kiosk mounts them to be read only, and a unit of its own makes one writable."""

import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kiosk.devices.drives import Stick

MOUNTED = Path("/media/fingertip-glow")
"""Where `packaging/linux/fingertip-glow-stick@.service` mounts sticks, each under its device's name."""
UNIT = "fingertip-glow-stick-write@{}.service"
DEVICE = re.compile(r"sd[a-z][0-9]*")
PATIENCE_S = 20
Run = Callable[[Sequence[str]], bool]


def systemctl(arguments: Sequence[str]) -> bool:
    """Whether `systemctl` did as it was told."""
    try:
        done = subprocess.run(["systemctl", *arguments], check=False, capture_output=True, timeout=PATIENCE_S)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


class StickWriter:
    """Opens sticks for writing, as far as this system lets it."""

    def __init__(self, mounted: Path = MOUNTED, run: Run = systemctl) -> None:
        self._mounted = mounted
        self._run = run

    def may_write(self, stick: Stick) -> bool:
        """Whether it is worth trying: one with its lock on shows only when it is opened."""
        return not stick.read_only or self._is_ours(stick)

    @contextmanager
    def opened(self, stick: Stick) -> Iterator[Path]:
        """The stick's folder, writable for the length of a `with`; all that was written lies on the medium afterwards.

        Raises OSError when the stick stays as it is.
        """
        if not stick.read_only:
            yield stick.path
            return
        unit = UNIT.format(stick.path.name)
        if not self._is_ours(stick) or not self._run(["start", unit]):
            raise PermissionError(f"{stick.path} cannot be made writable")
        try:
            yield stick.path
        finally:
            self._run(["stop", unit])

    def _is_ours(self, stick: Stick) -> bool:
        return stick.path.parent == self._mounted and DEVICE.fullmatch(stick.path.name) is not None
