"""The rules of `content/numbers.schema.json`: the telephone number of a town, beside 110 and 96110."""

from typing import Any

from kiosk.packs.fields import Fault, number, table, text
from kiosk.packs.parts.naming import names

NUMBERS = table(
    ("format", "number", "who", "how"),
    {"format": number(1, 1), "number": text(3, 20, "[0-9][0-9 -]*[0-9]"), "who": names(12, 40), "how": names(20, 60)},
)


def faults(data: Any) -> list[Fault]:
    """Everything that is wrong with a number."""
    return list(NUMBERS(data))
