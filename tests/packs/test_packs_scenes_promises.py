"""Scenes and promises in packs: schema and checks say the same; each rule that a schema cannot say is told."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.words import say
from tests.packs.test_packs_parts import WILD, changed, example, faults, places, schema

BEYOND = {"field_twice", "field_unknown_value"}
"""Names of two scenes, needs that no tile fills: rules that a schema cannot say (unknown words it can)."""
Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize("kind", ["scenes", "promises"])
@settings(max_examples=200, deadline=None)
@given(st.data())
def test_schema_and_checks_agree(kind: str, data: st.DataObject) -> None:
    """Any one place of the example changed to anything, or taken away."""
    good = example(kind)
    wild = changed(good, data.draw(st.sampled_from(places(good))), data.draw(WILD))
    sound = schema(kind).is_valid(wild)
    found = faults(kind, wild)
    assert sound if not found else not sound or {fault.code for fault in found} <= BEYOND


def twice(data: dict[str, Any]) -> None:
    """The first scene or promise once more."""
    kind = "scenes" if "scenes" in data else "promises"
    data[kind].append(copy.deepcopy(data[kind][0]))


BROKEN: list[tuple[str, Change, str, str]] = [
    ("scenes", twice, "scenes", "field_twice"),
    ("promises", twice, "promises", "field_twice"),
    (
        "promises",
        lambda data: data["promises"][0]["plan"]["ways"][1].update(id="water"),
        "promises.0.plan.ways",
        "field_twice",
    ),
    ("scenes", lambda data: data["scenes"][0]["needs"].append("mend"), "scenes.0.needs.2", "field_unknown_value"),
    (
        "scenes",
        lambda data: data["scenes"][0]["tiles"][1].update(text=data["scenes"][0]["tiles"][0]["text"]),
        "scenes.0.tiles",
        "field_twice",
    ),
    (
        "scenes",
        lambda data: data["scenes"][0]["tiles"][0].update(role="rude"),
        "scenes.0.tiles.0.role",
        "field_unknown_value",
    ),
    ("scenes", lambda data: data["scenes"][0].update(situation="长" * 37), "scenes.0.situation", "field_too_long"),
    ("promises", lambda data: data["promises"][0].update(icon="home"), "promises.0.icon", "field_form"),
]


@pytest.mark.parametrize(("kind", "change", "path", "code"), BROKEN)
def test_each_fault_is_told_where_it_is(kind: str, change: Change, path: str, code: str) -> None:
    data = example(kind)
    change(data)
    (fault,) = faults(kind, data)
    assert (fault.path, fault.code) == (path, code)
    for language in ("zh", "en"):
        assert say(f"packs.{code}", language, item="a", column=path, guide="b", **fault.params)
