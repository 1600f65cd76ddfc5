"""How a class session goes. Pure: it follows from the facts that were recorded, so a power cut loses nothing of it."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random

from kiosk.core.events import ClassSessionMoved, ClassSessionStarted, Event

PLANS: dict[str, tuple[str, ...]] = {
    "pre_post": ("pre", "play", "post"),
    "pre": ("pre", "play"),
    "post": ("post",),
    "booster": ("booster",),
    "play": ("play",),
}
"""The parts of each plan, in order."""
FORM_MOMENTS = ("pre", "post", "booster")
"""Parts in which forms are done."""
ENDED = "ended"
CODE_DIGITS = 4
SPACE = uuid.UUID("8f6a3a52-6c0e-5b0e-9d55-2f6d0d3a9a10")
"""The namespace of session ids."""
MINUTE_MS = 60_000
OVERTIME_MS = 15 * MINUTE_MS
"""So long after its time box a session that nobody ended ends by itself: the next class must not fall into it."""
LONGEST_MS = 24 * 60 * MINUTE_MS


@dataclass(frozen=True, slots=True)
class Asked:
    """What a teacher chose: `packs` empty for all of them, `forms` the pack whose forms are used, empty for ours."""

    class_label: str
    plan: str = "pre_post"
    minutes: int = 45
    packs: tuple[str, ...] = ()
    present: int = 0
    forms: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """A session as this kiosk knows it. Times are milliseconds since 1970 UTC, by this machine's clock.

    `joined` when another kiosk began it.
    """

    id: str
    code: str
    asked: Asked
    started_ms: int
    moment: str
    moved_ms: int
    joined: bool = False

    @property
    def ended(self) -> bool:
        """Whether it is over."""
        return self.moment == ENDED

    @property
    def testing(self) -> bool:
        """Whether forms are done now."""
        return self.moment in FORM_MOMENTS

    @property
    def following(self) -> str:
        """The part after the present one; `ended` after the last."""
        parts = PLANS[self.asked.plan]
        place = parts.index(self.moment) + 1 if self.moment in parts else len(parts)
        return parts[place] if place < len(parts) else ENDED

    def left_ms(self, now: int) -> int:
        """What is left of the time box; below 0 when it is over. A clock that was set back counts as standing still."""
        return self.asked.minutes * MINUTE_MS - max(0, now - self.started_ms)

    def forgotten(self, now: int) -> bool:
        """Whether nobody ended it: its time box is long over, or it is of another day."""
        return self.left_ms(now) <= -OVERTIME_MS or self.started_ms - now > LONGEST_MS


def session_id(base: str, day: str, code: str) -> str:
    """The id of the session with `code` on `day` (`2026-11-20`, local) at the base called `base`.

    A UUID of version 5 over the three: kiosks of one base that are told the same code on the same day come to the same
    id without a network. All kiosks of a base must carry the same name in their settings.
    """
    return str(uuid.uuid5(SPACE, "\n".join((base.strip(), day, code))))


def new_code(taken: Iterable[str], random: Random) -> str:
    """A code of four digits that is none of `taken`; it never begins with 0, which people leave out."""
    free = sorted({str(number) for number in range(1000, 10_000)} - set(taken))
    return random.choice(free)


def is_code(typed: str) -> bool:
    """Whether `typed` can be a session's code."""
    return len(typed) == CODE_DIGITS and typed.isascii() and typed.isdigit()


def begun(event: ClassSessionStarted, utc_ms: int) -> Session:
    """The session that `event` began, in the first part of its plan."""
    asked = Asked(event.class_label, event.plan, event.minutes, event.packs, event.present, event.forms)
    return Session(event.session, event.code, asked, utc_ms, PLANS[event.plan][0], utc_ms, event.joined)


def moved(session: Session, event: ClassSessionMoved, utc_ms: int) -> Session:
    """The session after `event`."""
    return replace(session, moment=event.moment, moved_ms=utc_ms)


def replayed(facts: Iterable[tuple[Event | None, int]]) -> Session | None:
    """The session that `facts` (events with their times, in order) tell of; `None` without its beginning.

    One that was ended here and joined again begins anew.
    """
    session: Session | None = None
    for event, utc_ms in facts:
        if isinstance(event, ClassSessionStarted) and event.plan in PLANS:
            session = begun(event, utc_ms) if session is None or session.ended else session
        elif isinstance(event, ClassSessionMoved) and session and event.session == session.id:
            session = moved(session, event, utc_ms)
    return session
