"""What packs bring besides quiz banks, by kind: each kind is a folder of JSON files, checked by `parts/<kind>.py`.

Such a module has `faults(data) -> list[Fault]`, which looks through the JSON of one file and names all that is wrong;
its rules are those of `content/<kind>.schema.json`. Where its files speak of pictures or sounds that lie beside them,
it also has `pictures(data)` or `sounds(data)`: pairs of a path and the name (without ending) that stands there, asked
of sound files only. A kind without its module is not accepted yet.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from kiosk.packs.fields import Fault

KINDS = (
    *("banks", "conventions", "scripts", "voices", "pictures", "feeds"),
    *("claims", "scenes", "promises", "numbers", "branding"),
)
"""All that a pack can bring. `banks` are no part like the others: `native.py` reads them."""
FORMAT = 1
"""The `format` of all files of content. A newer one is refused."""
PICTURES = ("png", "jpg", "jpeg", "webp")
"""Pictures are pixels: how large one becomes stands in its header. SVG is a program: references that lead outside,
entities, groups that multiply, drawn by a reader that knows no bounds."""
SOUNDS = ("flac", "wav", "ogg")
Faults = Callable[[Any], list[Fault]]
Named = Callable[[Any], Iterable[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Part:
    """How files of one kind are looked through; `pictures` and `sounds` tell of what they speak, and where."""

    faults: Faults
    pictures: Named
    sounds: Named


@cache
def part(kind: str) -> Part | None:
    """The checks of `kind`, or `None` when this program does not know it (yet)."""
    name = f"{__name__}.{kind}"
    if kind not in KINDS or find_spec(name) is None:
        return None
    module = import_module(name)
    return Part(module.faults, getattr(module, "pictures", _none), getattr(module, "sounds", _none))


def known() -> tuple[str, ...]:
    """The kinds that a pack may bring here."""
    return tuple(kind for kind in KINDS if kind == "banks" or part(kind))


def _none(data: Any) -> Iterable[tuple[str, str]]:
    """Nothing lies beside files of this kind."""
    return ()
