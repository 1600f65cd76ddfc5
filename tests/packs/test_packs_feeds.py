"""Towns that packs bring: schema and checks agree, and what does not go together is told."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.packs.test_packs_parts import changed, example, faults, places, schema

BEYOND = {"feed_acts", "feed_balance", "picture_not_ours"}
"""Rules that a schema cannot say; which streets, handlers and acts there are, and who is missing, are others."""
WILD: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(
        [None, ..., True, 0, 1, 2, 1001, "", " ", "x", "A B", "fine", "false", "post", "icon/phone", "../x"]
    ),
    st.sampled_from(["字" * 71, [], [{}], {}, ["leave"], ["tell", "tell"], ["好", "坏"], ["好"], [1, 2], [0, 1001]]),
    st.text(max_size=4),
    st.integers(-1, 3),
)


def beyond(data: Any, fault: Any) -> bool:
    """Whether the schema cannot say it."""
    names = (".street", ".handler", ".must", ".others", ".days", ".outcome")
    whole = fault.path in ("streets", "handlers", "posts") and fault.code == "field_twice"
    among = fault.code in ("field_unknown_value", "field_twice", "field_missing") and fault.path.endswith(names)
    return fault.code in BEYOND or whole or (among and schema("feeds").is_valid(data))


@settings(max_examples=250, deadline=None)
@given(st.data())
def test_schema_and_checks_agree(data: st.DataObject) -> None:
    good = example("feeds")
    wild = changed(good, data.draw(st.sampled_from(places(good))), data.draw(WILD))
    found = [one for one in faults("feeds", wild) if not beyond(wild, one)]
    assert schema("feeds").is_valid(wild) == (not found), found


@pytest.mark.parametrize(
    ("path", "value", "code", "where"),
    [
        (("posts", 0, "street"), "moon", "field_unknown_value", "posts.0.street"),
        (("posts", 5, "handler"), "moon", "field_unknown_value", "posts.5.handler"),
        (("posts", 5, "handler"), ..., "field_missing", "posts.5.handler"),
        (("posts", 5, "must"), ["report"], "field_unknown_value", "posts.5.must"),
        (("posts", 5, "acts"), ["advise", "hold", "tell", "leave"], "feed_acts", "posts.5.acts"),
        (("posts", 0, "acts"), ["leave", "report"], "feed_acts", "posts.0.acts"),
        (("posts", 0, "reason"), "没有图就是假的", "field_twice", "posts.0.others"),
        (("posts", 1, "id"), "bridge", "field_twice", "posts"),
        (("streets", 1, "id"), "school", "field_twice", "streets"),
    ],
)
def test_what_does_not_go_together_is_told(path: tuple[str | int, ...], value: Any, code: str, where: str) -> None:
    found = faults("feeds", changed(example("feeds"), path, value))
    assert (where, code) in [(one.path, one.code) for one in found]


def test_a_town_where_nearly_all_is_bad_is_told() -> None:
    data = example("feeds")
    for one in data["posts"][:3]:
        one.update(what="false", acts=["tell"], must=["tell"], handler="guard", days=1, outcome="好了")
    (fault,) = faults("feeds", data)
    assert (fault.path, fault.code, fault.params["share"]) == ("posts", "feed_balance", 20)
