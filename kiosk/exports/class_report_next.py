"""What a class should practise next: a station and a level, never a person. Qt-free."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosk.exports.class_report_forms import Forms
from kiosk.exports.class_report_stations import Part, StationFigures

WEAK = 0.75
"""A share of right answers below this is worth another round."""
TROUBLE = 0.25
"""A line with more trouble than this is worth another game."""
MOST = 4
BOOSTER_MS = 28 * 86_400_000


@dataclass(frozen=True, slots=True)
class Advice:
    """`code` is a sentence `class_report.next_<code>`; `station` where it is done; `day` milliseconds since 1970."""

    code: str
    station: str = ""
    what: str = ""
    day: int = 0


def advice(forms: Forms, tricks: Sequence[Part], stations: Sequence[StationFigures], held: int) -> tuple[Advice, ...]:
    """At most four, the most pressing first; `held` is when the session was, 0 without one."""
    by_key = {one.key: one for one in stations}
    found = [*_after_forms(forms, tricks), *_after_play(by_key)][:MOST]
    if held and forms.at("post") and not forms.at("booster"):
        found = [*found[: MOST - 1], Advice("booster", "class_session", day=held + BOOSTER_MS)]
    if found:
        return tuple(found)
    return (Advice("measure", "class_session"),) if not forms.moments else (Advice("new_levels", "anti_fraud"),)


def _after_forms(forms: Forms, tricks: Sequence[Part]) -> Iterator[Advice]:
    """What the latest form calls for: repairing a leaning comes before more of the same."""
    now = forms.latest
    if now is None:
        return
    if now.leaning == "too_tight":
        yield Advice("too_tight", "rumour_desk")
    elif now.leaning == "too_loose":
        scams = [one for one in tricks if one.key.startswith("scam.")]
        yield Advice("too_loose_trick" if scams else "too_loose", "anti_fraud", scams[0].name if scams else "")
    elif now.guessing:
        yield Advice("guessing", "anti_fraud")


def _after_play(stations: Mapping[str, StationFigures]) -> Iterator[Advice]:
    for key, code in (("anti_fraud", "family"), ("kind_words", "theme"), ("little_supervisor", "posts")):
        if (found := _weakest(stations.get(key))) is not None:
            yield Advice(code, key, found.name)
    puzzle, desk = stations.get("convention_puzzle"), stations.get("rumour_desk")
    if puzzle and puzzle.weakest and puzzle.weakest.trouble > TROUBLE:
        yield Advice("line", "convention_puzzle", puzzle.weakest.name)
    if desk and desk.calibration and desk.calibration.verdict in ("too_sure", "sure_means_little"):
        yield Advice("checks", "rumour_desk")


def _weakest(station: StationFigures | None) -> Part | None:
    parts = [one for one in station.parts if one.share.bound != "above"] if station else []
    return parts[0] if parts and parts[0].share.value < WEAK else None
