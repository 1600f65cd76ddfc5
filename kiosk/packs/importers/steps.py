"""Steps of a foreign file as a row of the template's sheet 排顺序, so that what they lack can be written there."""

from collections.abc import Sequence

from kiosk.packs.rows import Row
from kiosk.packs.template_sheets import SHEETS, STEPS

SHEET = "排顺序"
HEADERS = SHEETS[SHEET]


def steps_row(number: int, stem: str, steps: Sequence[str], explanation: str = "", sheet: str = SHEET) -> Row:
    """`steps` in their right order; no foreign format says why each comes where it does, and that is to be mended."""
    if len(steps) > STEPS:
        return Row(number, sheet, stem=stem, kind=f"{SHEET} × {len(steps)}", columns={"kind": SHEET})
    cells = {"题干": stem, "解析": explanation, **{f"步骤{n}": text for n, text in enumerate(steps, start=1)}}
    return Row(
        number,
        sheet,
        stem=stem,
        explanation=explanation,
        columns={header: header for header in HEADERS},
        raw=(tuple(cells.get(header, "") for header in HEADERS),),
        form="order",
        cells=(cells,),
        numbers=(number,),
    )
