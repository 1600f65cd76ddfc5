"""What is exported: which answers, in whose words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kiosk.core.returning import ReturnHashes
from kiosk.core.words import say

Encoding = Literal["utf-8", "gb18030"]
ENCODINGS: tuple[Encoding, ...] = ("utf-8", "gb18030")


@dataclass(frozen=True, slots=True)
class Asked:
    """Limits and names for an export.

    `start` (included) and `end` (excluded) are milliseconds since 1970 UTC; `class_label` and `station` limit where
    they are not empty. `levels` gives names to level ids; a level without one keeps its id. `encoding` is a csv's.
    """

    start: int = 0
    end: int = 1 << 62
    class_label: str = ""
    station: str = ""
    every_origin: bool = False
    language: str = "zh"
    encoding: Encoding = "utf-8"
    levels: Mapping[str, str] = field(default_factory=dict)
    returning: ReturnHashes = field(default_factory=ReturnHashes)
    """Keyed hashes of return codes: only with a guardian's consent, and only while it stands."""
    foreign: bool = False
    """What is exported was recorded elsewhere: codes may be anybody's text; sums of fewer than five are not told."""

    def name(self, group: str, key: str) -> str:
        """What staff call `key`, by the words `exports.<group>_<key>`; a key that has no words stays as it is."""
        try:
            return say(f"exports.{group}_{key}", self.language)
        except KeyError:
            return key
