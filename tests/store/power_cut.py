"""What a disk may hold after the power went, worked out from the system calls that a real process made.

The process runs under strace. Each file is kept as the bytes that are certain and the writes that are not: `fsync` and
`fdatasync` make certain what was written before them. A cut keeps any part of the rest: each uncertain write wholly,
not at all, or some of its sectors; names that were made, moved or removed in their order, up to any of them, for file
systems journal names in order and bring them to disk with the next sync.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

SECTOR = 512
TRACED = "openat,write,pwrite64,fsync,fdatasync,ftruncate,rename,unlink,unlinkat,close"
LINE = re.compile(r"(\d+) +(.*)")
CALL = re.compile(r"(\w+)\((.*)\) += +(-?\d+)")
FILE = re.compile(r"(-?\d+|AT_FDCWD)<((?:[^>\\]|\\.)*)>")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass
class Inode:
    """One file: `certain` bytes, and writes that a cut may lose: `(offset, data)`; a new length is `(length, None)`."""

    certain: bytearray = field(default_factory=bytearray)
    uncertain: list[tuple[int, bytes | None]] = field(default_factory=list)

    def sync(self) -> None:
        """All that was written is certain now."""
        for write in self.uncertain:
            apply(self.certain, *write)
        self.uncertain.clear()

    def after_cut(self, chance: Random) -> bytes:
        """The bytes that may be found afterwards."""
        found = bytearray(self.certain)
        for offset, data in self.uncertain:
            if data is None or chance.random() < 0.4:
                if chance.random() < 0.5:
                    apply(found, offset, data)
                continue
            for start in range(0, len(data), SECTOR):
                if chance.random() < 0.5:
                    apply(found, offset + start, data[start : start + SECTOR])
        return bytes(found)


def apply(content: bytearray, offset: int, data: bytes | None) -> None:
    """One write, or with no data a new length."""
    length = offset if data is None else max(len(content), offset + len(data))
    content.extend(bytes(max(0, length - len(content))))
    if data is None:
        del content[offset:]
    else:
        content[offset : offset + len(data)] = data


class Disk:
    """The files below `folder` as a run of system calls leaves them."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)
        self.names: dict[str, Inode] = {}
        self.certain_names: dict[str, Inode] = {}
        self.pending_names: list[tuple[str, Inode | None]] = []
        self.places: dict[int, int] = {}
        self.told: list[str] = []

    def obey(self, call: str, arguments: str, result: int) -> None:
        """One finished system call."""
        if result < 0:
            return
        files, texts = FILE.findall(arguments), TEXT.findall(arguments)
        path = decode(files[0][1]).decode() if files else ""
        if call == "write" and files and files[0][0] == "1":
            self.told += decode(texts[0]).decode().split("\n")[:-1]
        elif call == "openat":
            self._open(decode(texts[0]).decode(), arguments, result)
        elif call in ("rename", "unlink", "unlinkat"):
            self._rename(call, [decode(text).decode() for text in texts])
        elif path in self.names or path == self.folder:
            self._change(call, arguments, path, int(files[0][0]), texts)

    def after_cut(self, target: Path, chance: Random) -> None:
        """Write to `target` what may be found after a cut at this moment."""
        names = dict(self.certain_names)
        for name, inode in self.pending_names[: chance.randint(0, len(self.pending_names))]:
            set_name(names, name, inode)
        for name, inode in names.items():
            place = target / Path(name).relative_to(self.folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(inode.after_cut(chance))

    def _open(self, name: str, arguments: str, number: int) -> None:
        self.places[number] = 0
        if not name.startswith(self.folder + "/") or name.endswith("-shm") or "O_DIRECTORY" in arguments:
            return
        if name not in self.names and "O_CREAT" in arguments:
            self._name(name, Inode())
        if name in self.names and "O_TRUNC" in arguments:
            self.names[name].uncertain.append((0, None))

    def _rename(self, call: str, names: list[str]) -> None:
        if names[0] in self.names:
            inode = self.names[names[0]]
            self._name(names[0], None)
            if call == "rename":
                self._name(names[1], inode)

    def _name(self, name: str, inode: Inode | None) -> None:
        self.pending_names.append((name, inode))
        set_name(self.names, name, inode)

    def _change(self, call: str, arguments: str, path: str, number: int, texts: list[str]) -> None:
        if call in ("fsync", "fdatasync"):
            # A file that is on disk can be found: its name, and those that were changed before, are as well.
            if path != self.folder:
                self.names[path].sync()
            for name, inode in self.pending_names:
                set_name(self.certain_names, name, inode)
            self.pending_names.clear()
        elif path != self.folder and call in ("write", "pwrite64"):
            data = decode(texts[0])
            offset = self.places.get(number, 0) if call == "write" else int(arguments.rpartition(", ")[2])
            self.places[number] = offset + len(data)
            self.names[path].uncertain.append((offset, data))
        elif path != self.folder and call == "ftruncate":
            self.names[path].uncertain.append((int(arguments.rpartition(", ")[2]), None))


def set_name(names: dict[str, Inode], name: str, inode: Inode | None) -> None:
    """Give `name` to the file, or take it away."""
    if inode is None:
        names.pop(name, None)
    else:
        names[name] = inode


def decode(text: str) -> bytes:
    """A string as strace -xx writes it."""
    return bytes.fromhex(text.replace("\\x", ""))


def calls(log: Path) -> Iterator[tuple[str, str, int]]:
    """The finished system calls of all threads, in their order: name, arguments, result."""
    begun: dict[str, str] = {}
    with log.open("r", encoding="latin-1") as lines:
        for line in lines:
            found = LINE.match(line)
            if not found:
                continue
            thread, text = found.groups()
            if text.endswith("<unfinished ...>"):
                begun[thread] = text.removesuffix("<unfinished ...>")
                continue
            if text.startswith("<... "):
                text = begun.pop(thread) + text.partition(" resumed>")[2]
            if done := CALL.match(text):
                yield done[1], done[2], int(done[3])
