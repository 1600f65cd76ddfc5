"""The stations of a class report in a teacher's words. Qt-free."""

from collections.abc import Iterator

from kiosk.core.words import say
from kiosk.exports.class_report import Report
from kiosk.exports.class_report_stations import StationFigures
from kiosk.exports.class_report_words import Bar, Section, Words, share_bar, share_row, share_told, words_in
from kiosk.learning.group import Group

WEAK = 0.75
ANSWERED = {"little_supervisor": "spot", "rumour_desk": "claims"}
GOOD = 1.0
"""d′ from which on a group is sharp-eyed."""
OFTEN = 0.25


def stations(report: Report, language: str) -> list[Section]:
    """One section for each station that the class came to."""
    words = words_in(language)
    return [_station(one, say(f"exports.station_{one.key}", language), words) for one in report.stations]


def _station(figures: StationFigures, title: str, words: Words) -> Section:
    if figures.children is None:
        return Section(figures.key, title, (words("station_few"),))
    told = {"convention_puzzle": _puzzle, "broadcast_booth": _booth, "pledge": _pledge}.get(figures.key, _asked)
    sentences = tuple(told(figures, words)) or (words("station_quiet"),)
    bars = tuple(_bars(figures, words))
    numbers = (
        (words("children"), words("people", count=figures.children)),
        *([(words("runs"), words("times", count=figures.runs))] if figures.runs is not None else []),
        *_numbers(figures, words),
    )
    axis = words({"convention_puzzle": "line_axis", "pledge": "promise_axis"}.get(figures.key, "hardest_axis"))
    return Section(figures.key, title, sentences, "shares" if bars else "", axis, bars, numbers)


def _asked(figures: StationFigures, words: Words) -> Iterator[str]:
    """Stations that ask items: what they are like, the weakest part, how sure they were."""
    if figures.group:
        yield words(f"{ANSWERED[figures.key]}_{manner(figures.group)}")
    if figures.parts:
        worst = figures.parts[0]
        code = "part_all_good" if worst.share.value >= WEAK else "part_weak"
        code = "part_all_easy" if worst.share.bound == "above" else code
        yield words(code, name=worst.name, share=share_told(worst.share, words))
    if figures.calibration and figures.calibration.verdict:
        yield words(f"sure_{figures.calibration.verdict}")


def manner(group: Group) -> str:
    """What a group of judges is like: `paranoid`, `trusting`, `guessing`, `good` or `some`.

    A leaning is worth its word only where it leads astray often: who tells things apart well may lean a little.
    """
    if group.leaning == "too_tight" and group.alarms >= OFTEN:
        return "paranoid"
    if group.leaning == "too_loose" and group.misses >= OFTEN:
        return "trusting"
    if group.guessing:
        return "guessing"
    return "good" if group.d.value >= GOOD else "some"


def _puzzle(figures: StationFigures, words: Words) -> Iterator[str]:
    if figures.weakest:
        yield words("line_weakest", name=figures.weakest.name)
    else:
        yield words("line_even" if len(figures.lines) > 1 else "line_none")


def _booth(figures: StationFigures, words: Words) -> Iterator[str]:
    recorded, kept = figures.counts["recorded"], figures.counts["kept"]
    if recorded is None:
        yield words("takes_few")
        return
    yield words("takes", recorded=recorded)
    if kept:
        yield words("takes_kept", kept=kept)


def _pledge(figures: StationFigures, words: Words) -> Iterator[str]:
    lanterns = figures.counts["lanterns"]
    yield words("promises", lanterns=lanterns) if lanterns else words("promises_few")
    if figures.promises:
        yield words("promise_most", text=figures.promises[0][0])


def _bars(figures: StationFigures, words: Words) -> Iterator[Bar]:
    for part in figures.parts:
        yield share_bar(part, part.name, words)
    for step in figures.steps:
        yield share_bar(step, words(f"step_{step.key}"), words)
    for line in figures.lines:
        yield Bar(line.name, line.trouble, f"{line.trouble:.0%}")
    most = max((number for _, number in figures.promises), default=1)
    for text, number in figures.promises:
        yield Bar(text, number / most, words("times", count=number))


def _numbers(figures: StationFigures, words: Words) -> Iterator[tuple[str, str]]:
    if figures.group:
        for name, estimate in (("d′", figures.group.d), ("c", figures.group.c)):
            told = {bound: f"{getattr(estimate, bound):.2f}" for bound in ("value", "low", "high")}
            yield name, words("interval", **told)
    for part in figures.parts:
        yield share_row(part, part.name, words)
    for step in figures.steps:
        yield share_row(step, words(f"step_{step.key}"), words)
    for level, share in (figures.calibration.shares if figures.calibration else {}).items():
        yield words(f"sure_{level}"), share_told(share, words)
    for line in figures.lines:
        yield words("line_row", name=line.name), f"{line.trouble:.0%}"
    for key, count in figures.counts.items():
        name = "kept_row" if (figures.key, key) == ("broadcast_booth", "kept") else key
        yield words(name), words("fewer") if count is None else words("times", count=count)
    for text, number in figures.promises:
        yield text, words("times", count=number)
