"""Forms are fixed, parallel and without a repeated message; what is wrong is said."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.core.errors import KioskError
from kiosk.core.item import Item, from_json
from kiosk.core.words import say
from kiosk.learning.forms import NAMES, make_forms, plan, problems
from tests.learning.learning_help import item

QUIZZES = Path(__file__).parents[2] / "quizzes"


def good_items() -> list[Item]:
    """Ten twins in three forms."""
    return [
        replace(
            item(f"{form}{twin}", "judge", 2, "scam" if twin < 5 else "genuine"),
            form=form,
            twin=f"t{twin}",
            trick=f"trick{twin}",
            family="scare",
        )
        for form in NAMES
        for twin in range(10)
    ]


def codes(items: list[Item]) -> set[str]:
    """The codes of what is wrong; every one can be said in both languages."""
    found = problems(items)
    for problem in found:
        assert say(problem.code, "zh", **problem.params) and say(problem.code, "en", **problem.params)
    return {problem.code.removeprefix("learning.") for problem in found}


def test_the_built_in_forms_are_parallel() -> None:
    rows = [
        row for path in sorted(QUIZZES.glob("*.json")) for row in json.loads(path.read_text("utf-8")).get("items", ())
    ]
    forms = make_forms(from_json(row) for row in rows)
    assert list(forms) == list(NAMES)
    for form in forms.values():
        assert Counter(one.nature for one in form.items) == {"genuine": 5, "scam": 5}
    ids = [one.id for form in forms.values() for one in form.items]
    assert len(set(ids)) == 30, "the same item is never asked twice across forms"
    assert (
        len({tuple(sorted((one.trick, one.difficulty, one.nature) for one in form.items)) for form in forms.values()})
        == 1
    )


def test_a_form_is_the_same_everywhere_and_mixed() -> None:
    items = good_items()
    forms = make_forms(items)
    assert make_forms(reversed(items)) == forms
    orders = [[one.twin for one in form.items] for form in forms.values()]
    assert orders[0] != orders[1] != orders[2] != orders[0], "a neighbour's order is no help"
    for form in forms.values():
        natures = "".join(one.nature[0] for one in form.items)
        assert "ssss" not in natures and "gggg" not in natures


def test_items_without_a_form_do_not_matter() -> None:
    assert make_forms([*good_items(), item("free", "judge")]) == make_forms(good_items())


def test_half_of_a_class_begins_with_the_other_form() -> None:
    plans = [plan(place) for place in range(40)]
    assert Counter(plans) == {("A", "B", "C"): 20, ("B", "A", "C"): 20}


BROKEN: dict[str, dict[str, Any]] = {
    "form_unknown": {"form": "D"},
    "form_no_message": {"message": None},
    "form_no_twin": {"twin": ""},
    "form_unlike_nature": {"nature": "genuine", "right": ("genuine",)},
    "form_unlike_trick": {"trick": "other"},
    "form_unlike_difficulty": {"difficulty": 4},
    "form_unlike_family": {"family": "other"},
    "form_unlike_ages": {"ages": ("junior",)},
    "form_share": {"nature": "ask_first", "right": ("ask_first",)},
    "form_twin": {"twin": "t1"},
}


@pytest.mark.parametrize("code", BROKEN)
def test_what_is_wrong_is_said(code: str) -> None:
    items = good_items()
    assert codes(items) == set()
    items[0] = replace(items[0], **BROKEN[code])
    assert code in codes(items)
    with pytest.raises(KioskError, match=r"learning\.form_"):
        make_forms(items)


def test_a_message_that_a_child_would_recognise_is_said() -> None:
    items = good_items()
    items[10] = replace(items[10], message=items[0].message)
    assert codes(items) == {"form_repeated"}


def test_no_forms_are_no_forms() -> None:
    with pytest.raises(KioskError, match="form_share"):
        make_forms([])
