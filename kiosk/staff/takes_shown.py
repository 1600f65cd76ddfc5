"""Kept takes as staff read them. No Qt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kiosk.core.booth import CONSENT_KINDS, ConsentKind
from kiosk.privacy.guardian import Guardian
from kiosk.privacy.retention import DAY_MS
from kiosk.privacy.takes import State, Take

Say = Callable[..., str]
SOON_DAYS = 2
"""A term that ends this soon is said louder."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A take with what the consents say of it and when its term ends (milliseconds since 1970 UTC)."""

    take: Take
    agreed: tuple[ConsentKind, ...]
    ends_ms: int

    def days_left(self, now: int) -> int:
        """Whole days until then, 0 on the last one."""
        return max(0, (self.ends_ms - now) // DAY_MS)


def kept(guardian: Guardian, *states: State) -> list[Kept]:
    """The takes in these states, whose term ends first at the top. Blocks for some queries."""
    found = [Kept(one, guardian.agreed(one), guardian.retention.ends_ms(one)) for one in guardian.takes.all(*states)]
    return sorted(found, key=lambda one: one.ends_ms)


def moment(utc_ms: int) -> str:
    """Local day and time."""
    return datetime.fromtimestamp(utc_ms / 1000).strftime("%m-%d %H:%M")


def clock(seconds: float) -> str:
    """`1:05`."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def theme(key: str, say: Say) -> str:
    """A theme's name; a script without one is free talk."""
    return say(f"broadcast_booth.theme_{key or 'free'}")


def shown(one: Kept, now: int, say: Say) -> dict[str, Any]:
    """What a card of a list shows."""
    take, days = one.take, one.days_left(now)
    return {
        "key": take.id,
        "title": take.title or theme(take.theme, say),
        "theme": theme(take.theme, say),
        "about": say(
            "booth_staff.take_about", when=moment(take.made_ms), length=clock(take.seconds), voices=len(take.voices)
        ),
        "release": say(f"booth_staff.release_{take.release}"),
        "publish": take.release == "publish",
        "held": take.state == "held",
        "why": reasons(take.reasons, say),
        "days": say("booth_staff.days_left", days=days) if days else say("booth_staff.last_day"),
        "soon": days <= SOON_DAYS,
        "consents": [
            {"key": kind, "name": say(f"booth_staff.kind_{kind}"), "stands": kind in one.agreed}
            for kind in CONSENT_KINDS
        ],
    }


def reasons(codes: Iterable[str], say: Say) -> str:
    """Why it was held, as a sentence."""
    return say("staff.list_comma").join(say(f"booth_staff.reason_{code}") for code in codes)
