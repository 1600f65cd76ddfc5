"""The sound process where there is no PulseAudio (Windows, macOS): the same lines, played by QSoundEffect."""

import os
import sys
import wave
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QObject, QUrl, Signal
from PySide6.QtMultimedia import QAudio, QAudioFormat, QAudioSink, QMediaDevices, QSoundEffect

from kiosk.devices.sealed_sound import Unplayable, sealed_wav
from kiosk.devices.sound_lines import PLAYED, read_line, write_line


class QtSoundChild(QObject):
    """Obeys one line at a time on the event loop. A `QSoundEffect` without a device would never say that it ended."""

    line = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._gain = 1.0
        self._playing: dict[int, QSoundEffect | QAudioSink] = {}
        self._loudness: dict[int, float] = {}
        """What share of the volume each of them has."""
        self.line.connect(self._obey)

    def _obey(self, line: str) -> None:
        fields = read_line(line)
        match fields.get("do"):
            case "play":
                if self._has_speaker(int(fields["id"])):
                    self._loudness[int(fields["id"])] = float(fields.get("loudness", 1.0))
                    self._start(int(fields["id"]), Path(fields["path"]), bytes.fromhex(fields.get("key", "")))
            case "stop":
                if one := self._playing.get(int(fields["id"])):
                    one.stop()
            case "volume":
                self._gain = float(fields["level"])
                for number, one in self._playing.items():
                    one.setVolume(self._gain * self._loudness[number])

    def _has_speaker(self, number: int) -> bool:
        if QMediaDevices.defaultAudioOutput().isNull():
            write_line(sys.stdout, id=number, why="devices.sound_no_daemon", detail="")
            os._exit(0)  # Qt does not look for the sound system again; the next sound starts a new process
        return True

    def _start(self, number: int, path: Path, key: bytes) -> None:
        if key:
            self._start_sealed(number, path, key)
            return
        effect = self._playing[number] = QSoundEffect(self)
        effect.setVolume(self._gain * self._loudness[number])
        effect.setSource(QUrl.fromLocalFile(str(path)))
        effect.play()
        # Only now: a file that another effect has just played is ready within setSource, which is not its end.
        effect.statusChanged.connect(lambda: self._check(number))
        effect.playingChanged.connect(lambda: self._check(number))
        self._check(number)

    def _start_sealed(self, number: int, path: Path, key: bytes) -> None:
        """A sealed file is opened in memory only, which `QSoundEffect` cannot play."""
        try:
            sound = sealed_wav(path, key)
        except Unplayable as trouble:
            write_line(sys.stdout, id=number, why="devices.sound_bad_file", detail=str(trouble))
            return
        with wave.open(sound) as wav:
            form = QAudioFormat()
            form.setSampleRate(wav.getframerate())
            form.setChannelCount(wav.getnchannels())
            form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
            frames = wav.readframes(wav.getnframes())
        sink = self._playing[number] = QAudioSink(QMediaDevices.defaultAudioOutput(), form, self)
        buffer = QBuffer(sink)
        buffer.setData(frames)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        sink.stateChanged.connect(lambda state: self._check_sink(number, state))
        sink.setVolume(self._gain * self._loudness[number])
        sink.start(buffer)

    def _check_sink(self, number: int, state: QAudio.State) -> None:
        sink = self._playing.get(number)
        if not isinstance(sink, QAudioSink) or state not in (QAudio.State.IdleState, QAudio.State.StoppedState):
            return
        del self._playing[number], self._loudness[number]
        failed = sink.error() not in (QAudio.Error.NoError, QAudio.Error.UnderrunError)
        write_line(sys.stdout, id=number, why="devices.sound_lost" if failed else PLAYED, detail="")
        sink.deleteLater()

    def _check(self, number: int) -> None:
        effect = self._playing.get(number)
        if not isinstance(effect, QSoundEffect) or (
            effect.isPlaying() and effect.status() != QSoundEffect.Status.Error
        ):
            return
        if effect.status() == QSoundEffect.Status.Loading:
            return
        del self._playing[number], self._loudness[number]
        failed = effect.status() == QSoundEffect.Status.Error
        write_line(sys.stdout, id=number, why="devices.sound_lost" if failed else PLAYED, detail="")
        effect.deleteLater()


def _read(child: QtSoundChild) -> None:
    for line in sys.stdin:
        child.line.emit(line)
    os._exit(0)  # the screen is gone or closes; sounds still playing are cut off


def main() -> int:
    """Obey standard input until it ends."""
    app = QCoreApplication(sys.argv[:1])
    child = QtSoundChild()
    Thread(target=_read, args=(child,), daemon=True).start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
