"""Facts in the past tense. Each is a small frozen dataclass with a `kind` and a `version`.

The journal stores `body(event)`; `from_body` gives the event back. A kind or version this program does not know
is kept by the journal as it is and comes back as `None`.
"""

from dataclasses import asdict
from typing import Any

from kiosk.core.events.base import (
    HeadcountEntered,
    ItemFlagged,
    MemoryRestored,
    PackInstalled,
    ReturnCodeIssued,
    ReturnCodesErased,
    StaffActed,
    SyncHealed,
)
from kiosk.core.events.event import ORIGINS, Event, Origin
from kiosk.core.events.rights import (
    AccessesSealed,
    IncidentClosed,
    IncidentOpened,
    IncidentStepped,
    SubjectAnswered,
    SubjectAsked,
)
from kiosk.core.events.sessions import ClassCounted, ClassSessionMoved, ClassSessionStarted, FormFinished, FormStarted
from kiosk.core.events.visits import (
    BaitCast,
    ItemAnswered,
    LanternLit,
    LinePractised,
    PromiseLookedBack,
    PromisePlanned,
    PromisesMade,
    SatisfactionGiven,
    StationFinished,
    StationOpened,
    TakeHomeGiven,
    VisitEnded,
    VisitorNamed,
    VisitStarted,
)
from kiosk.core.events.voices import (
    ConsentGiven,
    ConsentWithdrawn,
    RetentionRan,
    TakeExported,
    TakeHeard,
    TakeKept,
    TakeRecorded,
    TakeReviewed,
    TakesErased,
)

__all__ = [
    "KINDS",
    "ORIGINS",
    "AccessesSealed",
    "BaitCast",
    "ClassCounted",
    "ClassSessionMoved",
    "ClassSessionStarted",
    "ConsentGiven",
    "ConsentWithdrawn",
    "Event",
    "FormFinished",
    "FormStarted",
    "HeadcountEntered",
    "IncidentClosed",
    "IncidentOpened",
    "IncidentStepped",
    "ItemAnswered",
    "ItemFlagged",
    "LanternLit",
    "LinePractised",
    "MemoryRestored",
    "Origin",
    "PackInstalled",
    "PromiseLookedBack",
    "PromisePlanned",
    "PromisesMade",
    "RetentionRan",
    "ReturnCodeIssued",
    "ReturnCodesErased",
    "SatisfactionGiven",
    "StaffActed",
    "StationFinished",
    "StationOpened",
    "SubjectAnswered",
    "SubjectAsked",
    "SyncHealed",
    "TakeExported",
    "TakeHeard",
    "TakeHomeGiven",
    "TakeKept",
    "TakeRecorded",
    "TakeReviewed",
    "TakesErased",
    "VisitEnded",
    "VisitStarted",
    "VisitorNamed",
    "body",
    "from_body",
]

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
