"""A release as it comes on a stick: a zip with the program folder, its checksums, and the maker's signature.

`manifest.json`: `{"format": 1, "kind": "fingertip-glow.release", "version", "platform", "files": {name: [SHA-256 in
hex, bytes, executable]}, "links": {name: target}}`; `signature` holds 128 hex digits, Ed25519 over the line
`fingertip-glow release 1` and the bytes of the manifest; `program/` holds the files.
"""

import json
import os
import platform
import re
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.core.errors import KioskError

FORMAT = 1
KIND = "fingertip-glow.release"
PURPOSE = b"fingertip-glow release 1\n"
ENDING = ".release"
MANIFEST, SIGNATURE, PROGRAM = "manifest.json", "signature", "program/"
MANIFEST_BYTES = 8_000_000
PIECE = 1 << 20
VERSION = re.compile(r"(\d{1,4})\.(\d{1,4})\.(\d{1,4})")
Step = Callable[[int, int], None]
"""`step(done, all)`: bytes; may raise to stop."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a release says of itself; see above."""

    version: str
    platform: str
    files: dict[str, tuple[str, int, bool]]
    links: dict[str, str]

    @property
    def size(self) -> int:
        """Bytes that it needs on the disk."""
        return sum(size for _, size, _ in self.files.values())


def here() -> str:
    """The platform that this program runs on, as releases name it."""
    return f"{sys.platform}-{platform.machine().lower()}"


def order(version: str) -> tuple[int, ...]:
    """A version such as `1.2.3` as numbers to compare. Raises KioskError `install.release_broken`."""
    found = VERSION.fullmatch(version)
    if not found:
        raise KioskError("install.release_broken", f"version {version!r}")
    return tuple(map(int, found.groups()))


def build(folder: Path, version: str, private: Ed25519PrivateKey, out: Path) -> Manifest:
    """Make the release `out` of the program in `folder`."""
    paths = sorted(folder.rglob("*"))
    links = {_name(path, folder): str(path.readlink()) for path in paths if path.is_symlink()}
    whole = {_name(path, folder): path for path in paths if path.is_file() and not path.is_symlink()}
    files = {
        name: (sha256(path.read_bytes()).hexdigest(), path.stat().st_size, bool(path.stat().st_mode & 0o100))
        for name, path in whole.items()
    }
    order(version)
    manifest = Manifest(version, here(), files, links)
    fields = {"format": FORMAT, "kind": KIND, "version": version, "platform": manifest.platform}
    data = json.dumps({**fields, "files": files, "links": links}, sort_keys=True).encode()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(MANIFEST, data)
        file.writestr(SIGNATURE, private.sign(PURPOSE + data).hex())
        for name, path in whole.items():
            file.write(path, PROGRAM + name)
    return manifest


def read(path: Path, key: str) -> Manifest:
    """The manifest of the release at `path`, signed by `key` (64 hex digits).

    Raises KioskError (`install.release_unreadable`, `install.release_broken`, `install.release_foreign`,
    `install.release_newer`, `install.release_platform`).
    """
    try:
        with zipfile.ZipFile(path) as file:
            if file.getinfo(MANIFEST).file_size > MANIFEST_BYTES:
                raise KioskError("install.release_broken", "manifest too large")
            data, signature = file.read(MANIFEST), file.read(SIGNATURE).decode("ascii", "replace").strip()
    except OSError as error:
        raise KioskError("install.release_unreadable", repr(error), name=path.name) from error
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError) as error:
        raise KioskError("install.release_broken", repr(error)) from error
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), PURPOSE + data)
    except (InvalidSignature, ValueError) as error:
        raise KioskError("install.release_foreign", repr(error)) from error
    return _parsed(data)


def unpack(path: Path, manifest: Manifest, target: Path, step: Step = lambda done, all: None) -> None:
    """Write the program of the release to the new folder `target`, each file checked, all of it on the disk.

    Raises KioskError (`install.release_broken`, `install.no_room`) and whatever `step` raises; `target` is then part
    of nothing and may be removed.
    """
    done = 0
    try:
        with zipfile.ZipFile(path) as file:
            for name, (digest, size, executable) in manifest.files.items():
                place = _within(target, name)
                place.parent.mkdir(parents=True, exist_ok=True)
                with file.open(PROGRAM + name) as source, place.open("wb") as sink:
                    made = _copy(source, sink, size, partial(_told, step, done, manifest.size))
                if made != digest:
                    raise KioskError("install.release_broken", f"checksum of {name}")
                place.chmod(0o755 if executable else 0o644)
                done += size
    except OSError as error:
        raise KioskError("install.no_room", repr(error)) from error
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError) as error:
        raise KioskError("install.release_broken", repr(error)) from error
    for name, goal in manifest.links.items():
        place = _within(target, name)
        _within(target, str(PurePosixPath(name).parent / goal))
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(goal)


def _copy(source: Any, sink: Any, size: int, step: Callable[[int], None]) -> str:
    """Copy at most `size` bytes and flush them to the disk; their SHA-256."""
    digest, count = sha256(), 0
    while piece := source.read(min(PIECE, size - count + 1)):
        count += len(piece)
        if count > size:
            raise KioskError("install.release_broken", "a file is longer than the manifest says")
        digest.update(piece)
        sink.write(piece)
        step(count)
    sink.flush()
    os.fsync(sink.fileno())
    return digest.hexdigest()


def _told(step: Step, before: int, whole: int, count: int) -> None:
    step(before + count, whole)


def _parsed(data: bytes) -> Manifest:
    """The fields of a signed manifest: its maker is trusted, but may be newer, or have made it for another machine."""
    fields = json.loads(data)
    if fields.get("kind") != KIND:
        raise KioskError("install.release_broken", "kind")
    if fields.get("format") != FORMAT:
        raise KioskError("install.release_newer", version=fields.get("format"), known=FORMAT)
    if fields["platform"] != here():
        raise KioskError("install.release_platform", platform=fields["platform"], here=here())
    order(fields["version"])
    files = {name: (row[0], row[1], row[2]) for name, row in fields["files"].items()}
    return Manifest(fields["version"], fields["platform"], files, fields["links"])


def _within(target: Path, name: str) -> Path:
    """The place of `name` below `target`. Raises KioskError where it would lie outside."""
    parts: list[str] = []
    for part in PurePosixPath(name).parts:
        if part == "..":
            if not parts:
                raise KioskError("install.release_broken", f"{name!r} lies outside")
            parts.pop()
        else:
            parts.append(part)
    if not parts or PurePosixPath(name).is_absolute():
        raise KioskError("install.release_broken", f"{name!r} is no place")
    return target.joinpath(*parts)


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()
