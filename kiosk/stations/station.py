"""What a station is, and what it is handed. A station imports this, `core`, `learning` and its own folder only."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, Protocol

from kiosk.core.booth import Booth, ClosedBooth
from kiosk.core.bridge import Bridge
from kiosk.core.clock import Clock
from kiosk.core.events import Event
from kiosk.core.family import Family as Family
from kiosk.core.item import Item
from kiosk.core.returning import NoReturns, Returns
from kiosk.core.visit import Visit
from kiosk.core.wall import EmptyWall, Wall
from kiosk.learning.rating import Ability


@dataclass(frozen=True, slots=True)
class BankItem:
    """An item with where it came from, as answers record it."""

    item: Item
    hash: str
    pack: str
    pack_hash: str
    difficulty: float | None = None
    """What answers have shown, in logits (`learning.rating`); `None` while there are none."""

    @property
    def nature(self) -> str:
        """The nature of its message or chat; empty where it has neither."""
        return self.item.nature if self.item.message or self.item.chat else ""


class ItemSource(Protocol):
    """The installed banks, as a station may ask them. Only items that may be played in practice come out."""

    def families(self) -> Sequence[Family]:
        """The families that have playable items, in order."""
        ...

    def pick(
        self,
        family: str,
        count: int,
        *,
        kinds: Collection[str] = (),
        avoid: Collection[str] = (),
        random: Random,
        natures: Collection[str] = (),
        ability: float | None = None,
    ) -> list[BankItem]:
        """At most `count` items of `family`, 40–60 % genuine among those with a message or chat, at random.

        `kinds` names the item kinds that may come (empty: choice, multi, true_false and judge); `avoid` holds item
        hashes already met in this visit. With `ability` (logits, `learning.rating.Ability.value`) each is one of the
        five whose chance of a right answer lies nearest to 75 %. `natures` limits `BankItem.nature` (empty: all in
        balance), for drawing a single item that takes the place of one of that nature.
        """
        ...

    def another(
        self, trick: str, *, avoid: Collection[str], random: Random, kinds: Collection[str] = ()
    ) -> BankItem | None:
        """A different item of the same trick, or `None` when there is none left. `kinds` as for `pick`."""
        ...


@dataclass(frozen=True, slots=True)
class Brought:
    """One file of content other than items: ours (`content/<kind>/<name>.json`; `pack` is `built_in`) or a pack's.

    `kind` is the folder's name (`conventions`, `feeds` …); `data` is the file's JSON, checked when it came in;
    `pictures` is what a QML `Image` puts before the name of a picture that the file speaks of.
    """

    kind: str
    name: str
    pack: str
    pack_hash: str
    data: Mapping[str, Any]
    pictures: str


class Content(Protocol):
    """What stations read besides items."""

    def brought(self, kind: str) -> Sequence[Brought]:
        """The files of that kind: those of the packs, the newest first, then ours, by name."""
        ...


class ReadAloud(Protocol):
    """Reads one text at a time to the child; silent when there is no voice."""

    def read(self, text: str, manner: str = "") -> None:
        """Stop what is being read and read `text`; in the manner `calm` or `lively` a synthetic voice reads it."""
        ...

    def stop(self) -> None:
        """Be quiet within 100 ms."""
        ...


@dataclass(frozen=True, slots=True)
class StationResult:
    """What the result card shows. `learned` are short sentences in the child's language, at most three."""

    station: str
    level: str
    title: str
    answered: int
    right: int
    stars: int
    lanterns: int
    picture: str
    learned: tuple[str, ...] = ()
    tally: str = ""
    """How many of what went right, in the station's own words; empty: so many seen through, of so many."""


Record = Callable[[Event, Callable[[bool], None] | None], None]
"""`record(event, then)`: `then(True)` runs on the screen's thread once the event is on disk; `then(False)` when it is
only in memory and staff have been told. Praise waits for `then`."""


def record_all(record: Record, events: Sequence[Event], then: Callable[[], None]) -> None:
    """Hand `events` (one at least) to the journal; `then` once all are on disk, or in memory and staff know of it."""
    left = len(events)

    def written(_on_disk: bool) -> None:
        nonlocal left
        left -= 1
        if not left:
            then()

    for event in events:
        record(event, written)


@dataclass(frozen=True, slots=True)
class StationContext:
    """Everything a station may touch. It is handed in; nothing else is in reach."""

    visit: Visit
    players: int
    language: str
    record: Record
    items: ItemSource
    say: Callable[..., str]
    read_aloud: ReadAloud
    play: Callable[[str], None]
    clock: Clock
    random: Random
    finish: Callable[[StationResult], None]
    leave: Callable[[], None]
    content: Content
    keep_text: Callable[[Item], str]
    """`keep_text(item)` keeps the text of an item that no bank holds (a post, a claim) and returns its hash, by which
    `ItemAnswered` names it; exports and class reports read it like any item."""
    booth: Callable[[], Booth] = ClosedBooth
    """`booth()` gives microphone, takes and broadcasts: see `core.booth`. A station that asks ends it by `leave`."""
    wall: Callable[[], Wall] = EmptyWall
    """`wall()` gives the works that everybody at the base may hear: see `core.wall`. Who asks ends it by `leave`."""
    voices: Sequence[str] = ()
    """Who of those present stands in the consent register (`core.booth.Booth.rights`); nobody is known by himself."""
    stay: Callable[[bool], None] = lambda busy: None
    """`stay(True)`: nobody is asked whether they are still there (a take, a sound that plays), until `stay(False)`."""
    abilities: dict[int, Ability] = field(default_factory=dict)
    """What each player (1 to 4) has shown in this visit, for `ItemSource.pick`; it ends with it."""
    met: set[str] = field(default_factory=set)
    """Hashes of the items this visit has met, shared by all runs of all stations."""
    kept: dict[str, int] = field(default_factory=dict)
    """What stations remember for the rest of the visit (`"<station>.<what>"`: stars of a level); it ends with it."""
    returns: Returns = field(default_factory=NoReturns)
    """Return codes within the class of this visit; without a guardian's consent nobody has one."""
    listen: Callable[[Callable[[str], None] | None], None] = lambda heard: None
    """`listen(heard)`: what a scanner types goes to `heard`, until `listen(None)` or the station goes; else it is
    dropped. Listen only while a card is asked for."""
    ages: str = ""
    """The age band (`core.item.AGES`) of the class that was picked; empty where nobody knows."""
    bridge: Callable[[], Bridge] = Bridge
    """`bridge()` tells how far the base has lit 承诺桥."""
    sayings: list[str] = field(default_factory=list)
    """Sentences that children put together of given phrases in this visit, the newest last: the booth offers them to be
    spoken. Nothing of a person is in them; they end with the visit."""
    snapshot: Callable[[Mapping[str, Any]], None] = lambda state: None
    """`snapshot(state)` keeps where the station is (JSON values, nothing of a person) for the case that the screen
    process dies: the next one brings the visit back to this station and hands it `resumed`. Erased when the visit ends;
    an empty `state` means that there is nothing to come back to."""
    resumed: Mapping[str, Any] = field(default_factory=dict)
    """The last `snapshot` of this station, after a crash; else empty."""


class StationViewModel(Protocol):
    """What every station's view model offers to whoever shows it."""

    def close(self) -> None:
        """The station goes off the screen, for whatever reason; what is unfinished is recorded. Called once."""
        ...


class StationPreview(StationViewModel, Protocol):
    """A station's view model that shows staff an item of their choice, just as children will meet it."""

    def show(self, bank: BankItem) -> None:
        """Ask this item, whatever was shown before; its family is one of `context.items.families()`."""
        ...


@dataclass(frozen=True, slots=True)
class Move:
    """What a rehearsal does next at a station: touch the item with objectName `touch`; `picture` names the screen
    as it stands before, if it is one worth a picture; `at` is where on the item, in shares of its width and height.

    `quick`: a piece in the middle of a game, which takes a touch at once (`Tap.guarded` is false). `also` names what
    other fingers touch at the same moment.
    """

    touch: str
    picture: str = ""
    at: tuple[float, float] = (0.5, 0.5)
    quick: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StationCard:
    """How a station announces itself. `key` is the folder's name; texts are words codes.

    `make_view_model(context)` returns the QObject that the QML type in `qml` requires as `viewModel`; it is a
    `StationViewModel` too.
    """

    key: str
    name: str
    tagline: str
    building: str
    qml: Path
    max_players: int
    make_view_model: Callable[[StationContext], Any]
    rehearse: Callable[[Any, Collection[str], Random], Move | None]
    """`rehearse(view_model, names, random)`: the next touch on the way through the station; `None` while it is busy.
    `names` are the objectNames on the screen."""
    make_preview: Callable[[StationContext], Any] | None = None
    """`make_preview(context)` returns a `StationPreview` for the same QML; `None` where no item of a bank is asked.
    Whoever shows it keeps nothing of what `context.record` is told."""
    sights: Collection[str] = ()
    """objectNames of ways that the rehearsal does not take by itself: a tour touches each once, when it comes."""
