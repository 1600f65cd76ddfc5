"""The words and lanterns of a class's poster of 承诺桥: what was promised together, never who. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.core.bridge import ClassBridge, Hung, lantern_art
from kiosk.core.words import say

PROMISES = 6
"""So many are written on a poster: those that most of the class chose, without numbers."""


@dataclass(frozen=True, slots=True)
class Poster:
    """`promises` are pairs of an icon and a text; `lanterns`, oldest first, the pictures that lie over each other."""

    title: str
    subtitle: str
    heading: str
    promises: tuple[tuple[str, str], ...]
    lanterns: tuple[tuple[str, str, str], ...]
    foot: str


def poster(
    label: str, lit: ClassBridge, known: Mapping[str, tuple[str, str]], language: str, *, base: str, day: date
) -> Poster:
    """The poster of the class `label` (empty: of the whole base). `known` gives icon and text by promise."""
    title = say("takeaway.poster_class", language, label=label) if label else say("takeaway.poster_base", language)
    made = say("takeaway.certificate_date", language, year=day.year, month=day.month, day=day.day)
    return Poster(
        title=title,
        subtitle=say("takeaway.poster_lit", language, count=lit.total),
        heading=say("takeaway.poster_heading", language),
        promises=tuple(known[one] for one in lit.promises if one in known)[:PROMISES],
        lanterns=tuple(_pictures(one, known) for one in lit.hung),
        foot=_joined([base, made]),
    )


def _pictures(one: Hung, known: Mapping[str, tuple[str, str]]) -> tuple[str, str, str]:
    """A lantern's own picture, its pattern and the icon of its promise; empty where it has none."""
    pattern = f"pledge-pattern-{one.pattern}" if one.pattern else ""
    return lantern_art(one.shape, one.paper), pattern, known[one.promise][0] if one.promise in known else ""


def _joined(parts: Sequence[str]) -> str:
    return "　·　".join(one for one in parts if one)
