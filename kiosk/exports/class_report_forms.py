"""What the forms of a class say: d′ and c before, after and four weeks later, and who did not come back. Qt-free."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from kiosk.core.events import ClassCounted
from kiosk.exports.class_report_rows import MOMENTS, Gathered, Texts
from kiosk.learning.effect import Pair, effect, of_totals_alone
from kiosk.learning.group import FORM_LEAST, Group, of_group, of_totals
from kiosk.learning.intervals import Estimate
from kiosk.learning.signal import Counts, count
from kiosk.learning.small_cells import LEAST, both_known


@dataclass(frozen=True, slots=True)
class Measured:
    """d′ and c of the class at one moment, each with its 95 % interval; words as in `learning.signal.leaning`.

    `children` is how many did the whole form, or with `at_least` a number that hides how few more there were.
    """

    moment: str
    children: int
    at_least: bool
    d: Estimate
    c: Estimate
    leaning: str
    guessing: bool


@dataclass(frozen=True, slots=True)
class Change:
    """From one moment to another: gain of d′ and shift of c. `verdict` is `improved`, `fell_back`, `no_change_found`.

    `matched` children did both and are what was compared, 0 where nobody is known to have; `not_back` only did the
    first, `None` where that is fewer than five. `by_hands`: at least one side was counted by the guide.
    """

    first: str
    second: str
    gain: Estimate
    shift: Estimate
    verdict: str
    matched: int
    not_back: int | None
    by_hands: bool


@dataclass(frozen=True, slots=True)
class Forms:
    """`moments` in the order of `MOMENTS`; `changes` from the first one to each later one.

    `few` names moments at which forms were done, but by fewer than five children.
    """

    moments: tuple[Measured, ...] = ()
    changes: tuple[Change, ...] = ()
    few: tuple[str, ...] = ()

    def at(self, moment: str) -> Measured | None:
        """The figures of that moment."""
        return next((one for one in self.moments if one.moment == moment), None)

    @property
    def latest(self) -> Measured | None:
        """What the class can do now."""
        return self.moments[-1] if self.moments else None


@dataclass(frozen=True, slots=True)
class _Moment:
    """The whole forms of one moment: `coded` by return code, `others` without; or the `hands` that were counted."""

    coded: dict[str, Counts]
    others: list[Counts]
    hands: Group | None

    @property
    def all(self) -> list[Counts]:
        return [*self.coded.values(), *self.others]


def forms_of(gathered: Gathered, texts: Texts) -> Forms:
    """The figures of all forms of a report.

    Where enough children are known to have done all of them, those are what every figure is of: figures of them and
    of all would tell, by subtraction, of the few that stayed away. Else the groups are compared as they are.
    """
    found = {moment: _moment(gathered, moment, texts) for moment in MOMENTS}
    known = {key: group for key, one in found.items() if (group := of_group(one.all) or one.hands)}
    few = tuple(key for key, one in found.items() if one.all and key not in known)
    done = {key: found[key] for key in known}
    matched = _matched(done)
    if matched:
        groups = {key: of_group([one.coded[code] for code in matched]) for key, one in done.items()}
        known = {key: group for key, group in groups.items() if group}
    heads = _heads(known, done, matched)
    moments = tuple(Measured(key, *heads[key], one.d, one.c, one.leaning, one.guessing) for key, one in known.items())
    first, *later = list(known) or [""]
    changes = (_change(first, second, known, done, matched) for second in later)
    return Forms(moments, tuple(one for one in changes if one), few)


def _moment(gathered: Gathered, moment: str, texts: Texts) -> _Moment:
    """The whole forms of `moment`; of a child that did it twice the first."""
    coded: dict[str, Counts] = {}
    others: list[Counts] = []
    for attempt in sorted(gathered.attempts, key=lambda one: one.utc_ms):
        counts = count((item.nature, one.chosen[0]) for one, item in texts.of(attempt.answers) if one.chosen)
        if attempt.started.moment != moment or not counts.holds(FORM_LEAST):
            continue
        if code := attempt.started.returning:
            coded.setdefault(code, counts)
        else:
            others.append(counts)
    return _Moment(coded, others, _by_hands(gathered.counted, moment, texts))


def _by_hands(counted: Iterable[ClassCounted], moment: str, texts: Texts) -> Group | None:
    """A moment of which the guide counted hands: as many children as held up a hand for every item."""
    counts, heads = Counts(), []
    for event in counted:
        item = texts.item(event.item_hash)
        if event.moment == moment and item is not None:
            pairs = zip(event.options, event.counts, strict=True)
            counts += count((item.nature, option) for option, hands in pairs for _ in range(hands))
            heads.append(sum(event.counts))
    return of_totals(counts, min(heads)) if heads else None


def _matched(done: dict[str, _Moment]) -> list[str]:
    """The codes of those who did every form, if they stand for the class: at least five, and half of the fewest."""
    if len(done) < 2:
        return []
    codes = set.intersection(*(set(one.coded) for one in done.values()))
    fewest = min(len(one.all) for one in done.values())
    return sorted(codes) if len(codes) >= LEAST and 2 * len(codes) >= fewest else []


def _heads(known: dict[str, Group], done: dict[str, _Moment], matched: list[str]) -> dict[str, tuple[int, bool]]:
    """How many children each moment is said to have, and whether that hides a few more."""
    if matched:
        return {key: (len(matched), len(one.all) > len(matched)) for key, one in done.items()}
    told = {key: (group.children, False) for key, group in known.items()}
    for first, second in combinations(told, 2):
        before, after, exact = both_known(told[first][0], told[second][0])
        told[first] = before, told[first][1] or not exact
        told[second] = after, told[second][1] or not exact
    return told


def _change(
    first: str, second: str, known: dict[str, Group], done: dict[str, _Moment], matched: list[str]
) -> Change | None:
    """From one moment to the other, child by child where they are matched."""
    one, two = done[first], done[second]
    sheets = of_group(one.all) is not None and of_group(two.all) is not None
    if matched:
        pairs = [Pair(one.coded[code], two.coded[code]) for code in matched]
    else:
        pairs = [Pair(before=counts) for counts in one.all] + [Pair(after=counts) for counts in two.all]
    found = effect(pairs) if sheets else of_totals_alone(known[first], known[second])
    if found is None:
        return None
    away = known[first].children - known[second].children
    if matched:
        away = max(len(set(one.coded) - set(two.coded)), len(one.all) - len(two.all))
    not_back = None if 0 < away < LEAST else max(0, away)
    return Change(first, second, found.gain, found.shift, found.verdict, len(matched), not_back, not sheets)
