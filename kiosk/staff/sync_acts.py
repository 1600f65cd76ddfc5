"""What the page about the hub does, each on a thread of its own and told in a sentence. No Qt."""

from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.staff.giving_up import Progress
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.sync import link, status
from kiosk.sync.link import Link


def now(parts: StaffParts, waiting: int, progress: Progress) -> str:
    """All that the courier does. Raises KioskError or GivenUp."""
    from kiosk.sync.delivery import Delivered
    from kiosk.sync.post import PostOffice
    from kiosk.sync.turn import TURN_S

    done = Delivered()
    post = PostOffice(parts.home, parts.store, parts.clock, down=parts.down() if parts.down else None)
    try:
        post.deliver(lambda: progress.stopping, lambda: progress.step(done.sent, waiting), done=done, patience_s=TURN_S)
    finally:
        post.close()
    found = status.read(parts.home, parts.store, parts.clock.utc_ms())
    told = parts.say(
        "sync.told_delivered", sent=done.sent, accepted=done.accepted, refused=done.refused, waiting=found.waiting
    )
    return f"{told}\n{status.told_done(done, parts.language())}"


def receipt(parts: StaffParts, role: Role, file: Path) -> str:
    """Take what the hub has answered on the stick. Raises KioskError."""
    from kiosk.sync import stick_answer

    assert parts.down is not None
    taken = stick_answer.take(parts.home, parts.store, parts.clock, file, parts.down())
    parts.door.record(role, "sync_receipt", file.name)
    got = taken.receipt
    told = parts.say("sync.told_receipt", events=got.events, refused=got.refused, moved=got.moved)
    more = parts.say("sync.told_old") if taken.old else status.told_done(taken.done, parts.language())
    return f"{told}\n{more}"


def enrol(parts: StaffParts, role: Role, address: str, code: str) -> str:
    """Tie the kiosk to the hub at `address`. Raises KioskError."""
    from kiosk.sync import identity

    made = identity.enrol(parts.home, parts.store, address, code)
    parts.door.record(role, "sync_enrolled", made.hub)
    return parts.say("sync.enrolled", url=made.url, base=made.base, kiosk=made.kiosk)


def tie(parts: StaffParts) -> Link | None:
    """The tie to the hub, if there is one that can be read."""
    try:
        return link.read(parts.home)
    except KioskError:
        return None
