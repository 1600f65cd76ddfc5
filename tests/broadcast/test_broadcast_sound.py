"""What a broadcast sounds like, by figures: loudness and true peak by a referee, silence cut, music under the voice."""

from pathlib import Path

import numpy
import pytest
import soundfile
from numpy.typing import NDArray

from kiosk.broadcast.dynamics import hop_levels, limit
from kiosk.broadcast.loudness import Sound, loudness, peaks, true_peak
from kiosk.broadcast.measure import figures
from kiosk.broadcast.mixing import Music, broadcast, resampled
from kiosk.broadcast.mp3 import as_mp3, is_mp3
from kiosk.broadcast.voice import cleaned, trimmed, words
from kiosk.core.booth import RATE, SILENCE_DB
from kiosk.core.places import program_folder
from tests.broadcast.referee import Measured, measure
from tests.devices.microphone import SPEECH, speak

RANDOM = numpy.random.default_rng(6)
SOUNDS = program_folder() / "assets" / "sounds"


def pcm(sound: Sound) -> bytes:
    """16-bit samples."""
    return numpy.round(sound * 32_767).clip(-32_768, 32_767).astype("<i2").tobytes()


def referee(sound: Sound) -> Measured:
    """What libebur128 says of it."""
    return measure(pcm(sound))


def tone(hertz: float, seconds: float, height: float) -> Sound:
    """A sine."""
    wave = height * numpy.sin(2 * numpy.pi * hertz / RATE * numpy.arange(int(seconds * RATE)))
    return numpy.asarray(wave, dtype=numpy.float32)


def noise(seconds: float, height: float) -> Sound:
    """A steady hiss."""
    return (height * RANDOM.standard_normal(int(seconds * RATE))).astype(numpy.float32)


@pytest.fixture(scope="module")
def speech(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    """Mandarin, about nine seconds."""
    samples = speak(SPEECH * 3, tmp_path_factory.mktemp("speech") / "speech.wav")
    return numpy.frombuffer(samples, "<i2").astype(numpy.float32) / numpy.float32(32_768)


@pytest.fixture(scope="module")
def music() -> Music:
    """Our own."""

    def asset(name: str) -> Sound:
        sound, rate = soundfile.read(SOUNDS / f"{name}.wav", dtype="float32")
        return resampled(sound, rate)

    return Music(asset("booth-jingle"), asset("booth-bed"))


@pytest.mark.parametrize("height", [0.9, 0.1, 0.01])
def test_loudness_agrees_with_the_referee(speech: Sound, height: float) -> None:
    """For tones, hiss, speech with long pauses; within 0.1 LU."""
    gaps = numpy.concatenate([speech, numpy.zeros(3 * RATE, numpy.float32), speech * numpy.float32(0.1)])
    for sound in (tone(1000, 3, height), tone(60, 3, height), noise(3, height / 4), gaps * numpy.float32(height)):
        assert loudness(sound) == pytest.approx(referee(sound).loudness, abs=0.1)


def test_a_tone_of_the_standard() -> None:
    """997 Hz at full scale in one channel is -3.01 LUFS (BS.1770); silence and snippets have none."""
    assert loudness(tone(997, 5, 1.0)) == pytest.approx(-3.01, abs=0.02)
    assert loudness(numpy.zeros(RATE, numpy.float32)) == SILENCE_DB
    assert loudness(tone(997, 0.3, 1.0)) == SILENCE_DB


@pytest.mark.parametrize("hertz", [997.0, 6000.0, 11_999.0, 15_000.0])
def test_true_peaks_between_the_samples_are_found(hertz: float) -> None:
    """A tone whose samples miss its crests; within 0.3 dB of the truth, like the referee."""
    sound = tone(hertz, 1, 0.5)
    assert true_peak(sound) == pytest.approx(-6.02, abs=0.3)
    assert true_peak(sound) == pytest.approx(referee(sound).true_peak, abs=0.3)


def test_the_limiter_keeps_the_ceiling_and_nothing_else(speech: Sound) -> None:
    """No true peak above; where it was quiet not a sample changes; no step in the gain."""
    loud = (speech * 4).astype(numpy.float32)
    out = limit(loud, peaks(loud), -1.8)
    assert true_peak(out) <= -1.7
    heard = numpy.abs(loud) > 1e-3
    gain = out / numpy.where(heard, loud, 1)
    assert numpy.abs(numpy.diff(gain))[heard[1:] & heard[:-1]].max() < 0.01
    assert limit(speech, peaks(speech), 6.0) is speech


@pytest.mark.parametrize("level", [1.0, 0.2, 0.02, 0.004])
def test_a_broadcast_is_as_loud_as_radio(speech: Sound, music: Music, level: float) -> None:
    """-16 LUFS within 0.5 LU and -1.5 dBTP by the referee, for shouting and whispering children alike."""
    take = (speech * level + noise(len(speech) / RATE, 0.0005)).astype(numpy.float32)
    made = broadcast(trimmed(cleaned(take)), music)
    told = referee(made.sound)
    assert told.loudness == pytest.approx(-16.0, abs=0.5)
    assert told.true_peak <= -1.5
    assert made.loudness == pytest.approx(told.loudness, abs=0.1)
    assert made.true_peak == pytest.approx(told.true_peak, abs=0.1)


def test_a_clipped_take_and_a_silent_one_end_well(music: Music) -> None:
    """Nothing but noise at full scale; nothing but zeros: a broadcast all the same, under the ceiling."""
    for take in (noise(3, 3.0).clip(-1, 1).astype(numpy.float32), numpy.zeros(2 * RATE, numpy.float32)):
        made = broadcast(trimmed(cleaned(take)), music)
        assert referee(made.sound).true_peak <= -1.5
        assert referee(made.sound).loudness == pytest.approx(-16.0, abs=0.5)
        assert numpy.isfinite(made.sound).all()


def test_music_sinks_under_the_voice_and_fades_out(speech: Sound, music: Music) -> None:
    """The bed by itself: at least 8 dB lower under words than alone, silent at the end."""
    voice = trimmed(cleaned(speech))
    with_bed = broadcast(voice, music).sound
    without = broadcast(voice, Music(music.jingle, numpy.full(RATE, 1e-9, numpy.float32))).sound
    size = min(len(with_bed), len(without))
    begins = len(music.jingle) + int(0.6 * RATE)
    under = slice(begins + RATE, begins + len(voice) - RATE)
    scale = float(numpy.dot(with_bed[under], without[under]) / numpy.dot(without[under], without[under]))
    bed = with_bed[:size] - scale * without[:size]
    after = bed[begins + len(voice) + RATE // 2 : begins + len(voice) + int(1.5 * RATE)]
    assert 20 * numpy.log10(rms(after) / rms(bed[under])) > 8
    assert rms(with_bed[-RATE // 20 :]) < 1e-3
    assert numpy.abs(with_bed[:48]).max() < 0.01


def rms(sound: NDArray[numpy.float32]) -> float:
    """Root mean square."""
    return float(numpy.sqrt(numpy.mean(numpy.square(sound, dtype=numpy.float64))))


def test_silence_is_cut_at_both_ends_only(speech: Sound) -> None:
    """Two seconds before, three after, a click among them; the pause between the words stays."""
    said = speech[slice(*(hop * 480 for hop in words(speech)))]
    quiet = noise(2, 0.001)
    quiet[RATE : RATE + 100] = 0.3
    take = numpy.concatenate([quiet, said, noise(1.5, 0.001), said, noise(3, 0.001)]).astype(numpy.float32)
    left = len(trimmed(take)) / RATE
    assert left == pytest.approx(2 * len(said) / RATE + 1.5 + 0.4, abs=0.35)
    assert len(trimmed(numpy.zeros(RATE, numpy.float32))) == RATE


def test_noise_is_turned_down_gently_and_the_voice_stays(speech: Sound) -> None:
    """Hiss between the words by 4 to 9 dB; the words themselves correlate; hum below 60 Hz is gone."""
    hiss, pause = noise(len(speech) / RATE + 2, 0.004), numpy.zeros(2 * RATE, numpy.float32)
    take = (numpy.concatenate([speech, pause]) + hiss[: len(speech) + 2 * RATE]).astype(numpy.float32)
    out = cleaned(take)
    assert len(out) == len(take)
    lower = 20 * numpy.log10(rms(take[-RATE:]) / rms(out[-RATE:]))
    assert 4 < lower < 9
    assert numpy.corrcoef(out[: len(speech)], speech)[0, 1] > 0.98
    hum = (speech + tone(30, len(speech) / RATE, 0.2)[: len(speech)]).astype(numpy.float32)
    assert rms(cleaned(hum) - cleaned(speech)) < 0.02


def test_figures(speech: Sound) -> None:
    """Loudness by the referee; the pause that was made; the samples that were cut off; pace against the script."""
    said = speech[slice(*(hop * 480 for hop in words(speech)))]
    rest = noise(2, 0.001)
    told = figures(numpy.concatenate([said, rest, said]))
    once = figures(said)
    assert told.pauses == 2 * once.pauses + 1
    assert told.longest_pause == pytest.approx(2.0, abs=0.15)
    assert told.speech == pytest.approx(2 * len(said) / RATE + 2, abs=0.15)
    assert told.loudness == pytest.approx(referee(numpy.concatenate([said, rest, said])).loudness, abs=0.1)
    assert told.clipped == 0
    assert figures((said * 50).clip(-1, 1)).clipped > 0.1
    assert told.pace(100) == pytest.approx(6000 / told.speech)
    silent = figures(numpy.zeros(RATE, numpy.float32))
    assert (silent.speech, silent.pauses, silent.pace(100)) == (0.0, 0, 0.0)


def test_what_is_no_mp3_is_told(speech: Sound, tmp_path: Path) -> None:
    """The encoders that lie write WAV or Ogg under the name of an MP3."""
    assert is_mp3(as_mp3(speech))
    for name in ("WAV", "FLAC", "OGG"):
        soundfile.write(tmp_path / "a", speech, RATE, format=name)
        assert not is_mp3((tmp_path / "a").read_bytes())
    assert not is_mp3(b"")
    assert hop_levels(numpy.zeros(0, numpy.float32)).size == 0
