"""English for QML: reads `assets/i18n/en.ts` when English is first asked for; Chinese, the source, costs nothing."""

import struct
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTranslator

MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
HASHES, MESSAGES = 0x42, 0x69
"""Sections of Qt's `.qm` format (qtranslator.cpp); a section is its tag, its length and its bytes, big endian."""
END, TRANSLATION, SOURCE, CONTEXT = 1, 3, 6, 7
"""Parts of a message."""


class TsTranslator(QTranslator):
    """Answers qsTr from a Qt Linguist `.ts` file of our own (trusted) assets.

    Qt does the answering itself, from a `.qm` made in memory: QML asks from its loader's thread while Python waits
    for that loader, so that a `translate` written in Python would wait for ever.
    """

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Qt reads from these bytes as long as the translator lives; it takes no copy.
        self._data = compiled(messages(file))
        if not self.load(self._data):
            raise ValueError(f"Qt does not take the translations of {file.name}")


def messages(file: Path) -> Iterator[tuple[str, str, str]]:
    """Context, source and translation of each finished message in a `.ts` file."""
    import xml.etree.ElementTree as ElementTree  # here for its cost, which Chinese need not pay

    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            if translation := message.findtext("translation", ""):
                yield name, message.findtext("source", ""), translation


def compiled(rows: Iterator[tuple[str, str, str]]) -> bytes:
    """The `.qm` file that `lrelease` would make of (context, source, translation)."""
    hashes: list[tuple[int, int]] = []
    body = b""
    for context, source, translation in rows:
        hashes.append((elf_hash(source.encode()), len(body)))
        parts = ((TRANSLATION, translation.encode("utf-16-be")), (SOURCE, source.encode()), (CONTEXT, context.encode()))
        body += b"".join(_section(tag, data) for tag, data in parts) + bytes([END])
    table = b"".join(struct.pack(">II", *pair) for pair in sorted(hashes))
    return MAGIC + _section(HASHES, table) + _section(MESSAGES, body)


def elf_hash(data: bytes) -> int:
    """The hash by which Qt finds a source text; never 0."""
    value = 0
    for byte in data:
        value = (value << 4) + byte
        high = value & 0xF000_0000
        value = (value ^ (high >> 24)) & ~high & 0xFFFF_FFFF
    return value or 1


def _section(tag: int, data: bytes) -> bytes:
    return struct.pack(">BI", tag, len(data)) + data
