"""USB sticks on Windows, from the system's list of drive letters."""

import ctypes
import string
import sys
from pathlib import Path

from kiosk.devices.drives import Stick, stick_at

DRIVE_REMOVABLE = 2
FILE_READ_ONLY_VOLUME = 0x0008_0000


class WindowsDrives:
    """Every drive letter that Windows calls removable and that has a medium in it."""

    def sticks(self) -> list[Stick]:
        """The sticks in the order of their letters; none on any other system."""
        if sys.platform != "win32":
            return []
        kernel = ctypes.windll.kernel32
        letters = kernel.GetLogicalDrives()
        roots = [f"{letter}:\\" for bit, letter in enumerate(string.ascii_uppercase) if letters >> bit & 1]
        found = [self._stick(root) for root in roots if kernel.GetDriveTypeW(root) == DRIVE_REMOVABLE]
        return [stick for stick in found if stick]

    def _stick(self, root: str) -> Stick | None:
        if sys.platform != "win32":
            return None
        name, flags = ctypes.create_unicode_buffer(64), ctypes.c_uint32()
        if not ctypes.windll.kernel32.GetVolumeInformationW(
            root, name, len(name), None, None, ctypes.byref(flags), None, 0
        ):
            return None  # a card reader without a card
        stick = stick_at(Path(root), bool(flags.value & FILE_READ_ONLY_VOLUME))
        return Stick(stick.path, name.value or root[:2], stick.free_bytes, stick.read_only)
