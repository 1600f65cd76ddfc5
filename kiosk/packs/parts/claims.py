"""The rules of `content/claims.schema.json`: claims to look into at 辟谣台."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kiosk.core.item import AGES, DIMENSIONS
from kiosk.packs.fields import Check, Fault, below, many, named, number, one_of, table, text
from kiosk.packs.parts.feeds import NAME, PICTURE

CHECKS = ("source", "date", "picture", "board")
LEANS = ("for", "against", "open")
PULLS = ("hurry", "trust", "fear", "crop", "old", "curiosity", "greed", "crowd", "secret")
LEAST_TRUE, MOST_TRUE = 40, 60
"""Per cent of the claims that are either true or false."""
THEME = table(("id", "name", "name_en"), {"id": text(1, 20, NAME), "name": text(1, 8), "name_en": text(1, 30)})
CHECK = table(("text", "leans"), {"text": text(1, 50), "leans": one_of(*LEANS)})
CLAIM_FIELDS: dict[str, Check] = {
    "id": text(1, 40, NAME),
    "theme": text(1, 20, NAME),
    "truth": one_of("true", "false", "unsure"),
    "who": text(1, 12),
    "text": text(1, 60),
    "surprising": number(0, 1),
    "picture": text(1, 60, PICTURE),
    "whole": text(1, 60, PICTURE),
    "checks": table(CHECKS, dict.fromkeys(CHECKS, CHECK)),
    "explanation": text(1, 70),
    "dimension": one_of(*DIMENSIONS),
    "difficulty": number(1, 5),
    "ages": many(1, 3, one_of(*AGES), unique=True),
    "pinyin": named(text(1, 10), text(1, 80)),
}
MAY_LACK = ("surprising", "picture", "whole", "pinyin")
CLAIM = table(tuple(name for name in CLAIM_FIELDS if name not in MAY_LACK), CLAIM_FIELDS)
OPTION = table(("text", "pulls", "why"), {"text": text(1, 24), "pulls": one_of(*PULLS), "why": text(1, 60)})
BAIT = table(
    ("id", "goal", "options"),
    {"id": text(1, 20, NAME), "goal": text(1, 50), "options": many(3, 3, OPTION)},
)
CLAIMS = table(
    ("format", "id", "title", "title_en", "themes", "claims"),
    {
        "format": number(1, 1),
        "id": text(1, 40, NAME),
        "title": text(1, 10),
        "title_en": text(1, 30),
        "themes": many(1, 8, THEME),
        "claims": many(10, 400, CLAIM),
        "baits": many(3, 12, BAIT),
    },
)


def faults(data: Any) -> list[Fault]:
    """Everything that is wrong with a file of claims: its fields, then what does not go together."""
    return list(CLAIMS(data)) or [*_twice(data), *_claims(data), *_balance(data)]


def pictures(data: Any) -> Iterable[tuple[str, str]]:
    """The pictures of the claims, and what they were cut from."""
    for place, one in enumerate(data["claims"]):
        for name in ("picture", "whole"):
            if name in one:
                yield f"claims.{place}.{name}", one[name]


def _twice(data: Mapping[str, Any]) -> Iterator[Fault]:
    for kind in ("themes", "claims", "baits"):
        names = [one["id"] for one in data.get(kind, ())]
        if len(set(names)) < len(names):
            yield Fault(kind, "field_twice")


def _claims(data: Mapping[str, Any]) -> Iterator[Fault]:
    known = [one["id"] for one in data["themes"]]
    for place, one in enumerate(data["claims"]):
        path = f"claims.{place}"
        if one["theme"] not in known:
            told = {"value": one["theme"], "known": ", ".join(known)}
            yield from below(path, [Fault("theme", "field_unknown_value", told)])
        if "whole" in one and "picture" not in one:
            yield from below(path, [Fault("picture", "field_missing")])


def _balance(data: Mapping[str, Any]) -> Iterator[Fault]:
    decided = [one["truth"] for one in data["claims"] if one["truth"] != "unsure"]
    share = 100 * decided.count("true") // max(1, len(decided))
    if not LEAST_TRUE <= share <= MOST_TRUE:
        yield Fault("claims", "claim_balance", {"share": share, "least": LEAST_TRUE, "most": MOST_TRUE})
