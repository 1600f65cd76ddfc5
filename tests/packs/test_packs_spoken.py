"""Texts that a person has read are found, whatever their spaces; the newest pack's reading counts."""

from collections.abc import Sequence
from typing import Any, cast

from kiosk.packs.content import ContentShelf
from kiosk.packs.spoken import SpokenTexts
from kiosk.stations.station import Brought


class Shelf:
    """Packs as the content's shelf gives them."""

    def __init__(self) -> None:
        self.packs: list[Brought] = []
        self.asked: list[str] = []

    def bring(self, pack: str, *texts: str, voice: dict[str, str] | None = None) -> None:
        """A further pack, the newest."""
        clips = [{"text": text, "file": f"clip-{number}"} for number, text in enumerate(texts)]
        data: dict[str, Any] = {"voice": voice or {"zh": "老师", "en": "Teacher"}, "clips": clips}
        self.packs.insert(0, Brought("voices", "all", pack, pack, data, ""))

    def brought(self, kind: str) -> Sequence[Brought]:
        return list(self.packs)

    def sound(self, name: str) -> bytes | None:
        self.asked.append(name)
        return None if name.startswith("broken") else name.encode()


def test_found_by_what_it_says() -> None:
    shelf = Shelf()
    spoken = SpokenTexts(cast(ContentShelf, shelf))
    assert spoken.find("先问大人。", "zh") is None
    shelf.bring("aa", "先问大人。", "好，再见！")
    found = spoken.find(" 先问 大人。", "en")
    assert found
    assert (found.id, found.voice, found.sound) == ("aa/clip-0", "Teacher", b"aa/voices/clip-0")
    assert spoken.find("好,再见!", "zh")
    assert spoken.find("别的。", "zh") is None
    shelf.bring("bb", "先问大人。", voice={"zh": "新老师"})
    newer = spoken.find("先问大人。", "en")
    assert newer
    assert (newer.id, newer.voice) == ("bb/clip-0", "新老师")
    shelf.packs.clear()
    assert spoken.find("先问大人。", "zh") is None


def test_a_damaged_pack_is_silent() -> None:
    shelf = Shelf()
    shelf.bring("broken", "先问大人。")
    assert SpokenTexts(cast(ContentShelf, shelf)).find("先问大人。", "zh") is None
