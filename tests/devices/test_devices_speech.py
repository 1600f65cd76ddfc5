"""Reading aloud with the real engine, the real sound process and a speaker that can be listened to."""

import io
import os
import wave
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from time import monotonic

import pytest
import soundfile

from kiosk.devices.child_player import ChildPlayer
from kiosk.devices.child_speech import ChildSpeech
from kiosk.devices.renderer import Renderer
from kiosk.devices.sound import SilentPlayer
from kiosk.devices.speech import SilentSpeech
from kiosk.devices.speech_cache import SpeechCache, cache_name
from kiosk.devices.voices import RATES
from tests.devices.sound_daemon import Ear, wait_for

TEXT = "小朋友，收到这样的短信，先别急着点链接，先问问爸爸妈妈。"


@pytest.fixture
def player(tmp_path: Path) -> Iterator[ChildPlayer]:
    """A player without sounds of its own."""
    one = ChildPlayer(tmp_path / "sounds")
    yield one
    one.close()


def reader(home: Path, renderer: Renderer | None = None) -> ChildSpeech:
    """A voice whose player is silent: what is rendered counts, not what is heard."""
    return ChildSpeech(home, SilentPlayer(), renderer)


def read_to_the_end(speech: ChildSpeech, text: str) -> None:
    """Read `text` and wait until it is over."""
    over = Event()
    speech.on_finished = over.set
    speech.read(text)
    assert over.wait(15)
    assert not speech.reading


def test_a_sentence_is_heard_and_stops_within_100_ms(tmp_path: Path, player: ChildPlayer, ear: Ear) -> None:
    """Mandarin comes out of the speaker; after `stop` nothing does."""
    speech = ChildSpeech(tmp_path, player)
    over = Event()
    speech.on_finished = over.set
    start = monotonic()
    speech.read(TEXT)
    assert monotonic() - start < 1, "it waited for the voice"
    assert speech.reading
    wait_for(lambda: len(ear.loud_since(start)) > 50)
    stopped = monotonic()
    speech.stop()
    assert not speech.reading and over.is_set()
    ear.wait_silence(0.4)
    assert max([stopped, *ear.loud_since(stopped)]) - stopped <= 0.1
    assert speech.state().code == "devices.speech_ready"
    assert "Mandarin" in speech.voice_name()
    speech.close()


def test_a_newer_reading_takes_over(tmp_path: Path, player: ChildPlayer, ear: Ear) -> None:
    """Read twice in a row: one end is told for each, and only the second is heard to its end."""
    speech = ChildSpeech(tmp_path, player)
    ends: list[float] = []
    speech.on_finished = lambda: ends.append(monotonic())
    speech.read(TEXT)
    speech.read("好。")
    start = monotonic()
    wait_for(lambda: not speech.reading)
    assert len(ends) == 2
    assert ear.loud_since(start)
    assert monotonic() - start < 20
    speech.close()


def test_rendered_speech_is_kept_and_used_again(tmp_path: Path) -> None:
    """The second reading starts no engine: its file is the same, touched, and no engine is there to be asked."""
    speech = reader(tmp_path)
    read_to_the_end(speech, TEXT)
    assert speech.state().code == "devices.speech_ready", speech.state()
    file = tmp_path / "cache/speech" / cache_name(TEXT, "sit/cmn", RATES["zh"])
    with wave.open(str(file), "rb") as sound:
        assert sound.getnframes() / sound.getframerate() > 3
    os.utime(file, (0, 0))
    read_to_the_end(speech, TEXT)
    assert file.stat().st_mtime > 0
    assert [one.name for one in file.parent.iterdir()] == [file.name]
    speech.close()


def test_each_of_many_texts_is_rendered_whole(tmp_path: Path) -> None:
    """The engine's thread is waited for: without that, one in five had no file."""
    speech = reader(tmp_path)
    for number in range(15):
        read_to_the_end(speech, f"第{number}题。{TEXT}")
        assert speech.state().code == "devices.speech_ready", speech.state()
    files = list((tmp_path / "cache/speech").iterdir())
    assert len(files) == 15 and min(one.stat().st_size for one in files) > 300_000
    speech.close()


def test_english_has_an_english_voice(tmp_path: Path) -> None:
    """The voice follows the text's language."""
    speech = reader(tmp_path)
    read_to_the_end(speech, "Ask mum first.")
    assert "English" in speech.voice_name()
    speech.close()


def test_nothing_to_say_is_over_at_once(tmp_path: Path) -> None:
    """Punctuation would make the engine wait for ever."""
    speech = reader(tmp_path)
    read_to_the_end(speech, "……！")
    read_to_the_end(speech, "")
    assert speech.state().code == "devices.speech_untried"
    speech.close()


def test_staff_can_ask_which_voice_speaks(tmp_path: Path) -> None:
    """Before anything was read."""
    speech = reader(tmp_path)
    speech.probe()
    wait_for(lambda: speech.state().code == "devices.speech_ready")
    assert "Mandarin" in speech.voice_name()
    speech.close()


def test_without_an_engine_it_is_silent_and_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine where pyttsx3 finds no espeak: its import is broken for the child only."""
    (tmp_path / "pyttsx3.py").write_text("raise ImportError('no engine')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    speech = reader(tmp_path / "home")
    read_to_the_end(speech, TEXT)
    assert speech.state().code == "devices.speech_no_engine"
    assert speech.state().works is False
    speech.close()


def test_a_hanging_engine_is_given_up_and_overtaken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is given up after the time allowed; a newer reading does not wait that long."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    renderer = Renderer(tmp_path, "hanging_engine", timeout_s=0.5)
    speech = reader(tmp_path, renderer)
    read_to_the_end(speech, TEXT)
    assert speech.state().code == "devices.speech_slow"
    speech.close()
    patient = reader(tmp_path, Renderer(tmp_path, "hanging_engine", timeout_s=60))
    patient.read(TEXT)
    patient.read(TEXT)
    start = monotonic()
    patient.stop()
    patient.close()
    assert monotonic() - start < 20, "it waited for the engine"


def test_an_unusable_home_reads_all_the_same(tmp_path: Path) -> None:
    """Where the cache's folder should be lies a file: a folder that dies with the program stands in."""
    (tmp_path / "cache").write_text("in the way")
    speech = reader(tmp_path)
    read_to_the_end(speech, TEXT)
    assert speech.state().code == "devices.speech_ready"
    speech.close()


def test_the_cache_keeps_what_was_used_last(tmp_path: Path) -> None:
    """The oldest go first; leftovers of renderings cut short go at the next start."""
    cache = SpeechCache(tmp_path, limit_bytes=2500)
    (tmp_path / "cut.1.part").write_bytes(b"x")
    cache.open()
    for number in range(4):
        path = tmp_path / f"{number}.wav"
        path.write_bytes(b"x" * 1000)
        os.utime(path, (number, number))
    os.utime(tmp_path / "0.wav", (9, 9))
    cache.trim()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["0.wav", "3.wav"]


def test_the_silent_voice_is_never_reading() -> None:
    """Who waits for it goes on at once."""
    over = Event()
    speech = SilentSpeech()
    speech.on_finished = over.set
    speech.read(TEXT)
    assert over.is_set() and not speech.reading and speech.voice_name() == ""


@dataclass
class Clip:
    """A recording of somebody."""

    id: str
    voice: str
    sound: bytes


def test_a_person_goes_before_the_engine(tmp_path: Path) -> None:
    """The recorded text is played and kept decoded; other texts, and what is damaged, the engine reads."""
    flac = io.BytesIO()
    soundfile.write(flac, [[0.1, 0.3]] * 24_000, 24_000, format="FLAC")
    clips = {TEXT: Clip("pack/a", "本校老师", flac.getvalue()), "坏的。": Clip("pack/b", "本校老师", b"fLaC no sound")}
    speech = reader(tmp_path)
    speech.use_recorded(lambda text, language: clips.get(text))
    read_to_the_end(speech, TEXT)
    assert (speech.state().code, speech.voice_name()) == ("devices.speech_recorded", "本校老师")
    file = tmp_path / "cache/speech" / cache_name(TEXT, "pack/a", 0)
    with wave.open(str(file)) as sound:
        assert (sound.getnchannels(), sound.getframerate(), sound.getnframes()) == (1, 24_000, 24_000)
        assert abs(int.from_bytes(sound.readframes(1), "little") - 0.2 * 32_768) < 2
    os.utime(file, (0, 0))
    read_to_the_end(speech, TEXT)
    assert file.stat().st_mtime > 0
    for text in ("坏的。", "没有人读过。"):
        read_to_the_end(speech, text)
        assert speech.state().code == "devices.speech_ready", text
    assert not list(file.parent.glob("*.part"))
    speech.close()
