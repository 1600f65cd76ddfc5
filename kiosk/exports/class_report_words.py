"""A class report in a teacher's words, section by section: the same for screen, paper and program. Qt-free."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from kiosk.core.words import say
from kiosk.exports.class_report import EVER, Report
from kiosk.exports.class_report_forms import Change, Measured
from kiosk.exports.class_report_next import Advice
from kiosk.exports.class_report_stations import Part
from kiosk.learning.intervals import Estimate
from kiosk.learning.small_cells import Share

Words = Callable[..., str]
CLEAR, GOOD = 2.0, 1.0
"""d′ from which on messages are told apart clearly, or mostly."""
EASY = 0.85
"""From this share of right answers on nothing is called hard."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a chart: `value` with its interval, or a share (0 to 1) without; `told` is what stands beside it.

    `bound` says that the share is only known to lie `above` or `below` that.
    """

    label: str
    value: float
    told: str
    low: float = 0.0
    high: float = 0.0
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """`chart` is `intervals`, `shares` or empty; `axis` says what it shows. `numbers` are one tap further."""

    key: str
    title: str
    sentences: tuple[str, ...]
    chart: str = ""
    axis: str = ""
    bars: tuple[Bar, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()


def words_in(language: str) -> Words:
    """The catalogue of these reports."""

    def told(code: str, **params: object) -> str:
        return say(f"class_report.{code}", language, **params)

    return told


def title(report: Report, language: str) -> str:
    """What stands above the report."""
    words = words_in(language)
    return words("title_class", class_label=report.class_label) if report.class_label else words("title")


def about(report: Report, language: str) -> str:
    """Which session or which days, and how many kiosks."""
    words = words_in(language)
    if report.session:
        told = words("on_session", day=f"{datetime.fromtimestamp(report.start / 1000):%Y-%m-%d %H:%M}")
    elif report.start <= 0 and report.end >= EVER:
        told = words("on_ever")
    else:
        told = words("on_span", first=_day(max(0, report.start)), last=_day(report.end - 1))
    return told + (f" · {words('kiosks', kiosks=report.kiosks)}" if report.kiosks > 1 else "")


def _day(utc_ms: int) -> str:
    return "…" if utc_ms >= EVER - 1 else f"{datetime.fromtimestamp(utc_ms / 1000):%Y-%m-%d}"


def front(report: Report, language: str) -> list[Section]:
    """What comes first: what was learned, the leaning, the hardest, and what to practise next."""
    words = words_in(language)
    sections = [_effect(report, words)]
    if report.forms.moments:
        sections.append(_leaning(report, words))
    if report.tricks or report.cues:
        sections.append(_hardest(report, words))
    return [*sections, _next(report, words)]


def _effect(report: Report, words: Words) -> Section:
    forms = report.forms
    sentences = [words("effect_few", moment=words(f"moment_{moment}")) for moment in forms.few]
    if not forms.moments:
        sentences = sentences or [words("effect_none")]
    elif not forms.changes:
        only = forms.moments[0].moment
        sentences.append(words("effect_only" if only == "pre" else "effect_only_post", first=words(f"moment_{only}")))
    for change in forms.changes:
        sentences += _changed(change, report, words)
    if forms.latest:
        sentences.append(words(f"now_{_ability(forms.latest)}"))
    bars = tuple(_bar(one, one.d, words) for one in forms.moments)
    axis = words("effect_axis")
    return Section(
        "effect", words("effect"), tuple(sentences), "intervals" * bool(bars), axis, bars, tuple(_rows(report, words))
    )


def _ability(now: Measured) -> str:
    if now.guessing:
        return "guessing"
    return "clear" if now.d.value >= CLEAR else "good" if now.d.value >= GOOD else "some"


def _changed(change: Change, report: Report, words: Words) -> Iterator[str]:
    """The verdict, who was compared, and who did not come back."""
    named = {"first": words(f"moment_{change.first}"), "second": words(f"moment_{change.second}")}
    yield words(f"effect_{change.verdict}", **named)
    yield words("matched", matched=change.matched) if change.matched else words("unmatched")
    if change.not_back is None:
        yield words("not_back_few", **named)
    elif change.not_back:
        yield words("not_back", count=change.not_back, **named)
    elif change.matched and not any(one.at_least for one in report.forms.moments):
        yield words("not_back_none", **named)
    if change.by_hands:
        yield words("by_hands")


def _bar(one: Measured, estimate: Estimate, words: Words) -> Bar:
    return Bar(words(f"moment_{one.moment}"), estimate.value, f"{estimate.value:.2f}", estimate.low, estimate.high)


def _interval(estimate: Estimate, words: Words) -> str:
    figures = {name: f"{getattr(estimate, name):.2f}" for name in ("value", "low", "high")}
    return words("interval", **figures)


def _rows(report: Report, words: Words) -> Iterator[tuple[str, str]]:
    """The figures of d′."""
    if report.present:
        yield words("present_row"), words("people", count=report.present)
    for one in report.forms.moments:
        moment = words(f"moment_{one.moment}")
        people = "people_least" if one.at_least else "people"
        yield words("n_exact", moment=moment), words(people, count=one.children)
        yield words("d_row", moment=moment), _interval(one.d, words)
    for change in report.forms.changes:
        named = {"first": words(f"moment_{change.first}"), "second": words(f"moment_{change.second}")}
        yield words("gain_row", **named), _interval(change.gain, words)
        if change.matched:
            yield words("matched_row", **named), words("people", count=change.matched)
        away = words("fewer") if change.not_back is None else words("people", count=change.not_back)
        yield words("not_back_row", **named), away


def _leaning(report: Report, words: Words) -> Section:
    moments = report.forms.moments
    sentences = tuple(words(f"lean_{one.leaning}", moment=words(f"moment_{one.moment}")) for one in moments)
    bars = tuple(_bar(one, one.c, words) for one in moments)
    numbers = [(words("c_row", moment=words(f"moment_{one.moment}")), _interval(one.c, words)) for one in moments]
    for change in report.forms.changes:
        named = {"first": words(f"moment_{change.first}"), "second": words(f"moment_{change.second}")}
        numbers.append((words("shift_row", **named), _interval(change.shift, words)))
    return Section("leaning", words("leaning"), sentences, "intervals", words("leaning_axis"), bars, tuple(numbers))


def share_told(share: Share, words: Words) -> str:
    """A share in percent, or what it lies above or below."""
    percent = f"{share.value:.0%}"
    return words(share.bound, share=percent) if share.bound else percent


def hard(share: Share) -> bool:
    """Whether it is worth a sentence."""
    return share.bound != "above" and share.value < EASY


def share_bar(part: Part, name: str, words: Words) -> Bar:
    """A share as a bar."""
    return Bar(name, part.share.value, share_told(part.share, words), bound=part.share.bound)


def share_row(part: Part, name: str, words: Words) -> tuple[str, str]:
    """A share as a row of figures."""
    return name, share_told(part.share, words)


def _trick(part: Part, words: Words) -> str:
    nature = part.key.partition(".")[0]
    return part.name if nature == "scam" else words(f"trick_{nature}", name=part.name)


def _hardest(report: Report, words: Words) -> Section:
    told = partial(share_told, words=words)
    sentences = []
    for nature in ("scam", "genuine"):
        worst = next((one for one in report.tricks if one.key.startswith(f"{nature}.")), None)
        if worst and hard(worst.share):
            sentences.append(words(f"hardest_{nature}", name=worst.name, share=told(worst.share)))
    if report.cues and hard(report.cues[0].share):
        sentences.append(words("hardest_cue", name=report.cues[0].name, share=told(report.cues[0].share)))
    sentences = sentences or [words("hardest_none")]
    bars = tuple(share_bar(one, _trick(one, words), words) for one in report.tricks)
    numbers = [share_row(one, _trick(one, words), words) for one in report.tricks]
    numbers += [share_row(one, words("cue_row", name=one.name), words) for one in report.cues]
    chart = "shares" if bars else ""
    return Section("hardest", words("hardest"), tuple(sentences), chart, words("hardest_axis"), bars, tuple(numbers))


def _next(report: Report, words: Words) -> Section:
    return Section("next", words("next"), tuple(_advised(report.practise, words)))


def _advised(practise: Sequence[Advice], words: Words) -> Iterator[str]:
    for one in practise:
        yield words(f"next_{one.code}", what=one.what, day=_day(one.day))
