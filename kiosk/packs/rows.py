"""The row model: every foreign layout becomes rows of this shape before anything is judged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from kiosk.core.item import Item
from kiosk.packs.report import Level, Problem

AnswerStyle = Literal["any", "index", "text"]
"""How a layout writes right answers: any notation, positions from 1, or the texts of the options themselves."""


@dataclass(frozen=True, slots=True)
class Row:
    """One question as a file has it. `options` keep their places, empty ones included: the second is always B.

    `whys` are said when that option was chosen. `more` holds what else was found (nature, family, source …) by
    field; `columns` the header of each field; `raw` the cells as they stand.

    A row of a template sheet has `form` (the item's kind) and `cells` by header; those of a chat are several, with
    a number each.
    """

    number: int
    sheet: str = ""
    stem: str = ""
    options: tuple[str, ...] = ()
    answer: str = ""
    explanation: str = ""
    kind: str = ""
    style: AnswerStyle = "any"
    whys: tuple[str, ...] = ()
    more: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    raw: tuple[Sequence[str], ...] = ()
    form: str = ""
    cells: tuple[Mapping[str, str], ...] = ()
    numbers: tuple[int, ...] = ()

    def problem(self, code: str, about: str, level: Level = "error", **params: object) -> Problem:
        """A problem in this row, in the column of field `about`."""
        column = self.columns.get(about, "")
        return Problem(code, level, self.number, about, self.sheet, column, params)


@dataclass(frozen=True, slots=True)
class Built:
    """A row and what became of it: `item` is `None` when it has an error that keeps it out."""

    row: Row
    item: Item | None
    problems: tuple[Problem, ...]

    @property
    def has_error(self) -> bool:
        """Whether the row counts as one to mend."""
        return any(problem.level == "error" for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Taken:
    """An item that would be stored, and the row it is from."""

    row: Row
    item: Item


@dataclass(frozen=True, slots=True)
class Found:
    """Rows and where they are from: the layout's key, and each sheet's header: its row (1-based) and its cells."""

    layout: str
    rows: Sequence[Row]
    header_rows: dict[str, int]
    header_cells: dict[str, Sequence[str]] = field(default_factory=dict)
