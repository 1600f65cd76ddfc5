"""How this base looks: what its newest brand and the pictures of its packs make of ours."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kiosk.packs.our_pictures import ours
from kiosk.packs.palette import palette
from kiosk.stations.station import Brought, Content

MASCOT = "yingying"
OURS = "none"
"""The choice of no brand at all."""
BUILT_IN = "built_in"


@dataclass(frozen=True)
class Dress:
    """`name` and `mascot` are texts by language; `colours` all those of `palette`; `pictures` tells which picture
    (`<pack hash>/<kind>/<name>`) stands for which of ours.
    """

    name: Mapping[str, str]
    mascot: Mapping[str, str]
    colours: Mapping[str, str]
    pictures: Mapping[str, str]

    @cached_property
    def mark(self) -> str:
        """Differs when the pictures do; empty where all are ours."""
        if not self.pictures:
            return ""
        return hashlib.sha256(json.dumps(self.pictures, sort_keys=True).encode()).hexdigest()[:8]


def dressed(content: Content, chosen: str = "") -> Dress:
    """A brand over ours; its pictures over those that other packs bring, the newest first.

    `chosen` is the pack whose brand is worn, or `OURS`; the newest where it is empty or that pack is gone.
    """
    brands = content.brought("branding")
    if chosen == OURS:
        brands = [one for one in brands if one.pack == BUILT_IN]
    elif any(one.pack == chosen for one in brands):
        brands = [one for one in brands if one.pack in (chosen, BUILT_IN)]
    fields: dict[str, Any] = {**brands[-1].data, **brands[0].data}
    pictures = {
        name: place
        for file in reversed([] if chosen == OURS else content.brought("pictures"))
        for name, place in _listed(file)
    }
    pictures |= dict(_worn(brands[0]))
    colours = palette({**brands[-1].data["colours"], **fields["colours"]})
    return Dress(_both(fields.get("name", {})), _both(fields["mascot"]), colours, pictures)


def _both(names: Mapping[str, str]) -> dict[str, str]:
    """A text in both languages: Chinese stands where there is no English."""
    zh = names.get("zh", "")
    return {"zh": zh, "en": names.get("en") or zh}


def _listed(file: Brought) -> Iterator[tuple[str, str]]:
    return ((one["stands_for"], _place(file, one["file"])) for one in file.data["pictures"])


def _worn(brand: Brought) -> Iterator[tuple[str, str]]:
    """The pictures of a brand. A mascot of which it has one picture has it in every pose: no stranger appears."""
    given = {name: _place(brand, file) for name, file in brand.data.get("pictures", {}).items()}
    if MASCOT in given:
        yield from ((pose, given[MASCOT]) for pose in ours(MASCOT))
    yield from given.items()


def _place(file: Brought, name: str) -> str:
    return f"{file.pack_hash}/{file.kind}/{name}"
