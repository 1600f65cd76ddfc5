"""The container of old xls files: enough of it to know, before a reader trusts it, that it ends somewhere."""

import struct

from kiosk.core.errors import KioskError

HEADER = 512
END = 0xFFFFFFFE
ENTRY = 128
MINI = 64
SMALLEST_BIG = 4_096


class Container:
    """An OLE2 file in memory. Raises KioskError `packs.workbook_broken` wherever it points outside or in circles."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        shift = self._number("<H", 30)
        if shift not in (9, 12):
            raise broken(f"sector shift {shift}")
        self._size = 1 << shift
        self._count = max(0, -(-(len(data) - self._size) // self._size))
        self._fat = self._numbers(self._fat_sectors())

    def stream(self, *names: str) -> bytes:
        """The first stream of one of these names."""
        folder = self._read(self._number("<I", 48))
        entries = [folder[at : at + ENTRY] for at in range(0, len(folder) - ENTRY + 1, ENTRY)]
        by_name = {entry_name(entry): entry for entry in reversed(entries)}
        found = next((by_name[name] for name in names if name in by_name), None)
        if found is None:
            raise broken("no workbook")
        small = self._read(struct.unpack_from("<I", entries[0], 116)[0])
        start, size = struct.unpack_from("<II", found, 116)
        mini = self._numbers(self._chain(self._number("<I", 60), self._fat))
        if size >= SMALLEST_BIG:
            return self._read(start)[:size]
        parts = (small[sector * MINI : (sector + 1) * MINI] for sector in self._chain(start, mini))
        return b"".join(parts)[:size]

    def _fat_sectors(self) -> list[int]:
        """The sectors that hold the table of sectors: 109 in the header, more in a chain of their own."""
        listed = list(struct.unpack_from("<109I", self._data.ljust(HEADER, b"\0"), 76))
        sector, left = self._number("<I", 68), self._count
        while sector < self._count and left:
            numbers = self._numbers([sector])
            if len(numbers) < self._size // 4:
                raise broken("the list of sectors is cut")
            listed += numbers[:-1]
            sector = numbers[-1]
            left -= 1
        if not left:
            raise broken("the list of sectors goes in circles")
        return [sector for sector in listed if sector < self._count]

    def _chain(self, start: int, table: list[int]) -> list[int]:
        """The sectors from `start` to the end of their chain."""
        found: list[int] = []
        sector = start
        while sector < len(table):
            found.append(sector)
            sector = table[sector]
            if len(found) > len(table):
                raise broken("a chain goes in circles")
        if found and sector != END:
            raise broken(f"a chain leads to {sector:#x}")
        return found

    def _read(self, start: int) -> bytes:
        return b"".join(self._sector(sector) for sector in self._chain(start, self._fat))

    def _sector(self, number: int) -> bytes:
        if number >= self._count:
            raise broken(f"sector {number} of {self._count}")
        at = (number + 1) * self._size
        return self._data[at : at + self._size]

    def _numbers(self, sectors: list[int]) -> list[int]:
        """The 32-bit numbers in these sectors."""
        data = b"".join(map(self._sector, sectors))
        return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))

    def _number(self, form: str, at: int) -> int:
        if len(self._data) < HEADER:
            raise broken("shorter than its header")
        number: int = struct.unpack_from(form, self._data, at)[0]
        return number


def entry_name(entry: bytes) -> str:
    """The name in a directory entry."""
    length = struct.unpack_from("<H", entry, 64)[0]
    return entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")


def broken(detail: str) -> KioskError:
    """What is said of a container that cannot be trusted."""
    return KioskError("packs.workbook_broken", detail)
