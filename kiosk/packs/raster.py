"""Pictures and sounds that packs bring, judged by their first bytes alone: nothing is decoded here."""

import struct
from collections.abc import Callable

from kiosk.core.errors import KioskError
from kiosk.packs import limits

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG's markers that begin a frame and give its size."""
BARE = frozenset((0x01, *range(0xD0, 0xD8)))
"""JPEG's markers that stand alone, without a length."""


def examine_picture(data: bytes, member: str) -> None:
    """Refuse what is not to be shown.

    Raises KioskError (`packs.picture_heavy`, `packs.picture_broken`, `packs.picture_huge`).
    """
    if len(data) > limits.PICTURE_BYTES:
        raise KioskError("packs.picture_heavy", str(len(data)), member=member, most=limits.PICTURE_BYTES >> 20)
    _, width, height = picture_head(data)
    if not (width and height):
        raise KioskError("packs.picture_broken", repr(data[:16]), member=member)
    if max(width, height) > limits.PICTURE_SIDE or width * height > limits.PICTURE_PIXELS:
        raise KioskError("packs.picture_huge", member=member, width=width, height=height, most=limits.PICTURE_SIDE)


def picture_head(data: bytes) -> tuple[str, int, int]:
    """Format (`png`, `jpg`, `webp`), width and height in pixels, as the header has them; zeros when it has none."""
    readers: tuple[tuple[str, bool, Callable[[bytes], tuple[int, int]]], ...] = (
        ("png", data.startswith(PNG), _png),
        ("jpg", data.startswith(JPEG), _jpeg),
        ("webp", data[:4] == b"RIFF" and data[8:12] == b"WEBP", _webp),
    )
    for form, fits, read in readers:
        if fits:
            try:
                return (form, *read(data))
            except (struct.error, IndexError):
                return form, 0, 0
    return "", 0, 0


def examine_sound(data: bytes, member: str) -> None:
    """Refuse what is not to be played. Raises KioskError (`packs.sound_heavy`, `packs.sound_broken`)."""
    if len(data) > limits.SOUND_BYTES:
        raise KioskError("packs.sound_heavy", str(len(data)), member=member, most=limits.SOUND_BYTES >> 20)
    fits = {
        "flac": data.startswith(b"fLaC"),
        "wav": data[:4] == b"RIFF" and data[8:12] == b"WAVE",
        "ogg": data.startswith(b"OggS"),
    }
    if not fits[member.rpartition(".")[2]]:
        raise KioskError("packs.sound_broken", repr(data[:16]), member=member)


def _png(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from(">4xII", data, 12)
    # A copy that was cut short lacks the last chunk.
    whole = data[12:16] == b"IHDR" and b"IEND" in data[-32:]
    return (width, height) if whole else (0, 0)


def _jpeg(data: bytes) -> tuple[int, int]:
    """Walk the segments to the first frame."""
    if b"\xff\xd9" not in data[-64:]:
        return 0, 0
    place = 2
    while data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF:
            place += 1
        elif marker in FRAMES:
            height, width = struct.unpack_from(">HH", data, place + 5)
            return width, height
        else:
            place += 2 if marker in BARE else 2 + int(struct.unpack_from(">H", data, place + 2)[0])
    return 0, 0


def _webp(data: bytes) -> tuple[int, int]:
    """Lossy, lossless or extended: each keeps its size elsewhere."""
    if struct.unpack_from("<I", data, 4)[0] + 8 > len(data):
        return 0, 0
    form = data[12:16]
    if form == b"VP8X":
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if form == b"VP8L" and data[20] == 0x2F:
        bits = struct.unpack_from("<I", data, 21)[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    return 0, 0
