"""Identifiers, made where the fact is born."""

import os
import uuid


def uuid7(utc_ms: int) -> str:
    """A UUID version 7 (RFC 9562) for `utc_ms`, milliseconds since 1970 UTC; random below the millisecond."""
    value = (utc_ms & 0xFFFF_FFFF_FFFF) << 80 | int.from_bytes(os.urandom(10))
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))


def new_epoch() -> str:
    """A random name for one opening of the store: 16 hex digits, never derived from the disk's content."""
    return os.urandom(8).hex()


def new_kiosk_id() -> str:
    """A random name for one kiosk: `k` and 12 hex digits. It names a machine, never a person."""
    return "k" + os.urandom(6).hex()
