"""Claims that packs bring: schema and checks agree, and what does not go together is told."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.packs.test_packs_parts import changed, example, faults, places, schema

BEYOND = {"claim_balance", "picture_not_ours"}
WILD: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from([None, ..., True, 0, 1, 2, "", " ", "x", "A B", "true", "for", "hurry", "../x", "字" * 71]),
    st.sampled_from([[], [{}], {}, ["lower"], ["upper", "upper"], {"text": "好", "leans": "for"}, {"text": "好"}]),
    st.text(max_size=4),
    st.integers(-1, 3),
)


def beyond(data: Any, fault: Any) -> bool:
    """Whether the schema cannot say it."""
    if fault.code in BEYOND:
        return True
    return schema("claims").is_valid(data) and (
        fault.code in ("field_unknown_value", "field_twice") or fault.path.endswith(".picture")
    )


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_schema_and_checks_agree(data: st.DataObject) -> None:
    good = example("claims")
    wild = changed(good, data.draw(st.sampled_from(places(good))), data.draw(WILD))
    found = [one for one in faults("claims", wild) if not beyond(wild, one)]
    assert schema("claims").is_valid(wild) == (not found), found


@pytest.mark.parametrize(
    ("path", "value", "code", "where"),
    [
        (("claims", 0, "theme"), "moon", "field_unknown_value", "claims.0.theme"),
        (("claims", 0, "whole"), "canal", "field_missing", "claims.0.picture"),
        (("themes",), [{"id": "town", "name": "城", "name_en": "T"}] * 2, "field_twice", "themes"),
        (("baits", 1, "id"), "pond", "field_twice", "baits"),
    ],
)
def test_what_does_not_go_together_is_told(path: tuple[str | int, ...], value: Any, code: str, where: str) -> None:
    found = faults("claims", changed(example("claims"), path, value))
    assert (where, code) in [(one.path, one.code) for one in found]


def test_a_file_where_nearly_all_is_false_is_told() -> None:
    data = example("claims")
    for one in data["claims"]:
        one["truth"] = "false"
    (fault,) = faults("claims", data)
    assert (fault.path, fault.code, fault.params["share"]) == ("claims", "claim_balance", 0)
