"""Adding up the events of some batches. Pure: what came in is described, nothing is looked up or written."""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from kiosk.hub.people.scope import ALL
from kiosk.hub.rollups.days import day_of, week_of
from kiosk.hub.rollups.items import ItemSum, Sheets
from kiosk.hub.rollups.names import clean
from kiosk.learning.signal import Counts, count

log = logging.getLogger(__name__)
COUNTED = ("hits", "scams", "alarms", "genuine")
"""The fields of `Counts`, which columns are called after."""
_JUDGED = ("genuine", "scam", "ask_first")
_NONE = Counts()
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
    _take(found, sheets, events)
    found.items = sheets.sums()
    for (base, day, _kiosk, origin), counts in found.visits.items():
        _add(found.bases[day, base, origin], counts)
    for (day, _base, origin), counts in list(found.bases.items()):
        _add(found.bases[day, ALL, origin], counts)
    for sums in (found.stations, found.played):
        for (_base, *rest), counts in list(sums.items()):
            _add(sums[ALL, *rest], counts)
    return found


def _add(sums: dict[str, int], more: dict[str, int]) -> None:
    for name, times in more.items():
        sums[name] += times


def _take(found: Tally, sheets: Sheets, events: Iterable[Happened]) -> None:
    """Count each event where it happened."""
    for event in events:
        take = _TAKING.get(event.kind)
        try:
            if take:
                take(found, event)
            if event.kind == "item_answered":
                sheets.take(event.batch, event.visit, (event.base, event.origin), event.body)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            log.warning("a %s that cannot be added up: %r", event.kind, error)


def _day(found: Tally, event: Happened, name: str) -> None:
    """Count one on the kiosk's day."""
    found.visits[event.base, event.day, event.kiosk, event.origin][name] += 1


def _station(found: Tally, event: Happened) -> dict[str, int]:
    """The counts of the event's station."""
    return found.stations[event.base, event.day, event.origin, clean(event.body["station"])]


def _act(found: Tally, event: Happened, act: str, times: int = 1) -> None:
    found.acts[event.base, event.day, event.kiosk, event.origin, clean(act)]["times"] += min(max(times, 0), 100_000)


def _visit(found: Tally, event: Happened) -> None:
    _day(found, event, "visits")


def _opened(found: Tally, event: Happened) -> None:
    players = min(max(int(event.body.get("players", 1)), 1), 4)
    counts = _station(found, event)
    counts["opened"] += 1
    counts["players"] += players


def _finished(found: Tally, event: Happened) -> None:
    _station(found, event)["finished"] += bool(event.body["completed"])


def _answered(found: Tally, event: Happened) -> None:
    body = event.body
    right, wrong = body["verdict"] == "right", body["verdict"] == "wrong"
    for counts in (found.visits[event.base, event.day, event.kiosk, event.origin], _station(found, event)):
        counts["answers"] += 1
        counts["rights"] += right
        counts["wrongs"] += wrong
    judgement = judged(body)
    if body.get("mode") == "form":
        attempt = _attempt(found, event)
        attempt.counts += judgement
    elif judgement != _NONE and event.visit is not None:
        _played(found, event, event.visit, judgement)


def _played(found: Tally, event: Happened, visit: bytes, counts: Counts) -> None:
    topic = clean(event.body["level"])
    key = (event.base, week_of(event.day), event.origin, topic)
    found.topics.setdefault((visit, topic), key)
    sums = found.played[key]
    for name in COUNTED:
        sums[name] += getattr(counts, name)


def judged(body: dict[str, Any]) -> Counts:
    """What an answer says of telling scams from genuine messages, without the item's text: see `signal.reading`."""
    chosen, right = tuple(body["chosen"]), tuple(body["right"])
    if not chosen or not right:
        return _NONE
    if body["station"] == "little_supervisor" and str(body["item"]).endswith(".what"):
        return _count_one("genuine" if right == ("A",) else "scam", "genuine" if chosen == ("A",) else "scam")
    if len(right) == 1 and right[0] in _JUDGED and chosen[0] in _JUDGED:
        return _count_one(right[0], chosen[0])
    return _NONE


@cache
def _count_one(nature: str, chosen: str) -> Counts:
    """Both are of `_JUDGED`."""
    return count([(nature, chosen)])


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
        _day(found, event, "forms")


def _session(found: Tally, event: Happened) -> None:
    body = event.body
    key = (clean(body["session"]), event.base)
    if key not in found.sessions:
        told = {"origin": event.origin, "day": event.day}
        found.sessions[key] = told | {"class_label": clean(body["class_label"]), "plan": clean(body["plan"])}


def _lantern(found: Tally, event: Happened) -> None:
    _day(found, event, "lanterns")


def _face(found: Tally, event: Happened) -> None:
    _day(found, event, {3: "glad", 2: "soso", 1: "sad"}[event.body["face"]])


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
