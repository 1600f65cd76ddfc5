"""What `kiosk pack check` tells about a file: how many items are good, and every problem with its place and remedy."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from kiosk.core.words import say

BANKS = "quizzes/README.md"
"""Where the form of an item is explained; problems with other files name another guide."""
Level = Literal["error", "warning", "hint"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to look at. `row` is 1-based as Excel or a text editor shows it; `about` is the field.

    `column` is the header as the file has it; empty when the file has no such column. Only errors count into `mend`.
    """

    code: str
    level: Level
    row: int
    about: str
    sheet: str = ""
    column: str = ""
    params: Mapping[str, object] = field(default_factory=dict)

    def told(self, language: str) -> dict[str, Any]:
        """The problem as CONTRACTS.md words it, with what happened and what to do in `language`."""
        column = self.column or column_name(self.about, language)
        params = {"column": column, "guide": BANKS, **self.params}
        return {
            "sheet": self.sheet,
            "row": self.row,
            "column": column,
            "code": self.code,
            "level": self.level,
            "what": say(f"packs.{self.code}", language, **params),
            "how": say(f"packs.{self.code}_how", language, **params),
        }


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing of the file can be used."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)

    def told(self, language: str) -> dict[str, str]:
        """Code, what happened and what to do."""
        return {
            "code": self.code,
            "what": say(f"packs.{self.code}", language, **self.params),
            "how": say(f"packs.{self.code}_how", language, **self.params),
        }


@dataclass(frozen=True, slots=True)
class Report:
    """`good` items can be played as they are; `mend` rows have a remedy; `stored` items can be installed.

    `stored` is `good` and the items that only lack an explanation: kept, never played in practice.
    """

    format: str
    good: int = 0
    mend: int = 0
    stored: int = 0
    refused: Refusal | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 all good, 1 some to mend, 2 refused or nothing usable."""
        if self.refused is not None or self.stored == 0:
            return 2
        return 1 if self.mend else 0

    def told(self, language: str) -> dict[str, Any]:
        """The report as CONTRACTS.md fixes it."""
        return {
            "format": self.format,
            "good": self.good,
            "mend": self.mend,
            "refused": self.refused.told(language) if self.refused else None,
            "problems": [problem.told(language) for problem in self.problems],
        }


def column_name(field_name: str, language: str) -> str:
    """What a column is called when the file has none of that name; a path into a native item stays as it is."""
    try:
        return say(f"packs.column_{field_name}", language)
    except KeyError:
        return field_name
