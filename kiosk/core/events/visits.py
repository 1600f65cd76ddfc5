"""What happens in a visit: stations, answers, lanterns, promises."""

from dataclasses import dataclass

from kiosk.core.events.event import Event


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
class PromisesMade(Event):
    """A child chose three promises (ids of `content/promises`), signed, and hung a lantern on 承诺桥.

    `place` is the number of the place on the bridge, `shape` the lantern's, 1 to 6, `paper` (1 to 6; 0: the shape's
    own) and `pattern` (1 to 4; 0: none) how it was painted. Nothing of the signature or of who.
    """

    kind = "promises_made"
    station: str
    pack_hash: str
    promises: tuple[str, ...]
    place: int
    shape: int
    player: int = 1
    paper: int = 0
    pattern: int = 0


@dataclass(frozen=True, slots=True)
class PromisePlanned(Event):
    """A child planned how to keep a promise: when it is easily forgotten, and what helps then (ids of its tiles)."""

    kind = "promise_planned"
    station: str
    promise: str
    when: str
    way: str
    player: int = 1


@dataclass(frozen=True, slots=True)
class PromiseLookedBack(Event):
    """A child that came back told how a promise went: `answer` is kept, sometimes or not_yet. No score."""

    kind = "promise_looked_back"
    station: str
    promise: str
    answer: str


@dataclass(frozen=True, slots=True)
class TakeHomeGiven(Event):
    """A result card's code carried a link: the page behind it comes alive once this has reached the hub.

    `token_hash` is the SHA-256 (hex) of the link's token, which only the card knows; the page says what the card says
    of `station`, in `language` first. Nothing of a person, nothing of what was answered.
    """

    kind = "take_home_given"
    station: str
    token_hash: str
    language: str = "zh"


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
