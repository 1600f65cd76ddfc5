"""What a class did at the stations: figures that name no child and speak of no fewer than five. Qt-free."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kiosk.core.events import (
    Event,
    ItemAnswered,
    LinePractised,
    PromiseLookedBack,
    PromisesMade,
    StationFinished,
    StationOpened,
    TakeKept,
    TakeRecorded,
)
from kiosk.core.item import Item
from kiosk.exports.class_report_rows import Texts
from kiosk.learning.calibration import Calibration, calibration
from kiosk.learning.group import Group, of_play
from kiosk.learning.lines import LineFigures, line_figures, weakest_line
from kiosk.learning.signal import Counts, count, reading
from kiosk.learning.small_cells import LEAST, Share, share, shown

STATIONS = (
    *("anti_fraud", "convention_puzzle", "broadcast_booth", "little_supervisor", "rumour_desk", "kind_words"),
    "pledge",
)
LOOKED_BACK = ("kept", "sometimes", "not_yet")
POST_KINDS = {"A": "fine", "B": "uncivil", "C": "untrue", "D": "dangerous"}
"""What the options of a post's first question stand for."""
MOST_PROMISES = 5

Played = Sequence[tuple[object, Event]]
Marks = list[tuple[object, bool]]
Answers = list[tuple[object, ItemAnswered, Item]]
"""Whose answer (visit and player), the answer, and its item as it was."""


@dataclass(frozen=True, slots=True)
class Names:
    """What ids are called in the report's language; one that is missing stays as it is."""

    families: Mapping[str, str] = field(default_factory=dict)
    tricks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """A share of right answers with what it is about: `key` for programs, `name` for people."""

    key: str
    name: str
    share: Share


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a convention: how many games, and which share of the moves were misses or had help."""

    key: str
    name: str
    games: int
    trouble: float


@dataclass(frozen=True, slots=True)
class StationFigures:
    """One station. `children` is `None` where there were fewer than five: then nothing else is told. `runs` that came
    to their end is `None` where it would tell how few did not.

    `parts` go from the hardest to the easiest: families of 反诈关, kinds of posts, themes of scenes and claims.
    `steps` are the shares of 督导亭's reasons and acts. `counts` are what else was counted, `None` what is hidden.
    """

    key: str
    children: int | None
    runs: int | None = None
    parts: tuple[Part, ...] = ()
    steps: tuple[Part, ...] = ()
    group: Group | None = None
    calibration: Calibration | None = None
    lines: tuple[Line, ...] = ()
    weakest: Line | None = None
    counts: dict[str, int | None] = field(default_factory=dict)
    promises: tuple[tuple[str, int], ...] = ()


def stations_of(played: Played, texts: Texts, names: Names) -> tuple[StationFigures, ...]:
    """The figures of every station that the class came to."""
    by_station: dict[str, list[tuple[object, Event]]] = defaultdict(list)
    for visit, event in played:
        station = "broadcast_booth" if isinstance(event, TakeKept | TakeRecorded) else getattr(event, "station", "")
        by_station[station].append((visit, event))
    return tuple(_station(key, by_station[key], texts, names) for key in STATIONS if by_station[key])


def _station(key: str, played: Played, texts: Texts, names: Names) -> StationFigures:
    children = heads(played)
    if children < LEAST:
        return StationFigures(key, None)
    ends = [event.completed for _, event in played if isinstance(event, StationFinished)]
    runs = shown([sum(ends), len(ends) - sum(ends)])[0]
    answers: Answers = [
        ((visit, event.player), event, item)
        for visit, event in played
        if isinstance(event, ItemAnswered) and (item := texts.item(event.item_hash)) is not None
    ]
    figures = StationFigures(key, children, runs)
    match key:
        case "convention_puzzle":
            return _lines(figures, played, answers)
        case "broadcast_booth":
            return replace(figures, counts=_takes(played))
        case "pledge":
            return _promises(figures, played, answers)
    return _judged(figures, answers, names)


def heads(played: Played) -> int:
    """How many children came: as many as each visit's station was opened for, or as answered."""
    opened: Counter[object] = Counter()
    for visit, event in played:
        number = event.players if isinstance(event, StationOpened | LinePractised) else getattr(event, "player", 1)
        opened[visit] = max(opened[visit], number)
    return opened.total()


def _judged(figures: StationFigures, answers: Answers, names: Names) -> StationFigures:
    """A station that asks items: shares by its parts, d′ and c where it judges, confidence where it asks for it."""
    asked = [one for one in answers if one[1].verdict in ("right", "wrong")]
    figures = replace(figures, parts=tuple(parts(_by_part(figures.key, asked, names))))
    if figures.key == "little_supervisor":
        return replace(figures, steps=tuple(parts(_by_step(asked))), group=group_of(answers))
    if figures.key == "rumour_desk":
        sure = calibration((child, answer.confidence, answer.verdict == "right") for child, answer, _ in asked)
        return replace(figures, group=group_of(answers), calibration=sure)
    return figures


def _by_part(key: str, answers: Answers, names: Names) -> Iterator[tuple[str, str, object, bool]]:
    for child, answer, item in answers:
        good = answer.verdict == "right"
        if key == "anti_fraud":
            yield item.family, names.families.get(item.family, item.family), child, good
        elif key != "little_supervisor":
            yield answer.level, answer.level, child, good
        elif item.id.endswith(".what"):
            kind = POST_KINDS[item.right[0]]
            yield kind, item.options["ABCD".index(item.right[0])].text, child, good


def _by_step(answers: Answers) -> Iterator[tuple[str, str, object, bool]]:
    """督导亭 asks by what one can tell, and what to do."""
    for child, answer, item in answers:
        step = item.id.rpartition(".")[2]
        if step in ("why", "act"):
            yield step, step, child, answer.verdict == "right"


def parts(marks: Iterable[tuple[str, str, object, bool]]) -> Iterator[Part]:
    """The shares of each part that may be shown, the hardest first; of one that many wrote anew the last name."""
    by_key: dict[str, Marks] = defaultdict(list)
    names = {}
    for key, name, child, right in marks:
        by_key[key].append((child, right))
        names[key] = name
    found = [Part(key, names[key], known) for key, ones in by_key.items() if (known := share(ones))]
    # Where fewer than five were ever wrong (or right) the bound says less than that.
    yield from sorted(found, key=lambda one: (("below", "", "above").index(one.share.bound), one.share.value))


def group_of(answers: Answers) -> Group | None:
    """d′ and c of all children at a station together."""
    by_child: dict[object, Counts] = defaultdict(Counts)
    for child, answer, item in answers:
        if pair := reading(item, answer.chosen):
            by_child[child] += count([pair])
    return of_play(list(by_child.values()))


def _lines(figures: StationFigures, played: Played, answers: Answers) -> StationFigures:
    """The lines of 公约坊 that at least five children practised; the weakest is to be looked at again."""
    names = {tuple(item.id.split(".")[:2]): answer.level for _, answer, item in answers}
    practised = [(visit, event) for visit, event in played if isinstance(event, LinePractised)]
    by_line: dict[tuple[str, str], list[tuple[object, Event]]] = defaultdict(list)
    for visit, event in practised:
        by_line[event.convention, event.line].append((visit, event))
    often = [event for ones in by_line.values() if heads(ones) >= LEAST for _, event in ones]

    def line(found: LineFigures) -> Line:
        name = names.get((found.convention, found.line), found.line)
        return Line(f"{found.convention}.{found.line}", name, found.games, round(found.trouble, 3))

    weakest = weakest_line(often)
    lines = sorted(map(line, line_figures(often)), key=lambda one: -one.trouble)
    return replace(figures, lines=tuple(lines), weakest=line(weakest) if weakest else None)


def _takes(played: Played) -> dict[str, int | None]:
    """Broadcasts that were made, and those of them that were kept."""
    recorded = sum(isinstance(event, TakeRecorded) for _, event in played)
    kept = sum(isinstance(event, TakeKept) for _, event in played)
    told, _ = shown([kept, max(0, recorded - kept)])
    return {"recorded": recorded, "kept": told} if recorded >= LEAST else {"recorded": None, "kept": None}


def _promises(figures: StationFigures, played: Played, answers: Answers) -> StationFigures:
    """What was promised most, and how promises of last time went."""
    texts = {item.id.removeprefix("promise."): item.stem for _, _, item in answers}
    made = Counter(id for _, event in played if isinstance(event, PromisesMade) for id in event.promises).most_common()
    often = zip((id for id, _ in made), shown([number for _, number in made]), strict=True)
    promises = [(texts.get(id, id), number) for id, number in often if number][:MOST_PROMISES]
    back = Counter(event.answer for _, event in played if isinstance(event, PromiseLookedBack))
    counts = dict(zip(LOOKED_BACK, shown([back[one] for one in LOOKED_BACK]), strict=True)) if back else {}
    lanterns = sum(isinstance(event, PromisesMade) for _, event in played)
    # A child hangs one: how many did not could be found by subtraction.
    without = max(0, (figures.children or 0) - lanterns)
    counts = {"lanterns": shown([lanterns, without])[0], **counts}
    return replace(figures, counts=counts, promises=tuple(promises))
