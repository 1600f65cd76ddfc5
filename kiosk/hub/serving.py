"""How the hub is served: what `serve` was told, kept beside the data so that other commands find hub and database."""

import json
import os
import socket
from dataclasses import asdict, dataclass, replace
from pathlib import Path

FILE = "serve.json"
ANYWHERE = ("0.0.0.0", "::")


@dataclass(frozen=True, slots=True)
class Serving:
    """`database` is a URL or empty for SQLite in the data folder; `tls` is off only behind a proxy or on loopback."""

    host: str = "127.0.0.1"
    port: int = 8443
    database: str = ""
    tls: bool = True
    public_url: str = ""
    workers: int = 1

    @property
    def url(self) -> str:
        """Where kiosks find the hub."""
        if self.public_url:
            return self.public_url.rstrip("/")
        host = own_address() if self.host in ANYWHERE else self.host
        shown = f"[{host}]" if ":" in host else host
        return f"{'https' if self.tls else 'http'}://{shown}:{self.port}"

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach it."""
        return self.host in ("localhost", "::1") or self.host.startswith("127.")

    def save(self, data: Path) -> None:
        """Remember it in `data`; the database's URL may hold a password, so for the owner only."""
        part = data / f"{FILE}.{os.getpid()}.part"
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(self), file, indent=2)
        part.replace(data / FILE)

    @classmethod
    def last(cls, data: Path) -> "Serving":
        """How the hub in `data` was last served; as by default when it never was."""
        try:
            given = json.loads((data / FILE).read_text("utf-8"))
        except (OSError, ValueError):
            return cls()
        known = {name: value for name, value in given.items() if name in cls.__slots__}
        return replace(cls(), **known)


def own_address() -> str:
    """This machine's address in its network, for others to find it. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.254.254.254", 1))
            return str(probe.getsockname()[0])
        except OSError:
            return socket.gethostname()
