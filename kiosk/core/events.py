"""Facts in the past tense. Each is a small frozen dataclass with a `kind` and a `version`.

The journal stores `body(event)`; `from_body` gives the event back. A kind or version this program does not know
is kept by the journal as it is and comes back as `None`.
"""

from dataclasses import asdict, dataclass
from typing import Any, ClassVar, Literal

Origin = Literal["visitor", "rehearsal", "simulated"]
ORIGINS: tuple[Origin, ...] = ("visitor", "rehearsal", "simulated")


@dataclass(frozen=True, slots=True)
class Event:
    """The base of all facts; never recorded itself."""

    kind: ClassVar[str] = ""
    version: ClassVar[int] = 1


@dataclass(frozen=True, slots=True)
class VisitStarted(Event):
    """Somebody touched the attract screen and came in. Class and nickname stay empty unless chosen later."""

    kind = "visit_started"
    language: str = "zh"


@dataclass(frozen=True, slots=True)
class VisitorNamed(Event):
    """A class and a nickname were picked from the closed lists; either may be empty."""

    kind = "visitor_named"
    class_label: str = ""
    nickname: str = ""


@dataclass(frozen=True, slots=True)
class StationOpened(Event):
    """A station was entered by `players` children, 1 to 4."""

    kind = "station_opened"
    station: str
    players: int = 1


@dataclass(frozen=True, slots=True)
class ItemAnswered(Event):
    """An item was answered and confirmed.

    `item_hash` finds the item's text and right answer as they were (`store`: item texts are kept by hash);
    `chosen` and `right` are option keys; `reading_ms` runs from the item's appearance to the confirmation;
    `changes` counts how often the choice was changed before it was confirmed; `player` is 1 to 4; `mode` is how it was
    asked (`practice`, `trickster` …); `said` are the keys of the replies given in a chat, in order; `confidence` is how
    sure the child was, where it was asked: `sure`, `fairly` or `guess`.
    """

    kind = "item_answered"
    station: str
    level: str
    item: str
    item_hash: str
    pack: str
    pack_hash: str
    chosen: tuple[str, ...]
    right: tuple[str, ...]
    verdict: str
    reading_ms: int
    changes: int = 0
    player: int = 1
    mode: str = "practice"
    said: tuple[str, ...] = ()
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class BaitCast(Event):
    """小骗子模式: a bait was chosen. `pond` is the round's id in `quizzes/trickster.json`, `bait` its key."""

    kind = "bait_cast"
    station: str
    pond: str
    bait: str
    player: int = 1


@dataclass(frozen=True, slots=True)
class LanternLit(Event):
    """A good deed lit a lantern on the canal."""

    kind = "lantern_lit"
    station: str
    reason: str


@dataclass(frozen=True, slots=True)
class StationFinished(Event):
    """A run of a station came to its result card (`completed`) or was left before it."""

    kind = "station_finished"
    station: str
    level: str
    answered: int
    right: int
    stars: int
    completed: bool


@dataclass(frozen=True, slots=True)
class LinePractised(Event):
    """A game about one line of a convention came to its end (`completed`) or was left before it.

    `game` is jigsaw, match, order, fill, sort or recall, `level` how hard it was (0 to 2); `moves` counts pieces put
    down, `misses` those that did not fit; `help_used` pieces for which a hint was asked or the place was shown.
    """

    kind = "line_practised"
    station: str
    convention: str
    pack_hash: str
    line: str
    game: str
    level: int
    moves: int
    misses: int
    help_used: int
    seconds: int
    players: int
    completed: bool


@dataclass(frozen=True, slots=True)
class SatisfactionGiven(Event):
    """One of the three faces was touched: 3 glad, 2 so-so, 1 not glad."""

    kind = "satisfaction_given"
    face: int


@dataclass(frozen=True, slots=True)
class VisitEnded(Event):
    """The visit is over: `why` is `left`, `idle` or `restarted`."""

    kind = "visit_ended"
    why: str


@dataclass(frozen=True, slots=True)
class PackInstalled(Event):
    """A pack became playable."""

    kind = "pack_installed"
    pack: str
    pack_version: str
    pack_hash: str
    items: int


@dataclass(frozen=True, slots=True)
class StaffActed(Event):
    """A person behind the PIN did something that must be provable: `act` is a code, `detail` carries no secrets."""

    kind = "staff_acted"
    role: str
    act: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class MemoryRestored(Event):
    """The database was set aside and a backup took its place, or the disk was rolled back: what staff were told.

    `salvaged` events were read back from what was set aside; `missing` is `None` where it cannot be known.
    """

    kind = "memory_restored"
    reason: str
    set_aside: str
    backup: str
    missing_from_utc: str
    salvaged: int = 0
    missing: int | None = None


@dataclass(frozen=True, slots=True)
class TakeRecorded(Event):
    """Something was recorded in the booth and ended as `ended` (a code of `booth`). It may be gone by now.

    `script` is the script's id, empty for free talk; `voices` how many spoke.
    """

    kind = "take_recorded"
    script: str
    seconds: float
    voices: int
    ended: str


@dataclass(frozen=True, slots=True)
class TakeKept(Event):
    """A child let the base keep a take, as far as `release` (`keep`, `play`, `publish`) and the consents allow."""

    kind = "take_kept"
    take: str
    release: str
    voices: int


@dataclass(frozen=True, slots=True)
class TakeReviewed(Event):
    """Staff decided: `verdict` is `approved`, `rejected` or `held`; `reasons` are codes of the checklist."""

    kind = "take_reviewed"
    take: str
    role: str
    verdict: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TakeHeard(Event):
    """Staff listened to a take that was not approved; `reason` is a code."""

    kind = "take_heard"
    take: str
    role: str
    reason: str


@dataclass(frozen=True, slots=True)
class TakeExported(Event):
    """Staff wrote an approved take to a stick as a file that anybody can play."""

    kind = "take_exported"
    take: str
    role: str


@dataclass(frozen=True, slots=True)
class ConsentGiven(Event):
    """A guardian's consent for a voice was registered; `terms` is the version of what was agreed to."""

    kind = "consent_given"
    role: str
    kinds: tuple[str, ...]
    terms: str


@dataclass(frozen=True, slots=True)
class ConsentWithdrawn(Event):
    """A guardian took consents back; what they covered was erased (`TakesErased` follows)."""

    kind = "consent_withdrawn"
    role: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakesErased(Event):
    """Takes are gone for good: files, keys and rows. `why` is a code; `receipt` names the printable proof."""

    kind = "takes_erased"
    receipt: str
    why: str
    takes: int


@dataclass(frozen=True, slots=True)
class RetentionRan(Event):
    """The daily run looked at every term: how many takes it let go, and entries of consent register and access log."""

    kind = "retention_ran"
    unreviewed: int
    expired: int
    without_consent: int
    register: int
    accesses: int = 0


@dataclass(frozen=True, slots=True)
class PromisesMade(Event):
    """A child chose three promises (ids of `content/promises`), signed, and hung a lantern on 承诺桥.

    `place` is the number of the place on the bridge, `shape` the lantern's, 1 to 6. Nothing of the signature or of who.
    """

    kind = "promises_made"
    station: str
    pack_hash: str
    promises: tuple[str, ...]
    place: int
    shape: int
    player: int = 1


@dataclass(frozen=True, slots=True)
class PromiseLookedBack(Event):
    """A child that came back told how a promise went: `answer` is kept, sometimes or not_yet. No score."""

    kind = "promise_looked_back"
    station: str
    promise: str
    answer: str


@dataclass(frozen=True, slots=True)
class ReturnCodeIssued(Event):
    """Staff registered a guardian's consent and the kiosk issued a return code."""

    kind = "return_code_issued"
    role: str


@dataclass(frozen=True, slots=True)
class ReturnCodesErased(Event):
    """Return codes are gone for good, with what was behind them. `why` is a code; `receipt` names the proof."""

    kind = "return_codes_erased"
    receipt: str
    why: str
    codes: int


KINDS: dict[str, type[Event]] = {event.kind: event for event in Event.__subclasses__()}


def body(event: Event) -> dict[str, Any]:
    """The event's fields as JSON-ready values."""
    return asdict(event)


def from_body(kind: str, version: int, fields: dict[str, Any]) -> Event | None:
    """The event that `fields` describe, or `None` when this program does not know the kind or version."""
    event = KINDS.get(kind)
    if event is None or version != event.version:
        return None
    return event(**{name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()})
