"""The hub of a soak, on loopback: the kiosk sends to it all the time, while the network to it comes and goes."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

PATIENCE_S = 90.0


class SoakHub:
    """`kiosk-hub serve` with its data in `folder`. `cut` and `mend` are the network's."""

    def __init__(self, folder: Path) -> None:
        self._data = folder
        folder.mkdir()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = int(probe.getsockname()[1])
        self._process = self._start()

    def enrol(self, environment: Mapping[str, str]) -> None:
        """Let the kiosk of `environment` in."""
        said = self._command("kiosk.hub.commands", "enroll", "--data", str(self._data), "--base", "soak", "--json")
        told = json.loads(said)
        self._command("kiosk.commands", "sync", "enroll", told["url"], told["code"], environment=environment)

    def cut(self, *, dead: bool) -> None:
        """The hub is gone (`dead`: refuses), or a hole: connections open and nothing ever comes back."""
        if dead:
            self._process.kill()
            self._process.wait()
        else:
            self._process.send_signal(signal.SIGSTOP)

    def mend(self) -> None:
        """The hub can be reached again."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGCONT)
        else:
            self._process = self._start()

    def waiting(self, environment: Mapping[str, str]) -> int:
        """What the kiosk has not delivered after a last try."""
        said = self._command("kiosk.commands", "sync", "now", "--json", environment=environment)
        return int(json.loads(said)["waiting"])

    def held(self) -> int:
        """How many events the hub has."""
        with closing(sqlite3.connect(self._data / "hub.db")) as connection:
            return int(connection.execute("SELECT count(*) FROM event").fetchone()[0])

    def stop(self) -> None:
        """End it."""
        self._process.send_signal(signal.SIGCONT)
        self._process.terminate()
        self._process.wait(PATIENCE_S)

    def _start(self) -> "subprocess.Popen[bytes]":
        words = ("serve", "--data", str(self._data), "--port", str(self._port))
        with (self._data / "serve.log").open("ab") as log:
            process = subprocess.Popen(self._line("kiosk.hub.commands", *words), stdout=log, stderr=log)
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", self._port), 1).close()
            except OSError:
                time.sleep(0.2)
            else:
                return process
        raise RuntimeError("the hub does not answer: " + (self._data / "serve.log").read_text("utf-8", "replace"))

    @staticmethod
    def _line(module: str, *words: str) -> list[str]:
        return [sys.executable, "-c", f"import sys; from {module} import main; sys.exit(main())", *words]

    def _command(self, module: str, *words: str, environment: Mapping[str, str] | None = None) -> bytes:
        done = subprocess.run(
            self._line(module, *words), capture_output=True, check=False, env=environment or os.environ
        )
        if done.returncode not in (0, 1):
            raise RuntimeError(f"{words[0]} {words[1]}: {done.stderr.decode('utf-8', 'replace')}")
        return done.stdout
