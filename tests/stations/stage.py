"""Everything around a station, kept for looking at: a recorder in memory, our own content, a clock that is stepped."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from kiosk.core.clock import SteppedClock
from kiosk.core.events import Event
from kiosk.core.item import Item, item_hash
from kiosk.core.places import program_folder
from kiosk.core.visit import Visit
from kiosk.core.words import say
from kiosk.packs.content import ContentShelf
from kiosk.stations.station import Content, ItemSource, ReadAloud, StationCard, StationContext, StationResult


class NoVoice:
    """A silent reader."""

    def read(self, text: str, manner: str = "") -> None: ...

    def stop(self) -> None: ...


@dataclass
class Stage:
    """The world around the station with this card."""

    items: ItemSource
    card: StationCard
    players: int = 1
    language: str = "zh"
    seed: int = 7
    at_once: bool = True
    content: Content = field(default_factory=lambda: ContentShelf(program_folder() / "content"))
    events: list[Event] = field(default_factory=list)
    texts: dict[str, Item] = field(default_factory=dict)
    waiting: list[Callable[[bool], None]] = field(default_factory=list)
    sounds: list[str] = field(default_factory=list)
    results: list[StationResult] = field(default_factory=list)
    clock: SteppedClock = field(default_factory=SteppedClock)
    met: set[str] = field(default_factory=set)
    kept: dict[str, int] = field(default_factory=dict)
    voice: ReadAloud = field(default_factory=NoVoice)

    def record(self, event: Event, then: Callable[[bool], None] | None) -> None:
        """Keep `event`; it is on disk at once, or when `written` is called."""
        self.events.append(event)
        if then:
            self.waiting.append(then)
        if self.at_once:
            self.written()

    def written(self, on_disk: bool = True) -> None:
        """All that waits is on disk now, or stays in memory."""
        waiting, self.waiting = self.waiting, []
        for then in waiting:
            then(on_disk)

    def keep_text(self, item: Item) -> str:
        """Keep the text of an item that no bank holds."""
        self.texts[item_hash(item)] = item
        return item_hash(item)

    def of(self, kind: type[Event]) -> list[Any]:
        """The recorded events of `kind`."""
        return [event for event in self.events if isinstance(event, kind)]

    def context(self) -> StationContext:
        """What the station is handed."""
        return StationContext(
            visit=Visit("visit"),
            players=self.players,
            language=self.language,
            record=self.record,
            items=self.items,
            say=lambda code, **params: say(code, self.language, **params),
            read_aloud=self.voice,
            play=self.sounds.append,
            clock=self.clock,
            random=Random(self.seed),
            finish=self.results.append,
            leave=lambda: None,
            content=self.content,
            keep_text=self.keep_text,
            met=self.met,
            kept=self.kept,
        )
