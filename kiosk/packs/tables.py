"""A sheet or a csv file as rows of plain text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """Row `n` of `rows` is what Excel shows as row `n + 1`. `name` is the sheet's, empty for a csv file."""

    name: str
    rows: list[list[str]]
