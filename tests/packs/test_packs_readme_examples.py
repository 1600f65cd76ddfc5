"""What `quizzes/README.md` shows is true."""

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from kiosk.core.item import KINDS
from tests.packs.packs_help import QUIZZES, CheckText

EXAMPLES = re.findall(r"```json (\w+)\n(.*?)```", (QUIZZES / "README.md").read_text("utf-8"), re.DOTALL)


def as_bank(kind: str, text: str) -> dict[str, Any]:
    """An example as a whole bank."""
    fields: dict[str, Any] = json.loads(text)
    if kind == "bank":
        return fields
    head = {"format": 1, "id": "example.one", "version": "1.0.0", "title": "例子", "language": "zh"}
    return head | {"licence": "CC0-1.0", "author": "例子", "items": [fields]}


def test_there_are_examples_of_every_kind() -> None:
    """One bank and each kind of item."""
    kinds = [item["kind"] for kind, text in EXAMPLES for item in as_bank(kind, text)["items"]]
    assert sorted(kinds) == sorted(KINDS)


@pytest.mark.parametrize(("kind", "text"), EXAMPLES)
def test_example_is_good(kind: str, text: str, check_text: CheckText) -> None:
    """By the schema and by the kiosk's own checks."""
    bank = as_bank(kind, text)
    schema = json.loads((QUIZZES / "bank.schema.json").read_text("utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(bank)) == []
    report = check_text(json.dumps(bank, ensure_ascii=False), "example.json").report
    assert (report.good, report.mend, report.problems) == (1, 0, ())
