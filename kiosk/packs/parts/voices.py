"""The rules of `content/voices.schema.json`: texts read by a person, each in a sound file beside."""

from collections.abc import Iterable, Iterator
from typing import Any

from kiosk.packs import limits
from kiosk.packs.fields import Fault, many, number, one_of, table, text
from kiosk.packs.parts.naming import FILE, names
from kiosk.packs.plain import fold

MOST = 1_000
CLIP = table(("text", "file"), {"text": text(1, limits.EXPLANATION), "file": text(1, 60, FILE)})
VOICES = table(
    ("format", "language", "voice", "clips"),
    {
        "format": number(1, 1),
        "language": one_of("zh", "en"),
        "voice": names(12, 40),
        "clips": many(1, MOST, CLIP),
    },
)


def faults(data: Any) -> list[Fault]:
    """Everything that is wrong with a voice: its fields, then texts that are read twice."""
    return list(VOICES(data)) or list(_twice(data["clips"]))


def sounds(data: Any) -> Iterable[tuple[str, str]]:
    """The sound of each text."""
    return ((f"clips.{place}.file", clip["file"]) for place, clip in enumerate(data["clips"]))


def _twice(clips: list[dict[str, str]]) -> Iterator[Fault]:
    """Readers look for a text whatever its spaces and the width of its marks are."""
    seen: dict[str, int] = {}
    for place, clip in enumerate(clips):
        before = seen.setdefault(fold(clip["text"]), place)
        if before != place:
            yield Fault(f"clips.{place}.text", "clip_twice", {"before": before + 1})
