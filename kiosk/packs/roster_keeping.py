"""What is kept of a school's list, and what its teacher is told about it."""

from kiosk.core.events import StaffActed
from kiosk.core.words import say
from kiosk.packs.roster import Roster
from kiosk.store import settings
from kiosk.store.seats import merged
from kiosk.store.store import Store


def keep_roster(store: Store, roster: Roster, role: str) -> dict[str, list[str]]:
    """Add the classes to those that children choose from, with their seats; the settings as they are now.

    Raises KioskError when the disk does not take it.
    """
    with store.read() as connection:
        present = settings.read_all(connection)
    labels = [label for label, _ in roster.classes]
    kept = {
        "classes": list(dict.fromkeys([*present["classes"], *labels])),
        "class_seats": merged(present["class_seats"], dict(roster.classes)),
    }
    for key, value in kept.items():
        settings.save(store, key, value).result()
    seats = sum(seats for _, seats in roster.classes)
    store.append(StaffActed(role, "roster_imported", f"{len(labels)} classes, {seats} seats"), None)
    return kept


def roster_lines(roster: Roster, language: str) -> list[str]:
    """What was kept, what was dropped, and that a column is no consent."""
    comma = say("packs.roster_comma", language)
    classes = comma.join(say("packs.roster_class", language, label=label, seats=n) for label, n in roster.classes)
    lines = [say("packs.roster_kept", language, classes=classes)]
    if roster.dropped:
        dropped = comma.join(roster.dropped)
        lines.append(
            say("packs.roster_dropped", language, rows=roster.rows, columns=dropped, count=len(roster.dropped))
        )
    if roster.left:
        lines.append(say("packs.roster_left", language, rows=roster.left))
    if roster.consents:
        lines.append(say("packs.roster_consent", language))
    return lines
