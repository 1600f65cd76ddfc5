"""How sync is doing, from what is on disk: for the command line, the health page and the staff's screen."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.core.errors import KioskError
from kiosk.core.words import say
from kiosk.store.store import Store
from kiosk.sync import link, marks

if TYPE_CHECKING:
    from kiosk.sync.delivery import Delivered

HEALED_DAYS = 7
"""For how long staff are told that something was healed."""


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """`enrolled` false leaves the rest as it is. Times in ms since 1970 UTC, 0 or None for never; `error` a code.

    `refused` counts what the hub has put on its list; `healed` is what was healed last, as `SyncHealed.what`; `file`
    is where the tie lies when it cannot be read; `refusals` are epoch, seq, code, sentence and time, newest first.
    """

    enrolled: bool
    url: str = ""
    base: str = ""
    sent: int = 0
    accepted: int = 0
    refused: int = 0
    waiting: int = 0
    oldest_ms: int | None = None
    success_ms: int = 0
    error: str = ""
    error_ms: int = 0
    skew_ms: int = 0
    healed: str = ""
    file: str = ""
    refusals: tuple[tuple[str, int, str, str, int], ...] = ()

    def trouble(self, language: str) -> str:
        """What went wrong last, as a sentence; empty when nothing did."""
        return say(self.error, language, url=self.url, file=self.file, what="") if self.error else ""


def read(home: Path, store: Store, now_ms: int) -> SyncStatus:
    """The status of the kiosk in `home`. Raises sqlite3.Error."""
    try:
        tie = link.read(home)
    except KioskError as error:
        return SyncStatus(True, error=error.code, file=str(link.path(home)))
    if tie is None:
        return SyncStatus(False)
    with store.read() as connection:
        mark = marks.read(connection, tie.hub)
        refused = marks.refused(connection, tie.hub)
        healed = connection.execute(
            "SELECT json_extract(body, '$.what') FROM journal_entry WHERE kind = 'sync_healed' AND utc_ms > ?"
            " ORDER BY utc_ms DESC LIMIT 1",
            (now_ms - HEALED_DAYS * 86_400_000,),
        ).fetchone()
        return SyncStatus(
            enrolled=True,
            url=tie.url,
            base=tie.base,
            sent=mark.sent,
            accepted=mark.accepted,
            refused=len(refused),
            waiting=marks.newest(connection) - mark.position,
            oldest_ms=marks.oldest_waiting_ms(connection, mark.position),
            success_ms=mark.success_ms,
            error=mark.error,
            error_ms=mark.error_ms,
            skew_ms=mark.skew_ms,
            healed=healed[0] if healed else "",
            refusals=tuple(refused),
        )


def told_done(done: "Delivered", language: str) -> str:
    """What a round has done besides events, in sentences."""
    up = _listed({"texts": done.texts, "recordings": done.recordings}, language)
    down = {"erased": done.erased, "settings": done.settings, "packs": done.packs, "rated": done.rated}
    found = _listed(down, language)
    told = [say("sync.did_up", language, list=up)] if up else []
    told.append(say("sync.did_down", language, list=found) if found else say("sync.did_none_down", language))
    if done.kept_back:
        told.append(say("sync.did_kept_back", language, count=done.kept_back, what=say(done.why, language)))
    return ("" if language == "zh" else " ").join(told)


def _listed(counts: dict[str, int], language: str) -> str:
    parts = [say(f"sync.did_{name}", language, count=count) for name, count in counts.items() if count]
    return say("sync.did_between", language).join(parts)
