"""Items and places for the tests of packs."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.core.item import Item, Message, Option, Part
from kiosk.core.places import program_folder
from kiosk.packs.check import Checked

TODAY = date(2026, 11, 20)
QUIZZES = program_folder() / "quizzes"
FILES = Path(__file__).parent / "files"
Check = Callable[[Path], Checked]
CheckText = Callable[..., Checked]


def choice(name: str, family: str = "game_skin", trick: str = "", explanation: str = "因为。") -> Item:
    """A choice item."""
    options = tuple(Option(key, f"{name}的{key}") for key in "ABC")
    return Item(name, "choice", f"{name}？", ("B",), options, explanation, family, trick)


def judged(name: str, nature: str, family: str = "game_skin", trick: str = "") -> Item:
    """An item with a message."""
    message = Message("chat", "某人", (Part(f"{name}的消息"),))
    return Item(name, "judge", f"{name}？", (nature,), (), "因为。", family, trick, nature, message)


def codes(checked: Checked, level: str = "error") -> list[tuple[int, str]]:
    """Row and code of each problem of `level`."""
    return [(problem.row, problem.code) for problem in checked.report.problems if problem.level == level]


def example(name: str) -> dict[str, Any]:
    """A fresh copy of the item `name` that `quizzes/README.md` shows."""
    text = (QUIZZES / "README.md").read_text("utf-8")
    items = [json.loads(found) for found in re.findall(r"```json item\n(.*?)```", text, re.DOTALL)]
    return next(item for item in items if item["id"] == name)
