"""Which machine this is and which of its boots: hashes, so that nothing of the hardware is told.

A home that is copied, or a disk that is cloned, keeps its kiosk id but not these: the network card, the folder's place
on the disk, and what the system calls this boot. A machine that cannot name its boots is the same at every boot.
"""

import hashlib
import sys
import uuid
from pathlib import Path

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def machine(home: Path) -> str:
    """This machine with this home: 32 hex digits."""
    place = home.stat()
    return _hash(uuid.getnode(), place.st_dev, place.st_ino)


def holder(home: Path) -> str:
    """This boot of this machine with this home: 32 hex digits, the same in all processes."""
    return _hash(machine(home), _boot())


def _boot() -> str:
    if sys.platform == "win32":
        import winreg

        key = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as opened:
                return str(winreg.QueryValueEx(opened, "BootId")[0])
        except OSError:
            return ""
    try:
        return _BOOT_ID.read_text("ascii").strip()
    except OSError:
        return ""


def _hash(*parts: object) -> str:
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()[:32]
