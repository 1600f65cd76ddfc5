"""Processes that are measured, on an X server of our own (Xvfb, 1920x1080), or offscreen where there is none."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
SIZE = (1920, 1080)
BORN = "BENCH_BORN_NS"
"""Monotonic nanoseconds right before the process was started."""
TICKS = os.sysconf("SC_CLK_TCK")


@contextmanager
def display(size: tuple[int, int] = SIZE) -> Iterator[dict[str, str]]:
    """The environment in which windows open, on a screen of `size` pixels."""
    # Where Python is told to write none, each start would compile what has no file of bytecode yet; a kiosk has all.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if not shutil.which("Xvfb"):
        yield {**environment, "QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    screen = f"{size[0]}x{size[1]}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", screen, "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    try:
        yield {**environment, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


class Child:
    """A Python module that says one `word value` a line on standard output and lives until its input is closed."""

    def __init__(self, environment: Mapping[str, str], module: str, *arguments: object) -> None:
        command = [sys.executable, "-m", module, *map(str, arguments)]
        self._module = module
        self._process = subprocess.Popen(
            command,
            env={**environment, BORN: str(time.monotonic_ns())},
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.pid = self._process.pid

    def hear(self, word: str) -> str:
        """Wait for the line that begins with `word`; the value that follows it."""
        return self.hear_all(word, until=word)[0]

    def hear_words(self, until: str) -> Iterator[tuple[str, float]]:
        """Each word with its value, up to the line that begins with `until`."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            first, _, value = line.strip().partition(" ")
            if first == until:
                return
            yield first, float(value)
        raise RuntimeError(f"{self._module} ended with {self._process.wait()} and never said {until}")

    def hear_all(self, word: str, until: str) -> list[str]:
        """The values after `word`, up to the line that begins with `until`."""
        assert self._process.stdout is not None
        found = []
        for line in self._process.stdout:
            first, _, value = line.strip().partition(" ")
            if first == word:
                found.append(value)
            if first == until:
                return found
        raise RuntimeError(f"{self._module} ended with {self._process.wait()} and never said {until}")

    def end(self) -> None:
        """Close its input, which ends it."""
        self._process.communicate()


def cpu_s(pid: int) -> float:
    """Seconds of processor time that the process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def children_of(pid: int) -> list[int]:
    """The processes that `pid` has started, and theirs."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    found = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    return [*found, *(one for child in found for one in children_of(child))]


def pss_kb(pid: int) -> int:
    """Proportional set size as the kernel sees it now: pages shared with others count in part."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(re.findall(r"^Pss:\s+(\d+)", text, re.MULTILINE)[0])


def together_kb(pids: list[int]) -> int:
    """What `pids` weigh when nobody else on the machine maps the same files: the honest figure for a kiosk's PC.

    Private pages of each, of every file's part the most that one of them has touched, and of memory that is shared
    with the X server the process's part.
    """
    private = 0
    files: dict[tuple[str, str], int] = {}
    for pid in pids:
        for name, sizes in mappings(pid):
            private += sizes["Pss"] if name is None else sizes["Anonymous"]
            if name is not None:
                files[name] = max(files.get(name, 0), sizes["Rss"] - sizes["Anonymous"])
    return private + sum(files.values())


def mappings(pid: int) -> Iterator[tuple[tuple[str, str] | None, dict[str, int]]]:
    """Each mapping with its figures in KB; its file and place in it, or `None` for what is no file or shared."""
    head: tuple[str, str] | None = None
    sizes: dict[str, int] = {}
    for line in Path(f"/proc/{pid}/smaps").read_text().splitlines():
        if start := re.match(r"[0-9a-f]+-[0-9a-f]+ ...(.) (\S+) \S+ (\d+)\s*(.*)", line):
            if sizes:
                yield head, sizes
            shared, offset, inode, file = start.groups()
            head, sizes = (None if inode == "0" or shared == "s" else (file, offset)), {}
        elif size := re.match(r"(\w+):\s+(\d+) kB", line):
            sizes[size[1]] = int(size[2])
    yield head, sizes
