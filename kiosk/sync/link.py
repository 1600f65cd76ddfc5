"""The kiosk's tie to its hub: `keys/hub.json` in the home, readable by the kiosk's account only.

A file of its own and not a row: backups of the database must not hold the credential, and a kiosk that has no hub finds
that out by looking for one file.
"""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.store import files

_FILE = Path("keys") / "hub.json"


@dataclass(frozen=True, slots=True)
class Link:
    """`fingerprint` and `credential` are hex; the fingerprint is empty where the system's own trust decides.

    `kiosk` is the id under which the hub knows this kiosk, `base` the base's name there. `seal` is the hub's public key
    for what goes by stick, in hex; empty where an older hub has given none.
    """

    url: str
    fingerprint: str
    credential: str
    hub: str
    kiosk: str
    base: str
    seal: str = ""


def path(home: Path) -> Path:
    """Where the tie of the kiosk in `home` lies."""
    return home / _FILE


def is_enrolled(home: Path) -> bool:
    """Whether there is a hub at all: one look at the disk."""
    return path(home).exists()


def read(home: Path) -> Link | None:
    """The tie; `None` without one. Raises KioskError `sync.link_unreadable`."""
    try:
        given = json.loads(path(home).read_text("utf-8"))
        return Link(**{name: str(given[name]) for name in Link.__slots__ if name != "seal" or name in given})
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KioskError("sync.link_unreadable", repr(error), file=path(home)) from error


def write(home: Path, link: Link) -> None:
    """Keep the tie. Raises KioskError `sync.link_unwritten`."""
    put(path(home), asdict(link))


def put(target: Path, fields: dict[str, str]) -> None:
    """Write `fields` to `target`, whole or not at all, for the owner only. Raises KioskError `sync.link_unwritten`."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = target.with_name(f"{target.name}.{os.getpid()}.part")
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(fields, file, indent=2)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
        files.flush_folder(target.parent)
    except OSError as error:
        raise KioskError("sync.link_unwritten", repr(error), file=target) from error
