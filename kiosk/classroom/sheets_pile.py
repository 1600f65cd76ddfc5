"""What a pile of pictures comes to: each sheet once, those of other classes put aside, doubts gathered. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from kiosk.classroom.rules import PLANS, Session
from kiosk.classroom.sheets import Filled, sheet_visit
from kiosk.classroom.sheets_judging import Row
from kiosk.classroom.sheets_reader import Looked
from kiosk.core.answer_sheet import SheetCode, from_digits

COPIED_ROWS = 3
"""Two readings of one number that differ in so many sure rows are two children's: somebody has copied a sheet."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One child's sheet, from one picture or several. `pictures` are its return code: empty without, `None` where they
    are not clear; it counts all the same."""

    code: SheetCode
    rows: tuple[Row, ...]
    picture: str
    file: str
    pictures: tuple[str, ...] | None = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from every other sheet of its session."""
        return self.code.moment, self.code.form, self.code.name

    @property
    def doubts(self) -> tuple[int, ...]:
        """The rows (from 0) that a teacher must look at."""
        return tuple(place for place, row in enumerate(self.rows) if row.doubt)

    @property
    def empty(self) -> bool:
        """Whether nothing at all is on it: a sheet that was left over."""
        return not any(row.answer or row.doubt for row in self.rows)

    @property
    def filled(self) -> Filled:
        """What is recorded of it."""
        answers = tuple(row.answer for row in self.rows)
        return Filled(self.code.moment, self.code.form, answers, self.code.name, self.pictures or ())

    def decided(self, row: int, answer: str) -> "Paper":
        """With what a teacher says of a row (from 0)."""
        return replace(self, rows=(*self.rows[:row], Row(answer), *self.rows[row + 1 :]))


@dataclass(frozen=True, slots=True)
class Refused:
    """A sheet that does not count: `why` is a code of the words `sheets`, `number` what the sentence names."""

    why: str
    number: str
    file: str
    picture: str


@dataclass(frozen=True, slots=True)
class Pile:
    """Papers, those with doubts first; `known` were recorded before, `empty` have nothing on them, `twice` is how many
    readings were of a sheet that had been read already."""

    papers: tuple[Paper, ...] = ()
    refused: tuple[Refused, ...] = ()
    known: int = 0
    empty: int = 0
    twice: int = 0
    without: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()

    @property
    def coded(self) -> int:
        """How many papers carry a return code that can be read."""
        return sum(bool(one.pictures) for one in self.papers)

    @property
    def uncoded(self) -> int:
        """On how many it is not clear: they count as without one."""
        return sum(one.pictures is None for one in self.papers)


@dataclass(frozen=True, slots=True)
class Expected:
    """Whose sheets are wanted: the session, the base's name, each form's item digits, and the visits (hex digits) that
    are recorded."""

    session: Session
    base: str
    items: Mapping[str, str]
    visits: Collection[str] = frozenset()

    def recorded(self, paper: Paper) -> bool:
        """Whether this sheet counts already."""
        return sheet_visit(self.session.id, *paper.key).replace("-", "") in self.visits


def piled(looked: Looked, wanted: Expected) -> Pile:
    """The pile of what was seen."""
    papers: dict[tuple[str, str, str], Paper] = {}
    refused: list[Refused] = []
    spoilt: list[tuple[tuple[str, str, str], Refused]] = []
    twice = 0
    for seen in looked.seen:
        code = from_digits(seen.digits, wanted.base)
        why, number = _stranger(code, wanted)
        if code is None or why:
            refused.append(Refused(why, number, seen.file, seen.picture))
            continue
        paper = Paper(code, seen.rows, seen.picture, seen.file, seen.code)
        if seen.why:
            spoilt.append((paper.key, Refused(f"why_{seen.why}", str(code.number), seen.file, seen.picture)))
        elif paper.key not in papers:
            papers[paper.key] = paper
        elif _copied(papers[paper.key], paper):
            refused.append(Refused("copied", str(code.number), seen.file, seen.picture))
        else:
            papers[paper.key] = _together(papers[paper.key], paper)
            twice += 1
    refused += [one for key, one in spoilt if key not in papers]
    new = [one for one in papers.values() if not wanted.recorded(one)]
    return Pile(
        tuple(sorted((one for one in new if not one.empty), key=_order)),
        tuple(refused),
        known=len(papers) - len(new),
        empty=sum(one.empty for one in new),
        twice=twice,
        without=looked.without,
        unreadable=looked.unreadable,
    )


def _stranger(code: SheetCode | None, wanted: Expected) -> tuple[str, str]:
    """Why a sheet is not of this class, and what the sentence names; empty when it is."""
    if code is None:
        return "other_base", ""
    if code.code != wanted.session.code:
        return "other_class", code.code
    if code.moment not in PLANS[wanted.session.asked.plan]:
        return "other_moment", str(code.number)
    return ("changed", str(code.number)) if wanted.items.get(code.form) != code.items else ("", "")


def _copied(first: Paper, second: Paper) -> bool:
    return sum(_differ(*pair) for pair in zip(first.rows, second.rows, strict=True)) >= COPIED_ROWS


def _differ(one: Row, two: Row) -> bool:
    return not one.doubt and not two.doubt and one.answer != two.answer


def _together(first: Paper, second: Paper) -> Paper:
    """Two readings of one sheet: what either is sure of counts; where both are, and differ, a teacher looks."""
    rows = [
        Row(one.answer, "differs") if _differ(one, two) else one if not one.doubt else two
        for one, two in zip(first.rows, second.rows, strict=True)
    ]
    better = first if len(first.doubts) <= len(second.doubts) else second
    return replace(better, rows=tuple(rows), pictures=first.pictures or second.pictures)


def _order(paper: Paper) -> tuple[bool, str, int, int]:
    return (not paper.doubts, paper.code.moment, paper.code.batch, paper.code.number)
