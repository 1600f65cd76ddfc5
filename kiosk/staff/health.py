"""Is the kiosk well? Each check says what is, and what to do. Qt-free: the screen and `kiosk health` ask the same."""

import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from kiosk import __version__
from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.core.hours import EARLIEST_MS
from kiosk.core.words import say
from kiosk.devices.state import DeviceState
from kiosk.staff.fonts import FontState
from kiosk.staff.health_clock import SLACK_MS, latest
from kiosk.staff.health_privacy import privacy
from kiosk.staff.health_sync import sync
from kiosk.staff.retention_told import told
from kiosk.store import backups, files, settings
from kiosk.store.state import local_moment
from kiosk.store.store import Store

Level = Literal["ok", "warning", "error"]
MB = 1024 * 1024
DISK_ERROR_MB = 200
DISK_WARNING_MB = 1024
BACKUP_LATE = timedelta(days=3)
RETENTION_LATE_MS = 2 * 86_400_000


@dataclass(frozen=True, slots=True)
class Check:
    """One line: `what` is, `how` to mend it. `name` is stable, for scripts."""

    name: str
    level: Level
    what: str
    how: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What the checks look at. `speech`, `sound` and `fonts` answer for the device at hand."""

    home: Path
    store: Store
    clock: Clock
    language: str
    speech: Callable[[], DeviceState]
    sound: Callable[[], DeviceState]
    fonts: Callable[[], FontState]
    microphone: Callable[[], DeviceState] = lambda: DeviceState("booth.staff_untried")
    screen: Callable[[], DeviceState] = lambda: DeviceState("devices.screen_untried")

    def check(self, name: str, level: Level, words: str = "", **params: Any) -> Check:
        """The line `staff.health_<words or name>`; what is well needs no remedy."""
        code = f"staff.health_{words or name}"
        how = "staff.health_nothing" if level == "ok" else f"{code}_how"
        return Check(name, level, say(code, self.language, **params), say(how, self.language, **params))


def examine(ground: Ground) -> list[Check]:
    """All checks, in the order a person reads them."""
    return [check(ground) for check in CHECKS]


def is_well(checks: list[Check]) -> bool:
    """Whether nothing keeps the kiosk from doing its work; warnings are for the next quiet hour."""
    return all(check.level != "error" for check in checks)


def as_json(checks: list[Check]) -> dict[str, Any]:
    """The report as CONTRACTS.md fixes it."""
    rows = [{"name": one.name, "level": one.level, "what": one.what, "how": one.how} for one in checks]
    return {"ok": is_well(checks), "checks": rows}


def disk(ground: Ground) -> Check:
    """Room for answers, backups and packs."""
    try:
        free = shutil.disk_usage(ground.home).free // MB
    except OSError:
        return ground.check("disk", "error", "disk_gone", home=ground.home)
    level: Level = "error" if free < DISK_ERROR_MB else "warning" if free < DISK_WARNING_MB else "ok"
    return ground.check("disk", level, "disk_low" if level != "ok" else "disk", free=f"{free / 1024:.1f}")


def database(ground: Ground) -> Check:
    """SQLite's own quick check, and how large the file is."""
    state = ground.store.state()
    if state.temporary:
        told = say(state.trouble, ground.language)
        return Check("database", "error", told, say("staff.health_database_bad_how", ground.language))
    try:
        with ground.store.read() as connection:
            found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
            events = connection.execute("SELECT coalesce(max(position), 0) FROM journal_entry").fetchone()[0]
        size = (ground.home / files.DATABASE).stat().st_size / MB
    except (sqlite3.Error, OSError) as failure:
        return ground.check("database", "error", "database_bad", detail=failure)
    if found != "ok":
        return ground.check("database", "error", "database_bad", detail=found)
    return ground.check("database", "ok", size=f"{size:.1f}", events=events)


def backup(ground: Ground) -> Check:
    """How old the newest backup is."""
    try:
        age = backups.age(ground.home, ground.clock.utc_ms())
    except OSError:
        age = None
    if age is None:
        return ground.check("backups", "warning", "backups_none")
    if age > BACKUP_LATE:
        return ground.check("backups", "warning", "backups_late", days=age.days)
    return ground.check("backups", "ok", hours=max(0, round(age.total_seconds() / 3600)))


def memory(ground: Ground) -> Check:
    """Answers that are not on disk yet."""
    state = ground.store.state()
    if not state.trouble and not state.events_in_memory:
        return ground.check("memory", "ok")
    told = replace(state, restored=None).sentences(ground.language)
    return Check("memory", "error", " ".join(told), say("staff.health_memory_how", ground.language))


def opening(ground: Ground) -> Check:
    """What happened to the database when it was opened."""
    state = ground.store.state()
    told = replace(state, events_in_memory=0, trouble="").sentences(ground.language)
    if not told:
        return ground.check("opening", "ok")
    return Check("opening", "warning", " ".join(told), say("staff.health_opening_how", ground.language))


def clock(ground: Ground) -> Check:
    """A dead battery sets the clock back to its beginning. It is asked about here, never rewritten."""
    now = ground.clock.utc_ms()
    newest = 0
    try:
        with ground.store.read() as connection:
            newest = latest(connection)
    except sqlite3.Error:  # the database's own check says so
        newest = 0
    shown = local_moment(now)
    if now < EARLIEST_MS:
        return ground.check("clock", "error", "clock_early", now=shown)
    if now < newest - SLACK_MS:
        return ground.check("clock", "error", "clock_back", now=shown, newest=local_moment(newest))
    offset = datetime.fromtimestamp(now / 1000, UTC).astimezone().utcoffset()
    if offset != timedelta(hours=8):
        return ground.check("clock", "warning", "clock_zone", now=shown)
    return ground.check("clock", "ok", now=shown)


def fonts(ground: Ground) -> Check:
    """Whether Chinese can be shown."""
    state = ground.fonts()
    if state.found is None:
        return ground.check("fonts", "warning", "fonts_unknown")
    if not state.found:
        return ground.check("fonts", "error", "fonts_none", family=state.family)
    if state.missing:
        return ground.check("fonts", "warning", "fonts_missing", family=state.family, missing=state.missing)
    return ground.check("fonts", "ok", family=state.family)


def speech(ground: Ground) -> Check:
    """Whether texts can be read aloud."""
    return device("speech", ground.speech(), ground)


def sound(ground: Ground) -> Check:
    """Whether sounds can be heard."""
    return device("sound", ground.sound(), ground)


def microphone(ground: Ground) -> Check:
    """What the booth or the morning self-test met last."""
    return device("microphone", ground.microphone(), ground)


def screen(ground: Ground) -> Check:
    """Whether the panel goes dark when it should."""
    return device("screen", ground.screen(), ground)


def booth(ground: Ground) -> Check:
    """Whether children may come into the booth, and whether the terms are being kept."""
    try:
        with ground.store.read() as connection:
            values = settings.read_all(connection)
            ran = connection.execute("SELECT max(utc_ms) FROM journal_entry WHERE kind = 'retention_ran'").fetchone()[0]
            takes = connection.execute("SELECT count(*) FROM take WHERE state = 'pending'").fetchone()[0]
        free = shutil.disk_usage(ground.home).free // MB
    except (sqlite3.Error, OSError) as failure:
        return ground.check("booth", "error", "database_bad", detail=failure)
    if values["booth_mode"] == "closed":
        return ground.check("booth", "ok", "booth_closed")
    if free < values["booth_floor_mb"]:
        return ground.check("booth", "warning", "booth_disk", free=free, floor=values["booth_floor_mb"])
    if values["booth_mode"] == "consent" and not values["privacy_officer"].strip():
        return ground.check("booth", "warning", "booth_nobody")
    late = ran is None or ran < ground.clock.utc_ms() - RETENTION_LATE_MS
    if takes and late:
        return ground.check("booth", "warning", "booth_retention")
    return ground.check("booth", "ok", f"booth_{values['booth_mode']}", takes=takes)


def retention(ground: Ground) -> Check:
    """What the last daily run cleared away; whether it is late is the booth's check."""
    from kiosk.privacy.retention import last_run  # here for its cost: it brings cryptography

    try:
        ran = last_run(ground.store)
    except sqlite3.Error as failure:
        return ground.check("retention", "error", "database_bad", detail=failure)
    sentence = told(ran, ground.clock.utc_ms(), lambda code, **params: say(code, ground.language, **params))
    return ground.check("retention", "ok", told=sentence)


def accesses(ground: Ground) -> Check:
    """Whether anybody has changed the log of who listened to what."""
    try:
        with ground.store.read() as connection:
            count = connection.execute("SELECT count(*) FROM access_log").fetchone()[0]
        if not count:
            return ground.check("accesses", "ok", "accesses_none")
        # Imported here for its cost: a base that never reviews a take does without.
        from kiosk.privacy.access_log import AccessLog
        from kiosk.privacy.keys import KeyRing

        whole = AccessLog(ground.store, KeyRing(ground.home), ground.clock).is_whole()
    except (sqlite3.Error, KioskError) as failure:
        return ground.check("accesses", "error", "database_bad", detail=failure)
    return ground.check("accesses", "ok" if whole else "error", "accesses" if whole else "accesses_broken", count=count)


def device(name: str, state: DeviceState, ground: Ground) -> Check:
    """A device's own sentence; it says what to do. Children can play without any of them."""
    level: Level = "warning" if state.works is False else "ok"
    how = "staff.health_device_how" if level == "warning" else "staff.health_nothing"
    return Check(name, level, say(state.code, ground.language, **state.params), say(how, ground.language))


def packs(ground: Ground) -> Check:
    """Whether there is something to play, what lacks an explanation, what should be looked through again."""
    today = datetime.fromtimestamp(ground.clock.utc_ms() / 1000).date().isoformat()
    active = "FROM pack WHERE state = 'active'"
    try:
        with ground.store.read() as connection:
            banks, items, playable = connection.execute(
                f"SELECT count(*), coalesce(sum(items), 0), coalesce(sum(playable), 0) {active}"
            ).fetchone()
            late = connection.execute(
                "SELECT count(*) FROM pack_item JOIN item_text ON item_text.hash = item_hash"
                f" WHERE pack_hash IN (SELECT hash {active}) AND json_extract(body, '$.review_by') < ?",
                (today,),
            ).fetchone()[0]
            files = dict(connection.execute(f"SELECT hash, title {active} AND file <> ''"))
    except sqlite3.Error as failure:
        return ground.check("packs", "error", "database_bad", detail=failure)
    counts = {"banks": banks, "playable": playable, "mend": items - playable, "late": late}
    # Imported here for its cost: children do without.
    from kiosk.packs.installed import is_sound

    if damaged := [title for name, title in files.items() if not is_sound(ground.home, name)]:
        titles = say("staff.list_comma", ground.language).join(damaged)
        return ground.check("packs", "error", "packs_damaged", titles=titles)
    if not playable:
        return ground.check("packs", "error", "packs_none", **counts)
    if late:
        return ground.check("packs", "warning", "packs_late", **counts)
    return ground.check(
        "packs", "warning" if items > playable else "ok", "packs_mend" if items > playable else "packs", **counts
    )


def door(ground: Ground) -> Check:
    """Whether the staff door has a PIN: before that, anybody may set one."""
    try:
        with ground.store.read() as connection:
            known = connection.execute("SELECT count(*) FROM staff_pin WHERE role = 'admin'").fetchone()[0]
    except sqlite3.Error as failure:
        return ground.check("door", "error", "database_bad", detail=failure)
    return ground.check("door", "ok" if known else "warning", "door" if known else "door_open")


def version(ground: Ground) -> Check:
    """Which program this is, and whether an update was taken back because it did not open."""
    from kiosk.install.update import failed_version  # here for its cost: children do without

    if failed := failed_version(ground.home):
        return ground.check("version", "warning", "update_failed", version=__version__, failed=failed)
    return ground.check("version", "ok", version=__version__, kiosk=ground.store.kiosk)


CHECKS: tuple[Callable[[Ground], Check], ...] = (
    *(memory, opening, disk, database, backup, packs),
    *(door, clock, fonts, speech, sound, microphone, screen, booth, retention, accesses, privacy, sync, version),
)
