"""Wayground (Quizizz) xlsx: headers in row 1, instructions in row 2, right answers as positions."""

from kiosk.packs.importers.layout import Layout
from kiosk.packs.rows import Row


def without_instructions(row: Row) -> Row | None:
    """The row, unless it is the instructions below the headers."""
    return None if row.stem.casefold().startswith("text of the question") else row


LAYOUT = Layout(
    "wayground",
    frozenset(("questiontext", "questiontype", "option1", "correctanswer")),
    style="index",
    adapt=without_instructions,
)
