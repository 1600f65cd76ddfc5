"""Small disks: a tmpfs at a folder, for the length of a `with`."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

Mount = Callable[[Path, str], None]


@contextmanager
def mounts() -> Iterator[Mount]:
    """Mounts a tmpfs with the given options at a folder; skips the test where that is impossible."""
    mounted: list[Path] = []

    def mounting(folder: Path, options: str) -> None:
        if options.startswith("remount"):
            subprocess.run(["mount", "-o", options, folder], check=True)
            return
        folder.mkdir(exist_ok=True)
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=False, capture_output=True, text=True
        )
        if done.returncode:
            pytest.skip(f"a tmpfs cannot be mounted here: {done.stderr.strip()}")
        mounted.append(folder)

    yield mounting
    for folder in mounted:
        subprocess.run(["umount", "-l", folder], check=True)


def fill(folder: Path, left: int = 0) -> Path:
    """Fill the disk of `folder` up to its last page, then free `left` bytes; the file that does."""
    ballast = folder / "ballast"
    with pytest.raises(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    with ballast.open("r+b") as file:
        file.truncate(max(0, ballast.stat().st_size - left))
    return ballast
