"""The rules of `content/feeds.schema.json`: a town with streets and posts, for 督导亭."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kiosk.core.item import AGES, DIMENSIONS
from kiosk.packs.fields import Check, Fault, below, many, named, number, one_of, table, text

NAME = "[a-z0-9][a-z0-9-]*"
PICTURE = "(icon/)?[A-Za-z0-9_-]+(#[a-z0-9-]+)?"
FORMS = ("post", "picture", "comment", "live", "chat")
WHAT = ("fine", "uncivil", "false", "dangerous")
ACTS = ("block", "hold", "advise", "tell", "report", "leave")
LEAST_FINE, MOST_FINE = 40, 60
"""Per cent of the posts: a town where nearly all is bad rewards those who suspect everything."""
AT = many(2, 2, number(0, 1000))
STREET = table(
    ("id", "name", "name_en", "theme", "theme_en", "at"),
    {
        "id": text(1, 20, NAME),
        "name": text(1, 6),
        "name_en": text(1, 20),
        "theme": text(1, 12),
        "theme_en": text(1, 30),
        "at": AT,
        "at_tall": AT,
    },
)
HANDLER = table(
    ("id", "name", "name_en", "icon"),
    {"id": text(1, 20, NAME), "name": text(1, 10), "name_en": text(1, 30), "icon": text(1, 60, PICTURE)},
)
POST_FIELDS: dict[str, Check] = {
    "id": text(1, 40, NAME),
    "street": text(1, 20, NAME),
    "form": one_of(*FORMS),
    "who": text(1, 12),
    "text": text(1, 70),
    "replies": many(1, 3, table(("who", "text"), {"who": text(1, 10), "text": text(1, 30)})),
    "picture": text(1, 60, PICTURE),
    "what": one_of(*WHAT),
    "surprising": number(0, 1),
    "reason": text(1, 20),
    "others": many(2, 2, text(1, 20), unique=True),
    "acts": many(1, 6, one_of(*ACTS), unique=True),
    "must": many(1, 6, one_of(*ACTS), unique=True),
    "handler": text(1, 20, NAME),
    "days": number(1, 2),
    "outcome": text(1, 30),
    "explanation": text(1, 70),
    "dimension": one_of(*DIMENSIONS),
    "difficulty": number(1, 5),
    "ages": many(1, 3, one_of(*AGES), unique=True),
    "pinyin": named(text(1, 10), text(1, 80)),
}
MAY_LACK = ("replies", "picture", "surprising", "handler", "days", "outcome", "pinyin")
POST = table(tuple(name for name in POST_FIELDS if name not in MAY_LACK), POST_FIELDS)
TOWN = table(
    ("format", "id", "title", "title_en", "map", "streets", "handlers", "posts"),
    {
        "format": number(1, 1),
        "id": text(1, 40, NAME),
        "title": text(1, 10),
        "title_en": text(1, 30),
        "map": text(1, 60, PICTURE),
        "map_tall": text(1, 60, PICTURE),
        "streets": many(1, 6, STREET),
        "handlers": many(1, 8, HANDLER),
        "posts": many(10, 400, POST),
    },
)


def faults(data: Any) -> list[Fault]:
    """Everything that is wrong with a town: its fields, then what does not go together."""
    return list(TOWN(data)) or [*_twice(data), *_posts(data), *_balance(data)]


def pictures(data: Any) -> Iterable[tuple[str, str]]:
    """The maps, and the pictures of its posts and of those who are responsible."""
    yield from ((name, data[name]) for name in ("map", "map_tall") if name in data)
    for place, one in enumerate(data["handlers"]):
        yield f"handlers.{place}.icon", one["icon"]
    for place, one in enumerate(data["posts"]):
        if "picture" in one:
            yield f"posts.{place}.picture", one["picture"]


def _twice(data: Mapping[str, Any]) -> Iterator[Fault]:
    """Names that two streets, two handlers or two posts have."""
    for kind in ("streets", "handlers", "posts"):
        names = [one["id"] for one in data[kind]]
        if len(set(names)) < len(names):
            yield Fault(kind, "field_twice")


def _posts(data: Mapping[str, Any]) -> Iterator[Fault]:
    known = {kind: ", ".join(one["id"] for one in data[f"{kind}s"]) for kind in ("street", "handler")}
    for place, one in enumerate(data["posts"]):
        yield from below(f"posts.{place}", [*_named(one, known), *_acts(one)])


def _named(post: Mapping[str, Any], known: Mapping[str, str]) -> Iterator[Fault]:
    """Streets and handlers that the town does not have; two reasons that say the same."""
    for kind, names in known.items():
        if kind in post and post[kind] not in names.split(", "):
            yield Fault(kind, "field_unknown_value", {"value": post[kind], "known": names})
    if post["reason"] in post["others"]:
        yield Fault("others", "field_twice")


def _acts(post: Mapping[str, Any]) -> Iterator[Fault]:
    """A fine post is left alone; somebody takes care of any other, by acts that fit it."""
    fits = set(post["acts"])
    if not set(post["must"]) <= fits:
        yield Fault("must", "field_unknown_value", {"value": ", ".join(post["must"]), "known": ", ".join(post["acts"])})
    if (post["what"] == "fine") != ("leave" in fits) or (post["what"] == "fine" and "report" in fits):
        yield Fault("acts", "feed_acts")
    if post["what"] != "fine":
        yield from (Fault(name, "field_missing") for name in ("handler", "days", "outcome") if name not in post)


def _balance(data: Mapping[str, Any]) -> Iterator[Fault]:
    share = 100 * sum(one["what"] == "fine" for one in data["posts"]) // len(data["posts"])
    if not LEAST_FINE <= share <= MOST_FINE:
        yield Fault("posts", "feed_balance", {"share": share, "least": LEAST_FINE, "most": MOST_FINE})
