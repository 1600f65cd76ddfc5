"""The template's sheets that are no plain questions: 判断消息, 找破绽, 排顺序, 多轮对话."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.packs.headers import SEARCHED_ROWS, normalise
from kiosk.packs.rows import Row
from kiosk.packs.tables import Table
from kiosk.packs.template_sheets import MORE

MARKS = (
    ("cues", frozenset(("题干", "破绽1", "没问题1"))),
    ("chat", frozenset(("题干", "对方说1", "回答a"))),
    ("order", frozenset(("题干", "步骤1", "步骤2"))),
    ("judge", frozenset(("题干", "渠道", "消息1"))),
)


@dataclass(frozen=True, slots=True)
class FormHeader:
    """`row` counts from 0; `places` gives each normalised header's column, `names` its text."""

    form: str
    row: int
    places: dict[str, int]
    names: dict[str, str]


def form_header(rows: Sequence[Sequence[str]]) -> FormHeader | None:
    """The header of such a sheet among the first 15 rows; `None` when there is none."""
    for number, cells in enumerate(rows[:SEARCHED_ROWS]):
        names = {normalise(cell): " ".join(cell.split()) for cell in reversed(cells) if 0 < len(cell) <= 60}
        for form, marks in MARKS:
            if marks <= names.keys():
                places = {normalise(cell): place for place, cell in reversed(list(enumerate(cells)))}
                return FormHeader(form, number, places, names)
    return None


def form_rows(table: Table, header: FormHeader) -> Iterator[Row]:
    """One row an item; a chat goes on over the rows below that have no 题干 of their own."""
    waiting: list[int] = []
    for number in range(header.row + 1, len(table.rows)):
        if not any(table.rows[number]):
            continue
        goes_on = header.form == "chat" and waiting and not _cell(table, number, header.places["题干"])
        if waiting and not goes_on:
            yield _row(table, waiting, header)
            waiting = []
        waiting.append(number)
    if waiting:
        yield _row(table, waiting, header)


def _row(table: Table, numbers: Sequence[int], header: FormHeader) -> Row:
    cells = tuple(
        {name: _cell(table, number, place) for name, place in header.places.items() if name} for number in numbers
    )
    first = cells[0]
    return Row(
        numbers[0] + 1,
        table.name,
        stem=first.get("题干", ""),
        explanation=first.get("解析", ""),
        more={field: first[name] for name, field in MORE.items() if name in first},
        columns={**header.names, **{field: header.names[name] for name, field in MORE.items() if name in header.names}},
        raw=tuple(table.rows[number] for number in numbers),
        form=header.form,
        cells=cells,
        numbers=tuple(number + 1 for number in numbers),
    )


def _cell(table: Table, row: int, place: int) -> str:
    cells = table.rows[row]
    return cells[place] if place < len(cells) else ""
