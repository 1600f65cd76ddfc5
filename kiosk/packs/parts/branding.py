"""The rules of `content/branding.schema.json`: a base's name, its mascot, its colours, its pictures."""

from collections.abc import Iterable, Iterator
from typing import Any

from kiosk.packs.fields import Fault, named, number, one_of, table, text
from kiosk.packs.palette import COLOURS, LEAST, SHADES, palette, weak_pairs
from kiosk.packs.parts.naming import FILE, OURS, names, not_ours

COLOUR = text(7, 7, "#[0-9A-Fa-f]{6}")
BRANDING = table(
    ("format",),
    {
        "format": number(1, 1),
        "name": names(16, 48),
        "mascot": names(6, 20),
        "colours": named(one_of(*COLOURS), COLOUR),
        "pictures": named(text(1, 60, OURS), text(1, 60, FILE)),
    },
)
WORDS = {name: name for name in ("white", *COLOURS)} | {name: f"{name} ({of})" for name, (of, _) in SHADES.items()}
"""How colours are called in sentences: a shade with the colour that it follows."""


def faults(data: Any) -> list[Fault]:
    """Everything that is wrong with a brand: its fields, then colours that cannot be read, then unknown pictures."""
    return list(BRANDING(data)) or [*_weak(data.get("colours", {})), *_unknown(data)]


def pictures(data: Any) -> Iterable[tuple[str, str]]:
    """The pictures that it brings."""
    return ((f"pictures.{ours}", name) for ours, name in data.get("pictures", {}).items())


def _weak(given: dict[str, str]) -> Iterator[Fault]:
    colours = palette(given) | {"white": "#FFFFFF"}
    for words, ground, found in weak_pairs(given):
        mend = [one for one in dict.fromkeys((_origin(words), _origin(ground))) if one != "white"]
        given_first = next((one for one in mend if one in given), mend[0])
        params = {
            "words": WORDS[words],
            "words_colour": colours[words],
            "ground": WORDS[ground],
            "ground_colour": colours[ground],
            # Cut, not rounded: 4.49 is not enough and must not be told as 4.5.
            "contrast": f"{int(found * 100) / 100:.2f}",
            "least": LEAST,
            "mend": ", ".join(mend),
        }
        yield Fault(f"colours.{given_first}", "contrast_weak", params)


def _unknown(data: Any) -> Iterator[Fault]:
    return not_ours((f"pictures.{ours}", ours) for ours in data.get("pictures", {}))


def _origin(name: str) -> str:
    return SHADES[name][0] if name in SHADES else name
