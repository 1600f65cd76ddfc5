"""A bank: the items of one pack with who made them. Immutable; its hash names it in every answer."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kiosk.core.item import Item, text_hash, to_json

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Bank:
    """`version` is empty for a bank that a foreign file brought: the library numbers those itself."""

    id: str
    version: str
    title: str
    language: str
    licence: str
    author: str
    items: tuple[Item, ...]
    title_en: str = ""


def bank_hash(bank: Bank, item_hashes: Sequence[str]) -> str:
    """SHA-256 (first 16 hex digits) of everything that can be seen of the bank; `item_hashes` in the items' order."""
    fields = {name: getattr(bank, name) for name in Bank.__slots__} | {"items": list(item_hashes)}
    canonical = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text_hash(canonical)


def bank_json(bank: Bank) -> dict[str, Any]:
    """The bank as a native file has it."""
    fields = {"format": FORMAT, "id": bank.id, "version": bank.version or "1.0.0", "title": bank.title}
    if bank.title_en:
        fields["title_en"] = bank.title_en
    fields |= {"language": bank.language, "licence": bank.licence, "author": bank.author}
    return fields | {"items": [to_json(item) for item in bank.items]}
