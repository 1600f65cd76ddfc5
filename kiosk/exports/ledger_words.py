"""A ledger in words and tables, section by section: the same for workbook, paper and screen. Qt-free."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.core.words import say
from kiosk.exports.charts import said
from kiosk.exports.class_report_forms import Change, Measured
from kiosk.exports.house_colours import CORAL, GLOW, JADE, SERIES
from kiosk.exports.ledger import ClassLine, Ledger, StationLine
from kiosk.exports.ledger_period import Period
from kiosk.learning.intervals import Estimate

Words = Callable[..., str]
Cell = str | int | float | None
"""`None` is hidden."""


@dataclass(frozen=True, slots=True)
class Section:
    """`chart` is `columns`, `bars`, `shares`, `intervals` or empty; it draws `pairs`, or `intervals`, of `unit`.

    A column whose place is in `percents` holds shares, 0 to 1.
    """

    key: str
    title: str
    sentences: tuple[str, ...]
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    chart: str = ""
    axis: str = ""
    unit: str = ""
    pairs: tuple[tuple[str, float | None], ...] = ()
    intervals: tuple[tuple[str, float, float, float], ...] = ()
    percents: tuple[int, ...] = ()
    colours: tuple[str, ...] = SERIES


def words_in(language: str) -> Words:
    """The catalogue of ledgers."""

    def told(code: str, **params: object) -> str:
        return say(f"ledger.{code}", language, **params)

    return told


def cell_text(cell: Cell, percent: bool, language: str) -> str:
    """A cell as it is read."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return said(None, "", language)
    return f"{cell:.0%}" if percent else said(cell)


def period_name(period: Period, language: str) -> str:
    """`2026 年 11 月`, `2026 年第 4 季度`, `2026 年`, or the project's title with its days."""
    words, first = words_in(language), period.first
    if period.kind == "project":
        days = {"first": first.isoformat(), "last": period.last.isoformat()}
        return words("project", title=period.title, **days) if period.title else words("span", **days)
    return words(period.kind, year=first.year, month=first.month, quarter=(first.month + 2) // 3)


def facts(ledger: Ledger, language: str) -> list[tuple[str, str]]:
    """What comes first: eight figures, each with its name."""
    words = words_in(language)
    changes = [line.forms.changes[0] for line in ledger.learning if line.class_label and line.forms.changes]
    improved = sum(one.verdict == "improved" for one in changes)
    grades = sum(bool(one.name) for one in ledger.grades)
    heads, share = ledger.heads, ledger.satisfied
    glad = words("none")
    if share:
        glad = words(share.bound, share=f"{share.value:.0%}") if share.bound else f"{share.value:.0%}"
    return [
        (words("fact_people"), counted(ledger.people, "people", language)),
        (words("fact_sessions"), counted(ledger.sessions, "times", language)),
        (words("fact_time"), spent(ledger.minutes, words)),
        (words("fact_works"), counted(dict(ledger.works)["kept"], "works", language)),
        (words("fact_satisfied"), glad),
        (words("fact_grades"), words("grades", grades=grades, classes=ledger.classes) if grades else words("none")),
        (
            words("fact_learning"),
            words("improved_of", improved=improved, classes=len(changes)) if changes else words("none"),
        ),
        (
            words("fact_heads"),
            words("heads", people=said(heads.people, "", language), groups=heads.groups)
            if heads.entries
            else words("none"),
        ),
    ]


def counted(count: int | None, unit: str, language: str) -> str:
    """A count with its word; a hidden one stands alone."""
    return words_in(language)(unit, count=said(count)) if count is not None else said(None, "", language)


def spent(minutes: int, words: Words) -> str:
    """A time as people say it."""
    return words("minutes", count=minutes) if minutes < 120 else words("hours", count=said(round(minutes / 60, 1)))


def sections(ledger: Ledger, language: str) -> list[Section]:
    """All parts, in the order in which they are handed in."""
    words = words_in(language)
    return [
        _steps(ledger, words),
        _stations(ledger, words, language),
        _learning(ledger, words),
        _covered(ledger, words),
        _satisfied(ledger, words),
        _made(ledger, words),
        _by_guides(ledger, words),
    ]


def _steps(ledger: Ledger, words: Words) -> Section:
    kind = "day" if ledger.period.by_day else "month"
    one_month = (ledger.period.first.year, ledger.period.first.month) == (
        ledger.period.last.year,
        ledger.period.last.month,
    )
    one_year = ledger.period.first.year == ledger.period.last.year
    short = "_short" if (one_month if kind == "day" else one_year) else ""
    named = [
        (step_name(step, f"step_{kind}{short}", words), step_name(step, f"step_{kind}", words), people)
        for step, people in ledger.steps
    ]
    visits = said(ledger.visits)
    sentence = words("steps_note", visits=visits) if ledger.people != 0 else words("nothing")
    return Section(
        "steps",
        words(f"steps_{kind}"),
        (sentence,),
        (words("col_step"), words("col_people")),
        tuple((name, people) for _, name, people in named),
        "columns" if ledger.people != 0 else "",
        words("col_people"),
        pairs=tuple((short_name, people) for short_name, _, people in named),
    )


def step_name(step: date, code: str, words: Words) -> str:
    """A day or month as it stands under a column."""
    return words(code, year=step.year, month=step.month, day=step.day)


def _stations(ledger: Ledger, words: Words, language: str) -> Section:
    named = [(station_name(one.key, language), one) for one in ledger.stations]
    return Section(
        "stations",
        words("stations"),
        (words("stations_note") if named else words("nothing"),),
        tuple(words(f"col_{name}") for name in ("station", "people", "runs", "answers", "right")),
        tuple((name, *_station_figures(one)) for name, one in named),
        "bars" if named else "",
        words("col_people"),
        pairs=tuple((name, one.people) for name, one in named),
        percents=(4,),
    )


def _station_figures(one: StationLine) -> tuple[Cell, ...]:
    """A station without questions has no share of right answers, which is not the same as a hidden one."""
    return one.people, one.runs, one.answers, "—" if one.people is not None and one.right is None else one.right


def station_name(key: str, language: str) -> str:
    """What staff call a station; one that has no words keeps its key."""
    try:
        return say(f"exports.station_{key}", language)
    except KeyError:
        return key


def _learning(ledger: Ledger, words: Words) -> Section:
    rows, bars = [], []
    for line in ledger.learning:
        name = class_name(line, words)
        rows += list(_class_rows(line, name, words))
        bars += [
            (booster_name(name, one, words), one.gain.value, one.gain.low, one.gain.high) for one in line.forms.changes
        ]
    first = [line.forms.changes[0] for line in ledger.learning if line.class_label and line.forms.changes]
    verdicts = [one.verdict for one in first]
    counts = words(
        "learning_counts",
        classes=len(first),
        improved=verdicts.count("improved"),
        no_change=verdicts.count("no_change_found"),
        fell=verdicts.count("fell_back"),
    )
    return Section(
        "learning",
        words("learning"),
        (counts, words("learning_note")) if first else (words("learning_none"),),
        tuple(words(f"col_{name}") for name in ("class", "before", "after", "change", "verdict")) if rows else (),
        tuple(rows),
        "intervals" if bars else "",
        words("learning_axis"),
        intervals=tuple(bars),
    )


def class_name(line: ClassLine, words: Words) -> str:
    """The class, or all together."""
    if not line.class_label:
        return words("all_classes")
    return words("no_class") if line.class_label == "—" else line.class_label


def booster_name(name: str, change: Change, words: Words) -> str:
    """The row of a change: of the four-week form it says so."""
    return words("booster", class_label=name) if change.second == "booster" else name


def _class_rows(line: ClassLine, name: str, words: Words) -> Iterator[tuple[Cell, ...]]:
    forms = line.forms
    for change in forms.changes:
        before, after = forms.at(change.first), forms.at(change.second)
        figures = measured(before), measured(after), estimated(change.gain)
        yield booster_name(name, change, words), *figures, words(f"verdict_{change.verdict}")
    if not forms.changes:
        only = forms.moments[0] if forms.moments else None
        figure = measured(only)
        pre = only is not None and only.moment == "pre"
        verdict = words("verdict_one_form" if only else "verdict_few")
        yield name, figure if pre else "—", "—" if pre else figure, "—", verdict


def measured(one: Measured | None) -> str:
    """d′ with how many children it is of."""
    return f"{one.d.value:.2f}（n{'≥' if one.at_least else '='}{one.children}）" if one else "—"


def estimated(estimate: Estimate) -> str:
    """A change with its interval."""
    return f"{estimate.value:+.2f}（{estimate.low:+.2f} ～ {estimate.high:+.2f}）"


def _covered(ledger: Ledger, words: Words) -> Section:
    named = [(one.name or words("no_class"), one) for one in ledger.grades]
    return Section(
        "covered",
        words("covered"),
        () if named else (words("nothing"),),
        tuple(words(f"col_{name}") for name in ("grade", "classes", "people")),
        tuple((name, one.classes if one.name else "—", one.people) for name, one in named),
        "bars" if named else "",
        words("col_people"),
        pairs=tuple((name, one.people) for name, one in named),
    )


def _satisfied(ledger: Ledger, words: Words) -> Section:
    pairs = tuple((words(f"face_{face}"), count) for face, count in ledger.faces)
    there = any(count != 0 for _, count in pairs)
    return Section(
        "satisfied",
        words("satisfied"),
        (words("satisfied_note") if there else words("nothing"),),
        (words("col_face"), words("col_times")),
        pairs if there else (),
        "shares" if there else "",
        words("col_times"),
        pairs=pairs,
        colours=(JADE, GLOW, CORAL),
    )


def _made(ledger: Ledger, words: Words) -> Section:
    counts: Sequence[tuple[str, int | None]] = (
        *ledger.works,
        ("promises", ledger.promises),
        ("lanterns", ledger.lanterns),
    )
    rows = tuple((words(f"made_{name}"), count) for name, count in counts)
    return Section("made", words("made"), (), (words("col_what"), words("col_count")), rows)


def _by_guides(ledger: Ledger, words: Words) -> Section:
    heads = ledger.heads
    note = words("by_guides_note", entries=heads.entries, groups=heads.groups)
    rows = tuple((words(f"band_{band}"), count) for band, count in heads.bands)
    return Section(
        "by_guides",
        words("by_guides"),
        (note if heads.entries else words("by_guides_none"),),
        (words("col_band"), words("col_count")) if heads.entries else (),
        rows if heads.entries else (),
        "shares" if heads.entries else "",
        words("col_people"),
        pairs=rows if heads.entries else (),
    )
