"""What staff are told about the kiosk's memory."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.core.clock import iso
from kiosk.core.events import MemoryRestored
from kiosk.core.words import say


@dataclass(frozen=True, slots=True)
class Restored:
    """What happened to the database at opening.

    `reason` is `damaged`, `empty`, `foreign`, `missing` or `rolled_back`; `set_aside` and `backup` are file names,
    empty where there is none; `until` is the time of the newest event that was there, after which events may be
    missing (milliseconds since 1970 UTC, `None` when nothing was there); `missing` counts them as far as it can be
    known, else `None`; `salvaged` counts events read back from the damaged file, `None` while that goes on.
    """

    reason: str
    set_aside: str = ""
    backup: str = ""
    until: int | None = None
    missing: int | None = None
    salvaged: int | None = None

    def sentences(self, language: str = "zh") -> list[str]:
        """What happened to the database, and how much is missing."""
        told = [say(f"store.was_{self.reason}", language, file=self.set_aside)]
        if self.reason == "rolled_back":
            return [*told, missing_sentence(self, language), say("store.rolled_back_remedy", language)]
        told.append(say("store.from_backup" if self.backup else "store.started_afresh", language, file=self.backup))
        if self.salvaged is None:
            return [*told, say("store.reading_back", language)]
        if self.salvaged:
            told.append(say("store.salvaged", language, count=self.salvaged))
        return [*told, missing_sentence(self, language)]


@dataclass(frozen=True, slots=True)
class StoreState:
    """How the memory is doing.

    `in_memory` counts answers, `events_in_memory` all events that are not on disk yet, the oldest from `since`
    (milliseconds since 1970 UTC, or `None`); `trouble` is the words code of what is in the way, or empty.
    `temporary` is true while a database in memory stands in for the home's; `generation` grows whenever another
    database takes over, so that what was read from the former one (packs, settings) must be looked at again.
    `marker_unusable` is true when the folder chosen for noticing roll-backs cannot be written to.
    """

    in_memory: int = 0
    events_in_memory: int = 0
    since: int | None = None
    trouble: str = ""
    temporary: bool = False
    generation: int = 1
    restored: Restored | None = None
    marker_unusable: bool = False

    @property
    def well(self) -> bool:
        """Whether staff need not be told anything."""
        return not (self.trouble or self.events_in_memory or self.restored or self.marker_unusable)

    def sentences(self, language: str = "zh") -> list[str]:
        """What to tell staff, most pressing first."""
        told = []
        if self.events_in_memory and self.since is not None:
            told.append(
                say(
                    "store.in_memory",
                    language,
                    answers=self.in_memory,
                    events=self.events_in_memory,
                    since=local_time(self.since),
                )
            )
        if self.trouble:
            told.append(say(self.trouble, language))
        if self.restored:
            told += self.restored.sentences(language)
        if self.marker_unusable:
            told.append(say("store.marker_unusable", language))
        return told


def local_time(utc_ms: int) -> str:
    """The time of day on this machine, e.g. `14:05`."""
    return datetime.fromtimestamp(utc_ms / 1000).strftime("%H:%M")


def local_moment(utc_ms: int) -> str:
    """Date and time of day on this machine, e.g. `2026-11-20 14:05`."""
    return datetime.fromtimestamp(utc_ms / 1000).strftime("%Y-%m-%d %H:%M")


def missing_sentence(restored: Restored, language: str) -> str:
    """How much is missing, from when on."""
    if restored.missing == 0:
        return say("store.nothing_missing", language)
    known = {"count": restored.missing} if restored.missing else {}
    if restored.until is None:
        return say("store.missing_all_counted" if known else "store.missing_all", language, **known)
    return say(
        "store.missing" if known else "store.missing_unknown", language, since=local_moment(restored.until), **known
    )


def restored_event(restored: Restored) -> MemoryRestored:
    """What the journal keeps of it."""
    return MemoryRestored(
        reason=restored.reason,
        set_aside=restored.set_aside,
        backup=restored.backup,
        missing_from_utc="" if restored.until is None else iso(restored.until),
        salvaged=restored.salvaged or 0,
        missing=restored.missing,
    )


def restored_from(event: MemoryRestored) -> Restored:
    """What the journal has kept."""
    until = event.missing_from_utc
    return Restored(
        reason=event.reason,
        set_aside=event.set_aside,
        backup=event.backup,
        until=round(datetime.fromisoformat(until).timestamp() * 1000) if until else None,
        missing=event.missing,
        salvaged=event.salvaged,
    )
