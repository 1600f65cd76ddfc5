"""The built-in banks as the tests read them: each test that takes `items` or `bank` runs once for every bank file."""

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.core.item import Item, from_json

QUIZZES = Path(__file__).parents[2] / "quizzes"
OTHERS = ("families.json", "bank.schema.json", "trickster.json")
BANKS = sorted(path for path in QUIZZES.glob("*.json") if path.name not in OTHERS)


@pytest.fixture(params=BANKS, ids=lambda path: path.stem)
def bank(request: pytest.FixtureRequest) -> dict[str, Any]:
    """One bank file as JSON."""
    loaded: dict[str, Any] = json.loads(request.param.read_text("utf-8"))
    return loaded


@pytest.fixture
def items(bank: dict[str, Any]) -> list[Item]:
    """The items of one bank."""
    return [from_json(fields) for fields in bank["items"]]


@pytest.fixture(scope="session")
def everything() -> list[Item]:
    """All items of all built-in banks."""
    return [from_json(fields) for path in BANKS for fields in json.loads(path.read_text("utf-8"))["items"]]


@pytest.fixture(scope="session")
def families() -> dict[str, Any]:
    """The table of fraud families and tricks."""
    table: dict[str, Any] = json.loads((QUIZZES / "families.json").read_text("utf-8"))
    return table
