"""The class report: what a class learned, where it was taken in, and what to practise next. Figures only; Qt-free.

Nothing in a `Report` speaks of one child or of fewer than five (`learning.small_cells`); no d′ is one child's.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.core.events import ItemAnswered
from kiosk.core.item import Item
from kiosk.exports.class_report_forms import Forms, forms_of
from kiosk.exports.class_report_next import Advice, advice
from kiosk.exports.class_report_rows import EVER, Gathered, Session, Texts, Wanted, gather
from kiosk.exports.class_report_stations import Names, Part, StationFigures, parts, stations_of
from kiosk.learning.small_cells import LEAST

HARDEST = 5


@dataclass(frozen=True, slots=True)
class Report:
    """A class's figures. `start` and `end` in milliseconds since 1970 UTC (0 and `EVER` where nothing limits them).

    `session` is empty where the report is on a span of days. `present` is the headcount that the teacher entered, 0
    where there is none or where it would tell how few were away. `tricks` and `cues` go from the hardest on.
    """

    class_label: str
    session: str
    plan: str
    start: int
    end: int
    kiosks: int
    present: int
    every_origin: bool
    forms: Forms
    tricks: tuple[Part, ...]
    cues: tuple[Part, ...]
    stations: tuple[StationFigures, ...]
    practise: tuple[Advice, ...]

    def station(self, key: str) -> StationFigures | None:
        """The figures of that station, if the class came to it."""
        return next((one for one in self.stations if one.key == key), None)


def class_report(db: sqlite3.Connection, wanted: Wanted, names: Names) -> Report:
    """The report on a session or a class, of a connection from `Store.read()`."""
    gathered = gather(db, wanted)
    texts = Texts(db)
    forms = forms_of(gathered, texts)
    tricks = _hardest(_tricks(gathered, texts, names))
    stations = stations_of(gathered.played, texts, names)
    session = gathered.sessions[0] if wanted.session and gathered.sessions else None
    return Report(
        class_label=session.class_label if session else wanted.class_label,
        session=wanted.session,
        plan=session.plan if session else "",
        start=session.start if session else wanted.start,
        end=max(end for _, end in session.windows.values()) if session else wanted.end,
        kiosks=gathered.kiosks,
        present=_present(session, forms),
        every_origin=wanted.every_origin,
        forms=forms,
        tricks=tricks,
        cues=_hardest(_cues(gathered, texts)),
        stations=stations,
        practise=advice(forms, tricks, stations, session.start if session else 0),
    )


def _present(session: Session | None, forms: Forms) -> int:
    """The headcount, unless beside the forms it would tell how few were away."""
    present = session.present if session else 0
    near = any(0 < abs(present - one.children) < LEAST for one in forms.moments)
    return 0 if present < LEAST or near else present


def _answers(gathered: Gathered) -> Iterator[tuple[object, ItemAnswered]]:
    """The answers to messages, in forms and in 反诈关, each with whose it is as far as anybody can know."""
    for number, attempt in enumerate(gathered.attempts):
        yield from ((attempt.started.returning or number, answer) for answer in attempt.answers)
    for visit, event in gathered.played:
        if isinstance(event, ItemAnswered) and event.station == "anti_fraud":
            yield (visit, event.player), event


def _tricks(gathered: Gathered, texts: Texts, names: Names) -> Iterator[tuple[str, str, object, bool]]:
    """Every judgement of a message, by its family, trick and nature; hands that were counted are a child each."""
    for child, answer in _answers(gathered):
        item = texts.item(answer.item_hash)
        if item is not None and item.message and item.trick and answer.verdict in ("right", "wrong"):
            yield *_trick(item, names), child, answer.verdict == "right"
    for event in gathered.counted:
        item = texts.item(event.item_hash)
        if item is None or not item.trick:
            continue
        for option, hands in zip(event.options, event.counts, strict=True):
            if option in ("scam", "genuine"):
                for hand in range(hands):
                    yield *_trick(item, names), (event.moment, option, hand), option in item.right


def _trick(item: Item, names: Names) -> tuple[str, str]:
    """Key and name: the family, and the trick that a genuine message only looks like."""
    family, trick = names.families.get(item.family, item.family), names.tricks.get(item.trick, item.trick)
    return f"{item.nature}.{item.family}.{item.trick}", f"{family}·{trick}"


def _cues(gathered: Gathered, texts: Texts) -> Iterator[tuple[str, str, object, bool]]:
    """Every cue of 找破绽, and whether it was found."""
    for child, answer in _answers(gathered):
        item = texts.item(answer.item_hash)
        if item is not None and item.kind == "cues" and item.message:
            for number, cue in enumerate(item.message.cues, start=1):
                if f"c{number}" in item.right:
                    yield cue.title, cue.title, child, f"c{number}" in answer.chosen


def _hardest(marks: Iterator[tuple[str, str, object, bool]]) -> tuple[Part, ...]:
    return tuple(parts(marks))[:HARDEST]


__all__ = ["EVER", "Names", "Report", "Wanted", "class_report"]
