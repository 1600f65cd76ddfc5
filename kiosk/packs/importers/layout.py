"""What a table layout is, and how a table becomes rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kiosk.core.quick import maker
from kiosk.packs.headers import Header
from kiosk.packs.importers.labels import unlabel
from kiosk.packs.limits import OPTIONS
from kiosk.packs.rows import AnswerStyle, Row
from kiosk.packs.tables import Table

MORE = (
    "nature",
    "family",
    "chapter",
    "difficulty",
    "ages",
    "dimension",
    "source",
    "as_of",
    "review_by",
    "twin",
    "image",
)


def keep(row: Row) -> Row | None:
    """The row as it is."""
    return row


@dataclass(frozen=True, slots=True)
class Layout:
    """One program's table. It is recognised when all `marks` are among the normalised headers.

    `adapt` may change a row or drop it (`None`): instruction rows, blank numbered rows.
    """

    key: str
    marks: frozenset[str] = frozenset()
    style: AnswerStyle = "any"
    adapt: Callable[[Row], Row | None] = keep


def table_rows(table: Table, header: Header, layout: Layout) -> Iterator[Row]:
    """The rows below the header that hold anything."""
    options = [header.places.get(f"option_{place}", -1) for place in range(1, OPTIONS + 1)]
    for index in range(header.row + 1, len(table.rows)):
        row = layout.adapt(_row(table, index, header, options, layout.style))
        if row is not None and (row.stem or row.answer or row.explanation or any(row.options)):
            yield row


def _row(table: Table, index: int, header: Header, options: list[int], style: AnswerStyle) -> Row:
    cells = table.rows[index]

    def cell(place: int) -> str:
        return cells[place] if 0 <= place < len(cells) else ""

    def field(name: str) -> str:
        return cell(header.places.get(name, -1))

    texts = tuple(cell(place) for place in options)
    if not any(texts) and "options" in header.places:
        texts = split_options(field("options"))
    if "wrong_1" in header.places:
        texts = (field("answer"), *(field(f"wrong_{place}") for place in (1, 2, 3)))
    row: Row = maker(Row)(
        index + 1,
        table.name,
        stem=field("stem"),
        options=texts,
        answer=field("answer"),
        explanation=field("explanation"),
        kind=field("kind"),
        style=style,
        more={name: cell(header.places[name]) for name in MORE if name in header.places},
        columns=header.names,
        raw=(cells,),
    )
    return row


def split_options(text: str) -> tuple[str, ...]:
    """Options that share one cell: by lines, `|`, `###` or `;`, each with or without `A.` before it."""
    for gap in ("\n", "|", "###", "；", ";"):
        if gap in text:
            return tuple(unlabel(one) for one in text.split(gap) if one.strip())
    return tuple(part for part in (unlabel(text),) if part)
