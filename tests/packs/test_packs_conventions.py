"""Conventions that packs bring: schema and checks agree, and what does not go together is told."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.packs.test_packs_parts import changed, example, faults, places, schema

BEYOND = {"words_do_not_fit", "verb_not_there", "field_twice", "picture_not_ours"}
"""Rules that a schema cannot say; which lines there are is another one."""
WILD: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from([None, ..., True, 0, 1, 2, "", " ", "x", "A B", "要", "icon/phone", "../x", "字" * 61, [], [{}]]),
    st.sampled_from([{}, {"text": "好"}, {"text": "好", "why": "对", "decoys": []}, ["好"], ["好", "字" * 13]]),
    st.text(max_size=4),
    st.integers(-1, 3),
)


def beyond(fault: Any) -> bool:
    """Whether the schema cannot say it."""
    about_lines = fault.path.startswith("situations.") and fault.path.endswith((".line", ".half"))
    return fault.code in BEYOND or (about_lines and fault.code in ("field_unknown_value", "field_number"))


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_schema_and_checks_agree(data: st.DataObject) -> None:
    good = example("conventions")
    path = data.draw(st.sampled_from(places(good)))
    wild = changed(good, path, data.draw(WILD))
    if path and path[-1] == "half" and isinstance(wild, dict):
        return
    assert schema("conventions").is_valid(wild) == (not [one for one in faults("conventions", wild) if not beyond(one)])


@pytest.mark.parametrize(
    ("path", "value", "code", "where"),
    [
        (("lines", 0, "halves", 0, "words"), ["拿不准", "多", "问问"], "words_do_not_fit", "lines.0.halves.0.words"),
        (("lines", 0, "halves", 0, "verb", "text"), "看看", "verb_not_there", "lines.0.halves.0.verb.text"),
        (("lines", 0, "halves", 0, "verb", "text"), "问", "verb_not_there", "lines.0.halves.0.verb.text"),
        (
            ("lines", 0, "halves", 0, "verb", "decoys", 0, "text"),
            "问问",
            "field_twice",
            "lines.0.halves.0.verb.decoys",
        ),
        (("lines", 1, "id"), "ask", "field_twice", "lines"),
        (("situations", 0, "line"), "none", "field_unknown_value", "situations.0.line"),
        (("situations", 0, "half"), 2, "field_number", "situations.0.half"),
    ],
)
def test_what_does_not_go_together_is_told(path: tuple[str | int, ...], value: Any, code: str, where: str) -> None:
    found = faults("conventions", changed(example("conventions"), path, value))
    assert (where, code) in [(one.path, one.code) for one in found]


def test_a_half_that_the_line_does_not_have_is_told() -> None:
    data = changed(example("conventions"), ("situations", 0, "line"), "rest")
    data = changed(data, ("situations", 0, "half"), 1)
    (fault,) = faults("conventions", data)
    assert (fault.path, fault.code, fault.params) == ("situations.0.half", "field_number", {"least": 0, "most": 0})
