"""Which machine this is and which of its boots: hashes, so that nothing of the hardware is told.

A home that is copied, or a disk that is cloned, keeps its kiosk id but not these. The holder must never change while
the machine runs (a network card that comes and goes must not make a stranger of it), but be another on each of two
machines that run at the same time: what the system calls this boot is just that. The machine may change with its
hardware; it only keeps a clone from getting a new name every morning. How both are made must not change between
versions: beside a running kiosk the command line of a newer one would be taken for a clone.
"""

import hashlib
import sys
import uuid
from pathlib import Path

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_CARDS = Path("/sys/class/net")


def machine(home: Path) -> str:
    """This machine with this home: 32 hex digits."""
    return _hash("machine", _card(), home.stat().st_ino)


def holder(home: Path) -> str:
    """This boot of this machine with this home: 32 hex digits, the same in all processes."""
    return _hash("holder", _boot(), home.stat().st_ino)


def _boot() -> str:
    """What the system calls this boot; where it does not say, the machine is the same at every boot."""
    if sys.platform == "win32":
        import winreg

        key = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as opened:
                return f"{winreg.QueryValueEx(opened, 'BootId')[0]} {_card()}"  # a count, which a clone goes on with
        except OSError:
            return _card()
    try:
        return _BOOT_ID.read_text("ascii").strip()
    except OSError:
        return _card()


def _card() -> str:
    """The address of a network card that is built in; empty where none can be told."""
    if _CARDS.is_dir():
        built_in = [card for card in sorted(_CARDS.iterdir()) if _is_built_in(card)]
        return min(((card / "address").read_text("ascii").strip() for card in built_in), default="")
    node = uuid.getnode()
    return "" if node >> 40 & 1 else f"{node:012x}"  # with that bit Python has made it up for this process


def _is_built_in(card: Path) -> bool:
    """A real card whose address is its own, and not on USB."""
    device = card / "device"
    try:
        own = (card / "addr_assign_type").read_text("ascii").strip() == "0"
    except OSError:
        return False
    return own and device.exists() and "/usb" not in str(device.resolve())


def _hash(*parts: object) -> str:
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()[:32]
