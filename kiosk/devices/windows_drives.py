"""USB sticks on Windows, from the system's list of drive letters."""

import ctypes
import string
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from kiosk.devices.drives import Stick, stick_at

DRIVE_REMOVABLE = 2
FILE_READ_ONLY_VOLUME = 0x0008_0000
ERROR_NOT_READY = 21
"""A card reader without a card; any other error is a medium that Windows cannot read."""
SEM_FAILCRITICALERRORS = 1
"""No system dialog asks a child to insert a disk."""


@dataclass(frozen=True, slots=True)
class Volume:
    """What Windows says of a drive: its name and flags, or the `error` why it says nothing."""

    name: str = ""
    flags: int = 0
    error: int = 0


class Kernel(Protocol):
    """The three questions to Windows."""

    def letters(self) -> int:
        """The drive letters that exist, A as the lowest bit."""
        ...

    def kind(self, root: str) -> int:
        """What kind of drive `root` is."""
        ...

    def volume(self, root: str) -> Volume:
        """What lies in the drive `root`."""
        ...


class NoKernel:
    """Any other system: no letters."""

    def letters(self) -> int:
        """None."""
        return 0

    def kind(self, root: str) -> int:
        """Unknown."""
        return 0

    def volume(self, root: str) -> Volume:
        """Nothing."""
        return Volume(error=ERROR_NOT_READY)


class RealKernel:
    """kernel32, loaded as `dll`."""

    def __init__(self, dll: Any) -> None:
        self._dll = dll
        dll.SetErrorMode(SEM_FAILCRITICALERRORS)

    def letters(self) -> int:
        """`GetLogicalDrives`."""
        return int(self._dll.GetLogicalDrives())

    def kind(self, root: str) -> int:
        """`GetDriveTypeW`."""
        return int(self._dll.GetDriveTypeW(root))

    def volume(self, root: str) -> Volume:
        """`GetVolumeInformationW`."""
        name, flags = ctypes.create_unicode_buffer(64), ctypes.c_uint32()
        got = self._dll.GetVolumeInformationW(root, name, len(name), None, None, ctypes.byref(flags), None, 0)
        if got:
            return Volume(name.value, flags.value)
        error = ERROR_NOT_READY
        if sys.platform == "win32":
            error = ctypes.get_last_error()
        return Volume(error=error)


def own_kernel() -> Kernel:
    """This system's kernel, where it is Windows."""
    if sys.platform == "win32":
        return RealKernel(ctypes.WinDLL("kernel32", use_last_error=True))
    return NoKernel()


class WindowsDrives:
    """Every drive letter that Windows calls removable and that has a medium in it."""

    def __init__(self, kernel: Kernel | None = None, look: Callable[[Path, bool], Stick] = stick_at) -> None:
        self._kernel = kernel or own_kernel()
        self._look = look

    def sticks(self) -> list[Stick]:
        """The sticks in the order of their letters."""
        return [self._stick(root, volume) for root, volume in self._volumes() if not volume.error]

    def unread(self) -> list[str]:
        """Letters of media that Windows cannot read: not formatted, locked by BitLocker, damaged."""
        return [root[:2] for root, volume in self._volumes() if volume.error not in (0, ERROR_NOT_READY)]

    def _volumes(self) -> list[tuple[str, Volume]]:
        """The removable drives (`E:\\`) and what lies in them."""
        letters = self._kernel.letters()
        roots = [f"{letter}:\\" for bit, letter in enumerate(string.ascii_uppercase) if letters >> bit & 1]
        return [(root, self._kernel.volume(root)) for root in roots if self._kernel.kind(root) == DRIVE_REMOVABLE]

    def _stick(self, root: str, volume: Volume) -> Stick:
        stick = self._look(Path(root), bool(volume.flags & FILE_READ_ONLY_VOLUME))
        return Stick(stick.path, volume.name or root[:2], stick.free_bytes, stick.read_only)
