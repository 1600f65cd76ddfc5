"""What a teacher reads at the kiosk is a pack of the base's own, and reading aloud finds it."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
import soundfile

from kiosk.core.clock import SteppedClock
from kiosk.core.errors import KioskError
from kiosk.packs import trust
from kiosk.packs.content import ContentShelf
from kiosk.packs.library import Library
from kiosk.packs.spoken import SpokenTexts
from kiosk.packs.studio import Studio
from kiosk.store.store import Store

VOICE = {"zh": "本校老师", "en": "A teacher of ours"}


@pytest.fixture
def studio(library: Library, store: Store, clock: SteppedClock) -> Studio:
    """A studio in which nobody has read yet."""
    return Studio(library, store, clock, lambda: "本机录音")


@pytest.fixture
def read(studio: Studio) -> Callable[[str], None]:
    """Somebody reads a text."""

    def read(text: str) -> None:
        sound = io.BytesIO()
        soundfile.write(sound, [0.1] * 4800, 48_000, format="OGG")
        studio.clip(text).write_bytes(sound.getvalue())
        studio.add(text)

    return read


def test_readings_become_a_pack(
    studio: Studio, read: Callable[[str], None], store: Store, clock: SteppedClock, tmp_path: Path
) -> None:
    """Signed and trusted without anybody's doing; a later publication takes its place."""
    spoken = SpokenTexts(ContentShelf(tmp_path / "no content", store))
    with pytest.raises(KioskError, match=r"packs\.build_nothing"):
        studio.publish("本校示范", VOICE)
    read("先问大人。")
    read("先 问大人。")
    read("好，再见！")
    assert [one.text for one in studio.readings()] == ["先 问大人。", "好，再见！"]
    row = studio.publish("本校示范", VOICE)
    assert row.brings == "voices"
    with store.read() as db:
        assert [one.name for one in trust.trusted(db)] == ["本机录音"]
    found = spoken.find("先问大人。", "zh")
    assert found
    assert found.voice == "本校老师"
    assert soundfile.info(io.BytesIO(found.sound)).format == "OGG"
    clock.step(5_000)
    studio.remove("好，再见！")
    studio.publish("本校示范", VOICE)
    assert spoken.find("好，再见！", "zh") is None
    assert spoken.find("先问大人。", "zh")
    with store.read() as db:
        assert len(trust.trusted(db)) == 1


def test_a_voice_that_cannot_be_is_told(studio: Studio, read: Callable[[str], None]) -> None:
    """Nothing is installed then."""
    read("先问大人。")
    with pytest.raises(KioskError, match=r"packs\.pack_fault"):
        studio.publish("本校示范", {"zh": "老" * 13})
