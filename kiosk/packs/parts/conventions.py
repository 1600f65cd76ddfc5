"""The rules of `content/conventions.schema.json`: a convention that children learn by hand in 公约坊."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kiosk.packs.fields import Check, Fault, below, many, number, one_of, table, text
from kiosk.packs.native_check import DATE

MARKS = ("", "要", "不")
NAME = "[a-z0-9][a-z0-9-]*"
PICTURE = "(icon/)?[A-Za-z0-9_-]+(#[a-z0-9-]+)?"
PAUSES = "，。！？；：、“”‘’（）《》〈〉【】…—·,.!?;:()\"' "
"""Punctuation belongs to no word."""
VERB = table(
    ("text", "why", "decoys"),
    {
        "text": text(1, 8),
        "why": text(1, 80),
        "decoys": many(1, 4, table(("text", "why"), {"text": text(1, 8), "why": text(1, 80)})),
    },
)
HALF = table(
    ("text",),
    {"text": text(1, 60), "mark": one_of(*MARKS), "words": many(2, 12, text(1, 12)), "verb": VERB},
)
LINE = table(
    ("id", "name", "theme", "meaning", "picture", "halves"),
    {
        "id": text(1, 30, NAME),
        "name": text(1, 6),
        "theme": text(1, 30),
        "meaning": text(1, 80),
        "picture": text(1, 60, PICTURE),
        "together": text(0, 80),
        "order_why": text(0, 80),
        "halves": many(1, 2, HALF),
    },
)
SITUATION = table(
    ("id", "line", "half", "text", "why", "look", "picture"),
    {
        "id": text(1, 30, NAME),
        "alike": text(0, 30, f"({NAME})?"),
        "line": text(1, 30, NAME),
        "half": number(0, 1),
        "text": text(1, 48),
        "why": text(1, 60),
        "look": text(1, 40),
        "picture": text(1, 60, PICTURE),
    },
)
HEAD: dict[str, Check] = {
    "format": number(1, 1),
    "id": text(1, 40, NAME),
    "title": text(1, 24),
    "issuer": text(1, 60),
    "date": text(1, 30),
    "source": text(1, 120),
    "as_of": DATE,
    "review_by": DATE,
}
CONVENTION = table(
    ("format", "id", "title", "issuer", "date", "source", "lines"),
    {**HEAD, "lines": many(1, 12, LINE), "situations": many(0, 200, SITUATION)},
)


def faults(data: Any) -> list[Fault]:
    """Everything that is wrong with a convention: its fields, then what does not go together."""
    return list(CONVENTION(data)) or [*_twice(data), *_halves(data), *_situations(data)]


def pictures(data: Any) -> Iterable[tuple[str, str]]:
    """The pictures of its lines and situations."""
    for kind in ("lines", "situations"):
        for place, one in enumerate(data.get(kind, ())):
            yield f"{kind}.{place}.picture", one["picture"]


def _twice(data: Mapping[str, Any]) -> Iterator[Fault]:
    """Names that two lines or two situations have."""
    for kind in ("lines", "situations"):
        names = [one["id"] for one in data.get(kind, ())]
        if len(set(names)) < len(names):
            yield Fault(kind, "field_twice")
    texts = [tuple(half["text"] for half in one["halves"]) for one in data["lines"]]
    if len(set(texts)) < len(texts):
        yield Fault("lines", "field_twice")


def _halves(data: Mapping[str, Any]) -> Iterator[Fault]:
    for line, one in enumerate(data["lines"]):
        for place, half in enumerate(one["halves"]):
            yield from below(f"lines.{line}.halves.{place}", [*_half(half)])


def _half(half: Mapping[str, Any]) -> Iterator[Fault]:
    if "words" in half and "".join(half["words"]) != _bare(half["text"]):
        yield Fault("words", "words_do_not_fit", {"text": half["text"]})
    if verb := half.get("verb"):
        if half["text"].count(verb["text"]) != 1:
            yield Fault("verb.text", "verb_not_there", {"value": verb["text"], "text": half["text"]})
        if len({verb["text"], *(decoy["text"] for decoy in verb["decoys"])}) <= len(verb["decoys"]):
            yield Fault("verb.decoys", "field_twice")


def _situations(data: Mapping[str, Any]) -> Iterator[Fault]:
    halves = {one["id"]: len(one["halves"]) for one in data["lines"]}
    for place, one in enumerate(data.get("situations", ())):
        if one["line"] not in halves:
            known = ", ".join(halves)
            yield Fault(f"situations.{place}.line", "field_unknown_value", {"value": one["line"][:20], "known": known})
        elif one["half"] >= halves[one["line"]]:
            yield Fault(f"situations.{place}.half", "field_number", {"least": 0, "most": halves[one["line"]] - 1})


def _bare(words: str) -> str:
    """The words without punctuation."""
    return "".join(char for char in words if char not in PAUSES)
