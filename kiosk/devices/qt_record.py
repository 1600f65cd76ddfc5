"""A microphone by QAudioSource, where there is no PulseAudio (Windows, macOS). Pull mode: a QIODevice of ours crashes.

Qt tells neither that the device has vanished nor that the system moved the stream: on Windows the caller's watchdog
notices that nothing comes any more. (PulseAudio goes on with a speaker's monitor: see `record_pulse`, used there.)
"""

import sys
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtMultimedia import QAudio, QAudioDevice, QAudioFormat, QAudioSource, QMediaDevices

from kiosk.devices.record_source import Found, MicrophoneTrouble, choose


def inputs() -> list[Found]:
    """All inputs of the system."""
    return [
        Found(key, device.description(), key.endswith(".monitor"))
        for device in QMediaDevices.audioInputs()
        for key in [device.id().toStdString()]
    ]


class QtMicrophone:
    """An open microphone. Raises MicrophoneTrouble."""

    def __init__(self, wanted: str, rate: int) -> None:
        self._app = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
        devices = {device.id().toStdString(): device for device in QMediaDevices.audioInputs()}
        default = QMediaDevices.defaultAudioInput().id().toStdString()
        chosen = choose(inputs(), wanted, default)
        self.name = chosen.description or chosen.name
        self.fallback = bool(wanted) and wanted not in (chosen.name, chosen.description)
        self._source = QAudioSource(devices[chosen.name], _format(devices[chosen.name], rate))
        self._source.setBufferSize(2 * rate)  # one second: with the default, a busy processor costs samples
        self._io = self._source.start()
        if self._source.error() != QAudio.Error.NoError:
            raise MicrophoneTrouble("booth.no_microphone", str(self._source.error()))

    def read(self, timeout_s: float) -> bytes:
        """What was heard since; empty when nothing came for `timeout_s`."""
        if not self._io.bytesAvailable():
            self._wait(timeout_s)
        return bytes(self._io.readAll().data())

    def close(self) -> None:
        """Let go of it."""
        self._source.stop()

    def _wait(self, timeout_s: float) -> None:
        loop = QEventLoop()
        self._io.readyRead.connect(loop.quit)
        timer = QTimer()
        timer.setSingleShot(True)
        timer.timeout.connect(loop.quit)
        timer.start(int(timeout_s * 1000))
        loop.exec()
        with suppress(RuntimeError):
            self._io.readyRead.disconnect(loop.quit)


def _format(device: QAudioDevice, rate: int) -> QAudioFormat:
    wanted = QAudioFormat()
    wanted.setSampleRate(rate)
    wanted.setChannelCount(1)
    wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    if not device.isFormatSupported(wanted):
        raise MicrophoneTrouble("booth.no_microphone", f"{device.description()} does not give {rate} Hz mono")
    return wanted
