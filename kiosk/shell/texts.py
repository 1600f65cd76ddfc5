"""The shell's words from `content/`: nicknames, the guide's lines, the worry page. Read when first asked for."""

import json
from functools import cached_property
from pathlib import Path
from typing import Any


class ShellTexts:
    """Words by language; the files are described in `content/README.md`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def nicknames(self) -> list[dict[str, str]]:
        """The closed list: each name in `zh` and `en`."""
        names: list[dict[str, str]] = self._read("nicknames.json")["nicknames"]
        return names

    @cached_property
    def greetings(self) -> dict[str, list[str]]:
        """What 萤萤 says on the home screen."""
        lines: dict[str, list[str]] = self._guide["greetings"]
        return lines

    @cached_property
    def goodbyes(self) -> dict[str, list[str]]:
        """What 萤萤 says at the end."""
        lines: dict[str, list[str]] = self._guide["goodbyes"]
        return lines

    @cached_property
    def worry(self) -> dict[str, dict[str, Any]]:
        """The page "我有点担心": title, lines, people to tell."""
        return self._read("worry.json")

    @cached_property
    def _guide(self) -> dict[str, Any]:
        return self._read("guide.json")

    def _read(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self._folder / name).read_text("utf-8"))
        return found
