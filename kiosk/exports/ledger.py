"""台账: what a base did in a month, a quarter, a year or a project. Figures only, nothing in them under five children.

What the machine counted and what a guide entered stand apart and are never added. Qt-free.
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.core.events import ClassCounted
from kiosk.exports.class_report_forms import Forms, forms_of
from kiosk.exports.class_report_rows import Attempt, Gathered, Texts, Wanted
from kiosk.exports.ledger_period import Period
from kiosk.exports.ledger_tally import AtStation, Step, Tally, tally
from kiosk.learning.small_cells import LEAST, Share, share, shown

BANDS = ("under_14", "14_17", "adult", "unknown")
FACES = (3, 2, 1)
GRADE = re.compile(r"([一二三四五六七八九])年级|^([1-9])\s*[（(年.\-]|(高[一二三])|(初[一二三])")
"""How schools write a grade: `五年级（2）班`, `5（2）班`, `初一3班`."""
DIGITS = "一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class StationLine:
    """One station: children who came to it (once a run), runs, answers, share of right answers among judged ones."""

    key: str
    people: int | None = None
    runs: int | None = None
    answers: int | None = None
    right: float | None = None


@dataclass(frozen=True, slots=True)
class GradeLine:
    """One grade as class labels have it, `""` where none was chosen: classes, and children at the screen."""

    name: str
    classes: int
    people: int | None


@dataclass(frozen=True, slots=True)
class ClassLine:
    """What the forms of one class say; `""` for all classes together that can be shown."""

    class_label: str
    forms: Forms


@dataclass(frozen=True, slots=True)
class Heads:
    """What guides entered by hand: people and groups, and people by band of ages. `None`: under five."""

    entries: int
    groups: int
    people: int | None
    bands: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """`None` stands for a count of one to four children, or one that would give such a count away.

    `people` came to the screen in `visits`; `minutes` is how long they were there; `steps` the people of each day or
    month. `works` are takes, not children: recorded, kept, approved.
    """

    period: Period
    every_origin: bool
    visits: int | None
    people: int | None
    minutes: int
    sessions: int
    answers: int
    lanterns: int
    promises: int | None
    works: tuple[tuple[str, int], ...]
    steps: tuple[tuple[date, int | None], ...]
    stations: tuple[StationLine, ...]
    grades: tuple[GradeLine, ...]
    classes: int
    faces: tuple[tuple[int, int | None], ...]
    satisfied: Share | None
    learning: tuple[ClassLine, ...]
    heads: Heads


def ledger(db: sqlite3.Connection, period: Period, *, every_origin: bool = False, step: Step | None = None) -> Ledger:
    """The ledger of `period`, of a connection from `Store.read()`.

    Rehearsed and simulated rows only count with `every_origin`. `step(rows)` may raise to give up.
    """
    found = tally(db, period, every_origin=every_origin, step=step)
    people = sum(seen.players for seen in found.visits.values())
    named = {seen.class_label for seen in found.visits.values()} | {one.class_label for one in found.sessions.values()}
    return Ledger(
        period=period,
        every_origin=every_origin,
        visits=told(len(found.visits)),
        people=told(people),
        minutes=round(sum(seen.milliseconds for seen in found.visits.values()) / 60_000),
        sessions=len(found.sessions),
        answers=sum(one.answers for one in found.stations.values()),
        lanterns=found.lanterns,
        promises=told(found.promises),
        works=(
            ("recorded", found.takes["recorded"]),
            ("kept", found.takes["kept"]),
            ("approved", sum(found.approved.values())),
        ),
        steps=_steps(found, period),
        stations=_stations(found.stations),
        grades=_grades(found, named - {""}),
        classes=len(named - {""}),
        faces=tuple(zip(FACES, shown([found.faces[face] for face in FACES]), strict=True)),
        satisfied=share(_marks(found.faces)),
        learning=_learning(db, found),
        heads=_heads(found),
    )


def told(children: int) -> int | None:
    """A count of children by itself."""
    return None if 0 < children < LEAST else children


def grade_of(class_label: str) -> str:
    """`五年级` of `五年级（2）班`, `初一` of `初一3班`; empty where the label names none."""
    found = GRADE.search(class_label)
    if not found:
        return ""
    digit, number, *others = found.groups()
    if digit or number:
        return f"{digit or DIGITS[int(number) - 1]}年级"
    return next(one for one in others if one)


def _steps(found: Tally, period: Period) -> tuple[tuple[date, int | None], ...]:
    """Children by day or month; a single small one takes another with it, for the whole is told."""
    counts: Counter[date] = Counter()
    for seen in found.visits.values():
        counts[period.step_of(seen.day)] += seen.players
    steps = period.steps()
    return tuple(zip(steps, shown([counts[one] for one in steps]), strict=True))


def _stations(stations: Mapping[str, AtStation]) -> tuple[StationLine, ...]:
    """Stations by how many came; of fewer than five children nothing is told."""
    lines = []
    for key, one in sorted(stations.items(), key=lambda pair: (-pair[1].people, pair[0])):
        if one.people < LEAST:
            lines.append(StationLine(key))
        else:
            right = one.right / one.judged if one.judged else None
            lines.append(StationLine(key, one.people, one.runs, one.answers, right))
    return tuple(lines)


def _grades(found: Tally, named: set[str]) -> tuple[GradeLine, ...]:
    """Grades in their order, then labels that name none, then children who chose no class."""
    people: Counter[str] = Counter()
    for seen in found.visits.values():
        people[grade_of(seen.class_label) or seen.class_label] += seen.players
    labels = {label: grade_of(label) or label for label in named}
    keys = sorted(set(labels.values()), key=_order) + ([""] if people[""] else [])
    told_people = shown([people[key] for key in keys])
    classes = Counter(labels.values())
    return tuple(GradeLine(key, classes[key], count) for key, count in zip(keys, told_people, strict=True))


def _order(grade: str) -> tuple[int, str]:
    """一年级 to 九年级, 初一 to 高三, then whatever else there is."""
    if grade.endswith("年级") and grade[0] in DIGITS:
        return DIGITS.index(grade[0]), ""
    if grade[:1] in "初高" and grade[1:] in ("一", "二", "三"):
        return 10 + "初高".index(grade[0]) * 3 + "一二三".index(grade[1]), ""
    return 99, grade


def _marks(faces: Mapping[int, int]) -> list[tuple[object, bool]]:
    """Every face that was touched, as a mark of its own: glad or not."""
    each = [face for face in FACES for _ in range(faces[face])]
    return [(place, face == FACES[0]) for place, face in enumerate(each)]


def _heads(found: Tally) -> Heads:
    """What guides entered."""
    entries = [one for one in found.headcounts.values() if one.people > 0]
    bands = Counter[str]()
    for one in entries:
        bands[one.band if one.band in BANDS else "unknown"] += one.people
    cells = zip(BANDS, shown([bands[band] for band in BANDS]), strict=True)
    return Heads(len(entries), sum(one.groups for one in entries), told(bands.total()), tuple(cells))


def _learning(db: sqlite3.Connection, found: Tally) -> tuple[ClassLine, ...]:
    """The forms of each class, and of all classes together of which something can be shown by itself."""
    texts = Texts(db)
    by_class: dict[str, list[Attempt]] = {}
    names = {key: session.class_label for key, session in found.sessions.items()}
    for attempt in found.attempts.values():
        if attempt.started.session in names:
            by_class.setdefault(names[attempt.started.session], []).append(attempt)
    hands: dict[str, list[ClassCounted]] = {}
    for (session, *_), event in found.hands.items():
        hands.setdefault(names[session], []).append(event)
    lines = []
    whole: list[Attempt] = []
    for label in sorted({*by_class, *hands}, key=lambda one: (_order(grade_of(one)), one)):
        attempts = by_class.get(label, [])
        lines.append(ClassLine(label or "—", forms_of(_gathered(attempts, hands.get(label, [])), texts)))
        if lines[-1].forms.changes:
            whole += attempts
    if sum(bool(line.forms.changes) for line in lines) > 1:
        lines.append(ClassLine("", forms_of(_gathered(whole, []), texts)))
    return tuple(lines)


def _gathered(attempts: list[Attempt], counted: list[ClassCounted]) -> Gathered:
    """Forms alone, as a class report takes them."""
    return Gathered(wanted=Wanted(), sessions=[], kiosks=1, attempts=attempts, counted=counted, played=[])
