"""Adding up the events of some batches. Pure: what came in is described, nothing is looked up or written."""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kiosk.hub.people.scope import ALL
from kiosk.hub.rollups.days import day_of, week_of
from kiosk.hub.rollups.items import ItemSum, Sheets
from kiosk.hub.rollups.names import clean
from kiosk.learning.signal import Counts, count

log = logging.getLogger(__name__)
_JUDGED = ("genuine", "scam", "ask_first")
Key = tuple[int | str, ...]
Sums = dict[Key, dict[str, int]]


class Happened(NamedTuple):
    """An event: where (numbers of base and kiosk), when, in which visit, what; `batch` is the number it came with."""

    batch: int
    base: int
    kiosk: int
    origin: int
    utc_ms: int
    visit: bytes | None
    kind: str
    body: dict[str, Any]

    @property
    def day(self) -> int:
        return day_of(self.utc_ms)


@dataclass(slots=True)
class Attempt:
    """What became known of one child's form."""

    base: int
    origin: int
    day: int
    session: str = ""
    moment: str = ""
    child: str = ""
    counts: Counts = field(default_factory=Counts)


def _sums() -> Sums:
    return defaultdict(lambda: defaultdict(int))


@dataclass(slots=True)
class Tally:
    """The sums by table. Keys are the tables' keys in their order; `topics` are `(visit, topic)` with where it counts.

    What comes to a base in `bases`, `stations`, `played` and `items` comes to the base `ALL`, too.
    """

    visits: Sums = field(default_factory=_sums)
    bases: Sums = field(default_factory=_sums)
    stations: Sums = field(default_factory=_sums)
    acts: Sums = field(default_factory=_sums)
    played: Sums = field(default_factory=_sums)
    topics: dict[tuple[bytes, str], Key] = field(default_factory=dict)
    attempts: dict[bytes, Attempt] = field(default_factory=dict)
    sessions: dict[tuple[str, int], dict[str, Any]] = field(default_factory=dict)
    items: dict[tuple[int, int, str], ItemSum] = field(default_factory=dict)
    cards: dict[str, dict[str, Any]] = field(default_factory=dict)


def tally(events: Iterable[Happened]) -> Tally:
    """The sums of `events`, which come in their order. One that makes no sense is left out and told to the log."""
    found, sheets = Tally(), Sheets()
    for event in events:
        take = _TAKING.get(event.kind)
        try:
            if take:
                take(found, event)
            if event.kind == "item_answered":
                sheets.take(event.batch, event.visit, _at(event), event.body)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            log.warning("a %s that cannot be added up: %r", event.kind, error)
    found.items = sheets.sums()
    return found


def _at(event: Happened) -> tuple[int, int]:
    return event.base, event.origin


def _day(found: Tally, event: Happened, **counts: int) -> None:
    """Count on the day of kiosk, base and all."""
    for name, times in counts.items():
        found.visits[event.base, event.day, event.kiosk, event.origin][name] += times
        found.bases[event.day, event.base, event.origin][name] += times
        found.bases[event.day, ALL, event.origin][name] += times


def _station(found: Tally, event: Happened, **counts: int) -> None:
    """Count at the event's station."""
    station = clean(event.body["station"])
    for name, times in counts.items():
        found.stations[event.base, event.day, event.origin, station][name] += times
        found.stations[ALL, event.day, event.origin, station][name] += times


def _act(found: Tally, event: Happened, act: str, times: int = 1) -> None:
    found.acts[event.base, event.day, event.kiosk, event.origin, clean(act)]["times"] += min(max(times, 0), 100_000)


def _visit(found: Tally, event: Happened) -> None:
    _day(found, event, visits=1)


def _opened(found: Tally, event: Happened) -> None:
    _station(found, event, opened=1, players=min(max(int(event.body.get("players", 1)), 1), 4))


def _finished(found: Tally, event: Happened) -> None:
    _station(found, event, finished=int(bool(event.body["completed"])))


def _answered(found: Tally, event: Happened) -> None:
    body = event.body
    marks = {"answers": 1, "rights": int(body["verdict"] == "right"), "wrongs": int(body["verdict"] == "wrong")}
    _day(found, event, **marks)
    _station(found, event, **marks)
    counts = judged(body)
    if body.get("mode") == "form":
        attempt = _attempt(found, event)
        attempt.counts += counts
    elif counts != Counts() and event.visit is not None:
        _played(found, event, counts)


def _played(found: Tally, event: Happened, counts: Counts) -> None:
    topic = clean(event.body["level"])
    week = week_of(event.day)
    found.topics.setdefault((event.visit or b"", topic), (event.base, week, event.origin, topic))
    for base in (event.base, ALL):
        sums = found.played[base, week, event.origin, topic]
        for name in ("hits", "scams", "alarms", "genuine"):
            sums[name] += getattr(counts, name)


def judged(body: dict[str, Any]) -> Counts:
    """What an answer says of telling scams from genuine messages, without the item's text: see `signal.reading`."""
    chosen, right = tuple(body["chosen"]), tuple(body["right"])
    if not chosen or not right:
        return Counts()
    if body["station"] == "little_supervisor" and str(body["item"]).endswith(".what"):
        return count([("genuine" if right == ("A",) else "scam", "genuine" if chosen == ("A",) else "scam")])
    if len(right) == 1 and right[0] in _JUDGED and chosen[0] in _JUDGED:
        return count([(right[0], chosen[0])])
    return Counts()


def _attempt(found: Tally, event: Happened) -> Attempt:
    if event.visit is None:
        raise ValueError("a form outside of visits")
    return found.attempts.setdefault(event.visit, Attempt(event.base, event.origin, event.day))


def _form_started(found: Tally, event: Happened) -> None:
    attempt, body = _attempt(found, event), event.body
    attempt.session, attempt.moment = clean(body["session"]), clean(body["moment"])
    attempt.child = clean(body.get("returning", ""))


def _form_finished(found: Tally, event: Happened) -> None:
    if event.body["completed"]:
        _day(found, event, forms=1)


def _session(found: Tally, event: Happened) -> None:
    body = event.body
    key = (clean(body["session"]), event.base)
    if key not in found.sessions:
        told = {"origin": event.origin, "day": event.day}
        found.sessions[key] = told | {"class_label": clean(body["class_label"]), "plan": clean(body["plan"])}


def _lantern(found: Tally, event: Happened) -> None:
    _day(found, event, lanterns=1)


def _face(found: Tally, event: Happened) -> None:
    name = {3: "glad", 2: "soso", 1: "sad"}[event.body["face"]]
    _day(found, event, **{name: 1})


def _card(found: Tally, event: Happened) -> None:
    body = event.body
    hash, language = clean(body["token_hash"]), clean(body.get("language", "zh"))
    told = {"base": event.base, "utc_ms": event.utc_ms, "station": clean(body["station"]), "language": language}
    found.cards.setdefault(hash, told)


def _consent(found: Tally, event: Happened) -> None:
    for kind in event.body["kinds"]:
        _act(found, event, f"{event.kind}:{kind}")


def _reviewed(found: Tally, event: Happened) -> None:
    _act(found, event, f"take_reviewed:{event.body['verdict']}")


def _erased(found: Tally, event: Happened) -> None:
    field = "takes" if event.kind == "takes_erased" else "codes"
    _act(found, event, event.kind, int(event.body[field]))


def _simply(found: Tally, event: Happened) -> None:
    _act(found, event, event.kind)


_TAKING: dict[str, Callable[[Tally, Happened], None]] = {
    "visit_started": _visit,
    "station_opened": _opened,
    "station_finished": _finished,
    "item_answered": _answered,
    "form_started": _form_started,
    "form_finished": _form_finished,
    "class_session_started": _session,
    "lantern_lit": _lantern,
    "satisfaction_given": _face,
    "take_home_given": _card,
    "consent_given": _consent,
    "consent_withdrawn": _consent,
    "take_reviewed": _reviewed,
    "takes_erased": _erased,
    "return_codes_erased": _erased,
    **dict.fromkeys(
        ("take_recorded", "take_kept", "take_heard", "take_exported", "return_code_issued", "retention_ran"), _simply
    ),
}
KINDS = frozenset(_TAKING)
"""All that is added up; other kinds need not be unpacked."""
