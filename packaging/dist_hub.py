"""A hub of this environment on loopback: it is not frozen, kiosks only speak to it."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HUB = str(Path(sys.executable).with_name("kiosk-hub"))
PATIENCE_S = 60.0


@dataclass(frozen=True, slots=True)
class Served:
    """A running hub and how one kiosk is let in."""

    url: str
    code: str


@contextmanager
def hub() -> Iterator[Served]:
    """`kiosk-hub serve` as an admin runs it, with https, and a code of `kiosk-hub enroll`."""
    with tempfile.TemporaryDirectory() as data, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
        probe.close()
        log = Path(data) / "serve.log"
        with log.open("wb") as said:
            process = subprocess.Popen([HUB, "serve", "--data", data, "--port", str(port)], stdout=said, stderr=said)
        try:
            _await(process, port, log)
            words = [HUB, "enroll", "--data", data, "--base", "样例基地", "--json"]
            told = json.loads(subprocess.run(words, capture_output=True, check=True, env=dict(os.environ)).stdout)
            yield Served(told["url"], told["code"])
        finally:
            process.terminate()
            process.wait(PATIENCE_S)


def _await(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    """Until it listens."""
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError as error:
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError("the hub does not answer: " + log.read_text("utf-8", "replace")) from error
            time.sleep(0.1)  # another process's socket: there is nothing else to wait for
        else:
            return
