"""What may be done with a take: the base's setting and the consents of every voice in it. Pure.

`closed`: nothing. `once`: anybody may record and hear; nothing is kept. `consent`: each right needs that consent of
every voice, and those before it; nothing is kept until somebody is named as in charge of personal information.
"""

import hashlib
import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kiosk.core.booth import CONSENT_KINDS, ConsentKind, Release, Rights

TERMS = ("booth_mode", "days_unreviewed", "months_approved", "years_register", "privacy_officer")
"""The settings that a guardian agrees to: when one changes, the consent is asked for again."""


SPANS = re.compile(r"(\d+)-(\d+)-(\d+)-[0-9a-f]{4}")


@dataclass(frozen=True, slots=True)
class Agreed:
    """How long a guardian agreed to have a take kept: unreviewed, and at most."""

    days_unreviewed: int
    months_approved: int


def terms_version(settings: Mapping[str, Any]) -> str:
    """A short name for what is printed on the form today: the three terms, and a hash of all of them.

    `7-12-3-9f2c`: seven days unreviewed, twelve months, three years in the register. A base that goes back to what it
    was comes back to the same name, and so do two kiosks with the same rules.
    """
    text = json.dumps([settings[key] for key in TERMS], ensure_ascii=False)
    spans = "-".join(str(settings[key]) for key in TERMS[1:4])
    return f"{spans}-{hashlib.sha256(text.encode()).hexdigest()[:4]}"


def agreed(terms: str) -> Agreed | None:
    """What the version says; `None` for one that was named before versions told."""
    found = SPANS.fullmatch(terms)
    return Agreed(int(found[1]), int(found[2])) if found else None


def rights(settings: Mapping[str, Any], voices: Sequence[Collection[ConsentKind]]) -> Rights:
    """The rights over a take in which these voices speak; each is the set of consents in force for one."""
    match settings["booth_mode"]:
        case "once":
            return Rights(record=True)
        case "consent" if voices:
            agreed = [all(kind in voice for voice in voices) for kind in CONSENT_KINDS]
            steps = [all(agreed[: place + 1]) for place in range(len(agreed))]
            record, keep, play, _ = steps
            named = bool(str(settings["privacy_officer"]).strip())
            # To publish needs no consent to play at the base: they are two different listeners.
            publish = keep and agreed[3]
            return Rights(record, keep and named, play and named, publish and named)
        case _:
            return Rights()


def needed(release: Release) -> tuple[ConsentKind, ...]:
    """The consents without which a take released that far may not exist."""
    return ("record", "keep") if release == "keep" else ("record", "keep", release)
