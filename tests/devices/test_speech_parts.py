"""A long text is read in parts where a person has read some of it; manners of reading really differ."""

import io
import wave
from pathlib import Path
from threading import Event

import numpy
import pytest
import soundfile

from kiosk.devices.child_speech import ChildSpeech
from kiosk.devices.sound import Finished, SilentPlayer
from kiosk.devices.speech_parts import parts, sentences
from kiosk.devices.voices import MANNERS, RATES, rate_of

TEXT = "昨天下雨，小桥又窄又滑。一位奶奶走得很慢。奶奶说：“谢谢你们。”让一让，很暖和！再见"


class Clip:
    """A recording of 0.2 s."""

    id, voice = "aa/clip", "本校老师"

    def __init__(self) -> None:
        sound = io.BytesIO()
        soundfile.write(sound, numpy.full(9600, 0.2), 48_000, format="OGG")
        self.sound = sound.getvalue()


class Noting(SilentPlayer):
    """Notes how long each sound is that it was handed."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    def play_file(self, path: Path, finished: Finished | None = None) -> int:
        with wave.open(str(path), "rb") as sound:
            self.seconds.append(sound.getnframes() / sound.getframerate())
        return super().play_file(path, finished)


def read(speech: ChildSpeech, text: str, manner: str = "") -> None:
    """Read to the end."""
    over = Event()
    speech.on_finished = over.set
    speech.read(text, manner)
    assert over.wait(20)


def test_sentences_lose_nothing() -> None:
    assert "".join(sentences(TEXT)) == TEXT
    assert sentences(TEXT)[2] == "奶奶说：“谢谢你们。”"
    assert sentences("第一行\n\n第二行") == ["第一行\n\n", "第二行"]
    assert sentences("") == []


@pytest.mark.parametrize(
    ("recorded", "found"),
    [
        ({TEXT}, [TEXT]),
        (set(), [TEXT]),
        ({"一位奶奶走得很慢。"}, [sentences(TEXT)[0], "一位奶奶走得很慢。", "".join(sentences(TEXT)[2:])]),
        ({"".join(sentences(TEXT)[:2])}, ["".join(sentences(TEXT)[:2]), "".join(sentences(TEXT)[2:])]),
        ({"再见"}, ["".join(sentences(TEXT)[:4]), "再见"]),
        (set(sentences(TEXT)), sentences(TEXT)),
    ],
)
def test_recordings_come_apart_from_the_rest(recorded: set[str], found: list[str]) -> None:
    """The longest recording from each sentence on; nothing recorded is one part."""
    assert parts(TEXT, recorded.__contains__) == found
    assert "".join(parts(TEXT, recorded.__contains__)) == TEXT


def test_a_script_is_heard_as_it_was_recorded_line_by_line(tmp_path: Path) -> None:
    """A person's clip, the engine's sentence between, a clip again; another manner is the engine's alone."""
    player = Noting()
    speech = ChildSpeech(tmp_path, player)
    lines = sentences(TEXT)
    speech.use_recorded(lambda text, language: Clip() if text in (lines[0], lines[2]) else None)
    read(speech, "".join(lines[:3]))
    assert [round(one, 1) for one in player.seconds][::2] == [0.2, 0.2]
    assert player.seconds[1] > 1
    assert speech.state().params == {"voice": "本校老师"}
    player.seconds.clear()
    read(speech, "".join(lines[:3]), "calm")
    assert len(player.seconds) == 1
    assert "Mandarin" in speech.voice_name()
    speech.close()


def test_two_manners_are_two_readings(tmp_path: Path) -> None:
    """One is slower and lower than the other: a child hears that there is more than one way to say it."""
    assert len({rate_of(language, manner) for language in RATES for manner in MANNERS}) == len(RATES) * len(MANNERS)
    player = Noting()
    speech = ChildSpeech(tmp_path, player)
    for manner in ("calm", "lively"):
        read(speech, TEXT, manner)
    calm, lively = player.seconds
    assert calm > 1.3 * lively
    speech.close()
    low, high = (_pitch(tmp_path, rate_of("zh", manner)) for manner in ("calm", "lively"))
    assert high > 1.1 * low


def _pitch(home: Path, rate: int) -> float:
    """The commonest pitch of a rendering in Hz, by the strongest echo of a twentieth of a second of itself."""
    from kiosk.devices.speech_cache import cache_name

    sound, frames = soundfile.read(home / "cache/speech" / cache_name(TEXT, "sit/cmn", rate))
    size = frames // 20
    pitches = []
    for start in range(0, len(sound) - size, size):
        piece = sound[start : start + size]
        if piece.std() > 0.05:
            echo = numpy.correlate(piece, piece, "full")[size:]
            shortest, longest = frames // 400, frames // 70
            pitches.append(frames / (shortest + int(echo[shortest:longest].argmax()) + 1))
    return float(numpy.median(pitches))
