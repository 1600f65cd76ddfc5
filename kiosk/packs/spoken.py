"""Texts that a person has read, by what they say: reading aloud asks here before any synthetic voice."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.packs.content import ContentShelf
from kiosk.packs.plain import fold
from kiosk.stations.station import Brought

KIND = "voices"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text read by `voice` (for staff; it names no person): `id` names this very recording, `sound` is a file."""

    id: str
    voice: str
    sound: bytes


class SpokenTexts:
    """The newest pack's reading of a text counts. Packs are looked at anew when others became active."""

    def __init__(self, content: ContentShelf) -> None:
        self._content = content
        self._from: Sequence[Brought] = ()
        self._places: dict[str, tuple[str, str, dict[str, str]]] = {}

    def find(self, text: str, language: str) -> Spoken | None:
        """`text` as a person reads it; `None` when nobody has. Any thread may ask; it reads the disk."""
        self._look()
        place = self._places.get(_key(text))
        if place is None:
            return None
        pack, file, names = place
        sound = self._content.sound(f"{pack}/{KIND}/{file}")
        if sound is None:
            return None
        return Spoken(f"{pack}/{file}", names.get(language) or names["zh"], sound)

    def _look(self) -> None:
        brought = self._content.brought(KIND)
        if list(brought) == list(self._from):
            return
        places: dict[str, tuple[str, str, dict[str, str]]] = {}
        for one in brought:
            for clip in one.data["clips"]:
                places.setdefault(_key(clip["text"]), (one.pack_hash, clip["file"], one.data["voice"]))
        self._from, self._places = brought, places


def _key(text: str) -> str:
    """What counts of a text: not its spaces, and not a full stop behind it, which joining texts adds."""
    return fold(text).rstrip("。.")
